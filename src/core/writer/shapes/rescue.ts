import type { Idea, StoryShape, Tale } from '../types.ts';
import {
  alone,
  any,
  beside,
  present,
  both,
  byHeroes,
  type Condition,
  eldest,
  funny,
  given,
  hasEnding,
  hasEvents,
  not,
  older,
  tender,
  together,
  young,
  long,
  terse,
  toned,
} from './say.ts';

const RESCUING = new Set(
  'rescue save free help protect defend release catch pull untie carry bring deliver warn stop heal'.split(' '),
);

/** Which of the idea's events is the rescue; the last one where none says so. 0 when there is none at all. */
function rescueOf(idea: Idea): number {
  const index = idea.events.findIndex((event) => RESCUING.has(event.verb));
  return index < 0 ? idea.events.length : index + 1;
}
function rescueIs(number: number): Condition {
  return (tale: Tale) => rescueOf(tale.idea) === number;
}
const tail =
  (number: number): Condition =>
  (tale) =>
    rescueOf(tale.idea) > number;
const rescueNow = (number: number): ReturnType<typeof given> => [
  ...given(
    both(rescueIs(number), byHeroes(number)),
    terse(`One breath. One heave. And {heroes} {event${String(number)}.past}.`),
    young(`One, two, three, and pull! Hold on! Hold tight! And yes! {heroes!} {event${String(number)}.past}.`),
    older(
      `There was no time to be afraid, so {heroes} put it off until later. One breath. One heave. And {heroes} {event${String(number)}.past}.`,
    ),
    eldest(
      `Afterwards nobody could say how it had been done, least of all {heroes!}. There was a moment with too much in it. Then it was over, and {heroes} {event${String(number)}.past}.`,
    ),
  ),
  ...given(
    both(rescueIs(number), not(byHeroes(number))),
    young(`One, two, three, and pull! Hold on! Hold tight! And then: {event${String(number)}!}`),
    older(`There was one moment that had too much in it. Then it was over. {event${String(number)}!}`),
  ),
];

