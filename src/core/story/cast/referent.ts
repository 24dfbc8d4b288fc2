import type { Age, Gender } from '../lexicon/format.ts';
import type { Thing } from '../lexicon/lexicon.ts';

export interface Garment {
  /** 'jacket'. */
  readonly word: string;
  /** As the text says it ('blue'). */
  colour: string | undefined;
  /** Taken off somewhere in the story: worn only where the text says so. */
  takenOff: boolean;
}

/** Someone whom the story speaks of, while it is being read; becomes a cast member in the end. */
export interface Referent {
  readonly id: string;
  name: string;
  /** 'otter', 'old man'; undefined while the text has not said. */
  kind: string | undefined;
  thing: Thing | undefined;
  gender: Gender;
  age: Age | undefined;
  readonly traits: Set<string>;
  /** Colour of a garment or of the body, as the text says it ('blue'). */
  colour: string | undefined;
  /** What it wears at any time in the story, by the drawing. */
  readonly garments: Map<string, Garment>;
  /** Owns a garden or a farm, and so is drawn as someone who works there. */
  keepsGarden: boolean;
  /** True for 'Nib', false for 'the fox'. */
  readonly named: boolean;
  /** Times it does something in the narration. */
  acts: number;
}

export function makeReferent(name: string, named: boolean): Referent {
  return {
    id: slug(name),
    name,
    kind: undefined,
    thing: undefined,
    gender: 'unknown',
    age: undefined,
    traits: new Set(),
    colour: undefined,
    garments: new Map(),
    keepsGarden: false,
    named,
    acts: 0,
  };
}

/** 'Mrs. Rabbit' -> 'mrs-rabbit'. */
export function slug(name: string): string {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/gu, '') || 'someone';
}
