import type { Idea, StoryShape } from '../types.ts';
import {
  alone,
  any,
  beside,
  both,
  type Condition,
  eldest,
  friendOfIdea,
  given,
  hasEnding,
  not,
  older,
  someEvent,
  together,
  walking,
  young,
  long,
  wordy,
  terse,
  hasWish,
  toned,
} from './say.ts';

const CONTESTS =
  /\b(race|contest|competition|prize|match|tournament|championship|game|games|medal|trophy|fair|show)\b/iu;
const COMPETING = new Set('win race compete enter challenge beat lose'.split(' '));
const WINNING = new Set('win beat lose cross triumph'.split(' '));
const race: Condition = (tale) => /\brac(?:e|es|ing)\b|\bfastest\b/iu.test(tale.idea.text);

function climaxOf(idea: Idea): number {
  const index = idea.events.findIndex((event) => WINNING.has(event.verb));
  return index < 0 ? Math.max(2, idea.events.length) : index + 1;
}
const before =
  (number: number): Condition =>
  (tale) =>
    tale.idea.events.length >= number && climaxOf(tale.idea) > number;
const climaxIs =
  (number: number): Condition =>
  (tale) =>
    tale.idea.events.length >= number && climaxOf(tale.idea) === number;
const after =
  (number: number): Condition =>
  (tale) =>
    tale.idea.events.length >= number && climaxOf(tale.idea) < number;

/** Those of whom the idea tells are each other's rivals: not all of them win. */
const against: Condition = (tale) =>
  tale.idea.heroes.length > 1 &&
  tale.idea.events.some(({ verb, subjects }) => WINNING.has(verb) && subjects.length < tale.idea.heroes.length);

/** No event of the idea is the end of it. */
const untold: Condition = (tale) => climaxOf(tale.idea) > tale.idea.events.length;

/** The idea says what there is to be won. */
const namesPrize: Condition = (tale) => {
  const { thing, events } = tale.idea;
  const noun = thing?.noun.split(' ').at(-1);
  return (
    noun !== undefined &&
    !CONTESTS.test(noun) &&
    events.some((event) => event.verb === 'win' && event.keywords.includes(noun))
  );
};

