/** A scene's sentences where they stand in its text, for whoever has to know what lies beside a quote. */
import type { Meaning } from '../cast/discourse.ts';
import type { Clause, Parse } from '../language/clauses.ts';
import type { NounPhrase } from '../language/phrases.ts';
import { splitSentences } from '../sentences.ts';

export interface ReadSentence {
  readonly parse: Parse;
  readonly meanings: ReadonlyMap<NounPhrase, Meaning>;
}

export interface PlacedSentence extends ReadSentence {
  /** Within the scene's text. */
  readonly start: number;
  readonly end: number;
  /** Where each token begins, in the scene's text. */
  readonly offsets: readonly number[];
}

export interface PlacedParagraph {
  readonly text: string;
  /** Within the scene's text. */
  readonly start: number;
  readonly sentences: readonly PlacedSentence[];
}

/** @param sentences all of the scene, as parseScene gives them */
export function placeSentences(text: string, sentences: readonly ReadSentence[]): PlacedParagraph[] {
  let next = 0;
  let from = 0;
  return text.split(/\n\s*\n/u).map((paragraph) => {
    const start = text.indexOf(paragraph, from);
    from = start + paragraph.length;
    let offset = 0;
    const placed = splitSentences(paragraph).flatMap((sentence): PlacedSentence[] => {
      const read = sentences[next++];
      const found = paragraph.indexOf(sentence, offset);
      const at = found < 0 ? offset : found;
      offset = at + sentence.length;
      if (!read) return [];
      return [{ ...read, start: start + at, end: start + offset, offsets: offsetsIn(sentence, read, start + at) }];
    });
    return { text: paragraph, start, sentences: placed };
  });
}

function offsetsIn(sentence: string, { parse }: ReadSentence, start: number): number[] {
  let offset = 0;
  return parse.tokens.map(({ text }) => {
    const found = sentence.indexOf(text, offset);
    const at = found < 0 ? offset : found;
    offset = at + text.length;
    return start + at;
  });
}

/** A clause's verb and its doer, where the text says who: for inverted order ('exclaimed the owl') too. */
export function doerOf({ parse }: ReadSentence, clause: Clause): NounPhrase | undefined {
  const { verb, subjects } = clause;
  if (!verb) return undefined;
  if (subjects.length > 0) return subjects[0];
  const after = parse.mentions.find(
    ({ phrase, role, preposition }) =>
      phrase.first > verb.last && phrase.first <= verb.last + 3 && role !== 'owner' && preposition === undefined,
  );
  return after?.phrase;
}
