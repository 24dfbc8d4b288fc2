import type { Idea, ShapeBeat, StoryShape } from '../types.ts';
import { any, both, type Condition, eldest, funny, given, not, older, tender, young, recalling, terse } from './say.ts';
import { friendIsHero, withInsteadOfFriend } from './stand-in.ts';
import { falls, type Timing, words } from './timing.ts';

const TIMING: Timing = {
  early: words('tell lie trick pretend boast cheat say fool brag claim invent'),
  late: words('earn learn help win regain save apologise apologize rescue confess admit forgive return'),
};

const LIES = /\b(?:lies|lie|lied|liar|lying|fibs?|tricks?|boasts?|pretends?|cheats?|truth|dishonest)\b/iu;
const voice: Condition = (tale) => /\bvoice\b/iu.test(tale.idea.text);
const loses = falls(1, 'middle', TIMING);
const losesSecond = falls(2, 'middle', TIMING);

function lacksFriend(idea: Idea): boolean {
  return !idea.characters.some((character) => character.id === 'friend');
}

const KINDS: NonNullable<StoryShape['added']>[number]['kinds'] = [
  { kind: 'hedgehog', traits: ['small'], gender: 'she', nature: 'animal' },
  { kind: 'mole', traits: ['elderly'], gender: 'he', nature: 'animal' },
  { kind: 'hare', traits: ['young'], gender: 'he', nature: 'animal' },
  { kind: 'hen', traits: ['careful'], gender: 'she', nature: 'bird' },
];

