/** A scene's words as lines on pages. Pure. */
import type { Box } from './book-page.ts';
import { setLines, type RunsOf, type SetLine } from './set-text.ts';

export interface BookLine extends SetLine {
  readonly size: number;
  /** Of its baseline. */
  readonly y: number;
}

export interface BookWords {
  readonly heading: string | undefined;
  readonly text: string;
  readonly headingRuns: RunsOf;
  readonly textRuns: RunsOf;
}

/** Points; the largest is taken that fits on one page. */
const SIZES = [20, 18, 16, 15, 14, 13, 12] as const;
/** Where none fits, the words go on overleaf. */
const OVERLEAF = 14;
/** From baseline to baseline, and between paragraphs, in ems. */
const PITCH = 1.45;
const BREAK = 0.5;
/** A heading is so much larger. */
const HEADING = 1.2;
/** How far letters reach below their baseline, in ems. */
const BELOW = 0.3;

/**
 * @param first room beside the picture; `more` on each page after it, of the same width
 * @returns the lines of each page; one page at least
 */
export function flowWords(words: BookWords, first: Box, more: Box): readonly (readonly BookLine[])[] {
  for (const size of SIZES) {
    const rows = rowsOf(words, size, first.width);
    const spare = first.height - heightOf(rows);
    // In the middle of its room, a little above it.
    if (spare >= 0) return [place(rows, first.y + spare * 0.4)];
  }
  const pages: (readonly BookLine[])[] = [];
  let rest = rowsOf(words, OVERLEAF, first.width);
  for (let box = first; rest.length > 0; box = more) {
    let count = rest.length;
    while (count > 1 && heightOf(rest.slice(0, count)) > box.height) count -= 1;
    pages.push(place(rest.slice(0, count), box.y));
    rest = rest.slice(count);
  }
  return pages;
}

interface Row {
  readonly line: SetLine;
  readonly size: number;
  /** From the baseline before it; the first of a page stands at its top. */
  readonly step: number;
}

function rowsOf({ heading, text, headingRuns, textRuns }: BookWords, size: number, width: number): Row[] {
  const large = size * HEADING;
  const head = heading === undefined ? [] : setLines(heading, large, width, headingRuns);
  const body = text.split(/\n\s*\n/u).map((paragraph) => setLines(paragraph, size, width, textRuns));
  return [
    ...head.map((line): Row => ({ line, size: large, step: large * PITCH })),
    ...body.flatMap((lines) =>
      lines.map((line, index): Row => ({ line, size, step: size * (PITCH + (index === 0 ? BREAK : 0)) })),
    ),
  ];
}

function heightOf(rows: readonly Row[]): number {
  const [first, ...rest] = rows;
  if (!first) return 0;
  return rest.reduce((sum, { step }) => sum + step, first.size) + rows.at(-1)!.size * BELOW;
}

function place(rows: readonly Row[], top: number): BookLine[] {
  let y = top;
  return rows.map(({ line, size, step }, index) => {
    y += index === 0 ? size : step;
    return { ...line, size, y };
  });
}
