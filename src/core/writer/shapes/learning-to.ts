import type { Idea, ShapeBeat, StoryShape } from '../types.ts';
import {
  alive,
  any,
  both,
  type Condition,
  eldest,
  funny,
  given,
  not,
  older,
  recalling,
  someEvent,
  tender,
  young,
  terse,
} from './say.ts';
import { friendIsHero, withInsteadOfFriend } from './stand-in.ts';
import { falls, type Timing, words } from './timing.ts';

const TIMING: Timing = {
  early: words('want try get find meet buy join decide start begin'),
  late: words('learn master manage win succeed become realize realise understand discover'),
};

const wishes: Condition = (tale) => tale.idea.wish !== undefined;
const learns: Condition = (tale) => tale.idea.events[0]?.verb === 'learn';
const fears: Condition = (tale) => tale.idea.fear !== undefined;

/** What one can or cannot do. */
export const SKILLS = words(
  'sing dance fly swim ride read write play paint hop shine jump whistle climb skate juggle cook bake roar float glow dive knit speak',
);

function isLearning(idea: Idea): boolean {
  const wish = idea.wish?.verb ?? '';
  return someEvent(idea, words('learn master practise practice')) || wish === 'learn' || SKILLS.has(wish);
}

const KINDS: NonNullable<StoryShape['added']>[number]['kinds'] = [
  { kind: 'tortoise', traits: ['old'], gender: 'he', nature: 'animal' },
  { kind: 'goose', traits: ['stout'], gender: 'she', nature: 'bird' },
  { kind: 'goat', traits: ['bearded'], gender: 'he', nature: 'animal' },
  { kind: 'hen', traits: ['strict'], gender: 'she', nature: 'bird' },
];

