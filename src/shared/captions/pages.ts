import { type CueLimits, rulerOf } from './limits.ts';
import { type Measured, measureWords } from './lines.ts';
import { cutLongWords } from './long-words.ts';
import { inOrder } from './order.ts';
import { breakCost } from './phrases.ts';
import type { CaptionWord, Cue } from './types.ts';

/** A page should be on the screen that long at least, in seconds. */
const SHORT = 2.5;
/** A page comes a moment before its first word, and the last one stays after the last. */
const EARLY = 0.3;
const LINGER = 1;

/**
 * Words to the pages of a picture book: as few as hold them, ending with sentences where they can, filled alike. A page stays
 * until the next one comes. Paragraphs begin on a line of their own.
 */
export function planPages(words: readonly CaptionWord[], limits: CueLimits & { readonly lines: number }): Cue[] {
  const ruler = rulerOf(limits);
  const fit = cutLongWords(inOrder(words), ruler);
  const measured = measureWords(fit, ruler);
  const pages = cutPages(measured, limits.lines).map(([from, to]) => wrap(measured, from, to));
  return timePages(pages, limits);
}

function cutPages(measured: Measured, mostLines: number): (readonly [from: number, to: number])[] {
  const { words } = measured;
  const best: { cost: number; from: number }[] = [{ cost: 0, from: 0 }];
  for (let from = 0; from < words.length; from += 1) {
    let lines = 1;
    let lineStart = from;
    for (let to = from + 1; to <= words.length; to += 1) {
      const isNew = to - 1 > from && words[to - 1]!.opens === true;
      if (isNew || measured.width(lineStart, to) > 1) {
        lines += 1;
        lineStart = to - 1;
      }
      if (lines > mostLines) break;
      const cost = best[from]!.cost + pageCost(words, from, to, lines / mostLines);
      if (cost < (best[to]?.cost ?? Infinity)) best[to] = { cost, from };
    }
  }
  const pages: (readonly [number, number])[] = [];
  for (let to = words.length; to > 0; to = best[to]!.from) pages.unshift([best[to]!.from, to]);
  return pages;
}

function pageCost(words: readonly CaptionWord[], from: number, to: number, filled: number): number {
  const next = words[to];
  const seconds = (next?.start ?? words[to - 1]!.end + LINGER) - words[from]!.start;
  return (
    5 + 2 * breakCost(words[to - 1]!, next) + 5 * (1 - filled) ** 2 + (seconds < SHORT ? 8 * (SHORT - seconds) : 0)
  );
}

/** More than evenness can ever gain: never a line more than needed. */
const A_LINE = 100;

/** A text in as many lines as it takes, of about the same length; a word that is too long is cut. */
export function wrapText(text: string, limits: CueLimits): (readonly CaptionWord[])[] {
  const ruler = rulerOf(limits);
  const words = text
    .split(/\s+/u)
    .filter(Boolean)
    .map((word): CaptionWord => ({ text: word, start: 0, end: 0 }));
  const measured = measureWords(cutLongWords(words, ruler), ruler);
  return wrap(measured, 0, measured.words.length, 'all');
}

/**
 * Lines of about the same length: the sum of the squares of what is left at their ends is the least.
 * @param even of 'all' lines, or of all but the last of each paragraph
 */
function wrap(
  measured: Measured,
  from: number,
  to: number,
  even: 'all' | 'paragraph' = 'paragraph',
): (readonly CaptionWord[])[] {
  const { words, width } = measured;
  const best: { cost: number; at: number }[] = [];
  best[from] = { cost: 0, at: from };
  for (let end = from + 1; end <= to; end += 1) {
    for (let at = end - 1; at >= from; at -= 1) {
      const own = width(at, end);
      if (own > 1 && at < end - 1) break;
      const closes = even === 'paragraph' && (end === to || words[end]!.opens === true);
      // The last line of a paragraph may be shorter, but one word alone looks lost.
      const left = (1 - own) ** 2 * (closes ? 0.5 : 1);
      const cost = best[at]!.cost + left + 0.006 * breakCost(words[end - 1]!, words[end]) + A_LINE;
      if (cost < (best[end]?.cost ?? Infinity)) best[end] = { cost, at };
      if (words[at]!.opens) break;
    }
  }
  const lines: (readonly CaptionWord[])[] = [];
  for (let end = to; end > from; end = best[end]!.at) lines.unshift(words.slice(best[end]!.at, end));
  return lines;
}

function timePages(
  pages: readonly (readonly (readonly CaptionWord[])[])[],
  { fps = 30, until = Infinity }: CueLimits,
): Cue[] {
  const frame = (seconds: number) => Math.round(seconds * fps);
  let start = pages.length === 0 ? 0 : Math.max(0, frame(pages[0]![0]![0]!.start - EARLY));
  return pages.map((lines, index) => {
    const next = pages[index + 1]?.[0]?.[0]?.start;
    const said = Math.max(...lines.flat().map((word) => word.end));
    const wanted = frame(next === undefined ? Math.min(until, said + LINGER) : next - EARLY);
    const end = Math.max(start + 1, wanted);
    const page = { start: start / fps, end: end / fps, lines };
    start = end;
    return page;
  });
}
