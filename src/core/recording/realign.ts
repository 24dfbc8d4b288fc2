/** The times of a told text's words, when the text is written otherwise. */
import type { Told } from '../../shared/recording.ts';
import type { SpokenWord } from '../../shared/transcript.ts';
import { sameRuns } from './same-runs.ts';

/** A word, and which piece of the recording it is said in. */
interface Placed extends SpokenWord {
  readonly piece: number;
}

/** Seconds: words that were put in fit into a gap only when each gets that much. */
const LEAST = 0.06;
/** Seconds that such a word takes of a longer gap. */
const USUAL = 0.4;

/**
 * The same pieces with the words of another text: what is still there keeps its time, a word in another's place has that one's,
 * and several in the place of others share theirs. What was put in stands in the gap where it is, or shares the time of the
 * word before. What is gone is still heard.
 */
export function realign(told: readonly Told[], words: readonly string[]): Told[] {
  const old = told.flatMap(({ words: said }, piece) => said.map((word): Placed => ({ ...word, piece })));
  const placed = old.length === 0 ? spread(told, words) : replace(old, words, told);
  return told.map((one, piece) => ({
    ...one,
    words: placed.filter((word) => word.piece === piece).map(({ text, start, end }) => ({ text, start, end })),
  }));
}

function spread(told: readonly Told[], words: readonly string[]): Placed[] {
  const [first] = told;
  return first && words.length > 0 ? lay(words, { start: first.from, end: first.to, piece: 0 }) : [];
}

function replace(old: readonly Placed[], words: readonly string[], told: readonly Told[]): Placed[] {
  const placed: Placed[] = [];
  const runs = sameRuns(
    old.map(({ text }) => text),
    words,
  );
  for (const { before, after, isSame } of runs) {
    const was = old.slice(before[0], before[1]);
    const now = words.slice(after[0], after[1]);
    if (isSame || was.length === now.length) placed.push(...now.map((text, index) => ({ ...was[index]!, text })));
    else if (was.length > 0) placed.push(...share(was, now));
    else putIn(now, placed, old[before[1]], told);
  }
  return placed;
}

/** Words in the place of others, which may be of several pieces: they are said in the first. */
function share(was: readonly Placed[], now: readonly string[]): Placed[] {
  const first = was[0]!;
  const last = was.findLast(({ piece }) => piece === first.piece)!;
  return lay(now, { ...first, end: last.end });
}

/** Between what was placed last and the next word. */
function putIn(now: readonly string[], placed: Placed[], next: Placed | undefined, told: readonly Told[]): void {
  const last = placed.at(-1);
  const piece = (last ?? next)!.piece;
  const start = last?.end ?? told[piece]!.from;
  const end = next?.piece === piece ? next.start : told[piece]!.to;
  if (end - start >= LEAST * now.length) {
    const usual = Math.min(end - start, USUAL * now.length);
    // Before the first word they are near it, and not where the recording begins.
    const from = last ? start : end - usual;
    placed.push(...lay(now, { start: from, end: from + usual, piece }));
  } else if (last) {
    placed.pop();
    placed.push(...lay([last.text, ...now], last));
  } else {
    placed.push(...now.map((text) => ({ text, start, end: start, piece })));
  }
}

/** Words one after the other, each as long as it is written. */
function lay(words: readonly string[], { start, end, piece }: Omit<Placed, 'text'>): Placed[] {
  const all = words.reduce((sum, word) => sum + word.length, 0);
  let before = 0;
  return words.map((text) => {
    const from = start + ((end - start) * before) / all;
    before += text.length;
    return { text, start: round(from), end: round(start + ((end - start) * before) / all), piece };
  });
}

/** To a tenth of a millisecond. */
function round(seconds: number): number {
  return Math.round(seconds * 10_000) / 10_000;
}
