import type { Idea, StoryShape } from '../types.ts';
import {
  alone,
  any,
  beside,
  both,
  type Condition,
  eldest,
  eventVerbs,
  given,
  hasEnding,
  hasThing,
  not,
  older,
  someEvent,
  tender,
  together,
  young,
  long,
  terse,
  toned,
} from './say.ts';

const LOSING = new Set('lose misplace forget drop mislay vanish disappear'.split(' '));
const FINDING = new Set('find recover discover'.split(' '));
const SEEKING = new Set('search seek look hunt find'.split(' '));

const lostThing = (idea: Idea): boolean =>
  idea.thing?.traits.some((trait) => /^(?:lost|missing|stolen|vanished)$/u.test(trait)) ?? false;

/** Which of the idea's events is the finding; where none says so, the shape tells it by itself after them all. */
function findOf(idea: Idea): number {
  const index = idea.events.findIndex((event) => FINDING.has(event.verb));
  return index < 0 ? idea.events.length + 1 : index + 1;
}
function losesFirst(idea: Idea): boolean {
  return LOSING.has(idea.events[0]?.verb ?? '');
}
/** What is lost can be called 'it'. */
const single: Condition = (tale) => tale.idea.thing?.plural !== true;
const loses: Condition = (tale) => losesFirst(tale.idea);
/** Events that come before the finding. */
const early =
  (number: number): Condition =>
  (tale) =>
    tale.idea.events.length >= number && findOf(tale.idea) > number;
const findIs =
  (number: number): Condition =>
  (tale) =>
    tale.idea.events.length >= number && findOf(tale.idea) === number;
const late =
  (number: number): Condition =>
  (tale) =>
    tale.idea.events.length >= number && findOf(tale.idea) < number;

