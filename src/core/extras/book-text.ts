/** A scene's words as lines on pages. Pure. */
import type { BookPage, Box } from './book-page.ts';
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

/** Points; the largest that fits is taken. Rather than small words, a smaller picture; rather than tiny ones, another page. */
const GOOD_SIZES = [20, 18, 16, 15, 14] as const;
const SMALL_SIZES = [13, 12] as const;
const OVERLEAF = 14;
/** From baseline to baseline, and between paragraphs, in ems. */
const PITCH = 1.45;
const BREAK = 0.5;
/** A heading is so much larger. */
const HEADING = 1.2;
/** How far letters reach below their baseline, in ems. */
const BELOW = 0.3;

export interface BookScene {
  readonly page: BookPage;
  /** The lines beside the picture, and those of each page overleaf; one page at least. */
  readonly lines: readonly (readonly BookLine[])[];
}

/** @param pages to choose from, the one with the largest picture first */
export function layScene(words: BookWords, pages: readonly [BookPage, ...BookPage[]]): BookScene {
  for (const sizes of [GOOD_SIZES, SMALL_SIZES]) {
    for (const page of pages) {
      const lines = fitWords(words, page.words, sizes);
      if (lines) return { page, lines: [lines] };
    }
  }
  const page = pages[1] ?? pages[0];
  return { page, lines: flowWords(words, page) };
}

function fitWords(words: BookWords, box: Box, sizes: readonly number[]): BookLine[] | undefined {
  for (const size of sizes) {
    const rows = rowsOf(words, size, box.width);
    const spare = box.height - heightOf(rows);
    // In the middle of its room, a little above it.
    if (spare >= 0) return place(rows, box.y + spare * 0.4);
  }
  return undefined;
}

function flowWords(words: BookWords, { words: first, more }: BookPage): BookLine[][] {
  const pages: BookLine[][] = [];
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
