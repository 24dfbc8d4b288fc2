import type { Relation } from '../../../shared/story.ts';

const RELATION_OF: Readonly<Record<string, Relation>> = {
  on: 'on',
  upon: 'on',
  onto: 'on',
  atop: 'on',
  aboard: 'on',
  in: 'in',
  into: 'in',
  inside: 'in',
  within: 'in',
  through: 'in',
  under: 'under',
  underneath: 'under',
  beneath: 'under',
  below: 'under',
  beside: 'beside',
  by: 'beside',
  near: 'beside',
  at: 'beside',
  past: 'beside',
  along: 'beside',
  around: 'beside',
  round: 'beside',
  among: 'beside',
  amongst: 'beside',
  against: 'beside',
  between: 'beside',
  outside: 'beside',
  with: 'beside',
  above: 'above',
  over: 'above',
  behind: 'behind',
  to: 'towards',
  towards: 'towards',
  toward: 'towards',
  after: 'towards',
};

/** What a preposition says about where two things are to each other; undefined when it says nothing to be seen. */
export function relationOf(preposition: string | undefined): Relation | undefined {
  return preposition === undefined ? undefined : RELATION_OF[preposition];
}

/** How strongly a picture needs it: 'under the tree' more than 'to the tree'. */
const STRENGTH: Readonly<Record<Relation, number>> = {
  riding: 7,
  under: 6,
  on: 5,
  in: 5,
  behind: 5,
  above: 4,
  holding: 4.5,
  wearing: 3,
  beside: 2,
  towards: 1,
};

export function relationStrength(relation: Relation): number {
  return STRENGTH[relation];
}