const BEATS: readonly ShapeBeat[] = [
  {
    id: 'cannot',
    titles: ['Everybody can', 'Not yet', 'The one who could not'],
    why: 'What {heroes!} cannot do, and wants to.',
    what: '{heroes!} watched how the others did it.',
    mood: 'calm',
    where: 'home',
    time: 'day',
    who: ['heroes'],
    core: [
      [
        ...given(
          wishes,
          terse(`{heroes.intro} wanted to {wish.base}, and did not know where to begin.`),
          young(
            `Here {heroes.is} {heroes.intro}. {heroes!} wanted to {wish.base}. All the others could. {heroes!} could not. Not yet!`,
          ),
          older(
            `Everybody else seemed to have been born with it. {heroes.intro} wanted to {wish.base}, and had not the least idea which end to begin at.`,
          ),
        ),
        ...given(
          both(not(wishes), learns),
          terse(`The others did it without thinking. {heroes.intro} did a great deal of thinking.`),
          young(
            `Here {heroes.is} {heroes.intro}. The others made it look so easy. One, two, and done! But {heroes} could not do it. Not yet.`,
          ),
          older(
            `The others did it without thinking, the way one falls off a log. {heroes.intro} had thought about it a great deal, and that may have been the trouble.`,
          ),
          eldest(
            `There are those who simply do things, and there are those who stand beside them and wonder how. {heroes.intro} had been standing and wondering since spring.`,
          ),
        ),
        ...given(
          both(not(wishes), not(learns)),
          terse(`There was only one thing that {heroes.intro} could not do.`),
          young(
            `Here {heroes.is} {heroes.intro}. There was one thing that {heroes} could not do. And it was the one thing that {heroes} wanted to do.`,
          ),
          older(
            `{heroes.intro} could do nearly everything that had to be done {home.in}. There was only the one thing. And of course it was the only one that counted.`,
          ),
        ),
      ],
      [
        ...given(
          fears,
          any(`For there was {fear}, and one had only to think of it to do everything wrong.`),
          older(`And then there was {fear}. {heroes!} had never told anyone about {fear}.`),
        ),
      ],
      [...given(falls(1, 'early', TIMING), any(`Then, on a fine morning, {event1!}`))],
    ],
    more: [
      [
        any(
          `"It is easy," they said. "You just do it." {heroes!} had tried to just do it. It was the just that went wrong.`,
        ),
        older(
          `"How do you begin?" {heroes} asked them. They had to think. "You sort of go," they said, "and then you have already."`,
        ),
      ],
      [
        any(`{place.sound}, and {place.sight}. Nothing there seemed to have had any lessons either.`),
        tender(`In dreams it went quite well. In dreams {heroes} had done it a hundred times, and had even bowed.`),
      ],
      [
        funny(
          `There was a book about it in four volumes. Volume one was called Before You Start. {heroes!} got as far as page nine, and it was still about socks.`,
        ),
        any(`{sky} It was a good day for beginning, as days go, and they went.`),
      ],
      [
        any(
          `Every day there was a reason to begin tomorrow. It was too wet, or it was too dry, or it was the wrong sort of Thursday. {heroes!} had the best reasons for miles around.`,
        ),
      ],
    ],
  },
  {
    id: 'teacher',
    titles: ['A teacher', 'The golden rule', 'Good advice'],
    why: 'Help comes, of a sort.',
    what: '{friend!} gave {heroes.object} a rule: {rule}.',
    mood: 'funny',
    where: 'home',
    time: 'day',
    who: ['heroes', 'friend'],
    core: [
      [
        terse(`"There is one rule," said {friend.intro}: "{rule}."`),
        young(`"I can teach you," said {friend.intro}. "I know the rule! It goes like this: {rule}."`),
        older(
          `"What you need," said {friend.intro}, "is a teacher." It turned out that there was one golden rule, and the rule was: {rule}.`,
        ),
        eldest(
          `It was then that {friend.intro} offered to help. {friend!} had never done it {friend.self}, but had watched, with great attention, for years. "There is only one rule," {friend.said} {friend!}, "and it is this: {rule}."`,
        ),
      ],
    ],
    more: [
      [
        any(
          `"Does it work?" asked {hero!}. "It is a rule," {friend.said} {friend!}. "It does not have to work. You have to."`,
        ),
        older(
          `{friend!} drew it all in the dust: here the beginning, here the middle, and here a sort of star. "And what is the star?" asked {hero!}. "That is you, afterwards."`,
        ),
      ],
      [
        any(`So they went to {spot}. Nobody was there to see but {watcher}, which did not look like the kind to talk.`),
        funny(
          `They practised the rule by itself, for a start. By noon {heroes} could do it perfectly. It was only the other thing, the one that the rule was for, that was left.`,
        ),
      ],
      [
        tender(
          `It was not much of a rule. But somebody stood there and believed it could be done, and that was more than there had been at breakfast.`,
        ),
        any(
          `"Now," {friend.said} {friend!}. And {friend.they} stepped back. And then {friend.they} stepped back a bit further.`,
        ),
      ],
      [
        any(
          `"And how long does it take?" asked {hero!}. "With talent, three days," {friend.said} {friend!}. "And without?" "Also three days. But they are longer."`,
        ),
      ],
    ],
  },
  {
    id: 'tries',
    titles: ['{sound}', 'The first, the second, the third', 'Wrong in a new way'],
    why: 'It goes wrong, again and again.',
    what: '{heroes!} tried and failed, many times.',
    mood: 'funny',
    where: 'away',
    time: 'day',
    who: ['heroes', 'friend'],
    core: [
      [
        terse(`{sound}! The second time was worse: {sound}!`),
        young(
          `One, two, three, and {sound}! Again. One, two, three, and {sound}! And again. {sound}, {sound}, {sound}!`,
        ),
        older(
          `The first time it lasted as long as a sneeze. {sound}! The second time was worse. The third time was wrong too, but it was wrong in a new way, and {friend} wrote it down.`,
        ),
        eldest(
          `Of the first try nothing need be said. The second was shorter. At the third there came a moment, no longer than a blink, when it very nearly looked like something. Then: {sound}.`,
        ),
      ],
      [
        ...given(
          falls(1, 'middle', TIMING),
          any(`And so it went, until {event1!}`),
          older(`That was the day when {event1!}`),
        ),
      ],
      [...given(falls(2, 'middle', TIMING), any(`Then {event2!}`))],
    ],
    more: [
      [
        any(
          `"Did you think of the rule?" asked {friend!}. "I thought of nothing else," {hero.said} {hero!} from the ground. "Ah," said {friend!}. "That may be it."`,
        ),
        older(
          `"What did I do wrong?" asked {hero!}. {friend!} looked through the notes. "It would be quicker," said {friend!}, "to tell you what you did right. You began."`,
        ),
      ],
      [
        any(`{sound}! {the watcher} looked up. {sound}! {the watcher} looked away, out of politeness.`),
        young(`{sound}! "Did it hurt?" asked {friend!}. "Only the end of it," {hero.said} {hero!}.`),
      ],
      [
        older(
          `On the ninth try the hat came off. On the tenth it turned out that there had never been a hat. Nobody could explain it afterwards.`,
        ),
        any(
          `It grew to be quite a collection: the long one, the loud one, the one that went round a corner. {heroes!} could have given lessons in how not to do it.`,
        ),
      ],
      [
        any(`{refrain}`),
        tender(
          `{place.sound}. {heroes!} lay on {place.ground} for a while, and looked up. From down there one could see how it ought to go.`,
        ),
      ],
      [
        any(
          `By now there was an audience. {the watcher} had brought a friend. They had an arrangement: one of them groaned, and the other one shut its eyes.`,
        ),
      ],
    ],
  },
  {
    id: 'enough',
    titles: ['Enough', 'Never again', 'The long way home'],
    why: 'Giving up, for an hour.',
    what: '{heroes!} gave up.',
    mood: 'sad',
    where: 'home',
    time: 'dusk',
    who: ['heroes'],
    core: [
      [
        terse(`"It is not for everybody," said {hero!}, and went home.`),
        young(
          `"I cannot do it," {hero.said} {hero!}. "I will never do it. Never, never, never!" And {heroes} went home.`,
        ),
        older(
          `After that {heroes} had had enough. "It is not for everybody," {heroes} said to the path, all the way home, and the path did not say anything against it.`,
        ),
        eldest(
          `There comes a time when it is wiser to stop. {heroes!} had passed it at about the eleventh. "I gave it a fair chance," {heroes} said, to nobody, with great dignity, and limped only a little.`,
        ),
      ],
    ],
    more: [
      [
        any(`{sky} {place.sound}. It was good to sit still. It was good for nearly a quarter of an hour.`),
        tender(
          `{heroes!} {heroes.rested}. But some part was still out there, {heroes} could feel it, going over the middle bit again by itself.`,
        ),
      ],
      [
        any(
          `There was supper, and it was a good one. {heroes!} noticed halfway through that one could do the middle bit with a spoon.`,
        ),
        older(
          `It would be nice, {heroes} thought, not to want it. One could be happy then. One could collect something. {heroes.they} thought about stamps for a while, and about the middle bit for the rest of the night.`,
        ),
      ],
      [
        any(
          `Somebody had left a note. "Rule cancelled," it said. "I have looked it up. It was for making jam." It was signed by {friend}.`,
        ),
      ],
      [
        any(
          `"You are home early," they said. "I have finished," said {hero!}. "So you can do it?" they said. "No," said {hero!}. "I have finished not being able to."`,
        ),
        tender(
          `Out of the window one could see the place. It lay quite quietly in the last light. It did not look as if it had anything against anybody.`,
        ),
      ],
    ],
  },
  {
    id: 'does-it',
    titles: ['The {number} time', 'Without thinking', 'There'],
    why: 'It is done, when nobody expects it.',
    what: '{heroes!} did it, the {number} time.',
    mood: 'happy',
    where: 'away',
    time: 'dawn',
    who: ['heroes', 'friend'],
    core: [
      [
        terse(`But early, with no rule at all, {heroes} tried the {number} time. No {sound}!`),
        young(
          `In the morning {heroes} {heroes.was} back. No rule. No counting. One more time. Oh! Oh, look! No {sound}!`,
        ),
        older(
          `Very early, when not even {friend} was up, {heroes} {heroes.was} back. It was the {number} time. There was no rule now, and nobody to see. {heroes!} simply went, and then had already.`,
        ),
        eldest(
          `It was the {number} time, before breakfast. {heroes!} {heroes.was} thinking of something else, of jam, to be exact. It was some moments before {heroes} noticed that the {sound} was late.`,
        ),
      ],
      [
        ...given(
          falls(1, 'late', TIMING),
          young(`Hooray! {event1!}`),
          older(`That was how {event1!} It takes as long as it takes, and then it takes no time at all.`),
          any(`{event1!} It was as quiet as that.`),
        ),
        ...given(
          both(wishes, not(falls(1, 'late', TIMING))),
          any(`And that is how {wish!}`),
          older(`It takes as long as it takes, and then no time at all. {wish!}`),
        ),
      ],
      [...given(fears, any(`And {fear}? That was still there. It was only that it looked smaller from the middle.`))],
      [
        ...given(
          falls(2, 'late', TIMING),
          any(`And because of that, {event2!}`),
          older(`Nor was that the end of it. {event2!}`),
        ),
      ],
      [
        ...given(falls(3, 'late', TIMING), any(`Then {event3!}`)),
        ...given(falls(3, 'middle', TIMING), any(`Then {event3!}`)),
      ],
    ],
    more: [
      [
        any(
          `{heroes!} did it again at once, to see whether it had been a mistake. It had not. {heroes!} {heroes.glad}.`,
        ),
        older(
          `It did not feel as {heroes} had thought. It felt as if it had been there all along, just on the other side of a very thin door, and all that {sound}, {sound} had been the knocking.`,
        ),
      ],
      [
        any(`{the watcher} had seen it. There was one witness, at least, and it looked impressed.`),
        tender(
          `{sky} {place.sight}. It was all just the same, and {heroes} {heroes.was} in the middle of it, and could.`,
        ),
      ],
      [
        any(
          `"I missed it!" cried {friend!}, out of breath. "Do it once more." So {heroes} did it once more. "Hm," said {friend!}, and had to look the other way for a moment. "Yes. That is how I would have done it."`,
        ),
        funny(
          `{friend!} came running. "Which rule was it?" "None," {hero.said} {hero!}. {friend!} wrote that down, and underlined it, and called it the second rule.`,
        ),
      ],
      [
        older(
          `It went by so fast that there was nothing to remember afterwards, except that the air had been there, and that it had been on {heroes.their} side.`,
        ),
        any(`Nobody clapped. There was nobody there. It was so quiet that one could hear {heroes.object} smile.`),
      ],
    ],
  },
  {
    id: 'next',
    titles: ['Somebody new', 'How do you begin?', 'Afterwards'],
    why: 'Now somebody else stands there and watches.',
    what: 'Somebody smaller asked {heroes.object} how to begin.',
    mood: 'happy',
    where: 'home',
    time: 'day',
    who: ['heroes', 'friend'],
    core: [
      [
        terse(`Soon somebody small was standing there, and watching.`),
        young(
          `Next day somebody small came by. "How do you do it?" asked the small one. "It is easy," {hero.said} {hero!}. "First you go {sound}."`,
        ),
        older(
          `A week later somebody small was standing there, and watching. "How do you begin?" the small one asked. {heroes!} had to think. "You sort of go," said {hero!}, "and then you have already."`,
        ),
        eldest(
          `It was not long before somebody small stood by the edge and wondered. {heroes!} knew the look. "The important thing," {heroes} told the small one, "is to be bad at it in as many ways as you can, and to write them down."`,
        ),
      ],
    ],
    more: [
      [
        any(
          `The others were not at all surprised. "We said so," they said. "You just do it." {heroes!} did not tell them about the {number} time.`,
        ),
        ...given(
          alive,
          older(`There was a bruise in the shape of a pear. {heroes!} {heroes.was} sorry when it faded.`),
        ),
      ],
      [
        funny(
          `{friend!} taught for many years after that. Nobody ever learned anything by the rule, and everybody learned.`,
        ),
        tender(
          `Sometimes, in the evening, {heroes} went to {spot} all alone and did it once, only for the sake of the middle bit.`,
        ),
      ],
      [
        any(
          `The notes were bound in a blue cover. They had a title, One Way Not To, and were passed from hand to hand, and everybody who read them laughed, and then went out and tried.`,
        ),
      ],
    ],
  },
];

