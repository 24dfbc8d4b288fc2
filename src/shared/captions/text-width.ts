const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff01-\uff60\p{Emoji_Presentation}]/u;

/** What a reader takes for letters: a base with its accents is one. */
export function graphemesOf(text: string): string[] {
  return Array.from(graphemes.segment(text), ({ segment }) => segment);
}

/** Characters as captions count them: a full-width one is two. */
export function charactersOf(text: string): number {
  // Most text is plain.
  if (/^[\x20-\x7e\u2010-\u201f\u2026]*$/u.test(text)) return text.length;
  return graphemesOf(text).reduce((sum, grapheme) => sum + (WIDE.test(grapheme) ? 2 : 1), 0);
}
