import type { StoryShape } from '../types.ts';
import {
  any,
  alive,
  both,
  type Condition,
  eldest,
  fewerEvents,
  funny,
  given,
  hasEvents,
  not,
  older,
  tender,
  young,
  recalling,
  terse,
} from './say.ts';

const machine: Condition = (tale) => tale.cast.get('hero')?.nature === 'machine';
const moon: Condition = (tale) => /\bmoon\b/iu.test(tale.idea.text);
const waits: Condition = (tale) => tale.idea.events[1]?.verb === 'wait';
const flower: Condition = (tale) => /\b(?:flowers?|garden|rose|tulip|sunflower|blossom)\b/iu.test(tale.idea.text);

/** Told like a log book, in days: few words, dry, with long looks at small things. */
export const growing: StoryShape = {
  id: 'growing',
  name: 'Something grows',
  fits: ({ text, events, characters }) => {
    if (/^(?:seed|flower|tree|leaf|acorn)$/u.test(characters[0]?.kind ?? '')) return 0.1;
    const plants = events.some(({ verb }) => /^(?:plant|grow|sow|water|tend|bloom)$/u.test(verb));
    if (plants) return 0.96;
    return /\b(?:garden|seeds?|flowers?|pumpkin|acorn|sprout)\b/iu.test(text) ? 0.6 : 0.05;
  },
  choices: {
    can: ['dented teapot', 'soup tin with a hole in it', 'thimble', 'blue enamel cup', 'leaky boot'],
    colour: ['yellow', 'red', 'blue', 'orange', 'white'],
    marker: ['spoon', 'pencil stub', 'bent key', 'lolly stick', 'chopstick'],
    days: ['forty', 'thirty-one', 'fifty-two', 'twenty-six'],
    leaf: ['comma', 'mouse ear', 'fingernail', 'crumb'],
  },
  titles: ['Day One: Nothing', 'The First {colour} Thing', '{hero!} Waits', 'Nothing Yet', 'A Garden for {hero!}'],
  refrains: [
    'Nothing yet. But it was a very busy sort of nothing.',
    'Some things cannot be hurried, and they are the best things.',
    'Nothing yet, said the ground. Nothing yet, nothing yet.',
    'Under the ground is where it begins.',
  ],
  beats: [
    {
      id: 'planting',
      titles: ['Day one', 'In the ground', 'The first day'],
      why: 'Something is begun that cannot be hurried.',
      what: '{event1!}',
      mood: 'calm',
      where: 'away',
      time: 'day',
      who: ['hero'],
      core: [
        [
          terse(`Day one. There was nothing there but grey, and {heroes.intro}.`),
          young(`This is {heroes.intro}. One day, {hero} had a good idea. Dig, dig, dig. Pat, pat, pat.`),
          older(`Day one. There was nothing there yet but grey, and {heroes.intro}, and an idea.`),
          ...given(
            moon,
            older(
              `The moon has mountains, and it has seas with nothing in them. What it did not have was anything green. {heroes.intro} had noticed that.`,
            ),
          ),
          ...given(
            moon,
            eldest(
              `Everybody knows that nothing grows on the moon. But nobody had told {heroes.intro}, or else they had told {hero.them} and {hero} had been busy.`,
            ),
          ),
          ...given(
            not(moon),
            eldest(
              `There were those who said that nothing would ever grow there, and those who said it louder. {heroes.intro} had brought a spade.`,
            ),
          ),
        ],
        [
          ...given(
            hasEvents(1),
            terse(`{event1!} {a marker} showed where.`),
            any(`{event1!} In the first row stood {a marker}, so that it would not be forgotten where the middle was.`),
            older(`So {event1!} At the end of the row went {a marker}, to show where everything would be.`),
          ),
          ...given(
            fewerEvents(1),
            any(`{hero!} put a seed in the ground, and beside it {a marker}, to show where it would be.`),
          ),
        ],
      ],
      more: [
        [
          any(
            `There were eleven seeds. {hero!} had kept them in a matchbox. Shaken, they sounded like very small rain.`,
          ),
          older(
            `The seeds had come a long way, in an envelope marked ASSORTED. {hero!} did not know what assorted looked like, but hoped that it was tall.`,
          ),
        ],
        [
          ...given(
            moon,
            any(
              `{place.sight}. Down there it was all green and blue already. It did not seem fair, or else it seemed like a very good example.`,
            ),
          ),
          any(`{place.sound}. {hero!} pressed the last bit of ground flat, gently, as one tucks in a blanket.`),
        ],
        [
          any(
            `There was no watering can. There was {a can}, which is not the same, but is willing. Twenty-two times {hero} filled it, and twenty-two times half of it arrived.`,
          ),
          funny(
            `For water there was {a can}. It leaked. {hero!} learned to walk fast, and in a curve, and before long there was a curved path of mud that went nowhere and was very well watered.`,
          ),
        ],
      ],
    },
    {
      id: 'waiting',
      titles: ['Nothing yet', 'The waiting', 'Day nine'],
      why: 'Waiting is the whole of the work.',
      what: '{hero!} watered and waited, and nothing came.',
      mood: 'calm',
      where: 'away',
      time: 'day',
      who: ['hero'],
      core: [
        [
          ...given(
            waits,
            terse(`Then {event2!} Day two: nothing. Day three: nothing.`),
            young(`Then {event2!} Day two: nothing. Day three: nothing. Day four: a little more nothing.`),
            older(
              `Then {event2!} Day two: nothing. Day three: nothing. Day four: nothing, but {hero} thought that it was a different nothing.`,
            ),
            eldest(
              `And {event2!} It is a thing that one can do well or badly. {hero!} did it well: facing the right way, with {the can} in reach, and without sighing more than once an hour.`,
            ),
          ),
          ...given(
            not(waits),
            terse(`Day two: nothing. Day three: nothing. {hero!} waited.`),
            young(`Day two: nothing. Day three: nothing. Day four: a little more nothing. {hero!} waited.`),
            older(
              `Day two: nothing. Day three: nothing. Day nine: a bump! But the bump turned out to be a pebble. {hero!} put it to one side and went on waiting.`,
            ),
          ),
        ],
        [
          any(`{refrain}`),
          ...given(
            machine,
            older(`"Grow," {hero.said} {hero!}, quite low, so as not to startle anything. Nothing was startled.`),
          ),
        ],
      ],
      more: [
        [
          any(
            `Every morning {hero} said good morning to {the marker}. It was the tallest thing in the garden, so far.`,
          ),
          older(
            `Day eleven. {hero!} wrote a report. It said: Nothing. Then, to be quite fair, {hero} added: As far as one can see.`,
          ),
        ],
        [
          any(
            `On day fourteen {hero} sang to it. It was a song about a bridge, because that was the only one that {hero} knew, but it had a growing sort of tune.`,
          ),
          ...given(
            machine,
            funny(
              `{hero!} looked up "growing" in {hero.their} instructions. There was a page on gearing and a page on grease. {hero!} read both aloud to the ground, in case it helped.`,
            ),
          ),
        ],
        [
          any(
            `On day nineteen there was a bump! {hero!} watched it until evening. It was a pebble. {hero!} gave it a place at the edge, since it had tried.`,
          ),
          tender(
            `{place.sight}. {place.sound}. Waiting, {hero} found, is only listening, done with everything one has.`,
          ),
        ],
        [
          older(
            `"Perhaps they are upside down," thought {hero} on day twenty, and had to hold {hero.self} back from looking. That was the hardest day of all, and from outside it looked just like the others.`,
          ),
          funny(
            `On day twenty {hero} practised looking away. The idea was that a thing will not do it while it is watched. {hero!} could look away for nine whole seconds.`,
          ),
        ],
      ],
    },
    {
      id: 'cold',
      titles: ['The long night', 'Cold', 'A very small fire'],
      why: 'All may be lost, and there is only one thing to give.',
      what: 'A hard night came, and {hero!} stayed beside the seeds.',
      mood: 'tense',
      where: 'away',
      time: 'night',
      who: ['hero'],
      core: [
        [
          ...given(
            machine,
            terse(`A night of frost came, and {hero} turned {hero.their} lamp down over the row, and left it on.`),
            young(
              `Then came a cold, cold night. Brrr! "I will keep you warm," {hero.said} {hero!}. And {hero.they} left the light on, all night long.`,
            ),
            older(
              `Then came the long night, with frost in it. {hero!} had warmth for one. {hero.they} turned {hero.their} lamp down over the row, as low as it would go, and left it on.`,
            ),
            eldest(
              `Then came the long night. {hero!} worked it out twice: there was power for one of them until morning. {hero.they} bent over the row, opened the little door in {hero.their} front, and let the warm out.`,
            ),
          ),
          ...given(
            not(machine),
            terse(`A night of frost came. {hero!} stayed, so that nothing out there should be alone.`),
            young(
              `Then came a cold, cold night. Brrr! {hero!} stayed. "You are not alone," {hero.said} {hero!} to the ground.`,
            ),
            older(
              `Then came a night with frost in it. {hero!} did not go home. Somebody had to be between the cold and the row, and there was nobody else.`,
            ),
          ),
        ],
        [...given(hasEvents(3), any(`And {event3!}`))],
        [...given(both(hasEvents(2), not(waits)), any(`And {event2!}`), older(`In the middle of it all, {event2!}`))],
      ],
      more: [
        [
          any(`{sky} {place.sound}. {the marker} wore a small white cap.`),
          older(
            `{sky} The cold came along the ground, feeling its way, looking for anything that was left out. It found {the can} first, and the water in it cracked.`,
          ),
        ],
        [
          any(
            `"It is only until morning," {hero.said} {hero!} to the ground. "I have counted. It is not even a large number."`,
          ),
          ...given(
            machine,
            funny(
              `{hero.their} left foot went out at midnight. {hero.their} elbows stopped at two. "I was not using them," {hero.said} {hero!}.`,
            ),
          ),
        ],
        [
          tender(
            `Twice {hero} thought that something had moved, down there in the dark. It may have been a seed. It may have been hope. They are about the same size.`,
          ),
          any(
            `{hero!} told it about the sun, so that it would know what to look for. "It is round," {hero} said, "and it comes up slowly. You cannot miss it."`,
          ),
        ],
      ],
    },
    {
      id: 'green',
      titles: ['Something green', 'Day {days}', 'A comma'],
      why: 'The waiting is answered, with the smallest thing there is.',
      what: 'Something green came up beside {the marker}.',
      mood: 'wonder',
      where: 'away',
      time: 'dawn',
      who: ['hero'],
      core: [
        [
          terse(`Day {days}: something green, the size of a {leaf}.`),
          young(
            `In the morning, {hero} looked. What was that? It was green! It was as small as a {leaf}. "Oh!" {hero.said} {hero!}.`,
          ),
          older(
            `Day {days}. Beside {the marker} stood something green. It was no bigger than a {leaf}, and it had not been there before.`,
          ),
          eldest(
            `Day {days}, said the report. Then there was a blot, and then, in rather shaky writing: Something. Green. The size of a {leaf}.`,
          ),
        ],
      ],
      more: [
        [
          any(`{hero!} {hero.glad}. Then {hero.they} stopped at once, in case it was shy.`),
          older(
            `{hero!} did not cheer. One does not cheer at something of that size. {hero.they} moved {the can} a little, so that it should have the view.`,
          ),
        ],
        [
          any(
            `It had bent its neck to get out, and there was a crumb of dirt on its head like a hat. It looked as if it had a great deal to say.`,
          ),
          tender(`All that dark, thought {hero}, and nobody to ask the way, and it had come up exactly here.`),
        ],
        [
          ...recalling(
            'bridge',
            funny(
              `By noon it had a second leaf. By evening {hero} had told it everything: the pebbles, the song about the bridge, what assorted meant. It leaned a little. It may have been the light.`,
            ),
          ),
          any(
            `After the first came the second, and after the second came so many that {hero} lost count at nine and was glad to.`,
          ),
        ],
      ],
    },
    {
      id: 'bloom',
      titles: ['The first {colour}', 'It opened', 'What it was'],
      why: 'What was waited for has come.',
      what: 'The first flower opened, {colour}.',
      mood: 'happy',
      where: 'away',
      time: 'dawn',
      who: ['hero'],
      core: [
        [
          ...given(
            flower,
            terse(`And then it opened, the first flower, and it was {colour}.`),
            young(`And then, pop! The first flower! It was {colour}. It was the most {colour} thing in the world.`),
            older(
              `And one morning, without any noise, it opened: the first flower. It was {colour}. There had never been any {colour} in that place before.`,
            ),
            eldest(
              `It opened on a morning when {hero} was, for once, looking the other way. The first flower was {colour}, and it had clearly been planning it for weeks.`,
            ),
          ),
          ...given(
            not(flower),
            terse(`It grew until it was taller than {the marker}, and then taller than {hero}.`),
            young(`And it grew, and it grew, and it grew! It was taller than {the marker}. It was taller than {hero}!`),
            older(
              `It grew past {the marker}, and past {the can}, and then it grew past {hero}, and one morning it was done, and stood there as if it had never been small.`,
            ),
          ),
        ],
        [
          ...given(
            (tale) => tale.idea.ending !== undefined,
            any(`And at the very end, {ending!}`),
            older(`And when the day was over, {ending!}`),
          ),
        ],
      ],
      more: [
        [
          any(
            `{hero!} looked at it for so long that the sun moved over. Then {hero} wrote it down. Day {days} and some, said the report. Not nothing.`,
          ),
          ...given(
            machine,
            older(
              `{hero!} had instructions for leaks and for landings. There were none for this. So {hero} just stood there, and hummed, until it was evening.`,
            ),
          ),
        ],
        [
          ...given(
            moon,
            any(
              `Far down on the Earth, a child at a window said, "There is a {colour} dot on the moon." "Go to sleep," said somebody. But it was there, and you can see it still, if you know where to look.`,
            ),
          ),
          ...given(
            both(not(moon), alive),
            any(
              `A bee came by, from who knows where, and went in, and came out dusty and pleased. "There," said {hero}. "I told you that it was worth the walk."`,
            ),
          ),
          any(`{place.sight}. And in the middle of it all, holding up its face, stood that one bright thing.`),
        ],
        [
          ...recalling(
            'matchbox',
            tender(
              `It would not last for ever. {hero!} knew that. But it had already begun to make seeds, and {hero} still had the matchbox.`,
            ),
          ),
          funny(`{hero!} bowed to it. It nodded back. There was no wind, or next to none, so {hero} counted it.`),
        ],
      ],
    },
  ],
  lastLines: [
    any(`Then {hero} took {the marker}, walked three steps on, and pushed it in. Day one.`),
    ...recalling('report', older(`In the report for that day there is only one word, and it is underlined: {colour}.`)),
    any(`And {hero} sat down beside it, and for the first time there was nothing to wait for.`),
    tender(`That night there were two of them who waited for the morning.`),
    ...recalling('pebble', funny(`"Right," {hero} {hero.said} to the pebbles. "Who is next?"`)),
  ],
};
