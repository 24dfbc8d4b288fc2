import type { StoryShape } from '../types.ts';
import {
  alone,
  any,
  beside,
  both,
  byHeroes,
  type Condition,
  eldest,
  fewerEvents,
  funny,
  given,
  hasEnding,
  hasEvents,
  hasThing,
  not,
  older,
  someEvent,
  tender,
  together,
  verbIn,
  young,
  long,
  wordy,
  terse,
  toned,
} from './say.ts';

const MAKING = new Set(
  'build make invent construct sew knit weave carve craft assemble repair mend fix design hammer fold paint create cook bake draw stitch glue'.split(
    ' ',
  ),
);
const KITCHEN = new Set(['bake', 'cook', 'brew', 'stir']);
const makes = both(verbIn(1, MAKING), byHeroes(1));
const kitchen: Condition = (tale) => tale.idea.events.some((event) => KITCHEN.has(event.verb));
const floats: Condition = (tale) => /\b(boat|ship|raft|canoe|submarine)\b/iu.test(tale.idea.text);
const stormy: Condition = (tale) => /\bstorm/iu.test(tale.idea.text);

/** Told with a pencil behind the ear: measures, lists, noises of tools; the piece that is left over is the piece that is needed. */
export const making: StoryShape = {
  id: 'making',
  name: 'Making something',
  fits: (idea) => {
    const first = idea.events[0];
    if (first !== undefined && MAKING.has(first.verb)) return KITCHEN.has(first.verb) ? 0.6 : 0.93;
    return someEvent(idea, MAKING) ? 0.5 : 0.08;
  },
  choices: {
    token: ['bent spoon', 'wooden peg', 'brass doorknob', 'bottle cork', 'red button', 'thimble'],
    smell: ['turpentine', 'sawdust', 'glue and apples', 'candle wax'],
    wrong: ['upside down', 'back to front', 'inside out', 'the wrong way up'],
  },
  titles: ['Measure Twice', 'Half Past Seven on Saturday', '{heroes!} and the Great Idea', 'Tap, Tap, Tap', 'Why Not?'],
  refrains: [
    'Tap, tap, tap, and a bit of string.',
    'Bang, bang, stop, and look again.',
    'A nail for this, and a knot for that.',
    'It was not done, but it was doing well.',
  ],
  beats: [
    {
      id: 'idea',
      titles: ['The idea', 'Saturday, half past seven', 'Why not?'],
      why: 'Everything that is made was first an idea.',
      what: '{heroes!} had an idea.',
      mood: 'happy',
      where: 'home',
      time: 'day',
      who: ['heroes'],
      core: [
        [
          toned(
            'dreamy',
            `Some things are in the world already, and only wait for somebody to make them. One of them had been waiting for {heroes.intro}.`,
          ),
          toned(
            'adventurous',
            `"Too big," said the neighbour. "Too bold, and much too loud." It was the nicest thing that anyone had ever said to {heroes.intro}.`,
          ),
          toned(
            'funny',
            `{home.in} there had been no accident for eleven days. Then came an idea, and it came to {heroes.intro}.`,
          ),
          terse(`The idea came on a Saturday, and it came to {heroes.intro}.`),
          young(
            `Look, here {heroes.is} {heroes.intro}. One day {heroes} had an idea. It was round and bright, like a ball. "I know!" {hero.said} {hero!}. "I know, I know!"`,
          ),
          ...given(
            makes,
            older(
              `The idea came on a Saturday, at about half past seven, and it came to {heroes.intro}. "Do you know what nobody here has ever done?" {hero.said} {hero!}. "Nobody has tried to {event1.base}."`,
            ),
          ),
          ...given(
            both(makes, together),
            older(
              `They never agreed about anything, not about soup and not about socks. So it came as a surprise to {heroes.intro} when, one Saturday, they both said the same thing: "Let us {event1.base}."`,
            ),
          ),
          older(
            `Most ideas go away if you leave them alone. This one did not. It came on Saturday, and on Sunday it was still there, and had grown. It belonged to {heroes.intro}.`,
          ),
          eldest(
            `It was not a sensible idea. Sensible ideas had been tried {home.in} for years, and look where that had led. This was the other kind, and it belonged to {heroes.intro}.`,
          ),
        ],
        [
          ...given(
            beside('friend'),
            any(`The first to hear of it was {friend.intro}.`),
            any(`It had something to do with {friend.intro}, although nobody could have said what as yet.`),
          ),
        ],
        [...given(beside('third'), any(`The second was {third.intro}.`))],
      ],
      more: [
        [
          any(
            `"It cannot be done," said the neighbour over the fence. "Has anybody tried?" asked {hero!}. "No," said the neighbour, "because it cannot be done." One could go round and round in that for days.`,
          ),
          any(
            `"What is it going to be?" asked the neighbour over the fence. "You will see," {hero.said} {hero!}. "When?" "When we do."`,
          ),
        ],
        [
          any(
            `First there was a drawing. It was done on the back of a bill, with arrows, and where {heroes} had not been sure there was a small cloud. There were rather a lot of clouds.`,
          ),
          any(
            `{hero!} drew it on the floor with chalk, as large as life, and then walked once round it. It already looked as if it were only waiting for the rest.`,
          ),
        ],
        [
          any(`{sky} {place.sound}. It was a good day for beginning something.`),
          ...given(
            together,
            any(
              `{hero!} was the one who said, "More." {friend!} was the one who said, "Hold on." You need one of each, to make anything that is any good.`,
            ),
          ),
          ...given(
            alone,
            any(
              `There was one voice in {hero.them} that said, "More," and one that said, "Hold on." {hero!} let them both talk, and listened mostly to the first.`,
            ),
          ),
        ],
      ],
    },
    {
      id: 'gather',
      when: long,
      titles: ['Things that might come in useful', 'A list', 'Bits and pieces'],
      why: 'What it is made of.',
      what: '{heroes!} gathered all that was needed, and a {token} too many.',
      mood: 'funny',
      where: 'home',
      time: 'day',
      who: ['heroes'],
      core: [
        [
          young(
            `What do we need? A bit of this! A lot of that! Some string! And what is this? A {token}. "What is it for?" {hero!} put it in with the rest.`,
          ),
          older(
            `{heroes} needed rope, and paint, and patience, and found two of the three. Right at the bottom of the box lay a {token}. It was no use to anyone. It came along anyhow.`,
          ),
          older(
            `The list was long. Most of it was under the stairs, and the rest was under that. "And a {token}," {hero.said} {hero!}. "What for?" said everyone. "I don't know yet."`,
          ),
          eldest(
            `One begins with what there is. There was string, there was hope, there was a pot of blue paint with a skin on it, and for no reason whatever there was a {token}.`,
          ),
        ],
      ],
      more: [
        [
          any(`Somebody gave a plank, and somebody gave advice. The plank was very useful.`),
          ...given(
            not(kitchen),
            any(`From the attic came a wheel, a sail, half a ladder, and an owl, who was put back.`),
          ),
          any(
            `An old man brought a tin of nails, all crooked. "I always meant to straighten them," he said. Now they were straightened, one by one. It made a noise like a very slow clock.`,
          ),
        ],
        [
          any(
            `By noon there was a heap as high as a horse. By one it had been sorted, big with big and small with small, and it was as high as two.`,
          ),
          funny(
            `"Do we need a trombone?" "Not yet," {hero.said} {hero!}, and wrote it down at the end of the list, in pencil.`,
          ),
        ],
        [
          any(
            `It smelled of {smell}. That is how you can tell, with your eyes shut, that somebody is just about to be happy.`,
          ),
          any(
            `{hero!} laid all of it out in a row, and looked along the row with one eye. "It is all there," {hero.said} {hero!}. "It only does not know it yet."`,
          ),
        ],
      ],
    },
    {
      id: 'make',
      titles: ['Tap, tap, tap', 'Measure twice', 'Work'],
      why: 'The making itself.',
      what: '{heroes!} made it.',
      mood: 'happy',
      where: 'home',
      time: 'day',
      who: ['heroes'],
      core: [
        [
          ...given(
            makes,
            terse(`It took four days and all of the string. {refrain} And on the fifth day {heroes} {event1.past}.`),
            young(`Then to work! Measure, measure. Push and pull. {refrain} {heroes!} {event1.past}. Hooray!`),
            older(
              `It took four days, one thumb and all of the string. {refrain} But on the fifth day there was no arguing with it: {heroes} {event1.past}.`,
            ),
            eldest(
              `What followed was not tidy. There was paint on the cat by Tuesday. {refrain} Yet by Friday evening it could not be denied any longer. {heroes!} {event1.past}.`,
            ),
          ),
          ...given(
            both(not(makes), hasEvents(1)),
            young(`Then to work! Measure, measure. Push and pull. {refrain} And then it happened. {event1!}`),
            older(
              `It took four days, one thumb and all of the string. {refrain} And in the middle of it, as these things go, {event1!}`,
            ),
          ),
          ...given(
            (tale) => tale.idea.events.length === 0,
            young(`Then to work! Measure, measure. Push and pull. {refrain}`),
            older(`It took four days, one thumb and all of the string. {refrain}`),
          ),
        ],
        given(
          long,
          young(
            `But look! One {token} was left over. It did not go here. It did not go there. Into {hero.their} pocket? Onto a string? It just came along.`,
          ),
          older(
            `Only the {token} was left over. It was turned, and it was tried, and there was no place that wanted it. "Keep it by you," said the old people. "It is when nothing is left over that you have forgotten something."`,
          ),
          eldest(
            `When it was finished there was a {token} over. There is always something over. It hung on a bit of string, turning gently, like a question.`,
          ),
        ),
      ],
      more: [
        [
          any(
            `The first try was {wrong}. The second try was much better, but it fell over. "Good," {hero.said} {hero!}. "Now we know two ways that it does not go. There cannot be so many more."`,
          ),
          any(
            `"Is it straight?" "It is straight if you stand here," {hero.said} {hero!}. So for the time being everyone stood there.`,
          ),
        ],
        [
          ...given(
            together,
            any(
              `On the second day there was a quarrel about the left side. {hero!} wanted it higher, and {friend!} wanted it lower. They did not speak until dinner. Then it turned out that each of them had meant the other end.`,
            ),
          ),
          ...given(
            alone,
            any(
              `On the second day nothing went right. {hero!} threw the pencil into the corner, sat down with {hero.their} back to it all, and stayed like that for ten minutes. Then {hero} went and fetched the pencil.`,
            ),
          ),
        ],
        [
          any(
            `People came to lean on the fence. "What is that bit?" they asked. "That is the important bit," {hero.said} {hero!}, and hoped that nobody would ask which the others were.`,
          ),
          any(
            `Bit by bit the noise changed. At first it had been bang. Then it was tap. And in the end, when you had to come close to hear it, it was only a small brush going to and fro.`,
          ),
        ],
        [
          tender(
            `In the evening, when the tools were put away, {heroes} stayed behind a little. It stood there in the last light. It had not been anywhere that morning, and now it was somewhere.`,
          ),
          any(
            `It leaned a little to one side. It had a spot where the paint had run. It was the most beautiful thing that {heroes} had ever seen.`,
          ),
        ],
      ],
    },
    {
      id: 'test',
      when: (tale) => long(tale) || fewerEvents(2)(tale),
      titles: ['Does it work?', 'The great day', 'Now or never'],
      why: 'What is made must be tried.',
      what: 'The great day came.',
      mood: 'tense',
      where: 'away',
      who: ['heroes'],
      core: [
        [
          ...given(
            hasEvents(2),
            young(
              `Then the day came. Would it go? Would it hold? Everyone came to see. "Ready?" {hero.said} {hero!}. "Steady?"`,
            ),
            ...given(
              stormy,
              older(
                `On the day of the trial the sky was the colour of a slate. "Tomorrow," said everybody on the shore. But an idea that has waited all week cannot be told to wait until tomorrow.`,
              ),
            ),
            older(
              `On the day of the trial, the whole place turned out to watch, and most of them brought sandwiches. "It will never hold," they said happily.`,
            ),
            eldest(
              `The trial drew a good crowd. Nothing brings people together like the hope of seeing somebody fall in.`,
            ),
          ),
          ...given(
            fewerEvents(2),
            young(
              `Then the day came. Would it go? Would it hold? Everyone came to see. One, two, three! Yes! It went!`,
            ),
            older(
              `Then came the day to try it. The whole place turned out to watch, and most of them brought sandwiches. {hero!} took a breath, and let go. And it held.`,
            ),
          ),
        ],
      ],
      more: [
        [
          any(
            `{weather} {place.sound}. {heroes!} thought of every place on the drawing that had not been quite certain, one after the other.`,
          ),
          any(
            `"Did you measure twice?" called the neighbour. "Three times," {hero.said} {hero!}. "And?" "It was different each time."`,
          ),
        ],
        [
          ...given(
            floats,
            any(
              `It sat in the water like a hen on eggs, a little low behind. A duck came up, looked it over, and moved its children to one side.`,
            ),
          ),
          any(
            `Somebody made a speech. Somebody broke a bottle of raspberry juice over the front, and the wasps came, and the speech was over.`,
          ),
        ],
        [
          ...given(
            together,
            any(
              `"If it goes wrong," {friend.said} {friend!}, "it was your idea." "And if it goes right?" asked {hero!}. {friend!} thought about it. "Then it was a very good drawing."`,
            ),
          ),
          any(
            `There comes a moment when there is nothing more to do, no nail, no knot, no coat of paint. There was only the going. It was quiet, and it was exactly now.`,
          ),
        ],
      ],
    },
    {
      id: 'trial',
      titles: ['In the middle of it', 'Creak', 'Hold on!'],
      why: 'The piece that was left over is the piece that was missing.',
      what: 'In the middle of it something gave way, and the {token} fitted.',
      mood: 'scary',
      where: 'away',
      who: ['heroes'],
      core: [
        [
          ...given(
            both(hasEvents(2), byHeroes(2)),
            terse(`Off {heroes} went, with a wobble and a shout. {heroes!} {event2.past}.`),
            young(
              `Off {heroes} went! Up and down, and side to side. It was wild, it was loud, it was wonderful. {heroes!} {event2.past}!`,
            ),
            older(
              `There is a right way of {event2.gerund}, and nobody had ever told {heroes!} what it was. {heroes} did it the other way, the loud one, with everything creaking.`,
            ),
            older(
              `Off {heroes} went, with a wobble and a shout. And in spite of the neighbour, and the weather, and all good advice, {heroes} {event2.past}.`,
            ),
            eldest(
              `Of what came next there are many accounts, and in each of them the waves are higher. But all agree on the main thing. {heroes!} {event2.past}.`,
            ),
          ),
          ...given(
            both(hasEvents(2), not(byHeroes(2))),
            any(`And then, with everyone watching, came the thing that no one had drawn. {event2!}`),
            older(`That was the moment for which it had been made, although nobody had known it. {event2!}`),
          ),
          ...given(
            fewerEvents(2),
            any(`It went better than the drawing. It went so well that {heroes} forgot to hold on.`),
          ),
        ],
        [...given(hasEvents(3), any(`Nor was that all. {event3!}`))],
        [...given(hasEvents(4), any(`And then: {event4!}`))],
        [
          ...given(
            both(long, not(kitchen)),
            young(`Crack! Oh no, a hole! What could go in it? The {token}! Push, push, plop. It fitted!`),
            older(
              `Right in the middle of it there was a crack, and then a hole, no bigger than a plum, and everything began to go out of it, hope first. "The {token}!" {hero.said} {hero!}. It went in with a squeak. It fitted as if it had been waiting.`,
            ),
            eldest(
              `It was at the worst moment, naturally, that something went ping. What was left was a hole of a most particular shape. {hero!} knew that shape. It was the shape of a {token}, which had been in everybody's way for a week, and was only now in the right one.`,
            ),
          ),
          ...given(
            both(long, kitchen),
            any(
              `And what held it all up in the middle, when it began to sink? A {token}, that had not been in anybody's recipe.`,
            ),
          ),
        ],
      ],
      more: [
        [
          ...given(
            both(stormy, floats),
            any(
              `The rain came sideways. The waves stood up to see who it was. "Left!" cried one wave, and "Right!" cried the other, and so the boat went straight on, which happened to be the way.`,
            ),
            any(
              `The thunder said something very long. "Yes, yes," {hero.said} {hero!}, "in a minute," and went on bailing.`,
            ),
          ),
          ...given(
            not(both(stormy, floats)),
            any(
              `Everything shook that could shake. Everything rattled that could rattle. But it was a good sort of rattle, like a drawer of spoons in a house where there is going to be a party.`,
            ),
          ),
        ],
        [
          any(
            `"Hold that!" "What?" "That!" "I am holding it!" "Then hold the other one!" Nobody has ever found out who said which.`,
          ),
          any(
            `There was a bad moment. It lasted as long as it takes to say your own name. In it, {heroes} thought of dinner, and of home, and of one nail in particular.`,
          ),
        ],
        [
          any(
            `After that it was not afraid of anything. One could feel it. It had been a heap of things, and now it was one thing.`,
          ),
          any(
            `"It is holding," {hero.said} {hero!}. It was said very softly, so that it should not hear, and grow careless.`,
          ),
        ],
      ],
    },
    {
      id: 'done',
      titles: ['Done', 'What is left over', 'Saturday again'],
      why: 'It is made, and it is theirs.',
      what: 'It was done, and nothing was left over.',
      mood: 'happy',
      where: 'away',
      time: 'dusk',
      who: ['heroes'],
      core: [
        [
          terse(`"I always said so," said the neighbour, who had not.`),
          young(`And how they clapped! "Hooray for {heroes!}!" Even the neighbour clapped. Even the cat.`),
          older(
            `When it was over nobody wanted to be the first to go. "And it was only an idea," said somebody, "and only on a Saturday." "They all are," {hero.said} {hero!}, "to begin with."`,
          ),
          older(
            `On the other side stood the neighbour, who had gone round by the road to see it fall to pieces. It had not. "I always said so," said the neighbour.`,
          ),
          ...given(
            long,
            ...given(
              long,
              eldest(
                `"I should never have thought it," said the neighbour, and walked all round it twice, looking for the reason. There it was, of course, in plain sight: a {token}.`,
              ),
            ),
          ),
        ],
        [...given(hasEnding, any(`Then, when the last of the crowd had gone home, {heroes} {ending.past}.`))],
      ],
      more: [
        [
          any(
            `{heroes} {heroes.was} wet, or dusty, or both, and could not stop laughing. Everything that anybody said was funny. Even "spoon" was funny.`,
          ),
          any(
            `{sky} Somebody came with blankets, and somebody came with soup. The wobble was told over and over, and each time it was wobblier.`,
          ),
        ],
        [
          any(
            `"What will you make next?" a child wanted to know. {heroes} looked at the sky, the way one looks for something on a high shelf. "It has to be Saturday first," {hero.said} {hero!}.`,
          ),
          ...given(
            hasThing,
            any(
              `It stands there to this day, with its spot where the paint ran. Nobody has ever painted it over. It is how you can tell that it is the real one.`,
            ),
          ),
        ],
        [
          any(
            `There was not a nail over, and not an inch of string. {heroes} looked twice. It was quite strange to have nothing left to carry home.`,
          ),
          any(
            `And if you should ever have a bent nail, or half a ladder, or an idea that does not go away: you know which fence to lean on.`,
          ),
        ],
      ],
    },
  ],
  lastLines: [
    any(`That night it was very quiet. Then somewhere, quite softly, something went tap.`),
    ...given(wordy, any(`And on the floor, in chalk, there was already something new.`)),
    any(
      `On the fence, where everybody had leaned, the neighbour was still leaning, with a pencil and the back of a bill.`,
    ),
    older(`There was nothing left over now, except for half past seven on Saturday.`),
  ],
};
