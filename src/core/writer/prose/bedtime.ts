/** How a story falls asleep, whatever it told: each closes the story, and its last words are the last of all. */
import type { Nature, Passage } from '../types.ts';

const LIVING: readonly Passage[] = [
  {
    text: '{heroes!} yawned, and then yawned again, wider. {heroes.their} eyes went small. One more breath, in and out, and {heroes.they} fell asleep.',
  },
  {
    text: 'Little by little the day let go. {heroes!} curled up where it was warm, listened to the quiet for a while, and fell fast asleep.',
  },
  {
    text: '"Good night," whispered {heroes!} to [the stars|the window|the dark], and nobody needed to answer. {heroes.their} eyes closed. {heroes.they} fell asleep, and the night kept watch.',
  },
  {
    text: 'Somewhere a door closed softly. {heroes!} heard it, but only just, for {heroes.they} {heroes.was} already sinking, slowly and sweetly, into sleep.',
  },
  {
    text: 'Then it was late, and late is a warm place to be when the day has gone well. {heroes!} shut {heroes.their} eyes and fell asleep with a smile still on {heroes.their} {hero.face}.',
    when: (tale) => tale.idea.heroes.length === 1,
  },
  {
    text: '{heroes!} meant to talk over every bit of it, right from the beginning. But by the second word {heroes.they} {heroes.was} asleep.',
    ages: ['6-8', '9-12'],
  },
  {
    text: '{heroes!} lay down. {heroes.they} snuggled in. Hush, said the night. Hush, hush. And {heroes.they} fell asleep.',
    ages: ['3-5'],
  },
];

const MACHINE: readonly Passage[] = [
  {
    text: '{heroes!} turned {heroes.their} lamp down, first to gold, then to amber, then to the smallest spark. Something inside hummed once. Then {heroes.they} fell asleep, the way machines do: all at once, and peacefully.',
  },
  {
    text: 'One by one the little lights went out. {heroes!} ticked more slowly, and more slowly still, and fell asleep.',
  },
];

const OTHER: readonly Passage[] = [
  {
    text: '{heroes!} grew still. The whole world seemed to breathe out. And so, lightly as a thought, {heroes.they} fell asleep.',
  },
  {
    text: 'The night came up quietly and laid itself around {heroes!}. {heroes.they} fell asleep in the middle of a happy thought.',
  },
];

export function bedtimePassages(natures: readonly Nature[]): readonly Passage[] {
  if (natures.every((nature) => nature === 'machine')) return MACHINE;
  return natures.every((nature) => nature === 'element' || nature === 'thing') ? OTHER : LIVING;
}

/** What the idea asks to happen at the end, where the shape leaves it to the teller. */
export const ENDINGS: readonly Passage[] = [
  { text: 'And [when it was all done|before the day was over|then, at the very end], {heroes} {ending.past}.' },
  { text: 'There was one thing left to do. {heroes!} {ending.past}.' },
  { text: 'So in the end {heroes} {ending.past}, [just as it should be|and that was right].', ages: ['6-8', '9-12'] },
];

/** A wish that comes true, where the shape leaves it to the teller. */
export const WISHES: readonly Passage[] = [
  { text: 'And then, [after all that|at long last|when it was almost too late], {heroes} {wish.past}.' },
  {
    text: 'That was how {heroes} {wish.past}. [It was even better than it had been in the wishing.|Nobody who saw it ever forgot it.]',
  },
];
