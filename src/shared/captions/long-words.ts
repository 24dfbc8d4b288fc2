import { type Ruler, ROUNDING } from './limits.ts';
import { graphemesOf } from './text-width.ts';
import type { CaptionWord } from './types.ts';

/** Words that no line can hold, in pieces that one can; each is lit for its share of the word's time. */
export function cutLongWords(words: readonly CaptionWord[], ruler: Ruler): CaptionWord[] {
  return words.flatMap((word) => (ruler.width(word) <= 1 ? [word] : cutWord(word, ruler)));
}

function cutWord(word: CaptionWord, ruler: Ruler): CaptionWord[] {
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
  let at = 0;
  const timeOf = (place: number) => word.start + ((word.end - word.start) * place) / word.text.length;
  return pieces.map((text, index): CaptionWord => {
    const start = timeOf(at);
    at += text.length;
    const piece = { text, start, end: timeOf(at) };
    return index === 0 ? { ...word, ...piece } : { ...piece, glued: true };
  });
}
