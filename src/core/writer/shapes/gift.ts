import type { Idea, ShapeBeat, StoryShape } from '../types.ts';
import { any, both, type Condition, eldest, funny, given, not, older, tender, young, recalling, terse } from './say.ts';
import { friendIsHero, withInsteadOfFriend } from './stand-in.ts';
import { words } from './timing.ts';

const GIVES = words('give lend bring send hand leave offer grant present pass');
const GETS = words('get receive inherit borrow unwrap');

function isGiven(idea: Idea): boolean {
  const first = idea.events[0];
  if (!first || !idea.thing) return false;
  const byHero = first.subjects.some((id) => idea.heroes.includes(id));
  // 'Gets lost' is no present.
  if (/^get (?!an? |the |one |two )/u.test(first.base)) return false;
  return byHero ? GETS.has(first.verb) : GIVES.has(first.verb);
}

const time: Condition = (tale) => /\b(?:hour|minute|day|night|time|second|week)s?\b/u.test(tale.idea.thing?.noun ?? '');
const returned: Condition = (tale) => tale.idea.events.slice(1).some(({ base }) => /\bback\b|\breturn/u.test(base));
const keeps = not(returned);
const has =
  (count: number): Condition =>
  (tale) =>
    tale.idea.events.length >= count;
const giverGiven: Condition = (tale) => tale.idea.events[0]?.subjects.includes('friend') ?? false;

const hasThird: Condition = (tale) => tale.cast.get('third') !== undefined && !tale.idea.heroes.includes('third');
const KINDS: NonNullable<StoryShape['added']>[number]['kinds'] = [
  { kind: 'neighbour', traits: ['old'], gender: 'she', nature: 'person' },
  { kind: 'mender', traits: ['old'], gender: 'he', nature: 'person' },
];

