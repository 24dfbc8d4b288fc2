/** Words that the program itself says, under these names; any other text in a log may be of a story. */
const OWN_WORDS = new Set(['time', 'msg', 'stage', 'unit', 'kind', 'state', 'wish', 'code', 'name', 'job', 'source']);
const REMOVED = '[removed]';

/**
 * The lines of a log with all words taken out that could come from a story, a title or a file's name: numbers, and what
 * is known to be the program's own, stay. Of errors that is their kind, code and place in the program.
 */
export function withoutStories(log: string): string {
  const lines = log.split('\n').filter((line) => line.trim() !== '');
  return lines.map((line) => `${JSON.stringify(clean(parse(line), ''))}\n`).join('');
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    // The last line of a killed program.
    return { msg: 'cut short' };
  }
}

function clean(value: unknown, name: string): unknown {
  if (typeof value === 'string') {
    if (name === 'stack') return framesOf(value);
    return OWN_WORDS.has(name) ? value : REMOVED;
  }
  if (Array.isArray(value)) return value.map((each) => clean(each, name));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, clean(each, key)]));
}

/** Of the first lines of a stack, which say the error's message, nothing is kept. */
function framesOf(stack: string): string[] {
  return stack
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => /^at .*:\d+:\d+\)?$/.test(line));
}
