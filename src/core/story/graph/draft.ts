import type { Action, Relation } from '../../../shared/story.ts';
import type { Referent } from '../cast/referent.ts';
import type { NounPhrase } from '../language/phrases.ts';
import type { Thing } from '../lexicon/lexicon.ts';

interface DraftRelation {
  readonly kind: Relation;
  /** The figure or thing that it is to. */
  readonly target: Draft;
}

/** An entity in the making. */
export interface Draft {
  /** 'cast:nib', 'thing:storyloom:match'. */
  readonly key: string;
  readonly word: string;
  readonly drawing: string;
  readonly referent: Referent | undefined;
  readonly thing: Thing | undefined;
  count: number;
  weight: number;
  /** Only gone past: 'past the window'. */
  passed: boolean;
  readonly actions: { action: Action; weight: number }[];
  readonly relations: DraftRelation[];
  readonly attributes: Set<string>;
  /** Order of first mention. */
  readonly order: number;
}

/** Adjectives that say which or how many, not what it looks like. */
const EMPTY = new Set(
  'first second third last next other own whole such same only very many few several some all more another every each main certain'.split(
    ' ',
  ),
);

/** The words of the text, without 'first', 'other' and the like. */
export function wordOf(phrase: NounPhrase): string {
  return phrase.words
    .filter((word) => !EMPTY.has(word))
    .join(' ')
    .toLowerCase();
}

/** Adjectives that can be seen. */
export function attributesOf(phrase: NounPhrase, thing: Thing): string[] {
  const named = thing.word.split(' ');
  return phrase.adjectives.filter((word) => !named.includes(word) && !EMPTY.has(word));
}

/** Small enough to be held. */
export function isHandy({ thing, count }: Draft): boolean {
  if (!thing || count >= 6 || thing.size > 1.7) return false;
  return !['animal', 'person', 'building', 'vehicle', 'nature', 'celestial', 'weather'].includes(thing.kind);
}
