/** Stretches of recordings: checked, cut where a scene is cut, and joined where scenes are. */
import type { Told } from '../../shared/recording.ts';

/** Seconds before a scene's first word at which its picture comes, where the gap before it leaves as much. */
const BEFORE_WORD = 0.15;

/** Where the sound is cut between two words: nearer to the second, so that the next picture comes with it. */
export function cutBetween(end: number, start: number): number {
  const gap = Math.max(0, start - end);
  return round(start - Math.min(gap / 2, BEFORE_WORD));
}

/** What is wrong with a stretch, in words; undefined when nothing is. */
export function problemOf({ from, to, words }: Told): string | undefined {
  if (to <= from) return 'a stretch of a recording ends before it begins';
  let last = from;
  for (const { text, start, end } of words) {
    if (/\s/u.test(text)) return `"${text}" is more than one word`;
    if (start < last - NEAR || end < start) return `"${text}" is said before the word before it has ended`;
    last = end;
  }
  return last > to + NEAR ? 'a word is said after the end of its stretch' : undefined;
}

/** Seconds that rounding may add up to. */
const NEAR = 0.001;

/** In two, so that the first has so many words. */
export function cutTold(told: readonly Told[], count: number): readonly [first: Told[], second: Told[]] {
  const first: Told[] = [];
  const second: Told[] = [];
  let before = 0;
  for (const piece of told) {
    const here = count - before;
    before += piece.words.length;
    if (here >= piece.words.length && (here > 0 || second.length === 0)) first.push(piece);
    else if (here <= 0) second.push(piece);
    else {
      const at = cutBetween(piece.words[here - 1]!.end, piece.words[here]!.start);
      first.push({ ...piece, to: at, words: piece.words.slice(0, here) });
      second.push({ ...piece, from: at, words: piece.words.slice(here) });
    }
  }
  return [first, second];
}

/** One after the other; what was cut becomes one again. */
export function joinTold(first: readonly Told[], second: readonly Told[]): Told[] {
  const [last, next] = [first.at(-1), second[0]];
  if (last?.asset !== next?.asset || last?.to !== next?.from || !last || !next) return [...first, ...second];
  return [...first.slice(0, -1), { ...last, to: next.to, words: [...last.words, ...next.words] }, ...second.slice(1)];
}

/** To a tenth of a millisecond. */
function round(seconds: number): number {
  return Math.round(seconds * 10_000) / 10_000;
}
