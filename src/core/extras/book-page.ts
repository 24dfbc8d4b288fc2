/** Where things stand on a page of the picture book. Pure: points (1/72 inch) from the page's upper left corner. */
import type { FilmOutline } from './outline.ts';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface BookPage {
  readonly width: number;
  readonly height: number;
  readonly picture: Box;
  /** What the scene's words have room for beside or below the picture. */
  readonly words: Box;
  /** The same on a page without a picture: lines are as long as beside it. */
  readonly more: Box;
}

/** DIN A4. */
const LONG = 841.89;
const SHORT = 595.28;
const MARGIN = 48;
/** At the foot, for the page's number. */
const FOOT = 40;
/** The most of a page that a picture takes, so that there is room for words; less where there are many. */
const SHARES = [0.8, 0.66, 0.5] as const;

/** From the one with the largest picture to the one with the most room for words. */
export function bookPages(film: Pick<FilmOutline, 'size'>): readonly [BookPage, ...BookPage[]] {
  const [first, ...others] = SHARES;
  return [bookPage(film, first), ...others.map((share) => bookPage(film, share))];
}

/** Wide pictures lie across the top, high ones stand on the left: to the page's edges where their share allows it. */
function bookPage({ size }: Pick<FilmOutline, 'size'>, share: number): BookPage {
  const shape = size.width / size.height;
  const [width, height] = shape > 1.2 || shape < 0.9 ? [LONG, SHORT] : [SHORT, LONG];
  const more = { x: MARGIN, y: MARGIN, width: width - 2 * MARGIN, height: height - MARGIN - FOOT };
  if (shape >= 0.9) {
    const high = Math.min(width / shape, height * share);
    const words = { ...more, y: high + MARGIN / 2, height: height - high - MARGIN / 2 - FOOT };
    // Where it cannot be as wide as the page it stands in the middle.
    const picture = { x: (width - high * shape) / 2, y: 0, width: high * shape, height: high };
    return { width, height, picture, words, more };
  }
  const wide = Math.min(height * shape, width * share);
  const words = { ...more, x: wide + MARGIN, width: width - wide - 2 * MARGIN };
  const picture = { x: 0, y: (height - wide / shape) / 2, width: wide, height: wide / shape };
  return { width, height, picture, words, more: { ...more, x: (width - words.width) / 2, width: words.width } };
}
