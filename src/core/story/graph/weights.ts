/** How much a mention counts: what a picture of the scene must show, may show, and must not. */
import type { Mention, Reality } from '../language/clauses.ts';
import { VAGUE_COUNTS } from '../language/numbers.ts';
import type { Lexicon, Thing } from '../lexicon/lexicon.ts';
import { measuredCount, thingOfPhrase } from '../lexicon/lookup.ts';
import { isAddress, type NounPhrase } from '../language/phrases.ts';
import { relationOf } from './relations.ts';

/** By how real it is. */
export const REAL: Readonly<Record<Reality, number>> = {
  real: 1,
  purpose: 0.65,
  before: 0.45,
  unreal: 0.35,
  negated: 0,
};
const ROLE = { subject: 0.88, object: 0.8, predicate: 0.7, oblique: 0.62, owner: 0.3 } as const;
/** Of what someone says: it need not be there. */
const SPOKEN = 0.22;
/** What one only thinks of is not there; what one looks for may well be. */
const IMAGINED = new Set('think dream talk hear remember imagine wish long speak read write tell sing know'.split(' '));
const SOUGHT = new Set('look search wait ask'.split(' '));
/** Drawings that already show many. */
const MANY_IN_ONE =
  /^(?:storyloom:(?:stairs|reeds|net|fence|bush)|houses|beans|blueberries|grapes|sheaf-of-rice|water-wave|pot-of-food|herb|railway-track|socks|gloves|glasses|fire)$/u;
const MOST = 12;

/** 0..1 for a thing; at most 0: it is not in the picture. */
export function thingWeight(mention: Mention, lexicon: Lexicon): number {
  const { clause, phrase, role, preposition = '' } = mention;
  const verb = clause.verb?.lemma ?? '';
  let reality = REAL[clause.reality];
  if (clause.reality === 'negated') reality = deniedReality(mention, verb);
  if (role === 'oblique') {
    if (['of', 'about', 'to'].includes(preposition) && IMAGINED.has(verb)) reality *= 0.4;
    else if (['about', 'from', 'for'].includes(preposition)) reality *= SOUGHT.has(verb) ? 0.8 : 0.6;
  }
  // What only a clause inside tells of ('the window where the gulls slept') is not what the scene is about.
  const aside = clause.parent && role === 'subject' && clause.opener !== undefined ? 0.85 : 1;
  const base = role === 'owner' ? ownerWeight(mention, lexicon) : ROLE[role];
  return base * aside * reality * (phrase.quoted ? SPOKEN : 1);
}

/** 'The stairs had never seemed so many': they are there. 'There was not a single star': it is not. */
function deniedReality({ phrase, role, preposition }: Mention, verb: string): number {
  const isDefinite = phrase.determiner === 'the' || phrase.owner !== undefined || phrase.count !== undefined;
  if (role === 'subject' && isDefinite && verb !== 'exist') return 0.6;
  return role === 'oblique' && isDefinite && relationOf(preposition) ? 0.55 : 0;
}

/** Someone of the cast; someone denied something is there all the same. */
export function memberWeight(mention: Mention, lexicon: Lexicon): number {
  if (isAddress(mention.phrase)) return 0.55;
  const reality = Math.max(REAL[mention.clause.reality], mention.role === 'subject' ? 0.6 : 0.4);
  const role = mention.role === 'owner' ? ownerWeight(mention, lexicon) : ROLE[mention.role] + 0.04;
  return role * reality * (mention.phrase.quoted ? SPOKEN * 0.7 : 1);
}

/** Whose paw or coat is seen is seen too; whose garden is seen need not be there. */
function ownerWeight(mention: Mention, lexicon: Lexicon): number {
  if (mention.phrase.kind === 'pronoun') return 0.62;
  if (mention.phrase.kind === 'noun' && !isBodyPart(mention.anchor)) return 0.2;
  const owned = mention.anchor && thingOfPhrase(lexicon, mention.anchor);
  return isBodyPart(mention.anchor) || owned?.stands === 'worn' || owned?.stands === 'held' ? 0.62 : 0.2;
}

export function isBodyPart(phrase: NounPhrase | undefined): boolean {
  const word = phrase?.words.at(-1)?.toLowerCase() ?? '';
  return /^(?:back|chest|hands?|head|paws?|arms?|face|eyes?|nose|side|shoulders?|lap|neck|voice|feet|foot|tail|ears?|wings?)$/u.test(
    word,
  );
}

/** How many to draw, 1..12. */
export function countOf(mention: Mention, thing: Thing): number {
  const { phrase } = mention;
  if (MANY_IN_ONE.test(thing.drawing)) return 1;
  const count = phrase.count ?? measuredCount(mention) ?? (phrase.plural ? vagueCount(phrase) : 1);
  return Math.max(1, Math.min(MOST, count));
}

function vagueCount(phrase: NounPhrase): number {
  const vague = [phrase.determiner, ...phrase.adjectives].map((word) =>
    word === undefined ? undefined : VAGUE_COUNTS[word],
  );
  return vague.find((count) => count !== undefined) ?? 3;
}
