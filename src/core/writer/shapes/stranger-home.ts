import type { Idea, StoryShape } from '../types.ts';
import {
  alive,
  any,
  beside,
  both,
  byHeroes,
  type Condition,
  eldest,
  friendOfIdea,
  funny,
  given,
  hasEnding,
  hasEvents,
  not,
  older,
  someEvent,
  tender,
  verbIn,
  young,
  long,
  brief,
  terse,
  toned,
} from './say.ts';

const LOST = new Set('lost stranded homesick strange stray wandering faraway shipwrecked'.split(' '));
const BRINGING = new Set(
  'bring take carry guide lead escort return land arrive strand shelter host welcome help'.split(' '),
);
const ROUTINE = new Set('run drive sail keep live work mind tend steer deliver guard own look sell'.split(' '));
const TRAVELLING = /\b(train|ship|boat|bus|ferry|tram|balloon|airship|caravan|lorry|steamer|rocket|submarine)\b/iu;

const aboard: Condition = (tale) => TRAVELLING.test(tale.idea.text);
const train: Condition = (tale) => /\btrain\b/iu.test(tale.idea.text);
const routine = both(verbIn(1, ROUTINE), byHeroes(1));

/** What happens last happens where the stranger is at home. */
function atTheEnd(number: number): Condition {
  return (tale) => tale.idea.events.length === number;
}
function onTheWay(number: number): Condition {
  return (tale) => tale.idea.events.length > number;
}

function hasLostFriend(idea: Idea): boolean {
  return idea.characters.some(
    (character) =>
      !idea.heroes.includes(character.id) &&
      (character.traits.some((trait) => LOST.has(trait)) || character.kind === 'stranger'),
  );
}

