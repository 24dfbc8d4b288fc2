import type { StoryShape } from '../types.ts';
import {
  any,
  alive,
  both,
  type Condition,
  eldest,
  funny,
  given,
  hasEvents,
  not,
  older,
  tender,
  young,
  recalling,
  terse,
  alone,
} from './say.ts';

const machine: Condition = (tale) => tale.cast.get('hero')?.nature === 'machine';
const moon: Condition = (tale) => /\bmoon\b/iu.test(tale.idea.text);
/** A bed of many; else it is one acorn, one pumpkin. */
const many: Condition = (tale) =>
  tale.idea.thing === undefined ||
  tale.idea.thing.plural ||
  /garden|flowers|field|orchard|bed/u.test(tale.idea.thing.noun);
const grows: Condition = (tale) => ['grow', 'raise'].includes(tale.idea.events[0]?.verb ?? '');
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
  titles: [
    'Day One: Nothing',
    'The First {colour} Thing',
    'Waiting for {colour}',
    'Nothing Yet',
    'A Garden for {heroes!}',
  ],
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
      who: ['heroes'],
      core: [
        [
          terse(`Day one. There was nothing there but grey, and {heroes.intro}.`),
          young(`Here {heroes.is} {heroes.intro}. One day, {heroes} had a good idea. Dig, dig, dig. Pat, pat, pat.`),
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
              `Everybody knows that nothing grows on the moon. But nobody had told {heroes.intro}, or else they had told {heroes.them} and {heroes} had been busy.`,
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
            both(hasEvents(1), not(grows)),
            terse(`{event1!} {a marker} showed where.`),
            any(`{event1!} Beside it stood {a marker}, so that it would not be forgotten where.`),
            older(`So {event1!} Beside it went {a marker}, to show where something would be.`),
          ),
          ...given(
            (tale) => grows(tale) || tale.idea.events.length === 0,
            any(`{heroes!} put a seed in the ground, and beside it {a marker}, to show where it would be.`),
          ),
        ],
      ],
      more: [
        [
          ...given(
            many,
            any(
              `There were eleven seeds. {heroes!} had kept them in a matchbox. Shaken, they sounded like very small rain.`,
            ),
          ),
          ...given(
            many,
            older(
              `The seeds had come a long way, in an envelope marked ASSORTED. {heroes!} did not know what assorted looked like, but hoped that it was tall.`,
            ),
          ),
          ...given(
            not(many),
            any(
              `It had looked so small, out there in the open hand. {heroes!} had said goodbye to it, and it had rolled a little, as if it wanted to say something too.`,
            ),
            older(
              `It did not come with instructions. Round end down or pointed end down? {heroes!} put it in sideways, so that it could make up its own mind.`,
            ),
          ),
        ],
        [
          ...given(
            moon,
            any(
              `{place.sight}. Down there it was all green and blue already. It did not seem fair, or else it seemed like a very good example.`,
            ),
          ),
          any(`{place.sound}. {heroes!} pressed the last bit of ground flat, gently, as one tucks in a blanket.`),
        ],
        [
          any(
            `There was no watering can. There was {a can}, which is not the same, but is willing. Twenty-two times {heroes} filled it, and twenty-two times half of it arrived.`,
          ),
          funny(
            `For water there was {a can}. It leaked. {heroes!} learned to walk fast, and in a curve, and before long there was a curved path of mud that went nowhere and was very well watered.`,
          ),
        ],
        [
          any(
            `"Are you comfortable?" asked {hero!}. It seemed only polite. Nothing answered, and {heroes} took that for a yes.`,
          ),
          older(
            `A plan was drawn with a stick: here something tall, here something climbing, and here, in the corner, something that smelled. From above it looked rather like a sandwich.`,
          ),
        ],
      ],
    },
    {
      id: 'waiting',
      titles: ['Nothing yet', 'The waiting', 'Day nine'],
      why: 'Waiting is the whole of the work.',
      what: '{heroes!} watered and waited, and nothing came.',
      mood: 'calm',
      where: 'away',
      time: 'day',
      who: ['heroes'],
      core: [
        [
          ...given(
            waits,
            terse(`Then {event2!} Day two: nothing. Day three: nothing.`),
            young(`Then {event2!} Day two: nothing. Day three: nothing. Day four: a little more nothing.`),
            older(
              `Then {event2!} Day two: nothing. Day three: nothing. Day four: nothing, but {heroes} thought that it was a different nothing.`,
            ),
            eldest(
              `And {event2!} It is a thing that one can do well or badly. {heroes!} did it well: facing the right way, with {the can} in reach, and without sighing more than once an hour.`,
            ),
          ),
          ...given(
            not(waits),
            terse(`Day two: nothing. Day three: nothing. {heroes!} waited.`),
            young(`Day two: nothing. Day three: nothing. Day four: a little more nothing. {heroes!} waited.`),
            older(
              `Day two: nothing. Day three: nothing. Day nine: a bump! But the bump turned out to be a pebble. {heroes!} put it to one side and went on waiting.`,
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
            `Every morning {heroes} said good morning to {the marker}. It was the tallest thing in the garden, so far.`,
          ),
          older(
            `Day eleven. {heroes!} wrote a report. It said: Nothing. Then, to be quite fair, {heroes} added: As far as one can see.`,
          ),
        ],
        [
          any(
            `On day fourteen {heroes} sang to it. It was a song about a bridge, because that was the only one that {heroes} knew, but it had a growing sort of tune.`,
          ),
          ...given(
            machine,
            funny(
              `{heroes!} looked up "growing" in {heroes.their} instructions. There was a page on gearing and a page on grease. {heroes!} read both aloud to the ground, in case it helped.`,
            ),
          ),
        ],
        [
          any(
            `On day nineteen there was a bump! {heroes!} watched it until evening. It was a pebble. {heroes!} gave it a place at the edge, since it had tried.`,
          ),
          tender(
            `{place.sight}. {place.sound}. Waiting, {heroes} found, is only listening, done with everything one has.`,
          ),
        ],
        [
          older(
            `"Perhaps they are upside down," thought {heroes!} on day twenty, and had to hold {heroes.self} back from looking. That was the hardest day of all, and from outside it looked just like the others.`,
          ),
          funny(
            `On day twenty {heroes} practised looking away. The idea was that a thing will not do it while it is watched. {heroes!} could look away for nine whole seconds.`,
          ),
        ],
        [
          any(
            `{heroes!} built a small fence. Nothing was there to keep out, and nothing was there to keep in. But it is easier to wait for something that has a fence.`,
          ),
          tender(
            `Somewhere down there, if all was well, something was turning over, and making up its mind. {heroes!} walked about on the tips of {heroes.their} feet.`,
          ),
        ],
      ],
    },
    {
      id: 'cold',
      titles: ['The long night', 'Cold', 'A very small fire'],
      why: 'All may be lost, and there is only one thing to give.',
      what: 'A hard night came, and {heroes!} stayed beside the seeds.',
      mood: 'tense',
      where: 'away',
      time: 'night',
      who: ['heroes'],
      core: [
        [
          ...given(
            machine,
            terse(`A night of frost came, and {heroes} turned {heroes.their} lamp down over the row, and left it on.`),
            young(
              `Then came a cold, cold night. Brrr! "I will keep you warm," {hero.said} {hero!}. And {heroes.they} left the light on, all night long.`,
            ),
            older(
              `Then came the long night, with frost in it. {heroes!} had warmth for one. {heroes.they} turned {heroes.their} lamp down over the row, as low as it would go, and left it on.`,
            ),
            eldest(
              `Then came the long night. {heroes!} worked it out twice: there was power for one of them until morning. {heroes.they} bent over the row, opened the little door in {heroes.their} front, and let the warm out.`,
            ),
          ),
          ...given(
            not(machine),
            terse(`A night of frost came. {heroes!} stayed, so that nothing out there should be alone.`),
            young(
              `Then came a cold, cold night. Brrr! {heroes!} stayed. "You are not alone," {hero.said} {hero!} to the ground.`,
            ),
            older(
              `Then came a night with frost in it. {heroes!} did not go home. Somebody had to be between the cold and the ground, and there was nobody else.`,
            ),
          ),
        ],
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
              `{heroes.their} left foot went out at midnight. {heroes.their} elbows stopped at two. "I was not using them," {hero.said} {hero!}.`,
            ),
          ),
        ],
        [
          tender(
            `Twice {heroes} thought that something had moved, down there in the dark. It may have been a seed. It may have been hope. They are about the same size.`,
          ),
          any(
            `{heroes!} told it about the sun, so that it would know what to look for. "It is round," {heroes} said, "and it comes up slowly. You cannot miss it."`,
          ),
        ],
        [
          any(
            `There were four hours left, and then three. There was a bit in the middle that did not seem to have any number at all.`,
          ),
          older(
            `One does not do such a thing for thanks. There was nobody there to give any. One does it because one has said good morning to the place for weeks, and one cannot simply stop.`,
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
      who: ['heroes'],
      core: [
        [
          terse(`Day {days}: something green, the size of a {leaf}.`),
          young(
            `In the morning, {heroes} looked. What was that? It was green! It was as small as a {leaf}. "Oh!" {hero.said} {hero!}.`,
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
          any(`{heroes!} {heroes.glad}. Then {heroes.they} stopped at once, in case it was shy.`),
          older(
            `{heroes!} did not cheer. One does not cheer at something of that size. {heroes.they} moved {the can} a little, so that it should have the view.`,
          ),
        ],
        [
          any(
            `It had bent its neck to get out, and there was a crumb of dirt on its head like a hat. It looked as if it had a great deal to say.`,
          ),
          tender(`All that dark, thought {heroes!}, and nobody to ask the way, and it had come up exactly here.`),
        ],
        [
          ...recalling(
            'bridge',
            funny(
              `By noon it had a second leaf. By evening {heroes} had told it everything: the pebbles, the song about the bridge, what assorted meant. It leaned a little. It may have been the light.`,
            ),
          ),
          ...given(
            many,
            any(
              `After the first came the second, and after the second came so many that {heroes} lost count at nine and {heroes.was} glad to.`,
            ),
          ),
        ],
        [
          any(
            `The report had only one column. {heroes!} drew a second, and wrote over it, very neatly: Leaves. Underneath went a one.`,
          ),
          older(
            `{heroes!} lay down flat, to see it as a beetle would. From there it was a tree. There was even room for somebody to sit in the shade.`,
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
      who: ['heroes'],
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
              `It opened on a morning when {heroes} was, for once, looking the other way. The first flower was {colour}, and it had clearly been planning it for weeks.`,
            ),
          ),
          ...given(
            not(flower),
            terse(`It grew until it was taller than {the marker}, and then taller than {heroes}.`),
            young(
              `And it grew, and it grew, and it grew! It was taller than {the marker}. It was taller than {heroes}!`,
            ),
            older(
              `It grew past {the marker}, and past {the can}, and then it grew past {heroes}, and one morning it was done, and stood there as if it had never been small.`,
            ),
          ),
        ],
        [
          ...given(
            grows,
            any(`And that is how {event1!}`),
            older(`It had taken {days} days and one night of frost, but {event1!}`),
          ),
        ],
        [...given(both(hasEvents(2), not(waits)), any(`Then {event2!}`), older(`And when it was done, {event2!}`))],
        [...given(hasEvents(3), any(`After that, {event3!}`))],
      ],
      more: [
        [
          any(
            `{heroes!} looked at it for so long that the sun moved over. Then {heroes} wrote it down. Day {days} and some, said the report. Not nothing.`,
          ),
          ...given(
            machine,
            older(
              `{heroes!} had instructions for leaks and for landings. There were none for this. So {heroes} just stood there, and hummed, until it was evening.`,
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
              `A bee came by, from who knows where, and went in, and came out dusty and pleased. "There," said {hero!}. "I told you that it was worth the walk."`,
            ),
          ),
          any(`{place.sight}. And in the middle of it all, holding up its face, stood that one bright thing.`),
        ],
        [
          ...recalling(
            'matchbox',
            tender(
              `It would not last for ever. {heroes!} knew that. But it had already begun to make seeds, and {heroes} still had the matchbox.`,
            ),
          ),
          funny(`{heroes!} bowed to it. It nodded back. There was no wind, or next to none, so {heroes} counted it.`),
        ],
        [
          any(
            `"I knew you would," said {hero!}. That was not quite so. But it was so now, all the way back to the beginning.`,
          ),
          older(
            `There was a smell as well. Nobody had said anything about a smell. {heroes!} had been ready for the rest of it, but not for that, and had to begin being glad all over again.`,
          ),
        ],
      ],
    },
  ],
  lastLines: [
    any(`Then {heroes} took {the marker}, walked three steps on, and pushed it in. Day one.`),
    ...recalling('report', older(`In the report for that day there is only one word, and it is underlined: {colour}.`)),
    any(`And {heroes} sat down beside it, and for the first time there was nothing to wait for.`),
    ...given(alone, tender(`That night there were two of them who waited for the morning.`)),
    ...recalling('pebble', funny(`"Right," {heroes} {heroes.said} to the pebbles. "Who is next?"`)),
  ],
};