const BEATS: readonly ShapeBeat[] = [
  {
    id: 'lies',
    titles: ['A lie the size of a pea', 'Not a word of it', 'The first, the second and the third'],
    why: 'What {heroes!} does wrong, and how easy it is.',
    what: '{heroes!} told lies, and the last was that the {path} was closed.',
    mood: 'funny',
    where: 'home',
    time: 'day',
    who: ['heroes', 'friend'],
    core: [
      [
        terse(`It began with {heroes.intro}, and with a lie the size of a pea.`),
        young(
          `Here {heroes.is} {heroes.intro}. {heroes!} told a little lie. Then {heroes} told a big lie. Fib, fib, fib!`,
        ),
        older(
          `The first lie was the size of a pea. {heroes.intro} had {small}, or so {heroes.they} said. It rolled so well that a second one came after it.`,
        ),
        eldest(
          `You will not believe this story, and quite right too, for it is about {heroes.intro}, who told the truth so seldom that {heroes.they} had to look it up.`,
        ),
      ],
      [
        terse(`The next was for {friend.intro}: "The {path} is closed."`),
        young(
          `"The {path} is shut!" {hero.said} {hero!} to {friend.intro}. It was not shut. So {friend} took the long, long way.`,
        ),
        older(
          `"The {path} is closed," {heroes} told {friend.intro} one evening, for no reason at all. "Washed away. You will have to go the long way round." {friend!} said thank you.`,
        ),
        eldest(
          `The third was told on a slow afternoon, to keep in practice. "The {path} is closed," {heroes} remarked to {friend.intro}. {friend!} thanked {heroes.object}, which was a little annoying, and set off the long way round.`,
        ),
      ],
      [
        ...given(
          falls(1, 'early', TIMING),
          any(`It was always so. {event1!}`),
          older(`There is no nice way to put it: {event1!}`),
        ),
      ],
    ],
    more: [
      [
        any(
          `The next one was as big as a turnip. It was {big}. People came out of their houses to look. {heroes!} watched from a warm place, and laughed until it hurt.`,
        ),
        older(
          `"Is it really so?" they asked. "Would I lie?" said {hero!}. That was the biggest one of all, and it went by without anybody noticing.`,
        ),
      ],
      [
        any(
          `It was not that there was anything to be had from it. A lie was a lovely thing, like a soap bubble: one blew, and off it went, with colours on it. {refrain}`,
        ),
        funny(
          `It is only fair to say that they were good lies. They had beginnings and middles. There was one about a pudding that had to be told over two evenings.`,
        ),
      ],
      [
        any(`{place.sound}. {place.sight}. That much, at any rate, was true.`),
        older(`{sky} That was so. It needs to be said, in this story, when a thing is so.`),
      ],
      [
        any(
          `Whoever had been fooled laughed afterwards, a little late, and not very long. {heroes!} took it for applause.`,
        ),
      ],
    ],
  },
  {
    id: 'price',
    titles: ['The price', 'Gone', 'The next morning'],
    why: 'What it costs.',
    what: '{heroes!} paid for the lies.',
    mood: 'tense',
    where: 'home',
    time: 'dawn',
    who: ['heroes'],
    core: [
      [
        ...given(
          both(voice, loses),
          terse(`Then {event1!} There was not a squeak left.`),
          young(`Then {event1!} {heroes!} tried to shout. Nothing came out. Not a peep!`),
          older(
            `{heroes!} had a fine one ready for the next morning, a lie with feathers on it. But nothing came. Not a word, not a squeak. In the night, {event1!}`,
          ),
          eldest(
            `It did not break, and it did not grow hoarse. It left, as a cook leaves who has been asked to salt the tea once too often. In plain words: {event1!}`,
          ),
        ),
        ...given(
          both(not(voice), loses),
          terse(`Then came the price: {event1!}`),
          young(`Then came the price. {event1!} Oh dear!`),
          older(`A lie costs nothing when one buys it. The bill comes later. One morning it came, and {event1!}`),
        ),
        ...given(
          both(not(loses), losesSecond),
          terse(`Then came the price: {event2!}`),
          young(`Then came the price. {event2!} Oh dear!`),
          older(`A lie costs nothing when one buys it. The bill comes later. One morning it came, and {event2!}`),
        ),
        ...given(
          both(not(loses), not(losesSecond)),
          terse(`In the end nobody believed {heroes.object}, not even about the rain.`),
          young(`Then nobody believed {heroes.object}. Not about the rain. Not about lunch. Not about anything!`),
          older(
            `And one morning nobody believed {heroes.object} any more. "Good morning," {heroes} said, and everybody looked out to see whether it was.`,
          ),
        ),
      ],
      [...given(both(loses, losesSecond), any(`That was not all. {event2!}`))],
    ],
    more: [
      [
        ...given(
          voice,
          any(
            `{heroes!} looked for it everywhere: under the bed, behind the door, in the place where the echoes live. There was plenty of silence. It was not what {heroes.they} had come for.`,
          ),
          funny(
            `{heroes!} tried a small one, to see if it would slip through. {heroes!} tried ever so softly to say that it was raining. It was not raining. Nothing came.`,
          ),
        ),
        ...given(
          not(voice),
          any(
            `"I can explain," said {hero!}. They waited. But the trouble was that {heroes} could not, at least not in such a way that it would be so.`,
          ),
        ),
      ],
      [
        ...recalling(
          'pudding',
          any(
            `They asked {heroes.object} about the pudding. They asked {heroes.object} about the king. {heroes!} only looked at the ground, and they thought it the best trick so far.`,
          ),
        ),
        older(
          `{heroes!} {heroes.afraid}. It is very quiet, inside, when the stories have gone. {place.sound}. {heroes!} had never noticed before how much of the world says things, and means them.`,
        ),
      ],
      [
        tender(`{sky} So {heroes} {heroes.moved} away from there, and there was nobody to ask where to.`),
        any(`{refrain}`),
      ],
      [any(`Nobody was sorry. Nobody was even surprised. That was the part that stung.`)],
    ],
  },
  {
    id: 'the-long-way',
    titles: ['The long way round', 'Someone was calling', 'Under {branch}'],
    why: 'The lie comes back to {heroes!}: somebody believed it.',
    what: '{heroes!} found {friend!} stuck on the long way round.',
    mood: 'tense',
    where: 'road',
    time: 'dusk',
    who: ['heroes', 'friend'],
    core: [
      [
        terse(`On the long way round {friend} was stuck under {branch}, and calling.`),
        young(
          `Who was that? It was {friend}! {friend!} was stuck under {branch}. "I took the long way," {friend.said} {friend!}. "You told me to."`,
        ),
        older(
          `On the long way round, where hardly anybody goes, somebody was calling. It was {friend}, held fast under {branch}. "They told me that the {path} was closed," {friend.said} {friend!}. "I ought to have been home by now."`,
        ),
        eldest(
          `Nobody goes the long way round unless they have been told to. Yet there was {friend}, held fast under {branch}, calling in a tired and reasonable voice. "You were right not to take the {path}," {friend} said. "Although this is not much better."`,
        ),
      ],
    ],
    more: [
      [
        any(
          `{friend!} looked up and saw who it was. "Oh," {friend} said. "It is you. I suppose that this is a trick." {heroes!} opened {heroes.their} mouth, and shut it again.`,
        ),
        ...recalling(
          'feathers',
          older(
            `There was a time when {heroes} would have had an answer to that, with feathers on it. Now there was only the thing itself: {branch}, and a cold evening, and somebody who had said thank you.`,
          ),
        ),
      ],
      [
        any(
          `It had been a small lie, that one. It had not even had a proper ending. But it had walked all this way by itself, and here was where it had got to.`,
        ),
        tender(
          `{place.sound}. {heroes!} counted back: the path, the evening, the thank-you. There was nobody else in it.`,
        ),
      ],
      [
        ...recalling(
          'pudding',
          funny(`"If you have come to tell me about the pudding," said {friend!}, "I have heard it."`),
        ),
        any(`{sky} It would be dark soon, and there was nobody else for miles.`),
      ],
      [
        any(
          `There were two ways of going from there. One of them was to go. It would have been so easy. Nobody would ever have known, since nobody would have believed it.`,
        ),
      ],
    ],
  },
  {
    id: 'help',
    titles: ['Without a word', 'All night', 'It took until morning'],
    why: 'Now {heroes!} has to do something instead of saying it.',
    what: '{heroes!} worked all night to free {friend!}, and brought {friend.them} home.',
    mood: 'brave',
    where: 'road',
    time: 'night',
    who: ['heroes', 'friend'],
    core: [
      [
        terse(`{heroes!} pushed and pulled all night, without a word, until {friend} was free.`),
        young(
          `So {heroes} pushed. {heroes!} pulled. Heave, and heave, and heave! All night long. And then, pop! {friend!} was free.`,
        ),
        older(
          `There was nothing to be said, so {heroes} began. It would not move. {heroes!} dug on one side and pushed on the other, and when that failed {heroes.they} tried it the other way about. Near morning it gave, with a groan.`,
        ),
        eldest(
          `It is a great saving of time, not to be able to promise anything. {heroes!} simply set to. {the branch} did not care what anybody had ever said. It cared only about being lifted, and it took until the stars went out.`,
        ),
      ],
    ],
    more: [
      [
        any(
          `"You might go and fetch somebody," said {friend!} at midnight. {heroes!} shook {heroes.their} head. Who would have come? They had come so often, to look at nothing.`,
        ),
        older(`Halfway through the night it began to rain. {heroes!} did not remark on it. It was so plainly raining.`),
      ],
      [
        any(
          `To pass the time, {friend} talked. {heroes!} listened. There was a story about a spoon, with no king in it, and no treasure, and {heroes} wanted very much to know how it came out. It had all really happened.`,
        ),
        funny(
          `"You are a good listener," said {friend!} after a while. "You should do it more." {heroes!} had no choice, and pulled.`,
        ),
      ],
      [
        tender(
          `{heroes!} gave {friend} the dry place to sit, and took the wet one. Nobody saw. It counted all the same.`,
        ),
        any(`{heroes!} {heroes.afraid}, but {heroes} did not stop.`),
      ],
      [
        any(
          `Once it slipped back, all of it, in one go, and they were where they had been at nine o'clock. {heroes!} sat down. Then {heroes} stood up again. There was nothing else in that night to do.`,
        ),
      ],
    ],
  },
  {
    id: 'true-word',
    titles: ['A true word', 'The {path}', 'What {heroes!} said'],
    why: 'What was lost is earned, with the truth about the first lie.',
    what: '{heroes!} told the truth about the {path}.',
    mood: 'wonder',
    where: 'road',
    time: 'dawn',
    who: ['heroes', 'friend'],
    core: [
      [
        ...given(
          voice,
          terse(`Then something small and rusty came out. "The {path} is open," said {hero!}. It was true.`),
          young(
            `{heroes!} opened {heroes.their} mouth. And out came a word, a little one: "Sorry." And then: "The {path} is open. It always was."`,
          ),
          older(
            `At the fork {heroes} stopped. Something came up, small and rusty, and out. "The {path}," {heroes} said, "is quite dry. It always was." It was not a nice thing to say, and every word of it was true.`,
          ),
          eldest(
            `It began with a croak. "The {path} is open," said {hero!}. "It was open on Monday. I made it up." It was a poor story, with no feathers on it at all, and it was the first that {heroes} had ever told from start to end.`,
          ),
        ),
        ...given(
          not(voice),
          terse(`"The {path} was never closed," said {hero!}. "I made it up."`),
          young(
            `"The {path} was never shut," said {hero!}. "I made it up. I am sorry." It was hard to say. But it was true!`,
          ),
          older(
            `At the fork {heroes} stopped. "The {path} is quite dry," {heroes} said. "It always was. I made it up." There was nothing more to it than that, and it was the longest sentence of {heroes.their} life.`,
          ),
        ),
      ],
      [
        ...given(
          falls(2, 'late', TIMING),
          ...given(
            voice,
            terse(`That is how {event2!}`),
            any(`And there it was again, that voice, a little dusty, and none the worse. That is how {event2!}`),
          ),
          ...given(not(voice), any(`And that is how {event2!}`)),
          ...given(
            voice,
            older(`A voice does not come back for being called. It comes back for being needed. That is how {event2!}`),
          ),
        ),
        ...given(falls(1, 'late', TIMING), any(`And that is how {event1!}`)),
      ],
      [
        ...given(falls(3, 'late', TIMING), any(`After that, {event3!}`)),
        ...given(falls(3, 'middle', TIMING), any(`And {event3!}`)),
      ],
    ],
    more: [
      [
        any(
          `{friend!} was silent for a long time. "I see," {friend} said. And then: "It was a very dull walk, you know. The long way. You did not even make up anything to look at."`,
        ),
        older(
          `{friend!} thought it over. "That is the worst story that you have told yet," said {friend!}. "I know," said {hero!}. "I should like to hear another," said {friend!}.`,
        ),
      ],
      [
        any(`So they took the {path}. It was short, and dry, and went straight home.`),
        tender(
          `{sky} They went by the {path}, side by side, and it was wide enough for two. {heroes!} had not known. {heroes.they} had never gone there with anybody.`,
        ),
      ],
      [
        ...recalling(
          'pudding',
          funny(
            `"And the king?" asked {friend!}. "There was no king." "And the pudding?" {heroes!} hesitated. "The pudding," said {hero!}, "was smaller."`,
          ),
        ),
        any(`{place.sound}. {heroes!} {heroes.glad}.`),
      ],
      [
        older(
          `It is a curious thing about the truth that it comes out plain. There is nothing to hold it by. One has to put it down in front of somebody, and wait.`,
        ),
      ],
    ],
  },
  {
    id: 'after',
    titles: ['Ever since', 'Believe it or not', 'A story with no feathers'],
    why: 'How it is now.',
    what: '{heroes!} told stories after that, and said which were true.',
    mood: 'happy',
    where: 'home',
    time: 'dusk',
    who: ['heroes', 'friend'],
    core: [
      [
        terse(`"This never happened," {heroes} said before each story now, and everybody moved closer.`),
        young(
          `Now {heroes} tells stories still. But first {heroes} says, "This one is made up!" And {friend} says, "Oh good!"`,
        ),
        older(
          `There were still stories in the evening. But they began properly now. "This never happened," said {hero!}, and everybody moved closer.`,
        ),
        eldest(
          `It took a good while until they believed it when {heroes} said good morning. On the first day two of them did, on the second four. Trust is slow. It has short legs, and it wipes its feet.`,
        ),
      ],
    ],
    more: [
      [
        ...recalling(
          'pudding',
          any(
            `Sometimes they asked for the one with the pudding. "It grows a little every time," {heroes} warned them. "That is allowed. It is a pudding."`,
          ),
        ),
        older(
          `And when somebody asked the way, {heroes} told it, every stone, every turning, and went along for a bit to be sure.`,
        ),
      ],
      [
        tender(
          `{friend!} came by in the evenings, by the {path}, since that was the nearest. The two of them told each other what had happened that day. It was never much. It was all so.`,
        ),
        funny(
          `"Did you miss me?" asked {friend!}. "Yes," said {hero!}, straight away, and both of them looked rather surprised at how quick it was.`,
        ),
      ],
    ],
  },
];

