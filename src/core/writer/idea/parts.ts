/** What an idea says happens, in pieces that can be put into any form: words, verbs that bend, and those whom the story knows. */
import { gerundOf, pastOf } from '../grammar/verbs.ts';

export type Part =
  | { readonly is: 'word'; readonly text: string }
  /** The verb that the form bends. */
  | { readonly is: 'main'; readonly base: string; readonly plural: boolean }
  /** A verb of a clause within: always past. `now` is as the idea has it. */
  | { readonly is: 'inner'; readonly now: string; readonly past: string }
  /** `said` is as the idea has it ('a hedgehog', 'him'); `slot` what the realiser fills. */
  | { readonly is: 'being'; readonly said: string; readonly slot: string }
  | { readonly is: 'object'; readonly object: IdeaObject }
  /** 'it', where the object is meant. */
  | { readonly is: 'it'; readonly object: IdeaObject };

/** A thing that the idea speaks of. */
export interface IdeaObject {
  readonly determiner: string | undefined;
  readonly modifiers: readonly string[];
  readonly noun: string;
  readonly head: string;
  readonly plural: boolean;
  /** Id of the character whose it is. */
  readonly owner: string | undefined;
  /** 'Anna's umbrella', not 'her umbrella'. */
  readonly ownerByName: boolean;
  /** 'that can talk'. */
  relative: readonly Part[];
  /** A pronoun of the idea stands for it. */
  referred: number;
  /** In a place ('in the forest'): where, rather than what. */
  readonly oblique: boolean;
  /** 'in' of 'in the forest'. */
  readonly preposition: string | undefined;
  /** What somebody is or becomes ('becomes a knight'). */
  readonly predicate: boolean;
}

export type Form = 'base' | 'past' | 'gerund';

/** @param isThing the object that the story calls {thing} */
export function render(
  parts: readonly Part[],
  form: Form,
  slots: boolean,
  isThing: (object: IdeaObject) => boolean,
): string {
  const words = parts.map((part) => {
    if (part.is === 'word') return part.text;
    if (part.is === 'main')
      return form === 'base' ? part.base : form === 'gerund' ? gerundOf(part.base) : pastOf(part.base, part.plural);
    if (part.is === 'inner') return slots || form === 'past' ? part.past : part.now;
    if (part.is === 'it') return slots && isThing(part.object) ? '{thing.it}' : 'it';
    if (part.is === 'being') return slots ? part.slot : part.said;
    if (slots && isThing(part.object)) return '{thing.object}';
    return objectWords(part.object, form, slots, isThing);
  });
  return words
    .filter((word) => word !== '')
    .join(' ')
    .replaceAll(/ ([,.;:!?])/gu, '$1');
}

export function objectWords(
  object: IdeaObject,
  form: Form,
  slots: boolean,
  isThing: (object: IdeaObject) => boolean,
): string {
  const determiner =
    slots && object.owner !== undefined
      ? `{${object.owner}${object.ownerByName ? "'s" : '.their'}}`
      : object.determiner;
  return [determiner, ...object.modifiers, object.noun, render(object.relative, form, slots, isThing)]
    .filter((word) => word !== undefined && word !== '')
    .join(' ');
}
