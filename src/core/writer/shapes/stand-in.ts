import type { Passage, ShapeBeat } from '../types.ts';
import { both, type Condition } from './say.ts';

/** The friend of the idea is one of its heroes, so that somebody else has to play the friend's part. */
export const friendIsHero: Condition = (tale) => tale.idea.heroes.includes('friend');

/** The same beats with somebody else in the friend's part, told only where the condition holds. */
export function withInsteadOfFriend(id: string, when: Condition, beats: readonly ShapeBeat[]): readonly ShapeBeat[] {
  const recast = (text: string): string => text.replaceAll(/\{friend(?=[.!'}])/gu, `{${id}`);
  const passages = (lists: readonly (readonly Passage[])[]): readonly (readonly Passage[])[] =>
    lists.map((list) => list.map((passage) => ({ ...passage, text: recast(passage.text) })));
  return beats.map((beat) => ({
    ...beat,
    id: id === 'friend' ? beat.id : `${beat.id}-${id}`,
    titles: beat.titles.map(recast),
    why: recast(beat.why),
    what: recast(beat.what),
    who: beat.who.map((one) => (one === 'friend' ? id : one)),
    when: beat.when ? both(beat.when, when) : when,
    core: passages(beat.core),
    more: passages(beat.more),
  }));
}
