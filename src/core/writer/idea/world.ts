/** Whom and what an idea speaks of, gathered while it is read. */
import type { Lexicon } from '../../story/lexicon/lexicon.ts';
import { pluralOf } from '../../story/language/plural.ts';
import { singularForms } from '../../story/lexicon/singular.ts';
import type { Gender, Nature } from '../types.ts';
import { genderByName, genderOfKind, isLiving, natureOf, ONLY_ONE } from './beings.ts';
import type { IdeaObject, Part } from './parts.ts';
import type { Phrase } from './phrase.ts';

export interface Being {
  /** Until all is read: the order in which the idea names them. */
  readonly key: string;
  name: string | undefined;
  kind: string;
  traits: string[];
  gender: Gender | undefined;
  nature: Nature;
  definite: boolean;
  after: Part[];
  count: number | undefined;
  /** Key of whose it is: 'his sister'. */
  owner: string | undefined;
  /** How the idea first speaks of it. */
  readonly said: string;
}

export interface RawEvent {
  readonly subjects: readonly string[];
  /** A subject that is nobody: 'the rain', 'night'. */
  readonly other: readonly Part[];
  readonly verb: string;
  parts: Part[];
  readonly must: boolean;
  ending: boolean;
}

export interface World {
  readonly lexicon: Lexicon;
  readonly beings: Being[];
  readonly objects: IdeaObject[];
  readonly events: RawEvent[];
  wish: RawEvent | undefined;
  fear: readonly Part[] | undefined;
  /** Keys of the first clause's subjects. */
  first: readonly string[];
  /** Whom the last clause spoke of: its subjects first. */
  last: { readonly subjects: readonly string[]; readonly others: readonly string[] };
}

const OWN = new Set('a an one another some'.split(' '));

function singularOf(noun: string): string {
  const forms = singularForms(noun);
  return forms.find((form) => form !== noun && pluralOf(form) === noun) ?? noun;
}

/** The beings that a phrase names: two for 'two brothers, Sam and Theo'. New ones are added, known ones found again. */
export function beingsOf(world: World, phrase: Phrase): Being[] {
  const kind = kindWords(phrase);
  if (phrase.names.length > 0) {
    return phrase.names.map((name) => {
      const known = world.beings.find(
        (being) =>
          being.name === name ||
          (being.name === undefined && kind !== '' && being.kind === kind && phrase.determiner === 'the'),
      );
      if (known) {
        known.name ??= name;
        if (kind !== '' && known.kind === '') setKind(world, known, phrase);
        known.gender ??= genderByName(name);
        return known;
      }
      return add(world, phrase, name);
    });
  }
  const same = world.beings.filter((being) => being.kind === kind || (being.kind.endsWith(` ${kind}`) && kind !== ''));
  const isNew = phrase.determiner !== undefined && OWN.has(phrase.determiner);
  if (same.length === 1 && !isNew && phrase.plural === (same[0]!.count !== undefined)) return same;
  if (
    phrase.plural &&
    phrase.count === undefined &&
    phrase.determiner === 'the' &&
    world.beings.filter((being) => being.kind === singularOf(kind)).length > 1
  )
    return world.beings.filter((being) => being.kind === singularOf(kind));
  return [add(world, phrase, undefined)];
}

function kindWords(phrase: Phrase): string {
  return phrase.plural ? singularOf(phrase.noun.toLowerCase()) : lowerNoun(phrase.noun);
}

/** 'Dragon' at a sentence's start is a dragon. */
function lowerNoun(noun: string): string {
  return noun.replace(/^\p{Lu}(?=\p{Ll}*$)/u, (letter) => letter.toLowerCase());
}

function add(world: World, phrase: Phrase, name: string | undefined): Being {
  const kind = kindWords(phrase);
  const being: Being = {
    key: `being${String(world.beings.length + 1)}`,
    name,
    kind,
    traits: phrase.modifiers.map((word) => word.toLowerCase()),
    gender: (name === undefined ? undefined : genderByName(name)) ?? genderOfKind(kind),
    nature: kind === '' ? 'person' : natureOf(kind, world.lexicon),
    definite:
      (phrase.determiner === 'the' &&
        (ONLY_ONE.has(kind) ||
          ['rain', 'snow', 'fog', 'mist', 'thunder', 'lightning'].includes(kind) ||
          phrase.modifiers.some((word) => /^(?:last|first|only|most|\w+est)$/u.test(word)) ||
          phrase.of !== undefined)) ||
      ONLY_ONE.has(kind),
    after: phrase.of === undefined ? [] : [{ is: 'word', text: phrase.of }],
    count: name === undefined && phrase.plural ? (phrase.count ?? 0) : undefined,
    owner: undefined,
    said: [phrase.determiner, ...phrase.modifiers, phrase.noun, name]
      .filter((word) => word !== undefined && word !== '')
      .join(' '),
  };
  // Whom the idea gives no gender: many have none to be told by, and 'they' is never wrong of many.
  if (being.count !== undefined) being.gender = 'they';
  world.beings.push(being);
  return being;
}