/** Told by somebody who enjoys it too much: lies in a row, each bigger than the last, and one path between them. */
export const lieAndPrice: StoryShape = {
  id: 'lie-and-price',
  name: 'A lie and its price',
  fits: ({ text }) => (LIES.test(text) ? 0.97 : 0.02),
  choices: {
    path: [
      'path by the mill',
      'bridge below the rocks',
      'road past the old oak',
      'gate in the long wall',
      'ford by the willows',
    ],
    small: [
      'eaten nothing since Tuesday',
      'once been in a circus',
      'an uncle who was a count',
      'taught the cuckoo its song',
      'counted all the stars, twice',
    ],
    big: [
      'that the moon had a hole in it',
      'that the king was coming to tea',
      'that the hill had moved in the night',
      'that there was treasure under the henhouse',
    ],
    branch: ['a fallen branch', 'a loose stone', 'a tangle of old wire', 'a broken cartwheel'],
  },
  added: [
    { id: 'friend', when: lacksFriend, kinds: KINDS },
    { id: 'believer', when: (idea) => idea.heroes.includes('friend'), kinds: KINDS },
  ],
  titles: [
    'The {path}',
    '{heroes!} and the Truth',
    'A Lie the Size of a Pea',
    'Every Word of It',
    'What the {heroes.kind} Said',
  ],
  refrains: [
    'And not a word of it was true.',
    'It was such a good story, and it was such a bad lie.',
    'A lie is quick on its feet, but it never wipes them.',
    'Words, once out, find their own way home.',
  ],
  beats: [
    ...withInsteadOfFriend('friend', not(friendIsHero), BEATS),
    ...withInsteadOfFriend('believer', friendIsHero, BEATS),
  ],
  lastLines: [
    any(`As for the {path}, it is open still. You may go and look.`),
    ...recalling('feathers', older(`And every word of that is true, except the bit about the feathers.`)),
    ...recalling('pudding', funny(`The pudding, at the last count, was as big as a henhouse.`)),
    any(`"Good night," said {hero!}. And it was.`),
    tender(`{sky} It really did.`),
  ],
};
