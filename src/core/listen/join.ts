/** The words of windows that overlap, joined: none lost, none twice. Pure. */
import type { HeardWord } from '../runtime/listen/words.ts';

/** The same word is heard at nearly the same time in both windows. */
const APART_SECONDS = 0.7;

/**
 * @param before words so far, of the recording's times
 * @param after words of the next window
 * @param from the next window's beginning
 * @param to the end of the window before
 */
export function joinWords(
  before: readonly HeardWord[],
  after: readonly HeardWord[],
  { from, to }: { readonly from: number; readonly to: number },
): HeardWord[] {
  const middle = (from + to) / 2;
  const shared = matches(before, after, from, to);
  // Where a row of words is the same in both, the seam lies in it, as near to the middle as can be: there both heard well.
  const best = shared.toSorted(
    (a, b) =>
      Math.sign(b.run - a.run) * Number(Math.min(a.run, b.run) < 2) ||
      Math.abs(a.time - middle) - Math.abs(b.time - middle),
  )[0];
  if (best) return [...before.slice(0, best.before + 1), ...after.slice(best.after + 1)];
  return [...before.filter((word) => centre(word) < middle), ...after.filter((word) => centre(word) >= middle)];
}

interface Match {
  readonly before: number;
  readonly after: number;
  /** Words in a row that are the same, this one among them. */
  readonly run: number;
  readonly time: number;
}

function matches(before: readonly HeardWord[], after: readonly HeardWord[], from: number, to: number): Match[] {
  const found: Match[] = [];
  for (const [i, left] of before.entries()) {
    if (left.end < from - APART_SECONDS) continue;
    for (const [j, right] of after.entries()) {
      if (right.start > to + APART_SECONDS) break;
      if (!isSame(left, right)) continue;
      let [first, last] = [0, 0];
      while (i > first && j > first && isSame(before[i - first - 1]!, after[j - first - 1]!)) first += 1;
      while (
        i + last + 1 < before.length &&
        j + last + 1 < after.length &&
        isSame(before[i + last + 1]!, after[j + last + 1]!)
      ) {
        last += 1;
      }
      found.push({ before: i, after: j, run: first + last + 1, time: centre(left) });
    }
  }
  return found;
}

function isSame(a: HeardWord, b: HeardWord): boolean {
  return Math.abs(a.start - b.start) <= APART_SECONDS && bare(a.text) === bare(b.text);
}

function bare(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

function centre({ start, end }: HeardWord): number {
  return (start + end) / 2;
}

/** Starts rise and no two words overlap, to the millisecond. */
export function inOrder(words: readonly HeardWord[], seconds: number): { text: string; start: number; end: number }[] {
  const round = (value: number) => Math.round(value * 1000) / 1000;
  let last = 0;
  return words
    .toSorted((a, b) => a.start - b.start)
    .map(({ text, start, end }, index, sorted) => {
      const begin = Math.min(Math.max(start, last), seconds);
      const next = sorted[index + 1]?.start ?? seconds;
      last = Math.max(begin, Math.min(end, Math.max(next, begin), seconds));
      return { text, start: round(begin), end: round(last) };
    });
}