/** Told as over a loudspeaker at a fair: loud, exact about nonsense, and quite still for one moment. */
export const contest: StoryShape = {
  id: 'contest',
  name: 'The contest',
  fits: (idea) => (CONTESTS.test(idea.text) ? (someEvent(idea, COMPETING) ? 0.9 : 0.55) : 0.05),
  choices: {
    token: ['tartan ribbon', 'lucky acorn', 'odd sock', 'paper crown'],
    prize: ['a cup with two handles', 'a cheese as big as a cartwheel', 'a silver pudding spoon', 'a year of jam'],
    judge: ['goose', 'mayor', 'tortoise', 'postmistress'],
  },
  added: [
    {
      id: 'friend',
      when: (idea) => !idea.characters.some((character) => character.id === 'friend'),
      kinds: [
        { kind: 'hare', traits: ['splendid'], gender: 'he', nature: 'animal' },
        { kind: 'peacock', traits: ['proud'], gender: 'he', nature: 'bird' },
        { kind: 'greyhound', traits: ['elegant'], gender: 'she', nature: 'animal' },
        { kind: 'cockerel', traits: ['loud'], gender: 'he', nature: 'bird' },
      ],
    },
  ],
  titles: [
    'The Great Day',
    'Number Seventeen',
    '{heroes!} and the Grand Contest',
    'Ready, Steady',
    'Last, First and in Between',
  ],
  refrains: [
    'Ready, steady, and off we go!',
    'Ladies and gentlemen, hold on to your hats!',
    'One for luck, and two for the show!',
    'Hip, hip, and wait for it!',
  ],
  beats: [
    {
      id: 'notice',
      titles: ['A notice on the tree', 'Number seventeen', 'Who dares?'],
      why: 'There is a contest, and nobody expects {heroes!} to win it.',
      what: '{heroes!} put down {heroes.their} name.',
      mood: 'happy',
      where: 'home',
      time: 'day',
      who: ['heroes'],
      core: [
        [
          toned(
            'dreamy',
            `There had been flags in a dream, and a very long cheer. In the morning there it was on the big tree, in red letters, and before it stood {heroes.intro}.`,
          ),
          toned(
            'adventurous',
            `"Who dares?" it said in red letters on the big tree. There was a long silence. Then somebody stepped forward. It was {heroes.intro}.`,
          ),
          terse(`There were sixteen names on the list. The seventeenth was in pencil. It was {heroes.intro}.`),
          young(
            `Look! A notice! Red letters, big letters: Come one, come all! And who came running first? {heroes.intro}.`,
          ),
          ...given(
            not(namesPrize),
            older(
              `It was in red letters on the big tree: grand contest, Saturday, all welcome. Underneath was the prize, {prize}. And underneath that stood {heroes.intro}, reading it for the ninth time.`,
            ),
          ),
          older(
            `There were sixteen names on the list, and every one of them was a favourite. The seventeenth was in pencil. It belonged to {heroes.intro}.`,
          ),
          eldest(
            `The printers had put all welcome at the bottom of the notice, in the smallest type they had. But it was there, and {heroes.intro} had found it.`,
          ),
        ],
        [...given(hasWish, any(`There was only one thing that {heroes} wanted: to {wish.base}.`))],
        [
          ...given(
            before(1),
            any(`It was done in a minute. {event1!}`),
            any(`There was a gasp in the queue. {event1!}`),
          ),
        ],
        [...given(beside('third'), any(`{third.intro} had come to see it, too.`))],
      ],
      more: [
        [
          any(
            `"You?" said the {judge}, who kept the list. "Me," {hero.said} {hero!}. The {judge} looked at the top of {hero.them}, and then at the bottom. "It does say all," said the {judge}, and sighed, and wrote it down.`,
          ),
          any(`Nobody laughed. They only all began to cough at the same time.`),
        ],
        [
          any(
            `What was {hero!} good at? There had been no occasion to find out. Nobody had ever said ready, steady, and then waited.`,
          ),
          any(`{sky} {place.sound}. In all the gardens somebody was practising something behind a hedge.`),
        ],
        [
          any(
            `Somebody had tied a {token} to the gate, for luck. Nobody knew who. {hero!} decided that it was meant, and took it along.`,
          ),
          any(`{hero!} had a {token}, which had been lucky once, in a small way. Since then it had rested.`),
        ],
        [
          any(
            `{hero!} went home by way of the pond, and looked in. No, it did not look like a winner. It looked like somebody who has put down a name in pencil.`,
          ),
          any(
            `There was a rubber on a string beside the list, for those who changed their minds. {hero!} looked at it for a while. It was quite a small rubber. It had been used a good deal.`,
          ),
        ],
      ],
    },
    {
      id: 'rival',
      when: (tale) => long(tale) || before(2)(tale) || beside('friend')(tale),
      titles: ['The favourite', 'Bets', 'The splendid one'],
      why: 'Somebody else is sure to win.',
      what: '{friend!} was sure of the prize.',
      mood: 'funny',
      where: 'home',
      time: 'day',
      who: ['heroes', 'friend'],
      core: [
        [
          ...given(
            alone,
            young(
              `Then came {friend.intro}. "I win," {friend.said} {friend!}. "I always win. I have done it five times!" Everybody clapped.`,
            ),
            older(
              `The favourite was {friend.intro}, who had won it last year, and the year before, and had brought a bag for the prize. "No hard feelings," {friend.said} {friend!}, in advance.`,
            ),
            eldest(
              `The winner had already been interviewed. It was {friend.intro}, who spoke modestly, for three columns, of how it was going to feel.`,
            ),
          ),
          ...given(
            both(together, against),
            young(
              `"I shall win," {hero.said} {hero!}. "No, I shall," {friend.said} {friend!}. And they shook on it, up and down, up and down.`,
            ),
            older(
              `"I shall win," {hero.said} {hero!}. "That is odd," {friend.said} {friend!}. "So shall I." They had been friends up to then, and so they wished each other luck, though not very much of it.`,
            ),
          ),
          ...given(
            both(together, not(against)),
            young(
              `"We shall win it," {hero.said} {hero!}. "We shall win it together," {friend.said} {friend!}. And they practised all day, one, two, one, two, and oops.`,
            ),
            older(
              `They practised behind the hedge until it was dark. {hero!} was too early, and {friend!} was too late. If you took the middle of it, they were exactly right.`,
            ),
          ),
        ],
        [...given(before(2), any(`So the days went by until the great one. {event2!}`))],
      ],
      more: [
        [
          any(
            `The bakers baked a cake with the winner's name on it. They left a bit of room at the end, in case it should be a long one. It is always well to be fair.`,
          ),
          any(
            `The odds were chalked up on a board. At the top it said: Certain. At the bottom it said: {hero!}. Beside it somebody had drawn a small cloud.`,
          ),
        ],
        [
          any(
            `Every morning {hero!} practised until breakfast, and after it until dinner. A row of hens came to watch. By Thursday they had stopped laughing. By Friday one of them was holding the watch.`,
          ),
          any(
            `Practising is mostly doing a thing badly, over and over, until it gives in. {hero!} was not good at much, but {hero} was very good at over and over.`,
          ),
        ],
        [
          ...given(
            alone,
            any(
              `"Why do you do it?" asked {friend!}, and really wished to know. "You cannot win." "I have never seen what it looks like from the inside," {hero.said} {hero!}.`,
            ),
          ),
          ...given(
            together,
            any(
              `"And if we come last?" {friend.said} {friend!}. "Then we shall see everybody's backs," {hero.said} {hero!}. "It must be quite a sight."`,
            ),
          ),
        ],
        [
          any(
            `"What you need," said an old hen, "is a secret." "Have you got one?" asked {hero!}. "Start slowly," she whispered, "and then go on." It did not sound like much of a secret, and so nobody had ever stolen it.`,
          ),
          any(
            `On the last evening {hero!} could not sleep. The bandstand was being put up, tock, tock, tock. It sounded like the heart of something very large that could not sleep, either.`,
          ),
        ],
      ],
    },
    {
      id: 'start',
      titles: ['Ready, steady', 'Saturday', 'The great day'],
      why: 'It begins, and it begins badly.',
      what: 'The contest began.',
      mood: 'tense',
      where: 'away',
      time: 'day',
      who: ['heroes', 'friend'],
      core: [
        [
          terse(`{refrain} Sixteen of them were off like smoke. One was caught in the bunting.`),
          young(
            `Drums! Flags! Trumpets! {refrain} "Ready?" said the {judge}. "Steady?" Bang! And what did {heroes} do? Oh no. {heroes} fell right over.`,
          ),
          older(
            `On Saturday there were flags, and two bands that did not agree. {refrain} The {judge} dropped a handkerchief. Sixteen of them were off like smoke. The seventeenth was tangled in the bunting.`,
          ),
          eldest(
            `At eleven the {judge} made a speech, at twelve it was over, and at one minute past somebody woke up and fired the gun. {refrain} It was a perfect start, for sixteen of them.`,
          ),
        ],
      ],
      more: [
        [
          any(
            `Ladies and gentlemen, what a day! There were toffee apples. There was a man who could play the comb. A pig had got loose, and was thought by many to be in the lead.`,
          ),
          any(`{weather} {place.sound}. All along the rope stood people on other people's toes.`),
        ],
        [
          any(
            `"Come on, seventeen!" cried one voice. It was a hen. She looked about her, rather pink, and then she cried it again.`,
          ),
          ...given(
            race,
            any(
              `{hero!} was last. There was a sort of peace in it. Nobody pushes you, at the very end. There was only one thing to do, and that was the next thing.`,
            ),
          ),
        ],
        [
          ...given(
            both(race, walking),
            any(
              `Step, step, step. It is not so much a question of fast, {hero!} thought. It is a question of not stopping. Step, step, step. A sixteenth and a fifteenth were sitting by the way, holding their sides.`,
            ),
          ),
          any(
            `One after another the favourites went wrong. One went too fast. One waved to an aunt. One stopped to ask the way to the winners' stand, and was told, very carefully, by a cousin of the next.`,
          ),
        ],
        [
          ...given(
            race,
            any(
              `"And it is the first by a head," cried the man with the loudspeaker, "and the second by a nose, and far behind, ladies and gentlemen, is that a leaf? No, I am told that it is number seventeen."`,
            ),
          ),
          ...given(
            not(race),
            any(
              `"And what have we here?" cried the man with the loudspeaker. "Number nine is splendid. Number four is superb. And there at the back, ladies and gentlemen, is that a mistake? No, I am told that it is number seventeen."`,
            ),
          ),
          any(
            `There is a special kind of cheering for those who are last. It is very kind, and there is cake in the mouth. {hero!} nodded to the left and to the right, and went on.`,
          ),
        ],
      ],
    },
    {
      id: 'choice',
      when: long,
      titles: ['Hold on', 'A cry by the way', 'What nobody saw'],
      why: 'There is something that matters more than winning.',
      what: '{heroes!} stopped to help.',
      mood: 'brave',
      where: 'away',
      time: 'day',
      who: ['heroes', 'friend'],
      core: [
        [
          ...given(
            both(together, against),
            any(
              `And then, where nobody could see, one of them stopped to rest for a moment, and the other did not. That was the whole of it.`,
            ),
          ),
          ...given(
            both(alone, not(friendOfIdea), race),
            young(
              `But there sat {friend!} in a ditch. "My foot!" cried {friend!}. "I am stuck!" What now? On and on and win? No. {hero!} stopped. {hero!} pulled. Pop!`,
            ),
            older(
              `And there, round the bend, where nobody could see, sat {friend!}, in a ditch, up to the middle. One could have gone by. It would have been quite within the rules. {hero!} stopped, and pulled, and pulled, until there was a pop.`,
            ),
            eldest(
              `It is a curious thing to find the favourite in a ditch. {hero!} looked at {friend}, and {friend} looked at the sky. "Go on, then," {friend.said} {friend!}. But {hero} had already climbed down.`,
            ),
          ),
          ...given(
            both(alone, friendOfIdea),
            young(
              `But a little one had dropped the {token} in the mud, and cried. What now? On and on and win? No. {hero!} stopped. {hero!} helped. There!`,
            ),
            older(
              `And there, where nobody else was looking, a very small duckling stood before a very large puddle. One could have gone by. It would have been quite within the rules. {hero!} stopped, and made a bridge.`,
            ),
          ),
          ...given(
            both(alone, not(friendOfIdea), not(race)),
            young(
              `But there sat {friend!} and cried. "It broke!" {friend.said} {friend!}. "It is all gone!" What now? Look away and win? No. "Have half of mine," {hero.said} {hero!}.`,
            ),
            older(
              `And there, in the next place along, stood {friend!}, and did not look splendid at all. Something had slipped, and it lay on the ground. One could have looked the other way. It would have been quite within the rules. "Have half of mine," {hero.said} {hero!}.`,
            ),
          ),
          ...given(
            both(together, not(race)),
            young(
              `Then {friend!} slipped. Crash! "Go on without me!" {friend.said} {friend!}. What did {hero!} say? "Never!"`,
            ),
            older(
              `And there, in the very middle of it, {friend!} dropped everything. "Go on," {friend.said} {friend!}. "One of us can still do it." "One of us is not on the list," {hero.said} {hero!}, and helped to pick it up.`,
            ),
          ),
          ...given(
            both(together, race, not(against)),
            young(
              `Then {friend!} stumbled. "Go on without me!" {friend.said} {friend!}. What did {hero!} say? "Never!"`,
            ),
            older(
              `And there, round the bend, where nobody could see, {friend!} stumbled. "Go on," {friend.said} {friend!}. "One of us can still do it." "One of us is not on the list," {hero.said} {hero!}, and waited.`,
            ),
          ),
        ],
      ],
      more: [
        [
          any(`It cost a minute and a half. There was nobody to see it, except for one hen, and she told everyone.`),
          any(
            `From far away came the noise of the crowd, like the sea in a shell. It seemed to be about something else.`,
          ),
        ],
        [
          any(`"Why did you do that?" "I don't know," {hero.said} {hero!}. "I was going this way."`),
          any(
            `For a moment it was so quiet that they could hear both bands, and both of them were playing the same tune.`,
          ),
        ],
        [
          any(
            `A rule is a rule, and {hero!} had read all of them, even those on the back. There was nothing there about this. It was the sort of thing that people had forgotten to forbid.`,
          ),
          any(
            `"You will lose by it," said a crow on a post. "I was losing before," {hero.said} {hero!}. "I am used to it. This is much nicer."`,
          ),
        ],
        [
          any(
            `After that {hero!} went on. It went more easily now. It was as if something had been put down by the wayside that had weighed as much as sixteen.`,
          ),
          ...given(
            race,
            any(
              `And on went {hero!}, start slowly and then go on, start slowly and then go on, round the last bend, where the noise began.`,
            ),
          ),
        ],
      ],
    },
    {
      id: 'finish',
      titles: ['The finish', 'Hats in the air', 'Wait for it'],
      why: 'Who wins?',
      what: 'It was decided.',
      mood: 'tense',
      where: 'away',
      time: 'day',
      who: ['heroes', 'friend'],
      core: [
        [
          terse(`At the end everyone stood up.`),
          young(`Then came the very end. Louder, louder, nearer, nearer! Everyone held on to their hats.`),
          older(
            `And then came the end of it, which is always shorter than one thinks. Everyone stood up. Even the pig stood up.`,
          ),
          eldest(
            `Of the last minute there is a photograph. It shows a great many hats, and under them, rather blurred, the truth.`,
          ),
        ],
        [
          ...[1, 2, 3, 4].flatMap((number) =>
            given(
              climaxIs(number),
              terse(`There was no doubt about it. {event${String(number)}!}`),
              young(`And then? And then! {event${String(number)}!} Hip, hip, hooray!`),
              older(
                `The {judge} looked once, and looked again, and took off the hat. There was no doubt about it. {event${String(number)}!}`,
              ),
            ),
          ),
          ...given(
            both(hasWish, untold),
            terse(`There was no doubt about it. {heroes!} {wish.past}.`),
            young(`And who was it? It was number seventeen! {heroes!} {wish.past}! Hip, hip, hooray!`),
            older(
              `The {judge} looked at the paper, and turned it over, and read it out. "Number seventeen," it said. {heroes!} {wish.past}.`,
            ),
          ),
          ...given(
            both(not(hasWish), untold),
            young(`And who was it? It was number seventeen! It was {heroes!}! Hip, hip, hooray!`),
            older(
              `The {judge} looked at the paper, and turned it over, and read it out. "Number seventeen," it said. It was {heroes!}.`,
            ),
          ),
        ],
        [...given(after(2), any(`And what came next was even better. {event2!}`))],
        [...given(after(3), any(`{event3!} Nobody had chalked that up on any board.`))],
        [...given(friendOfIdea, any(`"Well done," {friend.said} {friend!}, and meant it.`))],
      ],
      more: [
        [
          any(
            `There was one moment before the noise. It was as long as it takes a hat to go up and come down. {hero!} stood in the middle of it, and saw what it looks like from the inside.`,
          ),
          any(
            `"Could I hear that again?" {hero.said} {hero!}. So they said it again, all of them, in the same moment, and three windows fell out.`,
          ),
        ],
        [
          any(
            `In the front row a hen fainted. She was brought round with lemonade, and fainted again, because it was such a pleasure.`,
          ),
          any(
            `Both bands played at once. It did not matter any more which was which. One of them was playing a waltz, and people marched to it.`,
          ),
        ],
        [
          any(
            `The man with the loudspeaker said nothing for eleven seconds. It has never happened before or since. Then he said, quite softly, "Well, I never," and it was heard in three villages.`,
          ),
          any(
            `The odds were wiped off the board. Where it had said Certain there was only a white cloud of chalk, and it drifted off, and was certain of nothing any more.`,
          ),
        ],
      ],
    },
    {
      id: 'prize',
      titles: ['The prize', 'After the bands', 'Monday'],
      why: 'What a prize is for.',
      what: 'The prize was given, and shared.',
      mood: 'happy',
      where: 'home',
      time: 'dusk',
      who: ['heroes', 'friend'],
      core: [
        [
          ...given(
            not(hasEnding),
            ...given(
              not(namesPrize),
              terse(`There was {prize}, and it did for all seventeen.`),
              young(`There was {prize}, and there was cake, and everyone had some. Even the pig!`),
            ),
            ...given(
              namesPrize,
              terse(`Everyone was allowed to hold {thing}, all seventeen.`),
              young(`Everyone was allowed to hold {thing}, and there was cake for all. Even for the pig!`),
              older(
                `When the flags had been taken down, {thing} was passed from one to the next, all along the row. Then the gate was left open, and by and by they all came in.`,
              ),
            ),
            ...given(
              not(namesPrize),
              older(
                `When the flags had been taken down, there was still {prize}. It was much too much for one. So the gate was left open, and by and by they all came in.`,
              ),
            ),
            eldest(
              `The cake said good luck to, and then a name that had been scraped off, and then, rather squeezed, the right one. There was enough for seventeen.`,
            ),
          ),
          ...given(
            hasEnding,
            young(`There was cake for everyone, even for the pig. And then {heroes} {ending.past}.`),
            older(`When the flags had been taken down, and the last hat had found its head, {heroes} {ending.past}.`),
          ),
        ],
      ],
      more: [
        [
          any(
            `The {token} was hung up on the big tree, where the notice had been. People touch it as they go by. They say that they are only straightening it.`,
          ),
          ...given(
            both(alone, not(friendOfIdea)),
            any(
              `"Next year," {friend.said} {friend!}, "I shall beat you." "I hope so," {hero.said} {hero!}. "Shall we practise?"`,
            ),
          ),
        ],
        [
          any(
            `On Sunday everything hurt, in a pleasant way. On Monday it was only Monday. But people on the other side of the street took off their hats.`,
          ),
          any(
            `"What was the best of it?" everybody wanted to know. {hero!} thought of the gun, and the hats, and the noise. "The bit where it was quiet," {hero.said} {hero!}.`,
          ),
        ],
        [
          any(
            `Somebody had kept the rubber, and somebody the gun. The {judge} had kept the list. "All," the {judge} read, again and again. "It does say all. I wrote it myself. I never thought that it meant anything."`,
          ),
          any(
            `It grew late. The lanterns came out along the rope, and people danced with whoever was there. {hero!} danced with the hen, who led.`,
          ),
        ],
      ],
    },
  ],
  lastLines: [
    any(`On the big tree the next notice is up already. All are welcome, it says, in red letters, right at the top.`),
    ...given(wordy, any(`Late that night, behind the hedge, a hen said softly to herself: ready, steady.`)),
    ...given(wordy, any(`And a pig, that had got loose, came in third, and nobody ever took it away from him.`)),
    older(`The list hangs there to this day. The first sixteen names have washed away in the rain. Pencil lasts.`),
  ],
};
