import { type Ruler, ROUNDING } from './limits.ts';
import { graphemesOf } from './text-width.ts';
import { UNSPACED } from './phrases.ts';
import type { CaptionWord } from './types.ts';

/**
 * Words that no line can hold, in pieces that one can; each is lit for its share of the word's time. What is written without
 * spaces is cut into its words.
 */
export function cutLongWords(words: readonly CaptionWord[], ruler: Ruler): CaptionWord[] {
  return words
    .flatMap((word) => (UNSPACED.test(word.text) ? inPieces(word, unspacedWords(word.text)) : [word]))
    .flatMap((word) => (ruler.width(word) <= 1 ? [word] : inPieces(word, fitting(word, ruler))));
}

const segmenter = new Intl.Segmenter('en', { granularity: 'word' });

/** Marks stay with the word that they close or open: no line begins with a full stop. */
function unspacedWords(text: string): string[] {
  const words: string[] = [];
  let opening = '';
  for (const { segment, isWordLike } of segmenter.segment(text)) {
    if (/^[\p{Ps}\p{Pi}]/u.test(segment)) opening += segment;
    else {
      if (isWordLike === true || words.length === 0) words.push(opening + segment);
      else words[words.length - 1] += opening + segment;
      opening = '';
    }
  }
  return opening === '' ? words : [...words, opening];
}

function fitting(word: CaptionWord, ruler: Ruler): string[] {
  const graphemes = graphemesOf(word.text);
  const pieces: string[] = [];
  let open = '';
  let width = 0;
  for (const grapheme of graphemes) {
    const own = ruler.width({ ...word, text: grapheme });
    if (open !== '' && width + own > 1 + ROUNDING) {
      pieces.push(open);
      open = '';
      width = 0;
    }
    open += grapheme;
    width += own;
  }
  pieces.push(open);
  return pieces;
}

function inPieces(word: CaptionWord, pieces: readonly string[]): CaptionWord[] {
  let at = 0;
  const timeOf = (place: number) => word.start + ((word.end - word.start) * place) / word.text.length;
  return pieces.map((text, index): CaptionWord => {
    const start = timeOf(at);
    at += text.length;
    const piece = { text, start, end: timeOf(at) };
    return index === 0 ? { ...word, ...piece } : { ...piece, glued: true };
  });
}
