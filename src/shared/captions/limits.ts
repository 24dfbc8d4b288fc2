import type { CaptionWord } from './types.ts';
import { charactersOf } from './text-width.ts';

export interface CueLimits {
  /** Of a line, a full-width character counting as two; 42 by default. */
  readonly characters?: number | undefined;
  /** Of a cue; 2 by default. */
  readonly lines?: number | undefined;
  /** Width of a text in the caption's font, where it is known, and what a line has room for, in the same unit. */
  readonly measure?: ((text: string) => number) | undefined;
  readonly room?: number | undefined;
  /** Cues begin and end with frames; 30 a second by default. */
  readonly fps?: number | undefined;
  /** No cue is longer on the screen than so many seconds of the scene, whatever is said then. */
  readonly until?: number | undefined;
}

/** Characters a line and a second of cues that are read beside a film, as the guides have them. */
const MOST_CHARACTERS = 42;
export const CHARACTERS_A_SECOND = 17;

/** Sums of widths are compared with 1: what a rounding error adds is not a reason to break. */
export const ROUNDING = 1e-9;

/** What lines are measured by. */
export interface Ruler {
  /** Widths are parts of what a line has room for: 1 fills it, by whichever limit is reached first. */
  readonly width: (word: CaptionWord) => number;
  readonly space: number;
  readonly characters: (word: CaptionWord) => number;
}

/** Remembers each word's size. */
export function rulerOf({ characters = MOST_CHARACTERS, measure, room = Infinity }: CueLimits): Ruler {
  const known = new Map<string, { readonly width: number; readonly characters: number }>();
  const sizeOf = (text: string) => {
    const size = known.get(text);
    if (size) return size;
    const count = charactersOf(text);
    const fresh = { width: Math.max(count / characters, measure ? measure(text) / room : 0), characters: count };
    known.set(text, fresh);
    return fresh;
  };
  return {
    width: ({ text }) => sizeOf(text).width,
    characters: ({ text }) => sizeOf(text).characters,
    space: Math.max(1 / characters, measure ? measure(' ') / room : 0),
  };
}