export function setKind(world: World, being: Being, phrase: Phrase): void {
  being.kind = kindWords(phrase);
  being.nature = natureOf(being.kind, world.lexicon);
  being.gender ??= genderOfKind(being.kind);
  being.traits.push(...phrase.modifiers.map((word) => word.toLowerCase()));
}

const MEETING = new Set(
  'meet befriend help love marry follow ask visit teach tell save rescue thank comfort wake chase find hug trust miss'.split(
    ' ',
  ),
);
/** Not even 'finds': a star that is found is a thing. */
const MEETING_ELEMENTS = new Set('meet befriend help love marry ask teach thank comfort hug trust'.split(' '));

/** Is what the phrase names someone? */
export function isBeing(world: World, phrase: Phrase, verb: string, isSubject: boolean, isDirect = true): boolean {
  if (phrase.names.length > 0)
    return phrase.noun !== ''
      ? !isPlaceName(phrase)
      : isSubject || MEETING.has(verb) || world.beings.some((being) => phrase.names.includes(being.name ?? ''));
  const kind = kindWords(phrase);
  // 'A spider who is scared of spiders': of all of them, and nobody in particular.
  const isAny = phrase.plural && phrase.determiner === undefined && phrase.count === undefined;
  if (world.beings.some((being) => being.kind === kind && being.kind !== '' && (!isAny || being.count !== undefined)))
    return true;
  const head = phrase.plural ? singularOf(phrase.head) : phrase.head;
  // 'becomes a knight' is no second knight; a teddy bear is a thing.
  if (verb === 'become' || verb === 'be' || TOYS.test(kind)) return false;
  if (isLiving(kind, world.lexicon) || isLiving(head, world.lexicon))
    return isSubject || !phrase.plural || phrase.count !== undefined;
  if (isSubject || !isDirect) return false;
  return MEETING_ELEMENTS.has(verb) && ['element', 'machine'].includes(natureOf(head, world.lexicon));
}

const TOYS = /^(?:teddy|toy|stuffed|plush|rag|paper|wooden|rubber|chocolate|gingerbread) |^(?:teddy|doll)$/u;

function isPlaceName(phrase: Phrase): boolean {
  return /^(?:village|town|city|land|country|kingdom|island|river|lake|forest|street|planet|school|castle|ship|boat)$/u.test(
    phrase.head,
  );
}

/** Whom a pronoun of the idea means. Subjects of the same clause are whom 'his' and 'its' mean first, and 'him' and 'it' never. */
export function whoIs(
  world: World,
  pronoun: string,
  subjects: readonly string[],
  reflexive: boolean,
): readonly Being[] {
  const gender = genderOf(pronoun);
  const own = world.beings.filter((being) => subjects.includes(being.key));
  if (gender === 'they') {
    if (reflexive && (own.length > 1 || own[0]?.gender === 'they')) return own;
    const many = world.beings.filter((being) => being.count !== undefined);
    if (many.length > 0) return many;
    return world.first.length > 1
      ? world.beings.filter((being) => world.first.includes(being.key))
      : world.beings.slice(0, 2);
  }
  const fits = (being: Being): boolean => being.gender === undefined || being.gender === gender;
  const sure = (being: Being): boolean => being.gender === gender;
  if (reflexive && own.length === 1 && fits(own[0]!)) return settle(own[0]!);
  const before = world.beings.filter((being) => world.last.subjects.includes(being.key));
  // 'Rex eats everything. One day he eats the school': the subject goes on, unless another of its clause is surely meant.
  if (
    subjects.length === 0 &&
    !reflexive &&
    before.length === 1 &&
    fits(before[0]!) &&
    (gender !== 'it' || before[0]!.nature !== 'person')
  ) {
    const isOther = world.beings.some((being) => world.last.others.includes(being.key) && sure(being));
    if (sure(before[0]!) || !isOther) return settle(before[0]!);
  }
  const others = world.beings.filter(
    (being) => (reflexive || !subjects.includes(being.key)) && being.count === undefined,
  );
  const found =
    others.findLast((being) => sure(being) && (gender !== 'it' || being.nature !== 'person')) ??
    others.find((being) => fits(being) && (gender !== 'it' || being.nature !== 'person'));
  return found ? settle(found) : [];

  function settle(being: Being): readonly Being[] {
    being.gender ??= gender;
    return [being];
  }
}

function genderOf(pronoun: string): Gender {
  if (/^(?:he|him|his|himself)$/u.test(pronoun)) return 'he';
  if (/^(?:she|her|hers|herself)$/u.test(pronoun)) return 'she';
  return /^(?:it|its|itself)$/u.test(pronoun) ? 'it' : 'they';
}
