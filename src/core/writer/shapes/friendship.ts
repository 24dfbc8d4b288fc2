import type { Idea, StoryShape } from '../types.ts';
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
  someEvent,
  tender,
  young,
  recalling,
  terse,
  walking,
} from './say.ts';
import { falls, type Timing, words } from './timing.ts';

const TIMING: Timing = {
  early: words('meet find see hear discover notice'),
  late: words('learn become befriend make befriended befriends stay love trust share'),
};

/** Who has just come is alone because of that. */
const arrives: Condition = ({ idea }) => /^(?:move|arrive)$/u.test(idea.events[0]?.verb ?? '');

function isWet(idea: Idea): boolean {
  return idea.characters[0]?.nature === 'fish';
}

function lacksFriend(idea: Idea): boolean {
  return !idea.characters.some((character) => character.id === 'friend');
}

const friendNamed: Condition = (tale) => tale.cast.get('friend')?.name !== undefined;

/** Told with a straight face, by tries: two who both practise hello in secret, on things that cannot answer. */
export const friendship: StoryShape = {
  id: 'friendship',
  name: 'A friendship',
  fits: (idea) => {
    if (/\bfriend(?:s|ship)?\b|befriend/iu.test(idea.text)) return 0.95;
    // Whoever wants something else is shy of that; and what is found alone has to be told of.
    if (/\b(?:lonely|shy)\b/iu.test(idea.text))
      return idea.wish || (idea.thing && idea.characters.length === 1) ? (idea.wish ? 0.5 : 0.3) : 0.95;
    if (someEvent(idea, TIMING.early) && idea.characters.length > 1) return 0.4;
    return idea.characters.length === 2 ? 0.2 : 0.1;
  },
  choices: {
    dummy: ['round grey stone', 'crooked stick', 'rusty bucket', 'very old boot', 'dented kettle', 'fence post'],
    practice: ['pine cone', 'flat pebble', 'snail shell', 'green bottle', 'lost mitten'],
    present: ['blue button', 'feather with a white tip', 'marble with a green twist', 'small brass bell', 'red ribbon'],
    wrong: ['Goodbye', 'Good night', 'No, thank you', 'Happy birthday', 'Sorry, wrong house'],
  },
  added: [
    {
      id: 'friend',
      when: (idea) => lacksFriend(idea) && isWet(idea),
      kinds: [
        { kind: 'seahorse', traits: ['small'], gender: 'she', nature: 'fish' },
        { kind: 'crab', traits: ['young'], gender: 'he', nature: 'fish' },
        { kind: 'seal', traits: ['spotted'], gender: 'she', nature: 'animal' },
      ],
    },
    {
      id: 'friend',
      when: (idea) => lacksFriend(idea) && !isWet(idea),
      kinds: [
        { kind: 'goat', traits: ['small', 'white'], gender: 'she', nature: 'animal' },
        { kind: 'hedgehog', traits: ['young'], gender: 'he', nature: 'animal' },
        { kind: 'sparrow', traits: ['brown'], gender: 'she', nature: 'bird' },
        { kind: 'rabbit', traits: ['spotted'], gender: 'she', nature: 'animal' },
        { kind: 'mole', traits: ['polite'], gender: 'he', nature: 'animal' },
      ],
    },
  ],
  titles: [
    '{hero!} Says Hello',
    'How to Begin',
    '{hero!} and the {friend.kind}',
    'The Third Hello',
    'Hello, Said the {hero.kind}',
  ],
  refrains: [
    'One little word, and it would not come.',
    'It is a short word, but it is a long way up.',
    'Somebody has to say it first.',
    'Hello is small. It only looks big from behind.',
  ],
  beats: [
    {
      id: 'alone',
      titles: ['One is not enough', 'Nobody to say it to', 'Practice'],
      why: 'So that we know what {hero!} longs for, and how hard it is.',
      what: '{hero!} was alone, and practised saying hello to {a dummy}.',
      mood: 'calm',
      where: 'home',
      time: 'day',
      who: ['hero'],
      core: [
        [
          ...given(
            arrives,
            terse(`{event1!} There was nobody there whom {hero} knew.`),
            young(`This is {hero.intro}. {event1!} Everything was new. And {hero!} wanted a friend!`),
            older(`{event1!} There were new doors, and new noises, and nobody behind any of them whom {hero} knew.`),
            eldest(
              `{event1!} There is a great deal that one can put into a box and take along. Friends are not among it.`,
            ),
          ),
          ...given(
            not(arrives),
            terse(`{hero.intro} could do eleven things, and hello was not one of them.`),
            young(`This is {hero.intro}. {hero!} wanted a friend. But how do you get one? {hero!} did not know.`),
            older(`{hero.intro} could do eleven things well. Saying hello was not one of them.`),
            older(
              `{home.in} lived {hero.intro}, and next door lived nobody at all. It was quiet there. It was much too quiet for one.`,
            ),
            eldest(
              `There are books on how to build bridges, and books on how to boil eggs, and not one on how to say hello. {hero.intro} had looked.`,
            ),
          ),
        ],
        [
          terse(`So {hero} practised it on {a dummy}.`),
          young(`So {hero} found {a dummy}. "Hello!" {hero.said} {hero!} to {the dummy}. It did not run away. Good!`),
          older(
            `So every morning {hero} practised on {a dummy}. "Hello," {hero} {hero.said}. {the dummy} did not answer, but it did not run away either.`,
          ),
          eldest(
            `So {hero} practised on {a dummy}, which was patient, and a good listener, and had nowhere else to be.`,
          ),
        ],
      ],
      more: [
        [
          any(`{place.sound}, and {place.sight}. It was a fine thing to look at, but it was made for two to look at.`),
          older(
            `The air smelled of {place.smell}. {place.sight}. Nobody said, "Look at that!" and nobody said, "Oh yes!"`,
          ),
          young(`{place.sound}. "Did you hear that?" asked {hero!}. But there was nobody there to say yes.`),
        ],
        [
          ...given(alive, young(`One bed. One bowl. One spoon. One is a very small number.`)),
          any(
            `Sometimes {hero} played hide-and-seek alone. It went well for the hiding. It was the seeking that took so long.`,
          ),
          funny(
            `Once {hero} had a good long talk with an echo. But the echo only ever agreed, and in the end that is no way to be friends.`,
          ),
        ],
        [
          older(
            `There were so many ways to do it. There was the stiff one, and there was the cheerful one with the wave. {hero} tried every one of them on {the dummy}, with the face that went with it.`,
          ),
          any(
            `"Hello," {hero.said} {hero!}, loud. "Hello," soft. "Hello," with a little bow at the end, which {the dummy} seemed to like best.`,
          ),
        ],
        [
          any(`{refrain}`),
          tender(
            `At night there were lights far away, and every light was somebody. {hero} counted them before going to sleep. {refrain}`,
          ),
        ],
      ],
    },
    {
      id: 'first-try',
      titles: ['The first try', 'The wrong word', 'Somebody comes'],
      why: 'The chance comes, and is lost.',
      what: '{hero!} saw {friend.intro}, and said the wrong word.',
      mood: 'funny',
      where: 'home',
      time: 'day',
      who: ['hero', 'friend'],
      core: [
        [
          ...given(
            both(falls(1, 'early', TIMING), friendNamed),
            terse(`Then came {friend.intro}. {event1!} "{wrong}!" cried {hero!}.`),
            young(`Then, one day, there was {friend.intro}. {event1!} But hello came out all wrong. "{wrong}!"`),
            older(
              `And then there was {friend.intro}. {event1!} Now, thought {hero!}. Now! And out it came, much too loud: "{wrong}!"`,
            ),
          ),
          ...given(
            both(falls(1, 'early', TIMING), not(friendNamed)),
            terse(`Then {event1!} "{wrong}!" cried {hero!}, much too loud.`),
            young(`Then, one day, {event1!} But hello came out all wrong. "{wrong}!"`),
            older(`And then {event1!} Now, thought {hero!}. Now! And out it came, much too loud: "{wrong}!"`),
          ),
          ...given(
            not(falls(1, 'early', TIMING)),
            terse(`Along came {friend.intro}. "{wrong}!" cried {hero!}. It was the wrong word.`),
            young(
              `Tap, tap, tap. Who was that? It was {friend.intro}! "{wrong}!" shouted {hero!}. Oh no. That was all wrong. And {friend} was gone.`,
            ),
            older(
              `Then, one morning, along came {friend.intro}. Now, thought {hero!}. Now! And out it came, much too loud: "{wrong}!" {friend!} jumped, and was gone.`,
            ),
            eldest(
              `{friend.intro} happened by on a Tuesday. {hero!} had the whole of "Good morning, and how do you do?" ready. What came out was "{wrong}!" {friend!} left rather quickly.`,
            ),
          ),
        ],
      ],
      more: [
        [
          any(
            `{hero} {hero.afraid}. Then {hero.they} went behind the nearest thing that was big enough, and stayed there until lunch.`,
          ),
          older(
            `It is not a thing that one can take back. "{wrong}!" it rang, from one end of the morning to the other, and then, in case anybody had missed it, it rang back again.`,
          ),
        ],
        [
          any(
            `"I meant the other one," {hero} told {the dummy}. "The one that comes at the beginning." {the dummy} took it very well.`,
          ),
          funny(
            `"It could have been worse," {hero} told {the dummy}. They thought about it together for some time. "No," said {hero!}. "It could not."`,
          ),
        ],
        [
          older(
            `All that afternoon {hero} thought of better things to say. There were nine of them. Three of them rhymed.`,
          ),
          young(`What a silly thing to say! {hero!} said it again, very softly. "{wrong}." No. It was still silly.`),
          any(`{refrain} And now it was further away than it had been that morning.`),
        ],
        [
          tender(
            `{place.sound}. Where {friend} had been, there was only a place with nobody in it. It had been there all the time, but now it showed.`,
          ),
          any(`{sky} {hero!} looked for a long time at the way that {friend} had gone.`),
        ],
      ],
    },
    {
      id: 'second-try',
      titles: ['The second try', 'The present', 'Without a word'],
      why: 'Trying without words goes wrong as well, but kindly.',
      what: '{hero!} left a present for {friend!}, who thought that somebody had lost it.',
      mood: 'funny',
      where: 'home',
      time: 'dusk',
      who: ['hero', 'friend'],
      core: [
        [
          terse(`So {hero} left {a present} in the way. "Somebody has lost this," said {friend!}, and hung it up.`),
          young(
            `The next day, {hero} put down {a present}. It was for {friend}. "Oh! Somebody has lost this!" said {friend!}, and hung it up high.`,
          ),
          older(
            `The second try was without words. {hero!} left {a present} in the way, and hid. "Oh dear," {friend.said} {friend!}, "somebody has lost this," and hung it where its owner would be sure to see it.`,
          ),
          eldest(
            `A present, thought {hero!}, needs no speech. So {a present} was left where {friend} could not miss it. {friend!} did not. "How sad," said {friend!}. "Somebody has dropped this," and hung it up for the owner to find.`,
          ),
        ],
        [
          ...given(
            both(not(arrives), falls(1, 'middle', TIMING)),
            any(`{hero!} did not give up. {event1!} And {friend}, a little way off, stopped to look.`),
            older(
              `But something came of that week all the same. {event1!} It was not hello, but it was on the way there.`,
            ),
          ),
        ],
        [
          ...given(
            falls(2, 'middle', TIMING),
            any(`Then {event2!}`),
            older(`And that was not all. {event2!} After that, nothing felt quite so far away.`),
          ),
        ],
      ],
      more: [
        [
          any(
            `It was the best thing that {hero} had. {hero!} had found it long ago, and kept it for a reason, without knowing which. Now there was one.`,
          ),
          older(
            `{the present} was wrapped, and unwrapped, and wrapped again. There was to be a note as well, but a note has to begin with something, and that was just the trouble.`,
          ),
        ],
        [
          any(
            `From behind something that was a little too small, {hero} watched. {place.sound}. Nothing moved, except possibly a part of {hero} that stuck out.`,
          ),
          young(`{hero!} hid. Shh! Was {friend} coming? Yes. Was {friend} looking? Yes, yes, yes!`),
        ],
        [
          older(
            `"It is a very nice one," {friend.said} {friend!} to nobody in particular. "They must be looking for it everywhere." And {friend} sighed, as if to be looked for were a thing that happened to others.`,
          ),
          funny(
            `{friend!} even waited a while, to give it back in person. So did {hero}, to be thanked in person. They waited ten steps apart until it was dark.`,
          ),
        ],
        [
          any(`So there it hung, {the present}, and turned in the wind, and belonged to no one.`),
          tender(`{sky} {the present} caught the last of the light. You could see it from both sides.`),
        ],
      ],
    },
    {
      id: 'found-out',
      titles: ['A small voice', 'Behind the stones', 'Who said that?'],
      why: 'The secret: {friend!} is just as shy.',
      what: '{hero!} heard {friend!} practising hello on {a practice}.',
      mood: 'wonder',
      where: 'road',
      time: 'day',
      who: ['hero', 'friend'],
      core: [
        [
          terse(`Then {hero} heard {friend}, all alone, saying hello to {a practice}.`),
          young(
            `Then {hero} heard a voice. "Hello? Hello! Hel-lo." It was {friend}! And {friend.they} {friend.was} saying it to {a practice}.`,
          ),
          older(
            `On the third day, {hero} heard a small voice behind the stones. "Hello," it said. "Hello? No. Helloooo." It was {friend}, all alone, talking to {a practice}.`,
          ),
          eldest(
            `On the third day, from behind some stones, came a sound that {hero} knew by heart: somebody getting hello wrong. It was {friend}, with {a practice}, and it was going badly.`,
          ),
        ],
      ],
      more: [
        [
          any(
            `"How do you do," {friend.said} {friend!}, and made a little bow. "No, no. Too much bow." {the practice} kept quiet.`,
          ),
          older(
            `"Do you come here often?" {friend.said} {friend!}. "Yes, well, you are a {practice}. Of course you do." There was a long sigh. "It is not you. It is me."`,
          ),
        ],
        [
          any(
            `{hero!} stood as still as {the dummy}. {place.sight}, and something that had been tight for a very long time came a little undone.`,
          ),
          tender(
            `So that was what it looked like from outside. It did not look foolish at all. It looked like somebody standing at a door.`,
          ),
        ],
        [
          older(
            `{hero!} thought of the morning with the wrong word, and how fast {friend} had gone. It had not been the word, then. It had been the same thing, on the other side.`,
          ),
          young(`"{friend!} is shy," thought {hero!}. "Just like me!"`),
        ],
        [
          any(`{refrain} But it is not so long a way, when somebody comes to meet it.`),
          ...recalling(
            'eleven',
            funny(
              `{hero!} would have tiptoed away, but tiptoeing was not one of the eleven things. There was a stone. It rolled. It went on rolling for a surprisingly long time.`,
            ),
          ),
        ],
      ],
    },
    {
      id: 'third-try',
      titles: ['The third try', 'Both at once', 'Hello'],
      why: 'What was wished for, done.',
      what: '{hero!} and {friend!} said hello at the same moment.',
      mood: 'happy',
      where: 'road',
      time: 'day',
      who: ['hero', 'friend'],
      core: [
        [
          terse(`"Hello," said {hero!} and {friend!}, both at once, and laughed.`),
          young(
            `"Hello," said {hero!}. "Hello," said {friend!}. They said it both at once! And then they laughed and laughed.`,
          ),
          older(
            `"Hello," {hero.said} {hero!}. "Hello," {friend.said} {friend!}, at exactly the same moment. Neither knew what came after that, so they laughed.`,
          ),
          eldest(`"Hello," said two voices, and each of them thought that it was the echo. Then they looked up.`),
        ],
        [
          ...given(
            falls(1, 'late', TIMING),
            young(`And so {event1!} It was not so hard. You say it, and then you wait.`),
            older(`Nobody ever wrote it down in a book, but that was how {event1!}`),
            older(`It took three tries and one small word. {event1!}`),
          ),
          ...given(
            not(falls(1, 'late', TIMING)),
            any(`And after that it was easy, as things are that have already been done once.`),
            any(`That was all. It had been no bigger than that, the whole time.`),
          ),
        ],
        [
          ...given(
            falls(2, 'late', TIMING),
            any(`Then {event2!}`),
            older(`And because there were two of them now, {event2!}`),
          ),
        ],
        [
          ...given(falls(3, 'late', TIMING), any(`After that, {event3!}`)),
          ...given(falls(3, 'middle', TIMING), any(`Before the day was over, {event3!}`)),
        ],
      ],
      more: [
        [
          any(
            `"It was you who shouted," {friend.said} {friend!}. "Yes," said {hero!}. "I thought about it all week," said {friend!}. "It was the nicest thing that anybody had shouted at me."`,
          ),
        ],
        [
          any(
            `"I left you {a present}," said {hero!}. "That was for me?" said {friend!}, and had to sit down for a moment. Then they went together and took it from its place.`,
          ),
          older(
            `"I found something of yours," {friend.said} {friend!}, "I think." And there, still turning a little, hung {the present}. "It was always yours," said {hero!}. "It was only early."`,
          ),
        ],
        [
          ...recalling(
            'rhymed',
            any(
              `They had both thought of so many things to say that it took until evening. {hero!} even said the three that rhymed.`,
            ),
          ),
          tender(`And then for a while they said nothing at all, which is a thing that can only be done by two.`),
        ],
        [
          funny(
            `They tried shaking hands, and met somewhere in the middle with {a practice} in between, and it was not elegant, but it held.`,
          ),
          older(
            `{hero!} {hero.glad}. {friend!} {friend.glad}. {place.sound}, and this time somebody said, "Did you hear that?" and somebody said, "Oh yes."`,
          ),
        ],
      ],
    },
    {
      id: 'two',
      titles: ['Side by side', 'Two', 'Company'],
      why: 'What is different now, in a picture.',
      what: '{the dummy} and {the practice} were put side by side.',
      mood: 'happy',
      where: 'home',
      time: 'dusk',
      who: ['hero', 'friend'],
      core: [
        [
          terse(`{the dummy} and {the practice} were put side by side, for company.`),
          young(`They put {the dummy} next to {the practice}. Now {the dummy} had a friend too!`),
          older(
            `{the dummy} and {the practice} were put side by side {home.in}, so that neither of them would ever be lonely.`,
          ),
          eldest(
            `Nobody needed {the dummy} now, or {the practice}. They were put side by side with a good view, like two old teachers, and were told everything.`,
          ),
        ],
      ],
      more: [
        [
          any(
            `{sky} {hero!} showed {friend} the best place to sit. It had always been wide enough. It had only never been tried.`,
          ),
          any(`{place.sight}. "Look at that!" said {friend!}. "Oh yes!" said {hero!}.`),
        ],
        [
          ...recalling(
            'hide-and-seek',
            any(
              `They played hide-and-seek. The hiding went well, and the seeking went even better, because this time somebody was found.`,
            ),
          ),
          older(
            `There was a good deal to find out. {friend!} was afraid of geese. {hero!} could not whistle. Both of them liked the crust best.`,
          ),
        ],
        [
          ...recalling(
            'counted them',
            tender(
              `Far away the lights came on, one after another. {hero!} counted them, out of habit, and was one short, and then knew why: one of them had come here.`,
            ),
          ),
          funny(
            `"Same time tomorrow?" said {friend!}. "I shall have to ask {the dummy}," said {hero!}, and it was the first joke that {hero.they} had ever made to somebody who could laugh.`,
          ),
        ],
      ],
    },
  ],
  lastLines: [
    any(`That evening {hero} called after {friend}, "{wrong}!" And they both laughed all the way home.`),
    older(`And {the dummy} said nothing, but it did look pleased.`),
    any(`In the morning, before anything else, somebody said hello.`),
    older(
      `"{wrong}," said {hero!} softly, as {friend} went off over the hill, and this time it was quite the right thing to say.`,
    ),
    ...given(
      walking,
      tender(
        `There were two sets of tracks on {place.ground} that night, and nobody could have said which had come first.`,
      ),
    ),
  ],
};