/** Told by the clock, in a warm kitchen voice; order at the beginning, somebody who does not fit in, and a home found by its signs. */
export const strangerHome: StoryShape = {
  id: 'stranger-home',
  name: 'A stranger is brought home',
  fits: (idea) => {
    if (hasLostFriend(idea)) return 0.95;
    const others = idea.characters.length > idea.heroes.length;
    return others && someEvent(idea, BRINGING) ? 0.55 : 0.12;
  },
  choices: {
    clue: [
      'hill like a sleeping bear',
      'lamp in a round green window',
      'bell that always rings twice',
      'tall white rock with a hole in it',
    ],
    snack: ['sardine', 'slice of plum cake', 'warm bun', 'cheese sandwich'],
    rule: [
      'No singing in the corridors',
      'Wet umbrellas to the left',
      'No sadness after nine',
      'Kindly wipe your feet',
    ],
  },
  added: [
    {
      id: 'friend',
      when: (idea) => !idea.characters.some((character) => character.id === 'friend'),
      kinds: [
        { kind: 'duckling', traits: ['lost'], gender: 'he', nature: 'bird' },
        { kind: 'seal pup', traits: ['lost'], gender: 'she', nature: 'animal' },
        { kind: 'goat', traits: ['small', 'lost'], gender: 'he', nature: 'animal' },
        { kind: 'bear cub', traits: ['lost'], gender: 'she', nature: 'animal' },
      ],
    },
  ],
  titles: [
    '{heroes!} and the Lost {friend.kind}',
    'One More for Home',
    '{friend.kind} at Ten Past Nine',
    'A Long Way from Home',
  ],
  refrains: [
    'Somewhere there was a light left on.',
    'Not here, not there, but somewhere.',
    'Home is the place that knows your step.',
    'Nobody is lost who is looked for.',
  ],
  beats: [
    {
      id: 'order',
      titles: ['Everything in its place', 'An ordinary night', `Nine o'clock`],
      why: 'So that we know what {friend} comes into.',
      what: '{heroes!} had everything in order.',
      mood: 'calm',
      where: 'home',
      time: 'dusk',
      who: ['hero'],
      core: [
        [
          ...given(
            routine,
            toned(
              'dreamy',
              `When the lamps are lit and the windows grow soft, it is the hour of {heroes.intro}. {heroes!} {event1.past}, night after night, as quietly as one thinks.`,
            ),
            toned(
              'funny',
              `Nobody has ever been as punctual as {heroes.intro}. {heroes!} {event1.past}, and cuckoo clocks looked in to ask the time.`,
            ),
            toned(
              'adventurous',
              `Through wind, and rain, and worse, {heroes.intro} {event1.past}. {heroes!} had never been late, not even for an avalanche.`,
            ),
          ),
          ...given(
            routine,
            terse(`{heroes.intro} {event1.past}, and had never once been late.`),
            young(
              `This is {heroes.intro}. Every night was the same. {heroes!} {event1.past}. Tick, tock, tidy, and never late!`,
            ),
            older(
              `Some keep a shop, and some keep a diary. {heroes.intro} {event1.past}, and kept it so well that people set their watches by it.`,
            ),
            older(
              `If you were ever awake at nine o'clock, you will have met {heroes.intro}. {heroes!} {event1.past}, and in all those years had not been late, not even by the length of a sneeze.`,
            ),
            eldest(
              `There is an art in doing the same thing every night as if it were the first time, and {heroes.intro} had it. {heroes!} {event1.past}, and there were no complaints.`,
            ),
          ),
          ...given(
            not(routine),
            young(`{home.in} lived {heroes.intro}. One cup, one chair, one lamp. Everything was in its place.`),
            older(
              `At nine o'clock every evening, {heroes.intro} counted the windows, wound the clock and said good night to the kettle. Nothing ever happened {home.in}, and that was how {heroes} liked it.`,
            ),
            eldest(
              `Nothing out of the way had ever happened {home.in}. {heroes.intro} saw to that, every evening from nine until a quarter past.`,
            ),
          ),
        ],
      ],
      more: [
        [
          ...given(
            train,
            any(
              `There were eleven carriages, four hundred and two seats, and one rule, painted over the door in gold: {rule}. {heroes!} had painted it {heroes.self}.`,
            ),
          ),
          ...given(
            both(aboard, not(train)),
            any(
              `There was a place for every coat and a hook for every key, and over the door, in gold paint, was the only rule: {rule}. {heroes!} had painted it {heroes.self}.`,
            ),
          ),
          ...given(
            not(aboard),
            any(
              `Over the door, in gold paint, stood the only rule: {rule}. {heroes!} had painted it {heroes.self}, and was a little proud of the curly bits.`,
            ),
          ),
        ],
        [
          any(`{sky} {place.sound}. It was exactly like every other evening, right up to ten past nine.`),
          any(`{sky} {weather}`),
          any(`{place.sound}. Far off, a window was lit, and then another, as if somebody were counting houses.`),
        ],
        [
          ...given(
            train,
            any(
              `"All aboard!" {hero.said} {hero!}, and a very tired gentleman got on, and a lady with a cello, and nine nuns with one umbrella. The wheels began to talk: clickety-clack, we know the track, clickety-clack, there and back.`,
            ),
          ),
          ...given(
            both(aboard, not(train)),
            any(
              `On came a very tired gentleman, and a lady with a cello, and a boy who had lost one shoe and did not mind. "Mind the step," {hero.said} {hero!} to each of them, in exactly the same voice.`,
            ),
          ),
          ...given(
            not(aboard),
            any(
              `{heroes!} liked lists. There was a list for the shelves, and a list for the days, and a list of the lists. On none of them was there anything about visitors.`,
            ),
          ),
        ],
        [
          funny(
            `Only once had anything gone wrong, and that was the matter of the Tuesday with the goose. {heroes!} did not talk about it. Neither did the goose.`,
          ),
          tender(
            `When all was done, {heroes} always looked out once more, a long look, from one side of the night to the other. {refrain}`,
          ),
          any(
            `There was one cup on the shelf that nobody ever used. It was there in case. In case of what, {heroes} had never said.`,
          ),
        ],
      ],
    },
    {
      id: 'found',
      titles: ['Ten past nine', 'Somebody small', 'Not on the list'],
      why: 'Somebody is here who belongs somewhere else.',
      what: '{heroes!} found {friend.intro}.',
      mood: 'wonder',
      where: 'home',
      time: 'night',
      who: ['hero', 'friend'],
      core: [
        [
          ...given(
            both(routine, hasEvents(2)),
            terse(`But at ten past nine there was a sniff. {event2!}`),
            young(
              `But tonight there was a noise. Sniff, sniff, sniff! Who was it? {event2!} And {friend.they} {friend.was} crying.`,
            ),
            older(
              `But at ten past nine there was a sniff where no sniff ought to be. {event2!} {friend.they} sat between two parcels and tried to look like a third.`,
            ),
            older(
              `That night, the count came out wrong. {heroes} counted again. There was one too many, and it was looking straight at {heroes.them}. {event2!}`,
            ),
            eldest(
              `It was at ten past nine that something was different. {event2!} There was no column for that in the book.`,
            ),
          ),
          ...given(
            both(not(routine), hasEvents(1)),
            young(`Then came a noise. Tap, tap, tap! {event1!} Oh, such a small and sorry face!`),
            older(`But at ten past nine there was a knock, low down, where nobody knocks. {event1!}`),
            eldest(`At ten past nine, therefore, it was a surprise to everyone. {event1!}`),
          ),
          ...given(
            (tale) =>
              tale.idea.events.length === 0 ||
              (verbIn(1, ROUTINE)(tale) && byHeroes(1)(tale) && tale.idea.events.length < 2),
            young(`Then came a noise. Sniff, sniff, sniff! Who was it? It was {friend.intro}, all alone.`),
            older(
              `But at ten past nine there was a sniff where no sniff ought to be. It was {friend.intro}, trying to look like a parcel.`,
            ),
          ),
        ],
        given(
          long,
          young(
            `"I want to go home," {friend.said} {friend!}. "Where is home?" asked {hero!}. "There is a {clue}," {friend.said} {friend!}. That was all {friend} knew.`,
          ),
          older(
            `"Where do you live?" asked {hero!}. "At home," {friend.said} {friend!}. "And where is that?" "Where the {clue} is," {friend.said} {friend!}, and looked as if everyone must know it.`,
          ),
          eldest(
            `"Address?" asked {hero!}. {friend!} thought hard. "You come round the corner," {friend.said} {friend!} at last, "and there is a {clue}, and then you are there." It was not the kind of address one could look up.`,
          ),
        ),
        [
          ...given(
            beside('third'),
            any(
              `{third!} came to see what the matter was, and stayed, because it was clear that this would need everybody.`,
            ),
          ),
        ],
      ],
      more: [
        [
          any(`"I see," {hero.said} {hero!}, who did not. It seemed the polite thing to say.`),
          any(
            `"You are not on the list," {hero.said} {hero!}. "I know," {friend.said} {friend!} sadly. "I am never on the list. Is there a place for that?"`,
          ),
        ],
        [
          any(
            `"Have you a ticket, or a letter, or a label?" asked {hero!}. {friend!} turned round once, to look. There was no label on the back, either.`,
          ),
          funny(
            `{heroes!} looked in the book of rules. There was a page on lost gloves, and a page on lost tempers. There was nothing on a lost {friend.kind}. {heroes} took a pencil, and wrote at the top of a clean page: One.`,
          ),
          any(
            `"How did you come here?" "I followed something," {friend.said} {friend!}, "and then it was not there any more, and neither was I."`,
          ),
        ],
        [
          any(
            `A tear ran down, and hung, and dropped. {heroes!} watched it make a small dark star on the clean floor. Then {heroes} did a thing that was not in the rules at all, and left it there.`,
          ),
          any(
            `There is a way of standing that says, I am not lost, I only happen to be here. {friend!} was doing it as hard as {friend.they} could.`,
          ),
        ],
      ],
    },
    {
      id: 'supper',
      titles: ['One {snack}', 'First things first', 'In case'],
      why: 'Kindness first, and then the clue.',
      what: '{heroes!} made {friend} welcome, and promised to find the way.',
      mood: 'happy',
      where: 'home',
      time: 'night',
      who: ['hero', 'friend'],
      core: [
        [
          ...given(
            long,
            young(`"First, eat," {hero.said} {hero!}, and gave {friend} a {snack}. "Next, we look." {refrain}`),
            older(
              `"First things first," {hero.said} {hero!}, and found a {snack}, which was the last one. Then {heroes} drew a large circle on the map. "It will be in here," {hero.said} {hero!}. {refrain}`,
            ),
            older(
              `{heroes!} divided a {snack} into two halves, one much larger than the other, and kept the small one. "We shall find it," {hero.said} {hero!}, "before breakfast." {refrain}`,
            ),
          ),
          ...given(
            brief,
            terse(`"Home is where the {clue} is," {friend.said} {friend!}. So they looked for it, all night long.`),
            young(
              `"Where is home?" asked {hero!}. "Where the {clue} is!" "Then we look for it," {hero.said} {hero!}. {refrain}`,
            ),
            older(
              `"Where do you live?" asked {hero!}. "Where the {clue} is." "Then have half of my {snack}," {hero.said} {hero!}, "and we shall look."`,
            ),
          ),
        ],
      ],
      more: [
        [
          any(
            `"Is there more where you come from?" asked {hero!}. "More what?" "More of you." "Oh, yes," {friend.said} {friend!}. "We all stand close together. That is how you know that it is home." And {hero!} moved up a little on the bench.`,
          ),
          any(
            `"What is it like there?" asked {hero!}. "It smells right," {friend.said} {friend!}. "And when you fall over, everybody looks." It seemed to {hero!} a very fine description.`,
          ),
        ],
        [
          any(
            `On the shelf stood a cup that nobody had ever used. It was only kept there in case. {heroes!} took it down. This was the case.`,
          ),
          any(
            `There was a coat for visitors, in one size, and it was the wrong one. {friend!} wore it all the same. Only the tip of {friend.them} looked out, like a letter out of a pocket.`,
          ),
          funny(
            `{friend!} ate the {snack}. Then {friend} ate the paper. "That was the timetable," {hero.said} {hero!}. "It was very good," {friend.said} {friend!}.`,
          ),
        ],
        [
          ...given(
            aboard,
            any(
              `Nobody on board was asleep by now. A gentleman in the corner had once seen a {clue}, but he had been four. A lady with a cello played the sort of tune that one is rocked to. "Warmer," {friend.said} {friend!}.`,
            ),
          ),
          any(
            `They went through everything there was. "Is it near the sea?" "It is near my mother," {friend.said} {friend!}. "Is it north?" "It is straight on," {friend.said} {friend!}, "if you start from the other side."`,
          ),
        ],
      ],
    },
    {
      id: 'search',
      when: (tale) => long(tale) || (onTheWay(2)(tale) && !routine(tale)),
      titles: ['Not here, not there', 'Three wrong places', 'A light to the left'],
      why: 'It is not the first place, nor the second.',
      what: 'They looked for the {clue}, and it was nowhere.',
      mood: 'tense',
      where: 'road',
      time: 'night',
      who: ['hero', 'friend'],
      core: [
        [
          ...given(
            aboard,
            young(
              `On they went through the night. Was it here? No. Was it there? No. They looked, and they looked, and they saw no {clue}.`,
            ),
            older(
              `At every stop they looked out, {heroes!} to the left and {friend} to the right. There was a pond, and a gasworks, and a cow. There was no {clue}.`,
            ),
            eldest(
              `At every stop they looked, one to each side. The night is full of places when one is looking for a particular one, and all of them were others.`,
            ),
          ),
          ...given(
            not(aboard),
            young(`They went up the road, and down the road. Was it here? No. Was it there? No. They saw no {clue}.`),
            older(
              `They tried the first corner, and the second, and the one that everybody forgets. There was a pond, and a haystack, and a cow. There was no {clue}.`,
            ),
            eldest(
              `They looked where anybody would look, and then where nobody would. The night is full of places when one is looking for a particular one, and all of them were others.`,
            ),
          ),
        ],
        [
          ...given(both(not(routine), onTheWay(2)), any(`Nor did it get any easier. {event2!}`)),
          ...given(both(routine, onTheWay(3)), any(`Nor did it get any easier. {event3!}`)),
        ],
      ],
      more: [
        [
          any(
            `"Is that it?" asked {hero!}. "No," {friend.said} {friend!}. "That?" "No. That is a chimney. Ours does not smoke." They went on.`,
          ),
          any(
            `Twice they thought that they had it. The first time it was the moon, and the second time it was a man with a lantern, who was looking for his horse. They wished each other luck.`,
          ),
        ],
        [
          any(`{weather} {place.sound}. The later it got, the less {friend} said, and the closer {friend} sat.`),
          any(
            `It had grown so late that it was nearly early. {place.sound}. "Perhaps it has gone away," {friend.said} {friend!}, in a very small voice. "Homes do not go," {hero.said} {hero!}. "It is the only thing that they are really good at."`,
          ),
        ],
        [
          ...given(
            alive,
            any(
              `{hero!} was tired by now, right through, from the front to the back. It was far past the end of any list. And still {heroes} said, "One more."`,
            ),
          ),
          ...given(
            aboard,
            any(
              `For the first time in all those years they were late, by a minute, by five, by ten. Nobody complained. A gentleman held out his watch, looked at it, and put it away again without a word.`,
            ),
          ),
          any(
            `{heroes!} thought of everything at home that stood in its place, and was waiting. Then {heroes} looked at somebody who did not stand in any. "One more," {hero.said} {hero!}.`,
          ),
        ],
        [
          any(
            `Then came the place where the way goes in two. Left was the way back. Right was nobody knew what. "Shut your eyes," {hero.said} {hero!}. "Now, which of them smells right?" {friend!} pointed, and was sure.`,
          ),
          any(
            `"Tell me again," {hero.said} {hero!}. "Slowly. What do you see first, when you come round the corner?" {friend!} shut both eyes to see it better. "First it is dark," {friend.said} {friend!}, "and then it is not."`,
          ),
        ],
      ],
    },
    {
      id: 'there',
      titles: ['Round the corner', 'There!'],
      why: 'The clue was true.',
      what: 'They came round a corner, and there was the {clue}.',
      mood: 'happy',
      where: 'away',
      time: 'dawn',
      who: ['hero', 'friend'],
      core: [
        [
          terse(`They came round a corner, and there, exactly as promised, was the {clue}.`),
          young(
            `Round the corner they came. And there it was! The {clue}! "Home!" {friend.said} {friend!}. "Home, home, home!"`,
          ),
          older(
            `They came round a corner, and it was dark, and then it was not. In the first grey light of the morning, exactly as promised, was the {clue}. {friend!} said nothing at all. {friend} did not need to.`,
          ),
          older(
            `"There," {friend.said} {friend!}. And there, as plain as a nose on a face, was the {clue}. It had been there all the time. It was only the rest of the world that had been in the way.`,
          ),
        ],
        [
          ...given(
            both(not(routine), atTheEnd(2)),
            any(`And so {event2!}`),
            any(`{event2!} It was as simple as that.`),
          ),
          ...given(atTheEnd(3), any(`And so {event3!}`), any(`It was then that it happened. {event3!}`)),
          ...given(atTheEnd(4), any(`And so {event4!}`)),
        ],
      ],
      more: [
        [
          any(
            `Somebody was standing under it. Then there were two of them, then seven, all close together, and every one of them was looking up the road. They looked as if they had been standing like that for a long time. {refrain}`,
          ),
          any(
            `A door flew open, and a voice said a name, the way it is only said in one place in the world. {friend!} was out and away before anyone could say, mind the step.`,
          ),
        ],
        [
          any(
            `There was a good deal of crying and bumping and all talking at once. {heroes!} looked politely in the other direction, and counted the clouds. There were four.`,
          ),
          any(
            `"This is my friend," {friend.said} {friend!} to everybody. "I was lost, and then I was only on the way." They all had to shake {heroes.them} by the {hero.hand}, down to the smallest, who did it twice.`,
          ),
        ],
        [
          any(
            `They would have liked {heroes.them} to stay for breakfast, and for dinner, and for good. "I am expected," {hero.said} {hero!}. It was true, and for the first time {hero} was a little sorry about it.`,
          ),
          any(
            `"Will you know the way again?" asked {friend!}. {hero!} looked at the {clue} for as long as it takes to learn a thing by heart. "Yes," {hero.said} {hero!}.`,
          ),
        ],
      ],
    },
    {
      id: 'back',
      titles: ['Back by breakfast', 'One cup more', 'Late'],
      why: 'Everything is in its place again, with one thing more.',
      what: '{heroes!} went back, and kept a place for {friend}.',
      mood: 'calm',
      where: 'home',
      time: 'dawn',
      who: ['hero'],
      core: [
        [
          terse(`Back at home {heroes} put up a second hook by the door, rather low down.`),
          young(
            `{friend!} waved. {heroes!} waved too. Then {heroes} went back, all through the pink morning, and hung up one more hook, down low, just the right size.`,
          ),
          older(
            `{heroes!} {heroes.was} back at breakfast time, late, for the first time ever. In the book, under One, it now said: Found. Beside it somebody had drawn, with great care, a {clue}.`,
          ),
          older(
            `When {heroes} came back, everything was in its place, and for a while {heroes} could not think what was missing. Then {heroes} put up a second hook by the door, rather low down.`,
          ),
        ],
        [...given(hasEnding, any(`And then, as the sun came up over it all, {heroes} {ending.past}.`))],
      ],
      more: [
        [
          any(
            `"You are late," said everyone. "Yes," {hero.said} {hero!}, and sounded quite pleased. "I had to go by way of a {clue}."`,
          ),
          any(
            `There was a small dark star on the clean floor, where a tear had dried. {heroes!} swept all round it, that day and every day.`,
          ),
        ],
        [
          any(
            `On the seat lay something that had not been there before: a pebble, very smooth, and still a little warm from being held. It was the sort of thing one gives when it is all one has. {heroes!} put it where the first light would find it.`,
          ),
          any(
            `The gold paint came out. Under the old rule over the door there is a new one now, a little crooked, because it was early in the morning: Nobody Is Too Many.`,
          ),
        ],
        [
          ...given(
            friendOfIdea,
            any(
              `And once in every month, from far off, there comes a card. It says only: We are all standing close together. There is room.`,
            ),
          ),
          any(
            `Once in a while now, on clear nights, {heroes} went round by another way, that took ten minutes longer. Nobody asked why. Everyone on the right-hand side knew when to look up.`,
          ),
        ],
      ],
    },
  ],
  lastLines: [
    any(`And at ten past nine that evening, just in case, somebody put out two cups.`),
    any(
      `Far away, under the {clue}, somebody who ought to have been asleep stood at a window, and waved at nothing, and was quite sure that it was seen.`,
    ),
    ...given(train, any(`Clickety-clack, said the wheels, we know the track: there, and there, and there and back.`)),
    any(`Out in the dark something went by, not lost at all, only on its way.`),
  ],
};
