/** Breaks a paragraph into lines and says where each run of a line stands: for pages and sheets alike. */
import type { TextRun } from '../captions/fonts.ts';

/** A text in runs of one font each; what no font has is left out. */
export type RunsOf = (text: string) => readonly TextRun[];

export interface SetRun extends TextRun {
  /** From the line's left edge, in the unit of the font's size. */
  readonly x: number;
}

export interface SetLine {
  readonly runs: readonly SetRun[];
  readonly width: number;
  /** Read from right to left: it is set flush right. */
  readonly isRightToLeft: boolean;
}

const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}]/u;
const LETTER = /\p{L}/u;
/** Scripts without spaces: a line may end after each of them. */
const WITHOUT_SPACES = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff01-\uff60]/u;

interface Word {
  readonly runs: readonly TextRun[];
  readonly width: number;
  /** Before it, unless it begins a line. */
  readonly space: number;
  readonly isRightToLeft: boolean;
}

/** @param size of the font, and `width` of a line, in any one unit */
export function setLines(text: string, size: number, width: number, runsOf: RunsOf): SetLine[] {
  const isRightToLeft = RIGHT_TO_LEFT.test(LETTER.exec(text)?.[0] ?? '');
  const lines: Word[][] = [];
  let used = 0;
  for (const word of wordsOf(text, size, width, runsOf)) {
    const line = lines.at(-1);
    if (line && used + word.space + word.width <= width) {
      line.push(word);
      used += word.space + word.width;
    } else {
      lines.push([word]);
      used = word.width;
    }
  }
  return lines.map((words) => setLine(words, size, isRightToLeft));
}

function wordsOf(text: string, size: number, width: number, runsOf: RunsOf): Word[] {
  const make = (letters: string, space: number): Word => {
    const runs = runsOf(letters);
    return {
      runs,
      width: runs.reduce((sum, run) => sum + run.face.width(run.text) * size, 0),
      space,
      isRightToLeft: RIGHT_TO_LEFT.test(letters),
    };
  };
  return text
    .split(/\s+/u)
    .filter(Boolean)
    .flatMap((word) => {
      const space = (runsOf('n')[0]?.face.width(' ') ?? 0.25) * size;
      return breakable(word).flatMap((part, index) => {
        const whole = make(part, index === 0 ? space : 0);
        return whole.width <= width
          ? [whole]
          : pieces(part, width, (letters, at) => make(letters, at === 0 ? whole.space : 0));
      });
    })
    .filter(({ runs }) => runs.length > 0);
}

function breakable(word: string): string[] {
  if (!WITHOUT_SPACES.test(word)) return [word];
  return [...word].reduce<string[]>((parts, letter) => {
    const last = parts.at(-1);
    // Nobody begins a line with a full stop.
    const isBound = last !== undefined && (!WITHOUT_SPACES.test(letter) || /[\p{Pe}\p{Pf}\p{Po}]/u.test(letter));
    return isBound ? [...parts.slice(0, -1), last + letter] : [...parts, letter];
  }, []);
}

/** A word that is longer than a line. */
function pieces(word: string, width: number, make: (letters: string, index: number) => Word): Word[] {
  const found: Word[] = [];
  let letters = '';
  for (const letter of word) {
    if (letters !== '' && make(letters + letter, 1).width > width) {
      found.push(make(letters, found.length));
      letters = '';
    }
    letters += letter;
  }
  return [...found, make(letters, found.length)];
}

function setLine(words: readonly Word[], size: number, isRightToLeft: boolean): SetLine {
  const runs: SetRun[] = [];
  let x = 0;
  for (const [index, word] of inOrder(words, isRightToLeft).entries()) {
    const last = runs.at(-1);
    const space = index === 0 ? 0 : word.space;
    const [first] = word.runs;
    x += space;
    for (const run of word.isRightToLeft ? word.runs.toReversed() : word.runs) {
      // Words of one font are one run: whoever copies or reads out the text finds its spaces.
      const joins =
        last && run === first && space > 0 && run.face === last.face && !RIGHT_TO_LEFT.test(last.text + run.text);
      if (joins) runs[runs.length - 1] = { ...last, text: `${last.text} ${run.text}` };
      else runs.push({ ...run, x });
      x += run.face.width(run.text) * size;
    }
  }
  return { runs, width: x, isRightToLeft };
}

/** From left to right as they are seen: words of the other direction stand in the order of their own (UAX 9, for whole words). */
function inOrder(words: readonly Word[], isRightToLeft: boolean): Word[] {
  const groups: Word[][] = [];
  for (const word of words) {
    const group = groups.at(-1);
    if (group?.[0]?.isRightToLeft === word.isRightToLeft) group.push(word);
    else groups.push([word]);
  }
  const turned = groups.map((group) => (group[0]!.isRightToLeft ? group.toReversed() : group));
  return (isRightToLeft ? turned.toReversed() : turned).flat();
}