const BEATS: readonly ShapeBeat[] = [
  {
    id: 'too-little',
    titles: ['Never enough', 'Before', 'The window across the way'],
    why: 'So that we know what {heroes!} lacks.',
    what: '{heroes!} never had enough of what was wanted most.',
    mood: 'calm',
    where: 'home',
    time: 'dusk',
    who: ['heroes', 'friend'],
    core: [
      [
        ...given(
          time,
          terse(`For {heroes.intro} the days were always too short.`),
          young(
            `Here {heroes.is} {heroes.intro}. "Bedtime!" they always said. "Oh no," said {hero!}. "Not yet! I am not done."`,
          ),
          older(
            `For {heroes.intro} the days were too short. There was always a page left over, or a song, or half a castle, when somebody called, "Bed!"`,
          ),
          eldest(
            `Most people have as many hours as they need and waste a few. {heroes.intro} had none over. Every evening there was something left that did not fit into the day.`,
          ),
        ),
        ...given(
          not(time),
          terse(`There was not much that {heroes.intro} could call {heroes.their} own.`),
          young(
            `Here {heroes.is} {heroes.intro}. {heroes!} did not have very much. But {heroes} had a friend: {friend.intro}.`,
          ),
          older(
            `There was not much that {heroes.intro} could call {heroes.their} own: a window, a view, and good evening from {friend.intro}.`,
          ),
        ),
      ],
    ],
    more: [
      [
        ...given(
          time,
          any(
            `"Five more minutes," said {hero!}. "You had those yesterday," they said. And it was true. {heroes!} had had them yesterday, and they were all used up.`,
          ),
        ),
        any(
          `Across the way there was a window that was never dark. That was where {friend} sat and worked, with {friend.their} head bent under the lamp. Sometimes one of them waved, and sometimes the other.`,
        ),
      ],
      [
        older(
          `On the sill over there stood {a clock}. It was the only one in the street that was always right, and {heroes} went by it.`,
        ),
        any(
          `{place.sound}. Over there, on the sill, stood {a clock}, ticking as if it were telling somebody a long story with only two words in it.`,
        ),
      ],
      [
        any(`{sky} {place.sight}.`),
        tender(`{sky} It seemed a pity that it should all go on, and nobody there to see.`),
      ],
      [
        any(
          `They had hardly ever spoken, the two windows. But one gets to know somebody by the way in which the lamp is put out: first low, then lower, then good night.`,
        ),
      ],
    ],
  },
  {
    id: 'given',
    titles: ['In {wrapping}', 'A small parcel', 'For you'],
    why: 'The gift comes.',
    what: '{event1!}',
    mood: 'wonder',
    where: 'home',
    time: 'night',
    who: ['heroes', 'friend'],
    core: [
      [
        ...given(
          both(time, giverGiven),
          terse(`Then {event1!} Nobody else noticed.`),
          young(`Then {event1!} "It starts when the bell stops," {friend.said} {friend!}. Bong! And all was still.`),
          older(
            `Then something happened that is not in any calendar. {event1!} "It begins when the last stroke of the bell is over," {friend} told {heroes.object}, "and nobody else will notice."`,
          ),
          eldest(
            `It was not wrapped, since there is no paper for such a thing. {event1!} "It lies between the last stroke and the first tick," {friend} explained. "You have to step in quickly. Mind the edge."`,
          ),
        ),
        ...given(
          not(both(time, giverGiven)),
          terse(`It came in {wrapping}. That was how {event1!}`),
          young(`Knock, knock! There was a parcel in {wrapping}. And so {event1!}`),
          older(`It came in {wrapping}, with a knot that took a long time. That was how {event1!}`),
        ),
      ],
    ],
    more: [
      [
        any(
          `"What do I have to do for it?" asked {hero!}. "Use it," {friend.said} {friend!}. There was more to the answer, but that part was kept back.`,
        ),
        older(
          `"Is it mine?" asked {hero!}. "It is yours for now," {friend.said} {friend!}, which is the most that can be said of anything. {refrain}`,
        ),
      ],
      [
        ...given(
          time,
          any(
            `The bell rang, and stopped. And it grew so still that {heroes} heard the dust come down. In the street a cat stood with one paw in the air. A drop hung from the tap and did not fall.`,
          ),
        ),
        ...given(
          not(time),
          any(
            `{heroes!} held it to the light, and to {heroes.their} ear, and then a little way off. However one held it, it was real.`,
          ),
        ),
      ],
      [
        any(`{heroes!} {heroes.glad}. And then, since such a thing has to be begun, {heroes} began.`),
        funny(
          `"Are there instructions?" asked {hero!}. "There is one," {friend.said} {friend!}. "Do not tidy up with it. What a waste that would be."`,
        ),
      ],
    ],
  },
  {
    id: 'joy',
    titles: ['The front of the gift', 'All the things to do', 'Night after night'],
    why: 'How good it is.',
    what: '{heroes!} used the gift, and made {work}.',
    mood: 'happy',
    where: 'home',
    time: 'night',
    who: ['heroes'],
    core: [
      [
        ...given(
          time,
          terse(`In it {heroes} made {work}, and looked out of the window.`),
          young(
            `What fun it was! {heroes!} read. {heroes!} sang. {heroes!} made {work}. And all the others were asleep.`,
          ),
          older(
            `In the first one {heroes} finished the book. In the second {heroes} began {work}. In the third {heroes.they} did nothing but look out of the window, and that was the best.`,
          ),
          eldest(
            `By the end of the week {heroes} knew what the others did not: how the street looks when nobody is using it, and that one can make {work} if one is not called to supper.`,
          ),
        ),
        ...given(
          not(time),
          terse(`There had never been such days.`),
          young(
            `What fun it was! {heroes!} took {thing} up the hill, and down the hill, and to bed. "Look what I have!" sang {hero!}.`,
          ),
          older(
            `There had never been such days. {heroes!} woke up and remembered, and {heroes.was} glad before {heroes.they} even had {heroes.their} eyes open.`,
          ),
        ),
      ],
    ],
    more: [
      [
        ...given(
          time,
          any(
            `There were others out there, {heroes} found, who had an hour like that: {awake}, and a nurse with cold feet, and somebody at a piano, very soft. They nodded to each other, as people do on a small island.`,
          ),
        ),
        any(`{place.sound}. {place.sight}. None of it had changed. It was only that now there was room to look.`),
      ],
      [
        ...given(
          time,
          any(
            `Once {heroes} went up to the very top of the hill and said {heroes.their} own name out loud, to see what it did there. It went a long way.`,
          ),
        ),
        older(
          `It is odd with a thing that one has always wanted. For a while one is afraid to put it down. Then one puts it down, and it is still there, and that is when one really has it.`,
        ),
      ],
      [
        ...recalling(
          'waved',
          tender(
            `And every time, at the end, {heroes} waved at the window across the way. {friend!} waved back. It seemed to take {friend.them} a little longer than it used to.`,
          ),
        ),
        ...recalling(
          'waved',
          any(
            `Every time, {heroes} waved at the window across the way, and {friend} waved back, although {friend.they} {friend.was} sitting down for it now.`,
          ),
        ),
      ],
    ],
  },
  {
    id: 'the-back',
    titles: ['The back of the gift', 'Where it came from', 'What stood still'],
    why: 'The gift was not without its price, and somebody else was paying.',
    what: '{heroes!} found out what the gift had cost {friend.object}.',
    mood: 'sad',
    where: 'workshop',
    time: 'night',
    who: ['heroes', 'friend'],
    core: [
      [
        ...given(
          time,
          terse(
            `But over at the workshop, {a clock} stood still. It was {friend.their} own hour that {friend} had given away.`,
          ),
          young(
            `One night {heroes} went to see {friend}. {the clock} stood still. It was {friend.their} own clock! The hour was {friend.their} own.`,
          ),
          older(
            `Then one night {heroes} went across to say thank you. On the sill {the clock} had stopped, and beside it sat {friend}, as still as a picture. So that was where it came from. It was {friend.their} own.`,
          ),
          eldest(
            `It was only when {heroes} went over to say thank you that the sum came out. {the clock} stood still for exactly as long as {heroes.their} hour lasted. {friend!} had not found it, or made it. {friend.they} had gone without.`,
          ),
        ),
        ...given(
          not(time),
          terse(`But where {thing} used to be, {friend} had only an empty place.`),
          young(`Then {heroes} went to see {friend}. Where {thing} had been, there was only an empty place. Oh!`),
          older(
            `Then {heroes} went across to say thank you. There was a pale place where {thing} had always been, and {friend} sat with {friend.their} back to it, so as not to see.`,
          ),
        ),
      ],
    ],
    more: [
      [
        any(
          `There were things on the bench that had been begun and not finished. There were a good many of them. They had the look of guests who have been told that it will only be a moment.`,
        ),
        older(
          `{place.sound}. {heroes!} had thought that it must be full in here, where such gifts came from. It was rather bare.`,
        ),
      ],
      [
        any(
          `"You never said," {hero.said} {hero!}. "You never asked," {friend.said} {friend!}, not at all crossly. "One does not, when it is a present. One turns off the price, like a light."`,
        ),
        ...given(
          time,
          older(
            `"What do you do in it, when you are in here?" asked {hero!} afterwards. "In what?" asked {friend!}, and rubbed {friend.their} eyes, and looked at {the clock}. "Ah. Is it so late?"`,
          ),
        ),
      ],
      [
        any(`{refrain} {heroes!} had looked only at the one side.`),
        tender(
          `{heroes!} went home quietly, and did not use what was left that night. It ticked in the corner like somebody waiting to be asked.`,
        ),
      ],
      [
        any(
          `And {heroes} thought of all the times that somebody had waved, over there, a little more slowly each time. One could have counted. One could have asked.`,
        ),
      ],
    ],
  },
  {
    id: 'back',
    titles: ['Giving it back', 'Across the street again', 'Both hands'],
    why: 'What the gift asks for.',
    what: 'It was time to give something back.',
    mood: 'brave',
    where: 'workshop',
    time: 'night',
    who: ['heroes', 'friend'],
    core: [
      [
        ...given(
          both(has(2), returned),
          terse(`It was hard. But {event2!} And {the clock} went on.`),
          young(`It was hard. {heroes!} wanted it so much! But {event2!} And tick, tick, tick, went {the clock}.`),
          older(
            `It is not easy to let go of such a thing. One has to open one hand after the other. But {event2!} And on the sill, {the clock} gave a cough, and went.`,
          ),
          eldest(
            `{heroes!} thought of nine reasons for keeping it, and they were good ones. Then {event2!} It was done in less time than it takes to say. {the clock} cleared its throat and took up its story where it had left off.`,
          ),
        ),
        ...given(
          both(has(2), keeps),
          any(`{heroes!} knew what to do. {event2!} And it was as if the room had been waiting for it.`),
          older(
            `It was {heroes.their} turn now. {event2!} And {friend} watched, and said nothing, and looked ten years younger.`,
          ),
        ),
        ...given(
          not(has(2)),
          any(
            `So {heroes} took {thing}, and half of all that had come of it, and carried it across the way. "It is too much for one," {hero.said} {hero!}. "Let us both have it."`,
          ),
        ),
      ],
      [...given(has(3), any(`Then {event3!}`), older(`And because one thing leads to another, {event3!}`))],
    ],
    more: [
      [
        any(`"Are you sure?" asked {friend!}. "No," said {hero!}. "Take it quickly."`),
        ...recalling(
          'bench',
          older(
            `"You need not," {friend.said} {friend!}. "You might have it another year. I should hardly miss it." But {heroes} had seen the bench.`,
          ),
        ),
      ],
      [
        ...given(
          time,
          ...recalling(
            'paw',
            any(
              `In the street the cat put down its paw. The drop fell from the tap. All the little sounds that had been held back for so long ran out at once, like children from a school.`,
            ),
          ),
        ),
        any(
          `{heroes!} {heroes.felt}. {heroes.their} hands felt strange, and light, and a good deal bigger than before.`,
        ),
      ],
      [
        tender(`Neither of them said anything for a while. {refrain}`),
        funny(
          `"There is a thank-you that goes with it," {hero.said} {hero!}. "I have been carrying it about for weeks, and it is getting heavy." "Put it there," {friend.said} {friend!}, "next to the glue."`,
        ),
      ],
      [
        older(
          `It is said that giving is easy, and getting is easier. But there is a third thing, which has no name, when what was given goes home again. It makes a small click, like a door that fits.`,
        ),
      ],
    ],
  },
  {
    id: 'after',
    titles: ['In broad daylight', 'Afterwards', 'What was left'],
    why: 'What is left when a gift is given back.',
    what: '{heroes!} brought {friend!} something of {heroes.their} own.',
    mood: 'happy',
    where: 'workshop',
    time: 'day',
    who: ['heroes', 'friend'],
    core: [
      [
        ...given(
          time,
          terse(
            `Next day {heroes} knocked. "I have brought an hour of my own," {heroes.they} said, "for the two of us."`,
          ),
          young(
            `The next day {heroes} came back. "I have an hour," {heroes} said. "It is my own one. Shall we share it?"`,
          ),
          older(
            `Next day, in broad daylight, {heroes} knocked at the door across the way. "I have brought an hour," {heroes.they} said. "It is one of my own. I thought that we might use it up together."`,
          ),
          eldest(
            `The next afternoon somebody knocked. "It is not an extra one," said {hero!}. "It is quite an ordinary hour, from between four and five. But it is mine, and I have nothing else to do in it."`,
          ),
        ),
        ...given(
          not(time),
          terse(`After that {thing} belonged to the two of them.`),
          young(`Now {heroes} comes every day. They look at {thing} together.`),
          older(
            `After that the door across the way was never locked. {thing} belonged to the two of them, which is to say that there was twice as much of it.`,
          ),
        ),
      ],
    ],
    more: [
      [
        any(
          `{heroes!} had brought {work} as well. It was put on the sill beside {the clock}, where everybody who went by could see it.`,
        ),
        ...recalling(
          'bench',
          older(
            `They finished one of the things on the bench. It turned out to be a nutcracker. Neither of them had any nuts, so they began on the next.`,
          ),
        ),
      ],
      [
        ...recalling(
          'waved',
          any(
            `"What was the best of it?" asked {friend!}. {heroes!} thought about it. "When you waved," said {hero!}.`,
          ),
        ),
        tender(
          `{place.sound}. It was only an hour, with an ordinary beginning and an ordinary end, and it was not nearly long enough, and they had another one the next day.`,
        ),
      ],
      [
        any(
          `The street looked the same as ever. But sometimes, late, {heroes} woke up, and lay and listened to {the clock} across the way, telling its two words to somebody who was awake.`,
        ),
      ],
      [
        older(
          `Somebody who passed by at five saw two heads under the one lamp, and could not have said which was teaching the other.`,
        ),
      ],
    ],
  },
];

