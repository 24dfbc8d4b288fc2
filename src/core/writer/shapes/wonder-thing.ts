import type { StoryShape } from '../types.ts';
import {
  any,
  both,
  type Condition,
  eldest,
  fewerEvents,
  funny,
  given,
  hasEvents,
  not,
  older,
  people,
  tender,
  young,
  recalling,
  terse,
} from './say.ts';

const talks: Condition = (tale) => /\b(?:talk|speak|sing|whisper|answer|tell)s?\b/iu.test(tale.idea.text);
const feast: Condition = (tale) =>
  /\b(?:feast|party|festival|fair|celebration|wedding|birthday|dinner)\b/iu.test(tale.idea.text);
const eatable: Condition = (tale) =>
  /\b(?:bread|loaf|cake|bun|pie|cookie|pancake|biscuit|roll)\b/iu.test(tale.idea.thing?.noun ?? '');
const maker: Condition = (tale) => MAKING.has(tale.idea.events[0]?.verb ?? '');

const MAKING = new Set('bake make build cook knit sew paint draw carve invent write weave grow'.split(' '));
const FINDING = new Set('find discover get buy catch receive inherit'.split(' '));

/** Told as a village tells it, over the fence: brisk, exact about what does not matter, and proud of it all afterwards. */
export const wonderThing: StoryShape = {
  id: 'wonder-thing',
  name: 'A thing of wonder',
  fits: ({ thing, events, text }) => {
    if (!thing) return 0;
    const isWonder =
      /\b(?:magic|magical|enchanted|talking|flying|singing)\b|\bthat (?:can|could|grants?|never|always)\b/iu.test(text);
    const verb = events[0]?.verb ?? '';
    if (isWonder) return MAKING.has(verb) || FINDING.has(verb) ? 0.97 : 0.7;
    return MAKING.has(verb) || FINDING.has(verb) ? 0.35 : 0.1;
  },
  choices: {
    quarrel: ['borrowed ladder', 'stray goose', 'crooked fence', 'mislaid hat', 'cracked jug'],
    hour: ['Tuesday', 'Thursday', 'Friday', 'Monday'],
    sign: [
      'three hens crossed the lane in a row',
      'the weathercock turned round twice',
      'every spoon in the drawer hummed',
      'the cat sneezed and looked surprised',
    ],
    dish: ['plum soup', 'onion pie', 'pickled pears', 'potato dumplings'],
  },
  titles: [
    'The Wonder of {hour}',
    '{heroes!} and {thing}',
    'What {heroes!} Had in the House',
    'Nobody Expected {thing}',
    'It Began on a {hour}',
  ],
  refrains: [
    'Such things do not happen, and this one did.',
    'It was only a small wonder, but it was awake.',
    'You never can tell, and then you can.',
    'Ask anybody. They were all there.',
  ],
  beats: [
    {
      id: 'ordinary',
      titles: ['A {hour} like any other', 'Before it happened', 'Nothing out of the way'],
      why: 'So that the wonder has something plain to happen in.',
      what: '{heroes!} went about an ordinary day, and nobody was speaking to anybody because of {a quarrel}.',
      mood: 'calm',
      where: 'home',
      time: 'dawn',
      who: ['heroes'],
      core: [
        [
          terse(`It happened on a {hour}, to {heroes.intro}.`),
          young(`{home.in} lived {heroes.intro}. Every day was the same. But then it was {hour}!`),
          older(`It happened on a {hour}, to {heroes.intro}, and {sign} that morning, so we might have known.`),
          older(
            `Ask {home.in} who it happened to, and they will all point the same way: to {heroes.intro}. It began on a {hour}.`,
          ),
          eldest(
            `Wonders, as a rule, happen far away and to other people. This one happened on a {hour}, {home.in}, to {heroes.intro}, before breakfast.`,
          ),
        ],
        [
          ...given(
            feast,
            terse(`There was to be a feast, but since {a quarrel} nobody was speaking.`),
            young(`Soon there would be a feast. But everyone was cross! It was all about {a quarrel}.`),
            older(
              `There was to be a feast that week, but half the guests had not said a word to the other half since the matter of {a quarrel}.`,
            ),
          ),
          ...given(
            not(feast),
            terse(`Since the matter of {a quarrel} nobody was speaking to anybody.`),
            young(`Everyone was cross that week. It was all about {a quarrel}.`),
            older(`Things were not well just then. Since the matter of {a quarrel}, hardly anybody said good morning.`),
          ),
        ],
      ],
      more: [
        [
          any(`{place.sound}, and the air smelled of {place.smell}. {sky}`),
          older(
            `{sky} {place.sight}, and {heroes} {heroes.was} up before everybody, as always, and before most of the birds.`,
          ),
        ],
        [
          older(
            `Nobody could have told you any longer who had been right about {the quarrel}. That made no difference. They had been cross for so long that they had grown quite good at it.`,
          ),
          funny(
            `It is hard work, being cross with one's neighbours. One has to cross the road, and then they cross the road, and then one has to cross it back.`,
          ),
        ],
        [
          any(
            `{heroes!} heard it all, from both sides, every day. "I miss them, you know," said one when nobody was by, "but do not say I said so." And the other said the very same. {heroes!} never said so.`,
          ),
        ],
        [
          any(
            `It was all as it should be: the kettle first, then the shutters, then a word to the stove. {heroes!} did it in the same order every day, and the day had never yet complained.`,
          ),
          older(
            `(There will be those who tell you that it was raining. It was not. I have it from somebody who was hanging out washing.)`,
          ),
        ],
      ],
    },
    {
      id: 'wonder',
      titles: ['The wonder', 'What was that?', 'It was awake'],
      why: 'The wonder comes into the world.',
      what: '{event1!}',
      mood: 'wonder',
      where: 'home',
      time: 'dawn',
      who: ['heroes'],
      core: [
        [
          ...given(
            both(hasEvents(1), maker),
            terse(`That morning {event1!}`),
            young(`That morning, {event1!} {heroes!} looked. And looked again!`),
            older(
              `{heroes} did everything just as always, so nobody can say how it came about. But that morning {event1!}`,
            ),
            eldest(
              `There was nothing special in it: the usual things in the usual order, with perhaps a pinch more patience. All the same, {event1!}`,
            ),
          ),
          ...given(
            both(hasEvents(1), not(maker)),
            terse(`And that morning {event1!}`),
            young(`And that morning, oh, look! {event1!}`),
            older(
              `Nobody had put it on the list of things to do that day. But before the clock struck eight, {event1!}`,
            ),
          ),
        ],
        [
          ...given(
            both(talks, eatable),
            terse(`"Mind my crust," said {thing}.`),
            any(`"Good morning," said {thing}. "It is rather hot in there. And you are squeezing."`),
            older(`"Mind my crust," said {thing}. It was the first thing that {thing.it} ever said.`),
          ),
          ...given(
            both(talks, not(eatable)),
            terse(`"There you are," said {thing}.`),
            any(`"Good morning," said {thing}. "I thought that nobody would ever ask."`),
            older(`"There you are," said {thing}, as if it had been waiting since the year before last.`),
          ),
          ...given(
            not(talks),
            terse(`{heroes!} looked at {thing} twice.`),
            any(`{heroes!} looked at {thing} from the front, and from the back, and then sat down. {refrain}`),
            older(
              `There {thing} {thing.was}, looking as if butter would not melt. But {heroes} had seen what {heroes.they} had seen.`,
            ),
          ),
        ],
      ],
      more: [
        [
          ...given(
            talks,
            any(
              `{heroes!} looked under the table. {heroes!} looked behind the door. Then {heroes}, very slowly, looked at {thing}. "Yes," said {thing}. "Down here."`,
            ),
            older(
              `"Did you say something?" asked {hero!}. "I did," said {thing}. "Shall I say it again, or will you sit down first?" {heroes!} sat down first.`,
            ),
          ),
          ...given(
            not(talks),
            any(
              `{heroes!} did it once more, to be quite sure. Then, to be surer than sure, {heroes.they} did it with {heroes.their} eyes shut.`,
            ),
            older(
              `It was not large, as wonders go. {heroes!} pinched {heroes.self}, and then, to be fair, pinched {thing}. Nothing changed.`,
            ),
          ),
        ],
        [
          any(
            `{heroes!} {heroes.felt}. {place.sound}, just as on any other {hour}, as if the world had not noticed yet.`,
          ),
          ...given(
            talks,
            funny(
              `"And what do you do all day?" asked {thing}. {heroes!} told it. "Hm," said {thing}. "And do they say thank you?" Nobody had ever asked that before.`,
            ),
          ),
        ],
        [
          any(`{refrain}`),
          older(
            `"Nobody is going to believe this," said {hero!}, and on that point {heroes} {heroes.was} right until Saturday.`,
          ),
        ],
        [
          any(
            `Some would have screamed, and some would have run for the doctor. {heroes!} made a pot of tea, and put out a second cup, in case.`,
          ),
        ],
      ],
    },
    {
      id: 'nuisance',
      titles: ['A wonder is no rest', 'What the neighbours said', 'Talk'],
      why: 'The wonder is not easy to have, and it learns what it will need.',
      what: 'Nobody knew what to make of {thing}, which listened to everything.',
      mood: 'funny',
      where: 'home',
      time: 'day',
      who: ['heroes'],
      core: [
        [
          ...given(
            talks,
            terse(`It talked a good deal. But it listened, too, to this side and to that.`),
            young(`{thing} talked all day. Chat, chat, chat! And when it did not talk, it listened.`),
            older(
              `It was no rest, having {a thing}. It had views on everything. But it was a good listener, and from its place it heard all that was said, by this side and by that.`,
            ),
            eldest(
              `By noon {thing} had remarked on the weather, the floor and everybody's hats. By evening it had grown quiet, which was worse. It was listening.`,
            ),
          ),
          ...given(
            not(talks),
            terse(`By noon everybody knew, and by evening nobody believed it.`),
            young(
              `"I do not believe it," said one. "I do not believe it," said two. They had to see it. Then they said, "Oh!"`,
            ),
            older(
              `By noon everybody knew, and by evening nobody believed it. They came to see for themselves, one at a time, so as not to meet the others.`,
            ),
          ),
        ],
        [
          ...given(
            hasEvents(3),
            any(`And then, {event2!}`),
            older(`One thing led to another, and so it came that {event2!}`),
          ),
        ],
      ],
      more: [
        [
          ...given(
            both(talks, people),
            any(
              `"That is a terrible hat," said {thing} to the mayor. There was a silence. "It is," said the mayor at last. "My sister made it."`,
            ),
            any(
              `"Two, please," said the miller. "You said that you would only take one," said {thing}. "You told your wife." The miller took one.`,
            ),
          ),
          ...given(
            not(talks),
            any(
              `"Is it the sort of thing that one keeps," asked an old gentleman, "or the sort that one hands in?" Nobody knew where one would hand it in.`,
            ),
          ),
        ],
        [
          older(
            `There were those who said that it would come to no good, and they said it with pleasure. There were those who wanted to touch it. {heroes!} put a cloth over it at night.`,
          ),
          ...given(
            talks,
            funny(
              `{heroes!} put a cloth over {thing} at night. "It is dark," said {thing} under the cloth. And then: "Tell me about geese." So {heroes} told it about geese.`,
            ),
          ),
        ],
        [
          ...given(
            eatable,
            any(
              `"You will not slice me, I suppose?" it asked once, quite lightly. "No," said {hero!}. "Good," said {thing}. "I only ask. One hears such things about toast."`,
            ),
          ),
          tender(`When the lamps were out, {heroes} and {thing} kept each other company. {place.sound}. {refrain}`),
        ],
        [
          any(
            `They put questions to it. They gave it hints. Somebody brought a cousin from over the hill, who had once seen a two-headed carrot and was not easily impressed. The cousin had to sit down.`,
          ),
          older(
            `An offer was made by a gentleman with a ring on every finger. {heroes!} said that it was not for sale. He doubled it. {heroes!} said that it was still not for sale, only twice as much.`,
          ),
        ],
      ],
    },
    {
      id: 'trouble',
      titles: ['Trouble', 'Saturday', 'Not a word'],
      why: 'The old quarrel makes an end of everything, unless something happens.',
      what: 'It all went wrong, because of {a quarrel}.',
      mood: 'tense',
      where: 'village',
      time: 'dusk',
      who: ['heroes'],
      core: [
        [
          ...given(
            feast,
            terse(`Then came the feast, and not a word was said, and the {dish} went cold.`),
            young(`Then came the feast. But nobody talked. Nobody laughed. Nobody ate. Oh dear, oh dear!`),
            older(
              `Then came the feast. This half sat here, and that half sat there, and the {dish} went cold in between. Somebody reached for a coat.`,
            ),
            eldest(
              `So came the evening of the feast. There were lanterns and fiddles and {dish}, and a silence on top of it like a lid. In a minute somebody would go home, and then everybody would.`,
            ),
          ),
          ...given(
            not(feast),
            terse(`On Saturday they stood about, red in the face, and it was worse than ever.`),
            young(`Then came a bad, bad day. Everyone shouted. Nobody helped. Somebody had to do something!`),
            older(
              `And on Saturday it came to a head. They all stood about, this half and that half, red in the face over {the quarrel}, and {heroes} stood in the middle.`,
            ),
          ),
        ],
      ],
      more: [
        [
          ...given(
            feast,
            any(
              `Somebody coughed. A spoon fell, and it sounded like a bell. The fiddler tuned his fiddle, and tuned it again, and could not find anybody to play for.`,
            ),
          ),
          any(
            `{place.sound}. {place.sight}. You would have thought it the finest evening of the year, if you had not looked at the faces.`,
          ),
        ],
        [
          ...recalling(
            'cross',
            older(
              `"It was my ladder, so to speak," said somebody, although it had never been about {the quarrel} at all, or not for years. "Well, it was my so to speak," said somebody else.`,
            ),
          ),
          ...recalling(
            'never said so',
            any(
              `And {heroes}, who had heard every kind word that each had said of the other, stood there, and had promised not to tell.`,
            ),
          ),
        ],
        [
          ...recalling('a cloth', any(`Then there was a small noise from under the cloth.`)),
          funny(`It was so quiet that one could hear the {dish} cool.`),
        ],
        [
          any(
            `The oldest of them said, "In my day," and then could not remember how it went on. The youngest began to cry, and was given a spoon.`,
          ),
        ],
      ],
    },
    {
      id: 'saved',
      titles: ['From under the cloth', 'What it did', 'And then'],
      why: 'The wonder does what nobody else could.',
      what: '{event2!}',
      mood: 'happy',
      where: 'village',
      time: 'night',
      who: ['heroes'],
      core: [
        [
          ...given(
            talks,
            terse(`"You miss each other," said {thing} into the silence. "I heard you both say so."`),
            young(
              `"You miss her," said {thing}. "And she misses you. You said so! I heard." Everyone went pink. Then someone laughed.`,
            ),
            older(
              `"He says that he misses you," said {thing}, loud and clear, "and you say that you miss him. I have heard it from both of you, and I have nobody to keep it for."`,
            ),
            eldest(
              `"I was never told that it was a secret," said {thing} into the silence. "On Wednesday you said that nobody had ever made you laugh like her. On Thursday she said it of you. I only mention it."`,
            ),
          ),
          ...given(
            not(talks),
            terse(`Then {heroes} held up {thing}, and one cannot be cross with one's mouth open.`),
            young(`"Look!" said {hero!}. And {heroes} held up {thing}. Everyone stopped. Everyone stared.`),
            older(
              `{heroes!} stepped into the middle. And {thing}, in front of them all, did what no other in the world could do. Everybody forgot to be cross. One cannot be cross with one's mouth open.`,
            ),
          ),
        ],
        [
          ...given(
            both(hasEvents(2), fewerEvents(3)),
            any(`And that is how {event2!}`),
            older(`First one laughed, and then the other, and somebody asked for the salt. {event2!}`),
            older(`They will tell you so to this day: {event2!}`),
          ),
          ...given(hasEvents(3), any(`And that is how {event3!}`)),
          ...given(
            fewerEvents(2),
            any(`And by the time the moon was up, nobody remembered {the quarrel}, or wished to.`),
          ),
        ],
        [...given(hasEvents(4), any(`After that, {event4!}`))],
      ],
      more: [
        [
          any(`It was so still that you could have heard a crumb drop. One did.`),
          ...given(
            talks,
            older(
              `There was a pause. It was the sort of pause in which a thing can still go either way, like a plate on the edge of a table. Then an old voice said, "Well, I do."`,
            ),
          ),
        ],
        [
          ...given(
            feast,
            any(
              `After that there was no stopping them. The {dish} went round, cold as it was, and they said that it had never been better. The fiddler played until two of his strings gave up.`,
            ),
          ),
          any(
            `Hands were shaken that had been in pockets for years. It took a long time, since everyone wanted to be sure that they had shaken all of them.`,
          ),
        ],
        [
          funny(
            `"And {the quarrel}?" asked somebody, late. "What about it?" said everybody. "Nothing," said somebody. "I only wondered who won."`,
          ),
          tender(
            `{heroes!} sat a little to one side, with {thing}, and watched. {heroes!} {heroes.glad}. {place.sight}, and nobody went home until the stars did.`,
          ),
        ],
        [
          any(
            `Two old men who had not met each other's eyes for years met them now, and found that they had both grown a good deal more wrinkles in the meantime, and compared.`,
          ),
        ],
      ],
    },
    {
      id: 'after',
      titles: ['Afterwards', 'Ever since', 'What became of it'],
      why: 'What is left of a wonder.',
      what: '{heroes!} and {thing} went home, and things were not quite as before.',
      mood: 'calm',
      where: 'home',
      time: 'night',
      who: ['heroes'],
      core: [
        [
          ...given(
            eatable,
            terse(`Nobody ate {thing}, of course.`),
            young(`Did they eat {thing}? Oh no! It has its own little shelf, and it says good morning to everyone.`),
            older(
              `Nobody ate {thing}, of course. It was given a shelf by the window, and the first word of every day.`,
            ),
          ),
          ...given(
            not(eatable),
            terse(`Then {heroes} carried {thing} home.`),
            young(`Then {heroes} took {thing} home. "Well done," {heroes.said} {heroes}.`),
            older(`{heroes!} carried {thing} home through the dark, and {thing.it} had never felt so light.`),
          ),
        ],
      ],
      more: [
        [
          any(
            `They say good morning to each other now, {home.in}, on both sides of the road. Some of them say it twice, to be ahead.`,
          ),
          older(
            `People come from three valleys away to look. They are always a little disappointed, at first. It is so very like any other.`,
          ),
        ],
        [
          ...given(
            talks,
            ...recalling(
              'promised',
              any(
                `"You promised not to tell," said {thing} that night. "I did," said {hero!}. "I did not," said {thing}, and was quiet, and very likely smiled.`,
              ),
            ),
          ),
          tender(`{sky} Somewhere two people were walking home the long way, because they had not finished talking.`),
        ],
        [any(`{refrain}`)],
        [
          older(
            `The gentleman with the rings came back and found nobody at home. They were all next door. They had been next door, one way and another, ever since.`,
          ),
          any(
            `In the morning the kettle came first, and then the shutters, and then a word to the stove. But before all that there was now one good morning more.`,
          ),
        ],
      ],
    },
  ],
  lastLines: [
    any(`And on {hour}, to this day, {sign}.`),
    ...given(
      talks,
      ...recalling('geese', any(`"Good night," said {thing} from under the cloth. "Tell me about geese."`)),
    ),
    older(`As for {the quarrel}, it hangs in a place of honour, and nobody remembers why.`),
    any(`If you do not believe it, come on a {hour}. They always keep a little of the {dish}.`),
    funny(`It has never happened again, but on {hour} everybody is very polite to everything, just in case.`),
  ],
};
