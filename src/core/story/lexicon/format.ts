/** The shape of resources/lexicon.json, which tools/make-lexicon.ts writes. */

export type ThingKind =
  'person' | 'animal' | 'plant' | 'food' | 'object' | 'building' | 'vehicle' | 'weather' | 'celestial' | 'nature';

/** Where a thing usually is in a picture. */
export type Placement = 'ground' | 'sky' | 'water' | 'table' | 'held' | 'worn';

export type Gender = 'male' | 'female' | 'unknown';
export type Age = 'child' | 'adult' | 'old';

export interface LexiconFile {
  /** SHA-256 (hex) over the rest of the file: a part of the plan stage's identity. */
  readonly version: string;
  readonly drawings: Readonly<Record<string, { kind: ThingKind; size: number; stands: Placement; head?: true }>>;
  /** Drawing id to the words and phrases that ask for it, parted by `|`; lower case, singular. */
  readonly words: Readonly<Record<string, string>>;
  readonly people: readonly {
    readonly drawing: string;
    /** Drawings for a woman and a man where `drawing` is neutral. */
    readonly female?: string;
    readonly male?: string;
    readonly gender: Gender;
    readonly age: Age;
    readonly words: string;
  }[];
  /** Concrete nouns for which there is no drawing, parted by `|`. */
  readonly undrawn: string;
  /** Other nouns of everyday English: at a sentence's start they are no names. */
  readonly common: string;
  /** Ids of the drawings that Storyloom draws itself ('storyloom:lighthouse'). */
  readonly ownDrawings: readonly string[];
}
