import { type Ruler, ROUNDING } from './limits.ts';
import { breakCost } from './phrases.ts';
import type { CaptionWord } from './types.ts';

/** Words with their sizes summed, so that any stretch of them is measured at once. */
export interface Measured {
  readonly words: readonly CaptionWord[];
  /** Of words [from, to) in one line; 1 fills it. */
  readonly width: (from: number, to: number) => number;
  readonly characters: (from: number, to: number) => number;
}

export function measureWords(words: readonly CaptionWord[], ruler: Ruler): Measured {
  const widths = [0];
  const counts = [0];
  words.forEach((word, index) => {
    const gap = index > 0 && !word.glued;
    widths.push(widths[index]! + ruler.width(word) + (gap ? ruler.space : 0));
    counts.push(counts[index]! + ruler.characters(word) + (gap ? 1 : 0));
  });
  // The space before the first word is not in its line.
  const gapBefore = (from: number) => (from > 0 && words[from]?.glued !== true ? 1 : 0);
  return {
    words,
    width: (from, to) => widths[to]! - widths[from]! - gapBefore(from) * ruler.space - ROUNDING,
    characters: (from, to) => counts[to]! - counts[from]! - gapBefore(from),
  };
}

export interface Broken {
  readonly lines: readonly (readonly CaptionWord[])[];
  readonly cost: number;
}

/** How much a line break costs beside a break between cues, and one line that is so much longer than the other. */
const LINE_PART = 0.7;
const UNEVEN = 6;
/** The lower line rather a little longer: it hides less of the picture, and the eye jumps back less far. */
const TOP_HEAVY = 1;

/** Words [from, to) in the fewest lines that hold them, broken where it costs least; undefined when they do not fit. */
export function breakLines(measured: Measured, from: number, to: number, most: number): Broken | undefined {
  const { words, width } = measured;
  if (width(from, to) <= 1) return { lines: [words.slice(from, to)], cost: 0 };
  if (most < 2) return undefined;
  let best: Broken | undefined;
  for (let at = from + 1; at < to; at += 1) {
    const top = width(from, at);
    if (top > 1) break;
    const bottom = width(at, to);
    if (bottom > 1) continue;
    const cost =
      LINE_PART * breakCost(words[at - 1]!, words[at]) +
      UNEVEN * Math.abs(top - bottom) +
      (top > bottom ? TOP_HEAVY : 0);
    if (!best || cost < best.cost) best = { lines: [words.slice(from, at), words.slice(at, to)], cost };
  }
  return best;
}