/** Told as a sports reporter would, by the number of the try; the teacher's advice is terrible. */
export const learningTo: StoryShape = {
  id: 'learning-to',
  name: 'Learning to',
  fits: (idea) =>
    isLearning(idea)
      ? 0.92
      : /\b(?:(?:cannot|can't) (?!sleep|stop|help|wait|find|agree|remember|decide|see)|clumsy\b|first (?:day|time)\b)/iu.test(
            idea.text,
          )
        ? 0.5
        : 0.05,
  choices: {
    sound: ['bump', 'flop', 'oof', 'thud', 'plomp'],
    rule: [
      'never look at your feet',
      'think of soup',
      'hum when in doubt',
      'count backward from seven',
      'always begin with the other side',
    ],
    spot: [
      'a flat place behind the hill',
      'a corner where nobody came',
      'a quiet spot out of sight',
      'a place with a good thick hedge round it',
    ],
    number: ['seventeenth', 'twenty-third', 'nineteenth', 'thirty-first'],
    watcher: ['a snail', 'a beetle', 'two sparrows', 'a fat pigeon', 'a very old toad'],
  },
  added: [
    { id: 'friend', when: (idea) => !idea.characters.some((character) => character.id === 'friend'), kinds: KINDS },
    { id: 'teacher', when: (idea) => idea.heroes.includes('friend'), kinds: KINDS },
  ],
  titles: [
    'The {number} Time',
    '{heroes!} and the {number} Time',
    '{sound}!',
    '{sound}, and {sound} Again',
    '{heroes!} and the Wrong Way to Do It',
  ],
  refrains: [
    '{sound}. And up again.',
    'It was wrong, but it was wrong in a new way.',
    'Once more, and then once more.',
    'Nearly is a place. One can see it from there.',
  ],
  beats: [
    ...withInsteadOfFriend('friend', not(friendIsHero), BEATS),
    ...withInsteadOfFriend('teacher', friendIsHero, BEATS),
  ],
  lastLines: [
    any(`Somewhere behind the hill, something went {sound}. And up again.`),
    older(`"{sound}," said somebody small, from behind the hedge, and it was wrong in an entirely new way.`),
    ...recalling('jam', funny(`The jam, by the way, was excellent.`)),
    any(`And {the watcher} settled down to watch the next one.`),
    tender(`That night, in the dream, nobody bowed. There was no time. They were already doing it again.`),
  ],
};
