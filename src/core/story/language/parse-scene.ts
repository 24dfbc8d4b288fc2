import { splitSentences } from '../sentences.ts';
import { parseClauses, type Parse } from './clauses.ts';
import { quotedRanges } from './quotes.ts';
import { tagSentence } from './tag.ts';

/** A scene's text to its sentences; who is given them only reads them. */
export type SceneParser = (text: string) => readonly Parse[];

/** Every sentence of a scene, parsed; a paragraph's quotation marks are followed over its sentences. */
export function parseScene(text: string): Parse[] {
  return text.split(/\n\s*\n/u).flatMap((paragraph) => {
    const quoted = quotedRanges(paragraph);
    let start = 0;
    return splitSentences(paragraph).map((sentence) => {
      const found = paragraph.indexOf(sentence, start);
      const offset = found < 0 ? start : found;
      start = offset + sentence.length;
      return parseClauses(tagSentence(sentence, (at) => quoted(offset + at)));
    });
  });
}