/** Told in a low voice, by the light of one lamp: a gift has a front and a back. */
export const gift: StoryShape = {
  id: 'gift',
  name: 'A gift',
  fits: (idea) => (isGiven(idea) ? 0.96 : /\b(?:gift|present)\b/iu.test(idea.text) && idea.thing ? 0.3 : 0),
  choices: {
    clock: ['blue clock', 'ship clock', 'moon clock', 'fat little clock', 'tin clock'],
    work: [
      'a letter of eleven pages',
      'a paper lantern',
      'a drawing of the whole street',
      'a hat with ear flaps',
      'a kite like a swallow',
    ],
    awake: ['a baker', 'a lamplighter', 'an owl', 'an old cook', 'a street sweeper'],
    wrapping: ['brown paper', 'a blue handkerchief', 'an old newspaper', 'an old stocking'],
  },
  added: [
    { id: 'friend', when: (idea) => !idea.characters.some((character) => character.id === 'friend'), kinds: KINDS },
    {
      id: 'giver',
      when: (idea) => idea.heroes.includes('friend') && !idea.characters.some(({ id }) => id === 'third'),
      kinds: KINDS,
    },
  ],
  titles: ['Given to {heroes!}', 'The Back of the Gift', '{heroes!} and {thing}', 'The {clock}', 'Wrapped in Nothing'],
  refrains: [
    'Every gift has a front and a back.',
    'Take it lightly. It was not light to give.',
    'What is given goes on going.',
    'It weighed nothing at all, and it weighed a great deal.',
  ],
  beats: [
    ...withInsteadOfFriend('friend', not(friendIsHero), BEATS),
    ...withInsteadOfFriend('third', both(friendIsHero, hasThird), BEATS),
    ...withInsteadOfFriend('giver', both(friendIsHero, not(hasThird)), BEATS),
  ],
  lastLines: [
    ...recalling('clock', any(`And on the sill, {the clock} told its long story, and now it had three words in it.`)),
    ...recalling('waved', any(`Across the way somebody waved, and somebody waved back.`)),
    ...given(
      time,
      older(`The days were still too short. But now they were too short for two, and that is a different thing.`),
    ),
    ...given(
      time,
      ...recalling(
        'five more minutes',
        funny(
          `As for bedtime, it came just as before. "Five more minutes," said {hero!}. "You may have two of mine," said a voice across the street.`,
        ),
      ),
    ),
    tender(`The lamp burned low, and nobody asked how late it was.`),
  ],
};