/** Told quickly, in short breaths: the alarm, the way that is too long, the small helper at the right time. */
export const rescue: StoryShape = {
  id: 'rescue',
  name: 'The rescue',
  fits: (idea) => {
    const first = idea.events.find((event) => RESCUING.has(event.verb));
    if (first === undefined) return 0.08;
    // The hero is the one who helps, not the one who is helped.
    if (!first.subjects.every((id) => idea.heroes.includes(id))) return 0.2;
    return ['rescue', 'save', 'free'].includes(first.verb) ? 0.9 : 0.5;
  },
  choices: {
    token: ['skipping rope', 'walking stick', 'clothes line', 'long striped sock'],
    small: ['snail', 'gnat', 'newt', 'beetle'],
    late: ['the last light was going', 'the clock struck the quarter', 'the shadows were getting long'],
  },
  titles: ['No Time to Lose', '{heroes!} to the Rescue', 'Hold On!', 'Just in Time'],
  refrains: [
    'Quick, quick, there is no time to lose!',
    'Hold on, hold on, somebody is coming!',
    'Over the hill and under the wind, and on, and on!',
    'Now, said the clock, and now, and now.',
  ],
  beats: [
    {
      id: 'before',
      titles: ['An ordinary day', 'Before', 'A {token}'],
      why: 'Who {heroes!} {heroes.was} before anyone needed {heroes.them}.',
      what: '{heroes!} had a {token}.',
      mood: 'calm',
      where: 'home',
      time: 'day',
      who: ['heroes'],
      core: [
        [
          toned(
            'dreamy',
            `It was one of those long, warm days that have forgotten to end. In the middle of it {heroes.was} {heroes.intro}, with a {token}.`,
          ),
          toned(
            'adventurous',
            `If ever you need somebody in a hurry, do not ask for the strongest. Ask for {heroes.intro}, and the {token}.`,
          ),
          toned(
            'funny',
            `{home.in} there was a waiting list for heroes. At the very bottom of it, in small letters, stood {heroes.intro}. Beside it somebody had written: has own {token}.`,
          ),
          terse(`{home.in} lived {heroes.intro}, and everyone smiled at a certain {token}.`),
          young(
            `This is {heroes.intro}. And this is a {token}. {heroes!} took it everywhere. "It may be good for something," {hero.said} {hero!}.`,
          ),
          older(
            `Up to four o'clock it was a day like any other {home.in}. {heroes.intro} had nothing to do, and a {token} to do it with.`,
          ),
          older(
            `You would not have picked out {heroes.intro} for a hero. There was the matter of the {token}, to begin with, that went along everywhere, and made people smile.`,
          ),
          eldest(
            `The bold are always the last to be at home when something happens. On that day there was nobody at home but {heroes.intro}, with a {token}.`,
          ),
        ],
        [
          ...given(
            present('friend'),
            any(`Not far off was {friend.intro}, and thought no harm at all.`),
            any(`That morning {heroes} had waved to {friend.intro}, and {friend} had waved back.`),
          ),
        ],
        [...given(beside('third'), any(`So was {third.intro}.`))],
      ],
      more: [
        [
          any(
            `"What is that for?" people asked, and pointed at the {token}. "I shall know when it happens," {hero.said} {hero!}. People went away shaking their heads, and that was good for the neck.`,
          ),
          any(`Nobody had ever asked {heroes.them} to save anything, except perhaps a place in the queue.`),
        ],
        [
          any(`{sky} {place.sound}. It was so peaceful that the very flies were yawning.`),
          any(
            `A {small} had got itself shut in under a glass, and went round and round. {heroes!} lifted the glass. "Off with you," {hero.said} {hero!}. It took no time at all.`,
          ),
        ],
        [
          funny(
            `There was a club for heroes {home.in}. It had nine members, a flag, and a song. {heroes!} had once asked to join. They had asked to see the muscles, and that had been that.`,
          ),
          any(
            `{heroes!} had small ways, and liked small things: the first minute of rain, the last crumb, the sound of a gate that shuts by itself.`,
          ),
        ],
        [
          any(
            `The {token} had come with the house, or with an uncle. Nobody remembered which. It was the only thing that {heroes} had ever owned that was of no use at all, and so it was never put away.`,
          ),
          any(
            `That day {heroes} had already done four things: got up, looked out, thought about it, and stayed. It was not yet noon.`,
          ),
        ],
      ],
    },
    {
      id: 'alarm',
      titles: ['Help!', "Four o'clock", 'The alarm'],
      why: 'Somebody is in need.',
      what: 'A cry for help came.',
      mood: 'tense',
      where: 'home',
      time: 'day',
      who: ['heroes'],
      core: [
        [
          ...given(
            both(tail(1), byHeroes(1)),
            terse(`On that day {heroes} {event1.past}. Then came a cry. {refrain}`),
            young(
              `That day {heroes} {event1.past}. And then there was a cry. "Help!" it went. "Help, help!" {refrain}`,
            ),
            older(
              `On that day {heroes} {event1.past}. It was hardly done when there came a cry. It was only one word, the word for which everyone drops whatever they are holding. {refrain}`,
            ),
          ),
          ...given(
            both(tail(1), not(byHeroes(1))),
            terse(`Then everything came at once. {event1!} {refrain}`),
            young(`Then it happened. {event1!} Oh no, oh no, oh no! {refrain}`),
            older(
              `Then, at four, everything came at once. {event1!} There was a cry, and after the cry a silence, and the silence was worse. {refrain}`,
            ),
          ),
          ...given(
            not(tail(1)),
            terse(`Then came a cry, thin and far away. {refrain}`),
            young(`Then there was a cry. "Help!" it went. "Help, help!" Who was it? Where was it? {refrain}`),
            older(
              `At four o'clock came the cry. It was thin, and it was far away, and it was only one word. It was the word for which everyone drops whatever they are holding. {refrain}`,
            ),
            eldest(
              `At four o'clock somebody called for help. It was quite a small sound. It went through the afternoon like a pin through silk. {refrain}`,
            ),
          ),
        ],
      ],
      more: [
        [
          any(
            `"Somebody should go," said one. "Somebody must go," said another. They were still agreeing about it when {heroes} {heroes.was} already on the way.`,
          ),
          any(
            `The members of the club came out, and sang the song. It had eleven verses. "Is anybody going?" asked {hero!}. "After the song," they said.`,
          ),
        ],
        [
          any(
            `Was it dangerous? Certainly. Was it far? Rather. {heroes!} did not ask a third question, because the third one is always: must it be me?`,
          ),
          any(`{heroes!} took the {token}, and nothing else. There was nothing else.`),
        ],
        [
          tender(
            `For one moment {heroes} stood quite still. It is only a step, from one who hears a thing to one who goes. But it is a high step.`,
          ),
          any(
            `Somewhere under a leaf a {small} had heard it, too, and had begun to count: one, two, three. It could not count any further. It hoped that that would do.`,
          ),
        ],
        [
          any(
            `"It is much too far," said the wise. "It is much too late," said the quick. "It is much too heavy," said the strong. They were all of them quite right. {heroes!} thanked them, and went.`,
          ),
          young(
            `Too far? Perhaps. Too hard? Perhaps. Too late? Not yet! And off it went, that little {token}, bump, bump, bump, behind.`,
          ),
        ],
      ],
    },
    {
      id: 'way',
      when: (tale) => long(tale) || tail(2)(tale),
      titles: ['Run!', 'The short way', 'There is no time'],
      why: 'The way is long and the time is short.',
      what: '{heroes!} hurried, and the way was blocked.',
      mood: 'tense',
      where: 'road',
      time: 'day',
      who: ['heroes'],
      core: [
        [
          young(
            `Off {heroes} went, over this and under that. Faster! Faster! But what was here? The way was shut. Bump!`,
          ),
          older(
            `{heroes} took the short way, which nobody takes, and soon saw why. It was all corners, and then there was no more of it at all.`,
          ),
          eldest(
            `The road was the long way round. {heroes!} went straight, through everything that is between one place and another, and people never know how much that is until they are in a hurry.`,
          ),
        ],
        [...given(tail(2), any(`And in that very moment came the next thing. {event2!}`))],
        [...given(tail(3), any(`Nor was that the end of it. {event3!}`))],
      ],
      more: [
        [
          any(`{weather} Behind, {late}. Ahead, the cry came again, and it was weaker now.`),
          any(`{place.sound}. {heroes} did not hear it. There was only one sound in the world, and it said: help.`),
        ],
        [
          any(
            `"Where are you off to in such a hurry?" asked a mole, who had just come up. "Straight on," {hero.said} {hero!}. "I should not," said the mole. "But then I never go straight on. Try under."`,
          ),
          any(`There was a signpost with four arms. All four of them said: Please wait here.`),
        ],
        [
          ...given(
            together,
            any(
              `"I can't," {friend.said} {friend!}. "Nor can I," {hero.said} {hero!}. "Let us not be able to a little farther on."`,
            ),
          ),
          ...given(
            alone,
            any(
              `"I can't," {hero.said} {hero!}, aloud, to nobody. "But I can get as far as that tree." And then it was the tree after it.`,
            ),
          ),
        ],
        [
          any(
            `Once {heroes} took a wrong turning, and came to a very pretty place with a view. It was a pity. "Another time," {hero.said} {hero!} to the view, and turned round.`,
          ),
          any(
            `The {token} caught on everything. It caught on a thorn, and on a nail, and on somebody's conversation. Each time it had to be got loose, and each time it seemed to say: leave me here. {hero!} did not leave it.`,
          ),
        ],
      ],
    },
    {
      id: 'help',
      when: long,
      titles: ['The {small}', 'Somebody small', 'Left, then left again'],
      why: 'A kindness comes back.',
      what: 'A {small} showed the way.',
      mood: 'wonder',
      where: 'road',
      time: 'day',
      who: ['heroes'],
      core: [
        [
          young(
            `Then a tiny {small} came. "This way!" it cried. "In here, and out there!" And in {heroes} went, and out.`,
          ),
          older(
            `"Left," said a very small voice. It was a {small}. "Somebody once let me out from under a glass. I never forgot it. Left, and then left again, and mind your head."`,
          ),
          eldest(
            `Help, when it came, was about as big as a button. "Follow me," said a {small}, "and do not argue. I have known this place since I was an egg."`,
          ),
        ],
      ],
      more: [
        [
          any(
            `The {small} went ahead. It was like following a comma through a very long sentence. But it knew where it was going, and presently it stopped.`,
          ),
          any(
            `"Are you coming along?" asked {hero!}. "I am a {small}," it said. "I can do small things only. That was it." And it sat down on a leaf, to get its breath.`,
          ),
        ],
        [
          any(
            `And there, through a gap, one could see it all. It looked bad. It looked like a cup on the very edge of a table, in a house full of kittens.`,
          ),
          any(
            `At the end there was light, and in the light the whole of the trouble. It was bigger than it had sounded. There was not a minute left.`,
          ),
        ],
        [
          any(
            `"How did you know that I was coming?" asked {hero!}. "I didn't," said the {small}. "But I knew that it was you. No one else brings a {token}."`,
          ),
          any(
            `It was dark in there, and narrow, and it smelled of [pepper|old rain|last year]. If you are large, you never see such places. {hero!} went through with shut eyes, and the {token} came after, like a tail.`,
          ),
        ],
      ],
    },
    {
      id: 'edge',
      titles: ['What it was for', 'The long end', 'Here and there'],
      why: 'What everyone smiled at is what is needed.',
      what: '{heroes!} knew what the {token} was for.',
      mood: 'tense',
      where: 'away',
      time: 'dusk',
      who: ['heroes'],
      core: [
        [
          terse(`So this was what the {token} was for.`),
          young(
            `"Here!" {hero.said} {hero!}. Out came the {token}. Would it hold? It was long enough. It was strong enough. It was just right!`,
          ),
          older(
            `And then {hero!} knew what the {token} was for. It had never looked like much. But one end of it was here, and the other was there, and in between was all the trouble.`,
          ),
          eldest(
            `So this was what it was for. {hero!} had carried the {token} about for years, past all that smiling, to this one place and this one minute.`,
          ),
        ],
      ],
      more: [
        [
          any(
            `It slipped. It held. It slipped again. The whole world was no longer than a {token}, and had somebody at either end.`,
          ),
          any(
            `"Don't look down," {hero.said} {hero!}. "Look at me. I am much nicer to look at. That is right. And again."`,
          ),
        ],
        [
          any(
            `There was nobody else. {heroes!} looked, to make quite sure. It is a strange feeling to look round for the one who will do it, and to find only oneself.`,
          ),
          any(
            `"I have got you," {hero.said} {hero!}. It was not true yet. But somebody had to say it first, and then there was only the one thing left to do, to make it so.`,
          ),
        ],
      ],
    },
    {
      id: 'saved',
      titles: ['Now!', 'One, two, three', 'The right moment'],
      why: 'The rescue itself.',
      what: '{heroes!} came just in time.',
      mood: 'brave',
      where: 'away',
      time: 'dusk',
      who: ['heroes'],
      core: [
        [
          ...rescueNow(1),
          ...rescueNow(2),
          ...rescueNow(3),
          ...rescueNow(4),
          ...given(
            (tale) => tale.idea.events.length === 0,
            any(
              `One breath. One heave. And then whoever had called for help was standing on firm ground again, and looked as if it were a new invention.`,
            ),
          ),
        ],
        [
          ...given(both(rescueIs(1), hasEvents(2)), any(`And because of that, the rest could follow. {event2!}`)),
          ...given(both(rescueIs(2), hasEvents(3)), any(`And because of that, the rest could follow. {event3!}`)),
        ],
        [...given(both(rescueIs(1), hasEvents(3)), any(`{event3!} It was that sort of day.`))],
        [
          ...given(
            present('friend'),
            any(`"You came," {friend.said} {friend!}. "Well, yes," {hero.said} {hero!}. "You were here."`),
          ),
        ],
      ],
      more: [
        [
          any(
            `Nobody cheered. It was too quiet for that. Then a bird sang one note, to see if it might, and everything went on.`,
          ),
          any(
            `Then {hero!} sat down, quite suddenly, because it was later now, and all the being afraid that had been put off came round to be done.`,
          ),
        ],
        [
          any(
            `"What is that?" asked a shaky voice, and looked at the {token}. "I was never sure," {hero.said} {hero!}. "But I am now."`,
          ),
          any(
            `They sat side by side, and got their breath, and watched the place where the trouble had been. There was nothing there but a little bit of evening.`,
          ),
        ],
      ],
    },
    {
      id: 'after',
      titles: ['Tea', 'After', 'Quite an ordinary evening'],
      why: 'It is over; and nobody is quite as before.',
      what: 'They went home, and {heroes!} still had the {token}.',
      mood: 'happy',
      where: 'home',
      time: 'dusk',
      who: ['heroes'],
      core: [
        [
          terse(`Then there was soup, and the {token} was hung up to dry.`),
          young(`How everyone clapped, and hugged, and danced! And the {token} hung up high, like a flag, to dry.`),
          older(
            `The club for heroes came just then, with the flag, and found everyone safe. "Would you like to join?" they asked. "Thank you," {hero.said} {hero!}, "but I have only the one {token}, and it is wet."`,
          ),
          ...given(
            long,
            older(
              `There was to be a medal. But the {small} was so pleased with the shine of it that {heroes} let it have the medal, and kept the {token}.`,
            ),
          ),
          ...given(
            long,
            eldest(
              `They wished to put up a statue. {heroes!} asked for a small door instead, at about the height of a {small}.`,
            ),
          ),
        ],
        [...given(hasEnding, any(`And when all had been told, and all had been thanked, {heroes} {ending.past}.`))],
      ],
      more: [
        [
          any(
            `There was soup. There were blankets. The story was told from the left, and from the right, and from the middle, and the {small} did all the voices.`,
          ),
          any(
            `"Were you not afraid?" somebody asked. "I was," {hero.said} {hero!}. "I had it afterwards. It is better with something hot."`,
          ),
        ],
        [
          any(
            `Nobody smiled at the {token} any more, or if they did, it was in another way. By the end of the week every child in the place had one.`,
          ),
          any(`{sky} {place.sound}. It had become an ordinary evening. You could see that it was proud of it.`),
        ],
        [
          any(
            `The wise came, and the quick, and the strong. They all shook {heroes.them} by the {hero.hand}, and each of them had known it from the beginning.`,
          ),
          any(
            `Somebody wrote it all down for the newspaper. They got the day wrong, and the weather, and they left out the {small}. {hero!} put it in again, in ink, on every copy.`,
          ),
        ],
      ],
    },
  ],
  lastLines: [
    any(`The {token} went back on its hook. It hung quite still, and listened.`),
    ...given(long, any(`Somewhere outside, a {small} counted the stars: one, two, three.`)),
    any(`And at four o'clock the next day, nothing happened at all. It was lovely.`),
    older(`The door stood open a finger's breadth, in case of anything small.`),
  ],
};