/** Told as by a detective with a notebook: questions, witnesses, three clues that are none, and the place where nobody looked. */
export const lostAndFound: StoryShape = {
  id: 'lost-and-found',
  name: 'Lost and found',
  fits: (idea) => {
    // A voice that has to be earned back is not found by looking.
    if (losesFirst(idea)) return idea.thing === undefined || eventVerbs(idea).includes('earn') ? 0.5 : 0.92;
    if ((lostThing(idea) || /\b(?:lost|missing|stolen)\b/u.test(idea.text)) && someEvent(idea, SEEKING)) return 0.75;
    // 'finds a bottle': nobody had lost it.
    const looks = eventVerbs(idea).some((verb) => SEEKING.has(verb) && verb !== 'find');
    return idea.thing === undefined ? 0.05 : looks ? 0.6 : someEvent(idea, FINDING) ? 0.25 : 0.05;
  },
  choices: {
    token: ['blue feather', 'round crumb', 'yellow thread', 'silver button'],
    witness: ['heron', 'magpie', 'snail', 'goose'],
    last: ['under the stairs', 'behind the rain barrel', 'in the teapot', 'at the bottom of the flour bin'],
  },
  titles: [
    'The Case of {thing}',
    'Not Under the Stairs',
    '{heroes!} Looks Everywhere',
    'The {token}',
    'The Last Place',
  ],
  refrains: [
    'Not here, not there, not anywhere.',
    'Look high, look low, and look again.',
    'Not under this, not under that.',
    'Somewhere is a big place, but it has an end.',
  ],
  beats: [
    {
      id: 'gone',
      titles: ['Gone', 'The empty place', 'Question one'],
      why: 'Something is lost that matters.',
      what: 'Something was gone.',
      mood: 'sad',
      where: 'home',
      time: 'day',
      who: ['heroes'],
      core: [
        [
          ...given(
            loses,
            toned(
              'dreamy',
              `Where do lost things go? Perhaps they have a country of their own. That was what troubled {heroes.intro}. For one day {event1!}`,
            ),
            toned(
              'adventurous',
              `No tracks, no witnesses, and very little time: it was a case for {heroes.intro}. {event1!}`,
            ),
          ),
          ...given(
            not(loses),
            toned(
              'dreamy',
              `Where do lost things go? Perhaps they have a country of their own. Nobody had thought longer about it than {heroes.intro}.`,
            ),
            toned('adventurous', `No tracks, no witnesses, and very little time: it was a case for {heroes.intro}.`),
          ),
          ...given(
            loses,
            terse(`This is the case of {heroes.intro}. One day {event1!}`),
            young(`Oh dear, oh dear, oh dear! This is {heroes.intro}, and this is a sad day. {event1!} Gone!`),
            older(
              `Things do not get lost by themselves. Somebody has to help, and as a rule it is the one who loves them best. {heroes.intro} can tell you. One day {event1!}`,
            ),
            ...given(
              single,
              older(
                `On Monday it was there. On Tuesday it was not. Write that down, for it is all that we know for certain. It is the case of {heroes.intro}. {event1!}`,
              ),
            ),
          ),
          ...given(
            not(loses),
            young(
              `Oh dear, oh dear! Somebody had lost something, and who would look for it? "I will," somebody called. It was {heroes.intro}.`,
            ),
            terse(`When a thing is lost {home.in}, everyone runs to {heroes.intro}.`),
            older(
              `When a thing is lost {home.in}, nobody runs to the police. They go to the third door on the left, and ask for {heroes.intro}.`,
            ),
            eldest(
              `There are those who lose things, and those who find them. {heroes.intro} belonged, on the whole, to the second kind, and owned a notebook to prove it.`,
            ),
          ),
        ],
        [
          ...given(
            both(not(loses), hasThing),
            any(`On that morning there was only one word in the notebook. It said: Gone. What was gone? {a thing}.`),
            any(`"It is about {a thing}," said the voice at the door. "It is not where it was."`),
          ),
        ],
        [
          ...given(
            beside('friend'),
            any(`And in its own way, {friend.intro} had something to do with it.`),
            any(`Somewhere in the story is {friend.intro}. Keep an eye open.`),
          ),
        ],
        [...given(beside('third'), any(`And there is {third.intro}.`))],
      ],
      more: [
        [
          ...given(
            single,
            any(
              `Where it had been there was a place, and the place had exactly its shape. {heroes!} looked at the shape for a long while. It is surprising how large a small thing is when it is not there.`,
            ),
          ),
          any(
            `{heroes!} looked in all the usual places. Then {heroes} looked in the same places once more, quickly, to take them by surprise.`,
          ),
        ],
        [
          ...given(
            single,
            any(
              `"When did you see it last?" asked everybody. It is a question that has never yet helped anyone. "If I knew that," {hero.said} {hero!}, "I should be there now."`,
            ),
          ),
          any(
            `"You can have another," people said. They meant it well. {hero!} did not want another. Another is a different thing.`,
          ),
        ],
        [
          any(`{sky} {place.sound}. The world went on, just as if nothing were missing from it.`),
          tender(
            `That night it was hard to lie still. Somewhere out there it was lying, too, and it did not know the way.`,
          ),
        ],
        [
          any(
            `{hero!} wrote a list of what it was like. It filled a page, and then the other side of the page, and still anyone who read it would have found quite a different one.`,
          ),
          any(
            `There are two kinds of looking. One is with the eyes. The other is with the whole of you, as when you have missed a step in the dark. {heroes!} {heroes.was} looking in the second way.`,
          ),
        ],
      ],
    },
    {
      id: 'clue',
      titles: ['The {token}', 'A clue', 'Page one'],
      why: 'A first trace.',
      what: '{heroes!} found a {token}.',
      mood: 'wonder',
      where: 'home',
      time: 'day',
      who: ['heroes'],
      core: [
        [
          terse(`{refrain} There was only one clue, and it was a {token}.`),
          young(
            `{heroes} looked up, and {heroes} looked down. {refrain} But what was this? A {token}! Where did that come from?`,
          ),
          older(
            `{heroes} searched the house from the bottom to the top, and then from the top to the bottom. {refrain} There was one thing only that did not belong: a {token}.`,
          ),
          eldest(
            `The search brought to light a glove, a grudge, and four pence. {refrain} It also brought to light a {token}, which had no business to be there at all.`,
          ),
        ],
        [...given(both(early(1), not(loses)), any(`So it began. {event1!}`), any(`That settled it. {event1!}`))],
      ],
      more: [
        [
          any(
            `{hero!} turned it over. There was nothing on the other side, but it was a very suspicious sort of nothing. It went into the notebook: One {token}. Whose?`,
          ),
          any(
            `"Aha," {hero.said} {hero!}. One has to say it. It does not find anything, but it makes you stand up straight.`,
          ),
        ],
        [
          ...given(
            together,
            any(
              `"You look left," {hero.said} {hero!}, "and I look right." So it came about that {friend!} found everything that had been lost on the left since the spring before last, and none of it was it.`,
            ),
          ),
          any(
            `First the cupboards had to be asked, and then the drawers. The cupboards were open about it. The drawers stuck, and would say nothing.`,
          ),
        ],
        [
          any(
            `Where does a {token} come from? From somebody who has one. And who has one? Somebody who has lost one, now. "Then we are two," {hero.said} {hero!}, and felt a little better.`,
          ),
          any(
            `It was not much to go on. But an uncle once went to sea with nothing to go on at all, and got there. It went into the pocket of the notebook, with a pin.`,
          ),
        ],
      ],
    },
    {
      id: 'witness',
      when: (tale) => long(tale) || early(2)(tale),
      titles: ['What the {witness} saw', 'Three wrong answers', 'Questions'],
      why: 'The clue leads the wrong way first.',
      what: 'A {witness} had seen something, or said so.',
      mood: 'funny',
      where: 'road',
      time: 'day',
      who: ['heroes'],
      core: [
        [
          young(
            `{heroes} asked a {witness}. "Have you seen it?" "Yes!" said the {witness}. "It was big and green and it quacked." Oh. That was a duck.`,
          ),
          older(
            `The only witness was a {witness}. "I saw everything," said the {witness}, "except for the middle part, when I was asleep. It went that way. Or it came."`,
          ),
          eldest(
            `There is always a witness, and it is always a {witness}. "I never forget a thing," it said. "What was the question?"`,
          ),
        ],
        [...given(early(2), any(`There was nothing for it but to go after it. {event2!}`))],
        [...given(early(3), any(`And on the way it came to pass. {event3!}`))],
      ],
      more: [
        [
          any(
            `So {heroes} drew an arrow in the notebook, and followed it. It led to a barn with nothing in it, to a man with no time, and at last to a pond, where it got wet.`,
          ),
          any(
            `Three people had found something. The first had found a boot. The second had found true happiness. The third had found that it was five o'clock.`,
          ),
        ],
        [
          ...given(
            single,
            any(
              `"Was it like this?" asked a child, and held out a stone. It was not in the least like it. But it was a good stone, and the child was very small. "Nearly," {hero.said} {hero!}.`,
            ),
          ),
          any(
            `By the wayside was a sign that said: Lost. Somebody had written underneath: So am I. And underneath that, in another hand: Turn left at the church.`,
          ),
        ],
        [
          any(`{weather} {place.sound}. Page after page was full of crossed-out places.`),
          any(
            `"I begin to think," {hero.said} {hero!}, "that it does not wish to be found." And that was the saddest line in the whole notebook, so it was never written down.`,
          ),
        ],
        [
          any(
            `In the post office there was a box for lost things. It held nine left gloves, a tooth, and a small bell that no one had come for. It rang when {hero!} looked in. "I am sorry," {hero.said} {hero!}. "I was looking for somebody else."`,
          ),
          ...given(
            single,
            any(
              `"Describe it," said the {witness}. {hero!} described it, and it took some time. "No," said the {witness}, "but I am sorry now that I have not seen it."`,
            ),
          ),
        ],
        [
          any(
            `By noon the whole place was looking. They looked into hats. They looked into each other's baskets. A great deal was found, and there was some bad feeling about a spoon.`,
          ),
          any(`Twice somebody cried, "Here!" The first time it was a leaf. The second time it was a much better leaf.`),
        ],
      ],
    },
    {
      id: 'low',
      when: long,
      titles: ['The last page', 'Given up', 'Nearly'],
      why: 'It seems to be in vain.',
      what: '{heroes!} nearly gave up.',
      mood: 'sad',
      where: 'road',
      time: 'dusk',
      who: ['heroes'],
      core: [
        [
          young(
            `Now it was late. {heroes} {heroes.was} so tired. "It is gone for good," {hero.said} {hero!} in a very small voice.`,
          ),
          older(
            `In the evening {heroes} shut the notebook. Everywhere had been looked in, and everywhere had been the wrong place. {heroes} sat there, with the {token}, and did not even turn it over.`,
          ),
          eldest(
            `There comes a point at which one is no longer looking for a thing, but only walking about where it is not. {heroes!} had got to that point, and sat down on it.`,
          ),
        ],
      ],
      more: [
        [
          any(
            `It is at such times that somebody ought to come by with a kind word. Nobody came by. There was only a small wind, that went through the pages as if it, too, were looking something up.`,
          ),
          ...given(
            together,
            any(
              `"It was my fault," {friend.said} {friend!}. "No, mine," {hero.said} {hero!}. There was enough of it for two, so they shared it, and it was lighter.`,
            ),
          ),
          ...given(
            alone,
            any(
              `"I am sorry," {hero.said} {hero!}, into the air, to wherever it was. It is odd, but that was when things began to get better.`,
            ),
          ),
        ],
        [
          any(
            `{sky} The {token} caught a bit of the last light. {heroes!} looked at it. Then {heroes} looked at it again, as if it had only now begun to speak.`,
          ),
          any(
            `Then {hero!} had a thought. It came in sideways, as good ones do. We have asked where it was lost. Nobody has asked where it would like to be.`,
          ),
        ],
        [
          any(
            `"What would you do," {hero!} asked the first star, "if you were lost?" The star stayed where it was. That was all that it did. It was, when one came to think of it, quite a good answer.`,
          ),
          any(
            `All the way home there was nothing to be seen but home. It had never looked so much like a place where something is missing.`,
          ),
        ],
        [
          tender(
            `There is a sort of quiet that comes after one has stopped calling. It is not a nice quiet. But one hears very well in it.`,
          ),
          any(
            `Sixty-one places were crossed out in the notebook. {hero!} read them over, backwards, as one does with a hard word. And in the middle, between one line and the next, there was a little gap.`,
          ),
        ],
      ],
    },
    {
      id: 'found',
      titles: ['The last place', 'Found', 'There all the time'],
      why: 'The clue comes right, and it is found.',
      what: 'It was found.',
      mood: 'happy',
      where: 'away',
      time: 'dusk',
      who: ['heroes'],
      core: [
        [
          terse(`Then {heroes} saw a second {token}, and a third, all in a row.`),
          young(
            `But look! There on the ground lay one more {token}. And one more! And one more! {heroes} followed them all the way.`,
          ),
          older(
            `And then {heroes} saw it. There was a second {token} by the path. A little farther on there was a third. They had been there all the time, in a row, for anyone who looked down instead of about.`,
          ),
          eldest(
            `It was the {token}, in the end. One is an accident. But here was its brother, and there its cousin, and the whole family led off in one direction, like people going to a wedding.`,
          ),
        ],
        [
          ...[1, 2, 3, 4].flatMap((number) =>
            given(
              findIs(number),
              terse(`And at the end of the row, {event${String(number)}!}`),
              young(`And there, at the very end of them? Yes! Yes! {event${String(number)}!}`),
              older(
                `At the end of the row it was quite quiet. And there, where no one had thought of looking, {event${String(number)}!}`,
              ),
            ),
          ),
          ...given(
            (tale) => findOf(tale.idea) > tale.idea.events.length,
            ...given(
              not(single),
              any(
                `And there, at the end of the row, all together, lay what had been lost. Nothing was missing but the time.`,
              ),
            ),
            ...given(
              single,
              young(`And there it was! There, all the time! {heroes!} had found it, and it was not even cross.`),
            ),
            ...given(
              single,
              older(
                `And at the end of the row, quite unharmed, and looking as if it could not think what had kept everyone, it lay. It was found.`,
              ),
            ),
          ),
        ],
        [...given(late(2), any(`After that it went quickly. {event2!}`))],
        [...given(late(3), any(`And then came the rest of it. {event3!}`))],
        [
          ...given(
            beside('friend'),
            any(`"I knew it," {friend.said} {friend!}.`),
            any(`Nobody was as glad of it as {friend}.`),
          ),
        ],
      ],
      more: [
        [
          ...given(
            single,
            any(
              `{heroes} did not pick it up at once. There is a moment between seeing a thing and having it, and it would be a pity to hurry through it.`,
            ),
          ),
          ...given(
            hasThing,
            ...given(
              single,
              any(
                `It looked a little smaller than before, the way one looks after a night out of doors. "There you are," {hero.said} {hero!}. "Do you know how long I have been going about without you?"`,
              ),
            ),
          ),
        ],
        [
          any(
            `A magpie's nest, a mouse's hole, a pocket with a hole in it: how does a thing get to such a place? It never said. Everyone is allowed one secret, and this was a small one.`,
          ),
          any(
            `"Well!" said the {witness}, who had come along to see. "As I said: big and green." Nobody contradicted. It was too good a day.`,
          ),
        ],
        [
          any(`{place.sound}. {place.sight}. It had most likely been as lovely as that the whole day long.`),
          any(
            `In the notebook it says only: Found. The word goes right across the page, and there are three lines under it, and the third went through the paper.`,
          ),
        ],
        [
          ...given(
            single,
            any(
              `It had had visitors. There was half a nutshell beside it, and a bed of moss, that somebody had patted flat. Whoever had it had not been unkind.`,
            ),
          ),
          ...given(
            single,
            any(
              `"Were you afraid?" asked {hero!}. There was no answer, of course. But it was held a good deal tighter than one holds a thing.`,
            ),
          ),
        ],
      ],
    },
    {
      id: 'back',
      titles: ['Where it belongs', 'Case closed', 'The shape of it'],
      why: 'It is back; what is found is seen anew.',
      what: 'It was back where it belonged.',
      mood: 'calm',
      where: 'home',
      time: 'night',
      who: ['heroes'],
      core: [
        [
          ...given(
            not(hasEnding),
            terse(`The {token} was put by the door, where everyone can see it.`),
            young(`Then it was home, home, home. And {heroes} put one {token} by the door, just where you can see it.`),
            older(
              `The {token} was put by the door, in a row with the others, and there they lie. Anybody might get lost one day, and be glad of them.`,
            ),
            eldest(
              `The case was closed. The {token} was put in an envelope, and the envelope in a drawer, and nobody has seen it since.`,
            ),
          ),
          ...given(
            hasEnding,
            young(`So all was well. And at the very end of the day {heroes} {ending.past}.`),
            older(
              `In the notebook there was room for one more line, and it was soon written. It says that {heroes} {ending.past}.`,
            ),
          ),
        ],
      ],
      more: [
        [
          ...given(
            single,
            any(`That evening it was looked at by everybody, and everybody told how nearly they had found it.`),
          ),
          ...given(
            single,
            any(
              `What did it do now that it was there again? Nothing. It was only there. Of all the things that a thing can do, this is the best.`,
            ),
          ),
        ],
        [
          any(
            `Next morning there was a knock at the door. "Please," said somebody, "I have lost my kitten." {heroes!} sharpened the pencil. "When did you see it last?" {hero} began, and stopped, and asked instead, "Where would it like to be?"`,
          ),
          ...given(
            single,
            tender(`{sky} In the night {heroes} woke once, and looked. It was there. So {heroes} slept on.`),
          ),
        ],
        [
          any(
            `The pencil was sharpened, and laid beside the notebook, and the notebook was shut. On the cover it says: Lost. Somebody has put a comma after it, and room for two more words.`,
          ),
          any(
            `"Where was it, then?" asked the whole place. "In the last place," {hero.said} {hero!}. "It always is," they said, and nodded, "you should have begun there."`,
          ),
        ],
      ],
    },
  ],
  lastLines: [
    ...given(single, any(`And the place where it had been missing was full again, right up to the edges.`)),
    ...given(long, any(`Out in the dark the {witness} was telling somebody that it had seen everything.`)),
    any(`If you look down on your way home, you may see a {token}. You will know what to do.`),
    older(`On the next page there was nothing yet but a very clean white.`),
  ],
};
