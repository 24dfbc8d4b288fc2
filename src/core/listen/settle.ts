/** What the model heard in a window, held against where somebody speaks. Pure. */
import type { HeardWord } from '../runtime/listen/words.ts';

export interface Seconds {
  readonly start: number;
  readonly end: number;
}

/** A word so far from every voice was not said: models hear words in silence, in noise and in music. */
const FAR_SECONDS = 0.6;
/** The voice finder needs so long to be sure of a beginning and of an end. */
const LATE_SECONDS = 0.04;
const TAIL_SECONDS = 0.12;
/** Below these the model was guessing: nobody spoke, or nobody could tell what was said. */
const UNSURE = 0.35;
const UNSURE_ALL = 0.4;
/** What is farther from the voice's beginning was not said there: a word before it was not heard. */
const MOST_MOVED_SECONDS = 0.6;
const SHORTEST_SECONDS = 0.02;

/** The words that somebody said, with starts and ends where the voice is. All times are of the recording. */
export function settleWords(words: readonly HeardWord[], voiced: readonly Seconds[]): HeardWord[] {
  const mean = words.reduce((sum, { probability }) => sum + probability, 0) / Math.max(1, words.length);
  if (mean < UNSURE_ALL) return [];
  const said = words
    .filter((word) => distance(word, voiced) <= (word.probability < UNSURE ? FAR_SECONDS / 4 : FAR_SECONDS))
    .map((word) => within(word, voiced));
  return fillSpans(said, voiced);
}

/**
 * The first word after a pause begins where the voice does, and the last before one ends where it ends: the model gives the
 * beginning of the word to the comma before it.
 */
function fillSpans(words: readonly HeardWord[], voiced: readonly Seconds[]): HeardWord[] {
  const filled = [...words];
  for (const span of voiced) {
    const begin = span.start - LATE_SECONDS;
    const first = filled.findIndex(({ start }) => start >= begin - SHORTEST_SECONDS);
    const before = filled[first - 1];
    const word = filled[first];
    // Another word reaches into the voice: it is its beginning.
    const isFirst =
      word !== undefined && word.start < span.end && (before === undefined || before.end <= span.start + TAIL_SECONDS);
    if (isFirst && word.start - begin <= MOST_MOVED_SECONDS) filled[first] = { ...word, start: begin };
  }
  return filled;
}

function distance({ start, end }: Seconds, voiced: readonly Seconds[]): number {
  return Math.min(...voiced.map((span) => Math.max(0, span.start - end, start - span.end)));
}

function within(word: HeardWord, voiced: readonly Seconds[]): HeardWord {
  const isVoiced = (time: number) => voiced.some((span) => time >= span.start - LATE_SECONDS && time <= span.end);
  const next = voiced.find((span) => span.start > word.start && span.start - LATE_SECONDS < word.end);
  const start = isVoiced(word.start) || !next ? word.start : next.start - LATE_SECONDS;
  const home = voiced.findLast((span) => span.start - LATE_SECONDS <= start + SHORTEST_SECONDS);
  const end = home && start < home.end ? Math.min(word.end, home.end + TAIL_SECONDS) : word.end;
  return { ...word, start: Math.max(0, start), end: Math.max(end, start + SHORTEST_SECONDS) };
}
