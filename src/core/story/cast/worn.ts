/** Whether a garment that the text speaks of is on somebody. */
import type { Mention } from '../language/clauses.ts';
import type { VerbGroup } from '../language/verbs.ts';

const WEARING = new Set(['wear', 'wrap', 'dress', 'button', 'don']);
const DWELLING = new Set('live sleep hide sit grow fall jump climb find put'.split(' '));
const NOT_ON = new Set('lose drop hang buy see find give make sew wash knit leave forget'.split(' '));

function isWearing(verb: VerbGroup): boolean {
  return WEARING.has(verb.lemma) || (verb.lemma === 'put' && verb.particle === 'on');
}

/** A garment that someone has on: his own, or one that the verb puts on; not one that he loses or takes off. */
export function isWorn({ clause, phrase, role, preposition }: Mention): boolean {
  const { verb } = clause;
  if (!verb || NOT_ON.has(verb.lemma)) return false;
  if (verb.particle === 'off') return clause.reality === 'unreal';
  if (role === 'oblique') return (preposition === 'in' && !DWELLING.has(verb.lemma)) || phrase.owner !== undefined;
  return isWearing(verb) || phrase.owner !== undefined;
}
