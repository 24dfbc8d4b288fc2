import type { StoryShape } from '../types.ts';
import { SKILLS } from './learning-to.ts';
import {
  any,
  both,
  type Condition,
  eldest,
  funny,
  given,
  hasEvents,
  not,
  older,
  recalling,
  tender,
  young,
  terse,
} from './say.ts';

/** What is wished back was forgotten first. */
const forgets: Condition = ({ idea }) => idea.events[0]?.verb === 'forget';

const melts: Condition = (tale) =>
  /snow|ice|icicle|frost/u.test(tale.cast.get('hero')?.kind ?? '') &&
  /\b(?:spring|summer|sun|warm|flowers?)\b/iu.test(tale.idea.wish?.base ?? '');
const stays = not(melts);
const sees: Condition = (tale) => /^(?:see|meet|find|visit|watch|hear|smell|taste)\b/u.test(tale.idea.wish?.base ?? '');
const wishes: Condition = (tale) => tale.idea.wish !== undefined;
const last: Condition = (tale) => tale.cast.get('hero')?.traits.includes('last') ?? false;

/** Told like a song with three verses: everyone on the way has had the same wish, and sends it along. */
export const farWish: StoryShape = {
  id: 'far-wish',
  name: 'A far wish',
  fits: ({ wish, characters, events }) => {
    if (!wish) return 0;
    // What one can learn at home is not far away.
    if (SKILLS.has(wish.verb) && !wish.keywords.includes('sky')) return 0.6;
    const isElement = characters[0]?.nature === 'element' || characters[0]?.nature === 'thing';
    return Math.min(0.97, 0.7 + (events.length === 0 ? 0.2 : 0) + (isElement ? 0.1 : 0));
  },
  choices: {
    one: ['an old crow', 'a grey goose', 'a white heron', 'a one-legged gull'],
    two: ['the west wind', 'a lazy cloud', 'the evening star', 'an old echo'],
    three: ['a small beetle', 'a brown moth', 'a thin spider', 'a lost ant'],
    doubt: ['It cannot be done', 'Nobody ever has', 'You are not made for it', 'It is much too far'],
    errand: [
      'Think of me when you are there',
      'Take my wish along with yours',
      'Do it once for me as well',
      'Say that I would have come',
    ],
  },
  titles: [
    'All the Way with {heroes!}',
    'As Far as It Is',
    'Once for {the one}',
    'The Wish of {heroes!}',
    'Is It Far?',
  ],
  refrains: [
    'Far is only as far as it is.',
    'On it went, the little wish, and would not be told.',
    'A wish weighs nothing. That is how it gets so far.',
    'Not yet, not yet, but nearer.',
  ],
  beats: [
    {
      id: 'wish',
      titles: ['The wish', 'Everyone says no', 'What {heroes!} wanted'],
      why: 'What {heroes!} wants more than anything, and why it cannot be.',
      what: '{heroes!} wanted to {wish.base}.',
      mood: 'wonder',
      where: 'home',
      time: 'dusk',
      who: ['heroes'],
      core: [
        [
          ...given(
            both(melts, last),
            terse(`All the snow had gone, but for {heroes.intro}, who wanted to {wish.base}.`),
            young(
              `All the snow was gone. But look! There was {heroes.intro}. "I want to {wish.base}," {hero.said} {hero!}. "Oh, I do!"`,
            ),
            older(
              `All the others had gone, and the hills were the colour of old blankets. Only {heroes.intro} was still there, because {heroes.they} wanted to {wish.base}.`,
            ),
            eldest(
              `It is usual for snow to leave before it is asked to. But {heroes.intro} had held on, in the shadow of a stone, for one reason: {heroes.they} wanted to {wish.base}.`,
            ),
          ),
          ...given(
            both(not(both(melts, last)), forgets),
            terse(`{event1!} Now {heroes} wanted one thing only: to {wish.base}.`),
            young(`Oh dear! {event1!} "I want to {wish.base}," {heroes} said. "I do, I do, I do!"`),
            older(
              `It can happen to anyone, between one breath and the next. {event1!} From then on there was only one wish: to {wish.base}.`,
            ),
            eldest(
              `{event1!} One does not notice what one can do until it is gone. Now {heroes} wanted one thing only: to {wish.base}.`,
            ),
          ),
          ...given(
            both(not(both(melts, last)), not(forgets)),
            terse(`{heroes.intro} wanted one thing only: to {wish.base}.`),
            young(`Here {heroes.is} {heroes.intro}. "I want to {wish.base}," {heroes} said. "I do, I do, I do!"`),
            older(
              `There are wishes that pass by lunchtime, and there are others. {heroes.intro} wanted to {wish.base}, and it had not passed in all that year.`,
            ),
            eldest(
              `Some are born where they want to be. {heroes.intro} had been born a long way from it, and wanted one thing only: to {wish.base}.`,
            ),
          ),
        ],
        [
          terse(`"{doubt}," said everybody.`),
          any(`"{doubt}," said everybody. {heroes!} heard it. It just did not seem to be about {heroes.them}.`),
          young(`"No, no," said everybody. "{doubt}!" "But I want to," {hero.said} {hero!}.`),
          ...given(
            melts,
            older(
              `"{doubt}," the others had told {heroes.object}, before they went. "You and the spring do not meet. One goes out as the other comes in. It is the rule."`,
            ),
          ),
        ],
      ],
      more: [
        [
          any(`{sky} {place.sound}. It was the hour when one sees how far away things are.`),
          any(`{sky} {place.sound}. There was nothing wrong with any of it. It was only not what the wish was about.`),
          tender(`At night the wish was loudest. It did not say much. It only said: there is more. {refrain}`),
        ],
        [
          older(
            `Where had the wish come from? Nobody could say. Perhaps somebody had dropped it. Perhaps it had been meant for another, and had come in at the wrong door, and stayed.`,
          ),
          funny(
            `{heroes!} had tried other wishes, smaller ones. There was one about soup. It was a good wish, and it came true, and it made no difference at all.`,
          ),
        ],
        [
          ...given(
            melts,
            any(
              `{heroes!} had been told about it by a pine cone: how there was a colour that was not white, and how it came up out of the ground by itself, and opened.`,
            ),
          ),
          any(`{place.sight}. It was beautiful. But it was beautiful here, and the wish was there.`),
        ],
        [
          any(
            `They were not unkind about it. They only knew what they knew. And it is a fact that all of them had been right about everything, so far.`,
          ),
        ],
      ],
    },
    {
      id: 'first',
      titles: ['{one}', 'The first one', 'On the way'],
      why: 'The first who had the same wish.',
      what: '{heroes!} met {one}, who sent a wish along.',
      mood: 'wonder',
      where: 'road',
      time: 'dawn',
      who: ['heroes'],
      core: [
        [
          terse(`"I never got there," said {one}. "{errand}."`),
          young(`Off {heroes} went. There sat {one}. "Is it far?" asked {hero!}. "Yes," said {the one}. "{errand}!"`),
          older(
            `So {heroes} {heroes.moved} on, and came upon {one}. "Is it far?" asked {hero!}. "I never got there," said {the one}. "I had the same wish, once. {errand}."`,
          ),
          eldest(
            `The first to be met was {one}, who laughed, and then stopped laughing. "I had that one too," said {the one}, "when I was young. I put it down somewhere. {errand}."`,
          ),
        ],
      ],
      more: [
        [
          any(
            `"What is it like?" asked {hero!}. "I only know somebody who knew somebody," said {the one}. "They said that there was nothing to compare it to. It was not much help."`,
          ),
          older(
            `"Why did you turn back?" asked {hero!}. {the one} thought about it. "There was a rather good supper," said {the one}, "and then it was Tuesday."`,
          ),
        ],
        [
          any(
            `{place.sound}. The air smelled of {place.smell}. There was a great deal of world, and it was only just getting light.`,
          ),
          ...recalling(
            'supper',
            tender(
              `When {heroes} looked round, {the one} was still looking after {heroes.them}, and had grown quite small, and did not look like somebody who was thinking of supper.`,
            ),
          ),
        ],
        [any(`{refrain}`), funny(`It was straight on, {the one} had said, then left, then ask somebody else.`)],
        [
          older(
            `It was not much to be asked. But it was handed over with such care that {heroes} took it with care as well, and looked for a place for it where it would not get crushed.`,
          ),
          any(`"I shall," {hero.said} {hero!}. It is not a thing that one can say and then not do.`),
        ],
      ],
    },
    {
      id: 'second',
      titles: ['{two}', 'The second one', 'Further'],
      why: 'The second, and the way grows harder.',
      what: '{heroes!} met {two}.',
      mood: 'wonder',
      where: 'road',
      time: 'day',
      who: ['heroes'],
      core: [
        [
          terse(`"It was always too far for me," said {two}. "Will you think of me?"`),
          young(
            `On and on. Then came {two}. "Is it far now?" asked {hero!}. "Oh yes," said {the two}. "But I wish that too. Think of me!"`,
          ),
          older(
            `Then there was {two}. "How far is it now?" asked {hero!}. "It has always been a bit further than I could go," said {the two}. "But I think of it. Will you think of me?"`,
          ),
          eldest(
            `The second was {two}, which had seen nearly everything and was tired of most of it. "But not of that," said {the two}. "Nobody is tired of that. If you should get there, look round once, as if you were me."`,
          ),
        ],
        [
          ...given(
            both(hasEvents(1), not(forgets)),
            any(`Not long after, {event1!}`),
            older(`It was on that day that something had to be done, and it was: {event1!}`),
          ),
        ],
        [...given(hasEvents(2), any(`Then {event2!}`))],
      ],
      more: [
        [
          any(
            `"What will you do when you are there?" asked {the two}. {hero!} had never thought so far. "Look," {hero.said} {hero!} at last. "And then look again."`,
          ),
          any(
            `They went a little of the way together. It is easier to wish in company. One holds the front of it, and one the back.`,
          ),
          older(
            `"You are rather small for it," said {the two}. "The wish does not mind," said {hero!}. "It must be small as well." "Oh no," said {hero!}. "It sticks out on every side."`,
          ),
        ],
        [
          any(`{place.sight}. It did not look any nearer, but it looked different, and {heroes} took that for a sign.`),
          ...given(
            melts,
            any(
              `The days were getting longer, and that was good, and warmer, and that was not. {heroes!} kept to the north side of things.`,
            ),
          ),
        ],
        [
          any(
            `Two wishes went along with {heroes} now, beside the one. They were no trouble. They hardly took up any room.`,
          ),
          funny(
            `"And if it is not as good as they say?" asked {the two}. "Then I shall come back and tell you," said {hero!}, "and we shall both be cross."`,
          ),
        ],
        [
          any(
            `"Tell me when you have been," said {the two}. "Tell me slowly. Do not leave out the dull bits. I think that I should like the dull bits best."`,
          ),
        ],
      ],
    },
    {
      id: 'nearly',
      titles: ['Almost not', 'The last bit', '{three}'],
      why: 'The wish is nearly given up, and the smallest one helps.',
      what: '{heroes!} could go no further, until {three} came.',
      mood: 'sad',
      where: 'road',
      time: 'night',
      who: ['heroes'],
      core: [
        [
          ...given(
            melts,
            terse(`It grew so warm that {heroes} hardly lasted. {three} gave {heroes.object} its shadow.`),
            young(
              `But it got warm. Drip! {heroes!} {heroes.was} so small now. "I cannot go on," {heroes.they} said. "Just to the next stone," said {three}. "I will keep the sun off."`,
            ),
            older(
              `But the nights no longer froze, and {heroes} had grown thin as a breath. "I shall not last," {heroes.they} told {three}. "Then last until morning," said {the three}, and stood so that its shadow fell on {heroes.object}.`,
            ),
            eldest(
              `One cannot go to meet the spring and stay as one is. {heroes!} had six points when {heroes.they} set out, and now {heroes.they} had five and a half. "Get behind me," said {three}. It was not a large shadow, but it was all that there was of it.`,
            ),
          ),
          ...given(
            stays,
            terse(`At the last bit {heroes} nearly stopped. "Going on?" said {three}. "So am I."`),
            young(
              `But it was so far! {heroes!} {heroes.was} so tired. "I cannot go on," {heroes.they} said. "Just one more bit," said {three}. "I will come too."`,
            ),
            older(
              `The last bit was the longest. There {heroes} stopped, and might have stayed, but for {three}, who was coming the same way, a hair's breadth at a time. "Going on?" said {the three}. "Good. So am I."`,
            ),
            eldest(
              `There is a place on every long way where nobody has put a sign, because nobody has had the strength. {heroes!} had come to it. So had {three}, years ago, and had never stopped. "The trick," said {the three}, "is not to be told how far it is."`,
            ),
          ),
        ],
        [...given(hasEvents(3), any(`And {event3!}`))],
        [
          ...given(
            (tale) => tale.idea.fear !== undefined,
            any(`And there was {fear} to think of as well, and there was no way round it. So {heroes} went through.`),
          ),
        ],
      ],
      more: [
        [
          any(
            `"{doubt}," said the dark. It had the same voice as everybody. {heroes!} had no answer, and no strength to look for one, and so just did not stop.`,
          ),
          older(
            `{heroes!} thought of {the one}, and of {the two}, and how each of them had stood there and watched. It is hard to put down a thing that is not only one's own.`,
          ),
        ],
        [
          any(`{sky} {place.sound}. Nothing else was going anywhere.`),
          tender(
            `"Do you wish for it too?" asked {hero!}. "I did not know that there was anything else," said {the three}.`,
          ),
        ],
        [
          any(`{refrain}`),
          funny(`"How long have you been on the way?" asked {hero!}. "What year is it?" said {the three}.`),
        ],
        [
          any(
            `The night had a great many hours in it. They came past one by one, like cows, and each of them stopped and looked.`,
          ),
        ],
      ],
    },
    {
      id: 'there',
      titles: ['There', 'In the morning', 'As far as it is'],
      why: 'The wish comes true, for all of them.',
      what: '{wish!}',
      mood: 'happy',
      where: 'away',
      time: 'dawn',
      who: ['heroes'],
      core: [
        [
          ...given(
            both(wishes, melts),
            terse(`Then the ground cracked, and something green and gold came out. {wish!}`),
            young(`In the morning, something green came up. It opened. It was yellow inside! And so {wish!}`),
            older(
              `In the morning the ground beside {heroes.object} cracked like an egg. Something green put its head out, looked about, and opened, and inside it was gold. So {wish!}`,
            ),
            eldest(
              `It happened a hand's breadth away. The earth lifted, as if somebody were knocking from below. It was green, and then it was purple, and in the middle of the purple a small gold lamp was lit. And so, against the rule, {wish!}`,
            ),
          ),
          ...given(
            both(wishes, stays),
            terse(`And one morning it was done. {wish!}`),
            young(`And then, one morning, it was true. {wish!} Oh! Oh! Oh!`),
            older(
              `And on a morning like any other, with no trumpets at all, it was done. {wish!} It was just as far as it was, and not a step further.`,
            ),
            eldest(
              `It would be pleasant to say that the sky opened. The sky did as it always does. But {wish!} And that was better than the sky.`,
            ),
          ),
        ],
        [
          ...given(
            sees,
            terse(`{heroes!} looked once for each of them.`),
            any(
              `{heroes!} looked once for {the one}, and once for {the two}, and once for {the three}. The last look was all {heroes.their} own.`,
            ),
          ),
          ...given(
            not(sees),
            terse(`It was for {the one} as well, and {the two}, and {the three}.`),
            any(
              `That was for {the one}. The next was for {the two}, and then one for {the three}. And the last, and longest, was for {heroes.self} alone.`,
            ),
          ),
        ],
      ],
      more: [
        [
          any(`It was not like anything. They had been right about that. {heroes!} {heroes.glad}.`),
          older(
            `For a long time there was nothing to say. Then there was so much to say that there was no beginning to it. {heroes!} said, "Oh." It covered most of it.`,
          ),
        ],
        [
          any(
            `It was very quiet, and very bright. The wish lay quite still, like a dog that has brought back the stick.`,
          ),
          funny(
            `"Is that it?" asked {the three}. "That is it," said {hero!}. "It is bigger than I had thought," said {the three}, "and I had thought it rather big."`,
          ),
        ],
        [
          ...given(
            melts,
            tender(
              `The sun came over the hill. {heroes!} felt it come. It did not hurt. It was like being asked to dance.`,
            ),
          ),
          tender(`"{doubt}," said {hero!} softly, to hear how it sounded from here. It sounded like another language.`),
        ],
        [any(`And all the way that they had come, it was morning as well.`)],
      ],
    },
    {
      id: 'after',
      titles: ['Afterwards', 'What became of it', 'Once more'],
      why: 'What is left of a wish when it has come true.',
      what: 'The wish was told on.',
      mood: 'calm',
      where: 'away',
      time: 'day',
      who: ['heroes'],
      core: [
        [
          ...given(
            melts,
            terse(`Then there was no {heroes.kind} any more, only a bright drop, deep in a flower.`),
            young(
              `Then {heroes} {heroes.was} not a {heroes.kind} any more. {heroes.they} {heroes.was} a drop, a round, bright drop, right in the middle of the flower.`,
            ),
            older(
              `Then the sun touched {heroes.object}, and {heroes.they} let go. What had been a {heroes.kind} ran down, as a clear round drop, into the cup of the flower, and the whole of the spring was in it, upside down.`,
            ),
            eldest(
              `And when the sun asked, {heroes} did not say no. There was no {heroes.kind} after that. There was a drop, in the cup of a flower, and everything that was to be seen that spring could be seen in it.`,
            ),
          ),
          ...given(
            stays,
            terse(`On the way back there were three who wanted to hear all of it.`),
            young(`"Tell me about it!" said everybody. And {heroes} told them, and told them, and told them.`),
            older(
              `On the way back there were three who waited, and each of them got all of it, from the beginning. {the one} had saved some supper.`,
            ),
            eldest(
              `{heroes!} carried it home, to {the one}, and {the two}, and {the three}, who all said that it was exactly as they had thought, and all wanted to hear it again.`,
            ),
          ),
        ],
      ],
      more: [
        [
          ...given(
            melts,
            any(
              `In the afternoon {the one} came by, and drank there, and flew up again, and did not know why it suddenly felt so much like singing.`,
            ),
          ),
          ...given(
            stays,
            any(
              `And those who had said "{doubt}" were heard to say that they had always thought so, about the others, but never about {heroes.object}.`,
            ),
          ),
        ],
        [
          tender(
            `It went on being far for everybody else. But it was a bit less far than before, as a way is when somebody has gone it.`,
          ),
          ...given(
            melts,
            older(
              `Some of it went down to the roots, and some of it went up, and is a cloud by now, and has been to the sea. It will be back. It knows the way.`,
            ),
          ),
        ],
      ],
    },
  ],
  lastLines: [
    ...given(
      melts,
      any(`And when the first flake fell next winter, it already knew what it wanted.`),
      tender(`Look closely at a flower, early, before the sun is up. There is somebody in it, looking out.`),
    ),
    ...given(
      stays,
      any(`Then somebody very small came along the road and asked, "Is it far?"`),
      older(`The wish had gone on ahead by then, to look for somebody else.`),
      any(`"Is it far?" asked somebody. "It is as far as it is," said {hero!}. "I will show you where it begins."`),
    ),
    ...given(stays, ...recalling('soup', funny(`After that, there was only the one about soup.`))),
    ...given(melts, older(`It is as far as it is. But it comes to meet you.`)),
  ],
};
