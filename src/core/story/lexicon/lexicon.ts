import { readFileSync } from 'node:fs';
import { ErrorCode, StudioError } from '../../../shared/errors.ts';
import type { Age, Gender, LexiconFile, Placement, ThingKind } from './format.ts';
import { singularForms } from './singular.ts';

/** What a word or phrase of the story asks for. */
export interface Thing {
  /** The word in its singular, as the lexicon has it. */
  readonly word: string;
  readonly drawing: string;
  readonly kind: ThingKind;
  /** Metres, as a storybook shows it. */
  readonly size: number;
  readonly stands: Placement;
  /** Of people only. */
  readonly gender: Gender;
  readonly age: Age;
  /** Drawings for a woman and for a man, where `drawing` itself is neutral. */
  readonly female?: string;
  readonly male?: string;
}

export interface Lexicon {
  /** SHA-256 (hex) of the words and drawings: a part of the plan stage's identity. */
  readonly version: string;
  /** A word or phrase in any case, singular or plural; undefined when nothing shows it. */
  find(phrase: string): Thing | undefined;
  /** True for the name of a thing that could be seen, had it a drawing. */
  isUndrawn(word: string): boolean;
  /** True for any everyday noun, whether it can be drawn or not. */
  isCommon(word: string): boolean;
  readonly ownDrawings: readonly string[];
}

/** Reads resources/lexicon.json (or one of its shape). Throws `corrupt` when it cannot be read. */
export function loadLexicon(path: string): Lexicon {
  try {
    return createLexicon(JSON.parse(readFileSync(path, 'utf8')) as LexiconFile);
  } catch (cause) {
    throw new StudioError(ErrorCode.corrupt, `The lexicon cannot be read: ${path}`, {
      hint: 'Install Storyloom again, or run `node tools/run.mjs tools/make-lexicon.ts` in a checkout.',
      cause,
    });
  }
}

/** Phrases whose answers are remembered: a story asks for the same few thousand again and again. */
const MOST_ASKED = 20_000;

function createLexicon(file: LexiconFile): Lexicon {
  const things = new Map<string, Thing>();
  for (const [drawing, list] of Object.entries(file.words)) {
    const { kind, size, stands } = file.drawings[drawing]!;
    for (const word of list.split('|')) {
      things.set(word, { word, drawing, kind, size, stands, gender: 'unknown', age: 'adult' });
    }
  }
  for (const { drawing, female, male, gender, age, words } of file.people) {
    const size = age === 'child' ? 1.1 : 1.7;
    const drawn = { drawing, ...(female === undefined ? {} : { female }), ...(male === undefined ? {} : { male }) };
    for (const word of words.split('|')) {
      // The curated people come first in the file and must not be hidden by WordNet's.
      if (!things.has(word)) things.set(word, { word, ...drawn, kind: 'person', size, stands: 'ground', gender, age });
    }
  }
  const common = new Set(file.common.split('|'));
  const undrawn = new Set(file.undrawn.split('|'));
  const look = (phrase: string): Thing | undefined => {
    const lower = phrase.toLowerCase();
    const spaced = lower.replaceAll('-', ' ');
    const candidates = [lower, spaced, lower.replaceAll('-', '')].flatMap(singularForms);
    const word = candidates.find((candidate) => things.has(candidate));
    return word === undefined ? undefined : things.get(word);
  };
  const asked = new Map<string, Thing | null>();
  return {
    version: file.version,
    ownDrawings: file.ownDrawings,
    find: (phrase) => {
      const known = asked.get(phrase);
      if (known !== undefined) return known ?? undefined;
      const found = look(phrase);
      if (asked.size >= MOST_ASKED) asked.clear();
      asked.set(phrase, found ?? null);
      return found;
    },
    isCommon: (word) =>
      singularForms(word.toLowerCase()).some((form) => common.has(form) || undrawn.has(form) || things.has(form)),
    isUndrawn: (word) => singularForms(word.toLowerCase()).some((form) => undrawn.has(form)),
  };
}
