/** Lines of words laid out as libass will draw them: where each word lies, and in which fonts it is. */
import type { CaptionFace } from '../../shared/captions/look.ts';
import type { CaptionWord } from '../../shared/captions/types.ts';
import { escapeText, fontTags, number } from './ass.ts';
import type { CaptionFonts, TextRun } from './fonts.ts';

export interface SetWord {
  readonly word: CaptionWord;
  readonly runs: readonly TextRun[];
  /** Pixels from the line's left end. */
  readonly left: number;
  readonly width: number;
}

export interface SetLine {
  readonly words: readonly SetWord[];
  /** Pixels. */
  readonly width: number;
  /** Where it begins. */
  readonly way: 'ltr' | 'rtl';
  /** How far the middle of libass's line box lies above the baseline, in pixels. */
  readonly rise: number;
}

/** What lines are set in. */
export interface Setting {
  readonly face: CaptionFace;
  /** Pixels. */
  readonly em: number;
  /** In spaces of the font; 1 by default. */
  readonly space?: number | undefined;
}

/** How wide a text is, in pixels. */
export function widthIn(fonts: CaptionFonts, { face, em, space = 1 }: Setting): (text: string) => number {
  return (text) => {
    const width = fonts.runs(text, face).reduce((sum, run) => sum + run.face.width(run.text) * em, 0);
    return text === ' ' ? width * space : width;
  };
}

/** @returns undefined when no font has anything of it */
export function setLine(words: readonly CaptionWord[], fonts: CaptionFonts, setting: Setting): SetLine | undefined {
  const { face, em } = setting;
  const shown = words
    .map((word) => ({ word, runs: fonts.runs(word.text, face) }))
    .filter(({ runs }) => runs.some(({ text }) => text.trim() !== ''));
  if (shown.length === 0) return undefined;
  const widths = wordWidths(shown, em);
  // libass draws a space in the font of what stands before it.
  const gaps = shown.map(({ word }, index) => {
    return index === 0 || word.glued ? 0 : shown[index - 1]!.runs.at(-1)!.face.width(' ') * em * (setting.space ?? 1);
  });
  const width = widths.reduce((sum, each) => sum + each, 0) + gaps.reduce((sum, gap) => sum + gap, 0);
  const texts = shown.map(({ word }) => word.text);
  const lefts = placeWords(texts, widths, gaps, width);
  const faces = shown.flatMap(({ runs }) => runs.map((run) => run.face));
  const ascent = Math.max(...faces.map((each) => each.ascent));
  const descent = Math.max(...faces.map((each) => each.descent));
  return {
    words: shown.map(({ word, runs }, index) => ({ word, runs, left: lefts[index]!, width: widths[index]! })),
    width,
    way: wayOfLine(texts),
    rise: ((ascent - descent) / 2) * em,
  };
}

function wordWidths(words: readonly { readonly runs: readonly TextRun[] }[], em: number): number[] {
  return words.map(({ runs }) => runs.reduce((sum, { text, face }) => sum + face.width(text) * em, 0));
}

const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const LEFT_TO_RIGHT = /\p{L}/u;

/**
 * The words' left ends in the order in which they are seen: the bidirectional algorithm (unicode.org/reports/tr9) at the level
 * of words. A line goes the way of its first letter, and words of the other way keep their own order among themselves.
 */
function placeWords(
  texts: readonly string[],
  widths: readonly number[],
  gaps: readonly number[],
  width: number,
): number[] {
  const ways = texts.map(wayOf);
  const base = wayOfLine(texts);
  if (!ways.includes('rtl')) return runningSum(widths, gaps);
  const levels = ways.map((way) => way ?? base);
  const order: number[] = [];
  for (let index = 0; index < texts.length;) {
    let end = index + 1;
    while (end < texts.length && levels[end] === levels[index]) end += 1;
    const run = Array.from({ length: end - index }, (_, place) => index + place);
    order.push(...(levels[index] === base ? run : run.reverse()));
    index = end;
  }
  const lefts = new Array<number>(texts.length).fill(0);
  let at = 0;
  order.forEach((index, place) => {
    if (place > 0) at += gaps[index]! || gaps[order[place - 1]!]!;
    lefts[index] = base === 'rtl' ? width - at - widths[index]! : at;
    at += widths[index]!;
  });
  return lefts;
}

function wayOfLine(texts: readonly string[]): 'rtl' | 'ltr' {
  return texts.map(wayOf).find((way) => way !== undefined) ?? 'ltr';
}

function wayOf(text: string): 'rtl' | 'ltr' | undefined {
  const first = [...text].find((letter) => LEFT_TO_RIGHT.test(letter));
  if (first === undefined) return undefined;
  return RIGHT_TO_LEFT.test(first) ? 'rtl' : 'ltr';
}

function runningSum(widths: readonly number[], gaps: readonly number[]): number[] {
  let at = 0;
  return widths.map((width, index) => {
    const left = at + gaps[index]!;
    at = left + width;
    return left;
  });
}

/** A line's text; `tagsOf` says what changes from word to word. */
export function lineMarkup(
  line: SetLine,
  { em, space = 1 }: Pick<Setting, 'em' | 'space'>,
  tagsOf: (word: SetWord) => string = () => '',
): string {
  const between = space === 1 ? ' ' : `{\\fscx${number(space * 100)}} {\\fscx100}`;
  return line.words
    .map((set, index) => {
      const gap = index === 0 || set.word.glued ? '' : between;
      const [first, ...others] = set.runs;
      const rest = others.map((run) => `{${fontTags(run.face, em)}}${escapeText(run.text)}`).join('');
      return `${gap}{${tagsOf(set)}${fontTags(first!.face, em)}}${escapeText(first!.text)}${rest}`;
    })
    .join('');
}
