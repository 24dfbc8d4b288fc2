import type { Tone } from '../../../shared/writing.ts';
import type { Character, Idea, Passage, Tale } from '../types.ts';

/** What shapes are written with: passages for an age, passages for a kind of tale, and what may be asked of an idea. */

export type Condition = (tale: Tale) => boolean;

/** Good for every age: plain words, short sentences. */
export function any(text: string): Passage {
  return { text };
}

/** For listeners of three to five: sounds, short sentences. */
export function young(text: string): Passage {
  return { text, ages: ['3-5'] };
}

export function older(text: string): Passage {
  return { text, ages: ['6-8', '9-12'] };
}

/** For readers of nine to twelve: longer breath, a little irony. */
export function eldest(text: string): Passage {
  return { text, ages: ['9-12'] };
}

export function funny(text: string): Passage {
  return { text, tones: ['funny', 'adventurous'] };
}

export function tender(text: string): Passage {
  return { text, tones: ['gentle', 'dreamy'] };
}

export function toned(tone: Tone, text: string): Passage {
  return { text, tones: [tone] };
}

/** For a story of few words, at any age. */
export function terse(text: string): Passage {
  return { text, when: brief };
}

/** These passages, told only where the condition holds as well. */
export function given(condition: Condition, ...passages: readonly Passage[]): readonly Passage[] {
  return passages.map((passage) => {
    const own = passage.when;
    return { ...passage, when: own ? (tale: Tale) => own(tale) && condition(tale) : condition };
  });
}

/** These passages, only after the story has said the word: what comes of a set-up. */
export function recalling(word: string, ...passages: readonly Passage[]): readonly Passage[] {
  return passages.map((passage) => ({ ...passage, recalls: word }));
}

export function both(...conditions: readonly Condition[]): Condition {
  return (tale) => conditions.every((condition) => condition(tale));
}

export function not(condition: Condition): Condition {
  return (tale) => !condition(tale);
}

export const alone: Condition = (tale) => heroesOf(tale).length === 1;
export const together: Condition = not(alone);

/** The idea says that the story begins with somebody else than the heroes ('the moon', 'a penguin'), not an added one. */
export const friendOfIdea: Condition = (tale) =>
  tale.idea.characters.some((character) => character.id === 'friend') && !tale.idea.heroes.includes('friend');

export function hasEvents(count: number): Condition {
  return (tale) => tale.idea.events.length >= count;
}

export function fewerEvents(count: number): Condition {
  return (tale) => tale.idea.events.length < count;
}

/** The heroes do it, all of them and nobody else, so that `{event1.past}` may follow `{heroes}`. */
export function byHeroes(number: number): Condition {
  return (tale) => {
    const subjects = tale.idea.events[number - 1]?.subjects ?? [];
    return subjects.length === tale.idea.heroes.length && subjects.every((id) => tale.idea.heroes.includes(id));
  };
}

export function verbIn(number: number, verbs: ReadonlySet<string>): Condition {
  return (tale) => verbs.has(tale.idea.events[number - 1]?.verb ?? '');
}

/** Somebody of the idea who is not one of the heroes: a being, not a thing that is made. */
export function present(id: string): Condition {
  return (tale) =>
    !tale.idea.heroes.includes(id) &&
    tale.idea.characters.some(
      (character) => character.id === id && character.nature !== 'thing' && character.nature !== 'machine',
    );
}

/** Such a one of whom no event tells, so that the story owes a word about it. */
export function beside(id: string): Condition {
  const isThere = present(id);
  return (tale) =>
    isThere(tale) &&
    !tale.idea.events.some(({ subjects, told }) => subjects.includes(id) || told.past.includes(`{${id}`));
}

export function kindIn(id: string, kinds: ReadonlySet<string>): Condition {
  return (tale) => kinds.has(tale.cast.get(id)?.kind ?? '');
}

/** One of the words is in what is feared ('the dark'). */
export function fears(...words: readonly string[]): Condition {
  return (tale) => words.some((word) => tale.idea.fear?.toLowerCase().includes(word) ?? false);
}

export const hasThing: Condition = (tale) => tale.idea.thing !== undefined;
export const hasWish: Condition = (tale) => tale.idea.wish !== undefined;
/** The idea has a last thing that is told by the shape; falling asleep is told by prose/bedtime.ts. */
export const hasEnding: Condition = (tale) => tale.idea.ending !== undefined && !sleeps(tale);
/** The story ends in sleep. */
export const sleeps: Condition = (tale) =>
  tale.bedtime || /\b(?:sleep|asleep|bed)\b/u.test(tale.idea.ending?.base ?? '');

/** So short that a story has room for one thing only. */
export const brief: Condition = (tale) => tale.words < 170;
export const long: Condition = (tale) => !brief(tale);
/** So long that nearly all is told. */
export const wordy: Condition = (tale) => tale.words >= 450;

export function chose(choice: string, value: string): Condition {
  return (tale) => tale.chosen[choice] === value;
}

function heroesOf(tale: Tale): readonly Character[] {
  return tale.idea.characters.filter((character) => tale.idea.heroes.includes(character.id));
}

const OF_THE_WATER = new Set(
  'whale dolphin porpoise seal walrus otter turtle crab lobster octopus squid jellyfish starfish narwhal orca shark manatee'.split(
    ' ',
  ),
);
const BODIED = new Set(['person', 'animal']);

function livesInWater(character: Character): boolean {
  return character.nature === 'fish' || OF_THE_WATER.has(character.kind);
}

/** Somebody of them has to stay in the water. */
export const swimming: Condition = (tale) => heroesOf(tale).some(livesInWater);
/** All of them go on feet of some sort. */
export const walking: Condition = (tale) =>
  heroesOf(tale).every((hero) => BODIED.has(hero.nature) && !livesInWater(hero));
/** They eat, shiver and yawn: neither machines nor snowflakes. */
export const alive: Condition = (tale) =>
  heroesOf(tale).every((hero) => BODIED.has(hero.nature) || hero.nature === 'bird' || hero.nature === 'fish');
export const people: Condition = (tale) => heroesOf(tale).every((hero) => hero.nature === 'person');

/** Words of the verbs and things of an idea, for fits(). */
export function eventVerbs(idea: Idea): readonly string[] {
  return idea.events.map((event) => event.verb);
}

export function someEvent(idea: Idea, verbs: ReadonlySet<string>): boolean {
  return idea.events.some((event) => verbs.has(event.verb));
}
