import { jsonrepair } from 'jsonrepair';

/**
 * The JSON of a model's answer: within a code fence or between other words, with trailing commas, without closing brackets
 * where it was cut off. Undefined when there is none.
 */
export function readJson(answer: string): unknown {
  const inside = withoutFence(answer);
  const start = inside.indexOf('{');
  if (start < 0) return undefined;
  const end = inside.lastIndexOf('}');
  const candidates = [end > start ? inside.slice(start, end + 1) : undefined, inside.slice(start)];
  for (const candidate of candidates) {
    if (candidate === undefined) continue;
    const found = parse(candidate) ?? repair(candidate);
    if (found !== undefined) return found;
  }
  return undefined;
}

function withoutFence(answer: string): string {
  return /```(?:json)?\s*\n([\s\S]*?)(?:\n```|$)/iu.exec(answer)?.[1] ?? answer;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function repair(text: string): unknown {
  try {
    return JSON.parse(jsonrepair(text));
  } catch {
    return undefined;
  }
}
