/** Where a scene plays, from what its sentences say of places. */
import type { Setting } from '../../../shared/story.ts';
import type { Mention, Parse, Reality } from '../language/clauses.ts';
import { NARROW, placeOf } from './words.ts';

/** How much a preposition puts the scene into the place. */
const BEING_THERE: Readonly<Record<string, number>> = {
  in: 1,
  inside: 1,
  at: 0.95,
  on: 0.95,
  aboard: 1,
  within: 1,
  among: 0.95,
  amongst: 0.95,
  under: 0.8,
  underneath: 0.8,
  beneath: 0.8,
  into: 1,
  to: 0.85,
  through: 0.9,
  across: 0.9,
  along: 0.9,
  down: 0.85,
  up: 0.85,
  over: 0.85,
  round: 0.7,
  around: 0.7,
  onto: 0.9,
  by: 0.7,
  beside: 0.7,
  near: 0.6,
  towards: 0.5,
  past: 0.3,
  behind: 0.4,
  above: 0.6,
  outside: 0.3,
  from: 0.25,
  of: 0.35,
  for: 0.2,
};
const REAL: Readonly<Record<Reality, number>> = { real: 1, purpose: 0.6, before: 0.35, unreal: 0.3, negated: 0.1 };
const LEAVING = new Set(['leave', 'flee', 'escape', 'forget', 'lose', 'miss']);
const REACHING = new Set([
  'reach',
  'enter',
  'cross',
  'visit',
  'climb',
  'find',
  'see',
  'run',
  'explore',
  'approach',
  'plant',
]);
const STANDING = new Set(['stand', 'be', 'lie', 'rise', 'live']);

export interface PlaceGuess {
  readonly setting: Setting;
  /** 0..about 1.5; above ENOUGH it moves the story there. */
  readonly score: number;
}

export const ENOUGH = 0.6;
/** Enough where nothing is known yet. */
export const ENOUGH_AT_FIRST = 0.3;

/** `isSomeone` tells whether a clause's subject is one of the cast: people take a scene with them, things do not. */
/** Someone who goes to a place, and then something more is told, is there. */
const ARRIVAL = 0.15;

export function guessSetting(
  parses: readonly Parse[],
  isSomeone: (mention: Mention) => boolean,
): PlaceGuess | undefined {
  let best: PlaceGuess | undefined;
  parses.forEach((parse, sentence) => {
    for (const mention of parse.mentions) {
      const guess = guessOf(mention, isSomeone(mention), sentence < parses.length - 1);
      // Of equals the later one: people end up there.
      if (guess && (!best || guess.score + sentence * 0.03 >= best.score))
        best = { ...guess, score: guess.score + sentence * 0.03 };
    }
  });
  return best;
}

function guessOf(mention: Mention, someone: boolean, isFollowed: boolean): PlaceGuess | undefined {
  const { phrase, clause } = mention;
  if (phrase.kind === 'pronoun' || mention.simile || mention.absent) return undefined;
  const found = placeOf(phrase.words);
  if (!found || mention.role === 'owner') return undefined;
  const { word, place } = found;
  const narrow = NARROW[word];
  const way = mention.role === 'oblique' ? mention.preposition! : mention.role;
  if (narrow && !narrow.includes(way)) return undefined;
  const base = mention.role === 'oblique' ? (BEING_THERE[way] ?? 0.2) : standing(mention, place.mayStandAlone);
  const reality = REAL[clause.reality] * (phrase.quoted ? 0.25 : 1);
  const bonus = someone
    ? 0.2
    : mention.role === 'oblique' && clause.verb && !STANDING.has(clause.verb.lemma) && clause.subjects.length > 0
      ? -0.4
      : 0;
  const arrival = isFollowed && (way === 'to' || way === 'into') ? ARRIVAL : 0;
  return { setting: place.setting, score: (base + bonus + arrival) * reality };
}

function standing(mention: Mention, mayStandAlone: boolean): number {
  const verb = mention.clause.verb?.lemma ?? '';
  if (mention.role === 'object') return LEAVING.has(verb) ? 0.1 : REACHING.has(verb) ? 0.8 : 0.35;
  if (!mayStandAlone) return 0.2;
  return STANDING.has(verb) ? 1.3 : 0.4;
}
