import type { Idea, Passage, StoryShape } from '../types.ts';
import {
  any,
  beside,
  both,
  type Condition,
  eldest,
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
  young,
  long,
  terse,
  toned,
} from './say.ts';

const QUARRELLING = new Set('quarrel argue fight fall disagree squabble bicker refuse divide compete shout'.split(' '));
const MENDING = new Set('make forgive apologise apologize share reconcile hug agree help learn'.split(' '));

function quarrelOf(idea: Idea): number {
  return idea.events.findIndex((event) => QUARRELLING.has(event.verb)) + 1;
}
/** The events after the quarrel are its end; those before it led to it. */
const isQuarrel =
  (number: number): Condition =>
  (tale) =>
    quarrelOf(tale.idea) === number;
const leadsTo =
  (number: number): Condition =>
  (tale) =>
    tale.idea.events.length >= number && quarrelOf(tale.idea) > number;
const follows =
  (number: number): Condition =>
  (tale) =>
    tale.idea.events.length >= number && quarrelOf(tale.idea) < number;

/** They quarrel about a thing of the idea, and need no other. */
const aboutThing: Condition = (tale) => {
  const { thing, events } = tale.idea;
  const noun = thing?.noun.split(' ').at(-1);
  const about = events[quarrelOf(tale.idea) - 1];
  return thing?.plural === false && noun !== undefined && about !== undefined && about.keywords.includes(noun);
};

/** What stands in the middle of the story is the shape's own or the idea's. */
function aboutIt(passage: Passage): readonly Passage[] {
  if (!passage.text.includes('{token}')) return [passage];
  const text = passage.text
    .replaceAll(/half a \{token\}/giu, 'half of {thing}')
    .replaceAll(/(?:one|the) \{token\}/giu, '{thing}');
  return [...given(not(aboutThing), passage), ...given(aboutThing, { ...passage, text })];
}

/** Told with a straight face, one sentence for each side; everything is divided until it cannot be. */
const told: StoryShape = {
  id: 'quarrel',
  name: 'The quarrel',
  fits: (idea) => {
    const two = idea.characters.length >= 2;
    // 'A train refuses to stop': nobody is there to quarrel with.
    if (someEvent(idea, QUARRELLING)) return two ? 0.94 : idea.events.some(({ verb }) => verb === 'refuse') ? 0.2 : 0.6;
    return idea.heroes.length >= 2 && someEvent(idea, MENDING) ? 0.4 : 0.06;
  },
  choices: {
    token: ['teapot', 'wheelbarrow', 'blue jug', 'garden bench'],
    line: ['a line of chalk', 'a row of pebbles', 'a piece of string', 'a row of flowerpots'],
    guest: ['a robin', 'a cat with one ear', 'the postman', 'a duck with seven children'],
  },
  added: [
    {
      id: 'friend',
      when: (idea) => !idea.characters.some((character) => character.id === 'friend'),
      kinds: [
        { kind: 'neighbour', traits: ['stubborn'], gender: 'she', nature: 'person' },
        { kind: 'goat', traits: ['stubborn'], gender: 'he', nature: 'animal' },
        { kind: 'badger', traits: ['grumpy'], gender: 'he', nature: 'animal' },
      ],
    },
  ],
  titles: ['Half and Half', '{hero!} and {friend!} Do Not Speak', 'The Line', 'Yours and Mine', 'Who Began It?'],
  refrains: [
    '"Yours," said one. "Mine," said the other.',
    'And that was that, and that was that.',
    'This side, that side, and nothing in between.',
    'One said yes, and one said no.',
  ],
  beats: [
    {
      id: 'peace',
      titles: ['Side by side', 'Before', 'Two of everything'],
      why: 'What there is to lose.',
      what: '{hero!} and {friend!} shared everything.',
      mood: 'happy',
      where: 'home',
      time: 'day',
      who: ['hero', 'friend'],
      core: [
        [
          ...given(
            together,
            toned(
              'funny',
              `This is the story of the great war between {heroes.intro}. It went on for eight days, and nobody was hurt, except for the {token}.`,
            ),
            toned(
              'dreamy',
              `There were two windows, side by side, and every evening both of them were lit. Behind them lived {heroes.intro}, and between them stood the {token}.`,
            ),
          ),
          ...given(
            together,
            terse(`One {token} belonged to {heroes.intro}, and nobody had ever asked to whom most.`),
            young(
              `Meet {heroes.intro}. They had one {token}, and they shared it. "After you," {hero.said} {hero!}. "No, after you," {friend.said} {friend!}.`,
            ),
            older(
              `{home.in}, so close that their shadows touched, lived {heroes.intro}. They had one {token} between them, and in all the years nobody had ever asked whose it was.`,
            ),
            eldest(
              `It was well known that {heroes.intro} had never had a cross word. Everybody said so, and it was said so often that something was bound to happen.`,
            ),
          ),
          ...given(
            not(together),
            terse(`{hero.intro} and {friend.intro} shared one {token}, and nobody had ever asked whose it was.`),
            young(
              `Meet {hero.intro}. Next door was {friend.intro}. They had one {token}, and they shared it. "After you," {hero.said} {hero!}. "No, after you!"`,
            ),
            older(
              `{home.in}, so close that their shadows touched, lived {hero.intro} and {friend.intro}. They had one {token} between them, and nobody had ever asked whose it was.`,
            ),
            eldest(
              `It was well known that {hero.intro} had never had a cross word with {friend.intro}. It was said so often that something was bound to happen.`,
            ),
          ),
        ],
        [...given(beside('third'), any(`{third.intro} used to drop in on Sundays.`))],
        [...given(leadsTo(1), any(`It went well until one Tuesday. {event1!}`))],
        [...given(leadsTo(2), any(`And then, on top of it: {event2!}`))],
      ],
      more: [
        [
          any(
            `In the mornings {hero!} opened the shutters, and {friend!} said what the weather was. In the evenings they did it the other way about. It was the sort of life that one only notices when it stops.`,
          ),
          any(
            `When {hero!} laughed, {friend!} laughed, too, even before hearing what it was. When {friend!} sneezed, {hero!} said, "Bless you," from wherever {hero} happened to be.`,
          ),
        ],
        [
          any(`{sky} {place.sound}. Two of everything stood on the table, and one of the other thing in the middle.`),
          any(`{guest} often came by, because there was always a crumb there, and nobody ever counted them.`),
        ],
        [
          any(
            `If there was one pear, it was cut in two, and then there was a little argument: "You have the bigger half." "No, you." In the end the bigger half was always left over, and there was pear for breakfast.`,
          ),
          any(
            `Strangers took them for one person with a great deal to say. They took it as a compliment, both of them, and said so at the same time.`,
          ),
        ],
        [
          any(
            `There is a point at which one might still laugh. They both saw it. It went by quite slowly, on the left, and they both looked to the right.`,
          ),
          any(
            `The whole place heard it. Shutters were closed. A dog, who had been barking, stopped, to see how it is really done.`,
          ),
        ],
        [
          any(
            `A list was made, of whose was what. It was very long. At the bottom stood the sunset, which came in on the one side, but had been seen first from the other.`,
          ),
          any(
            `"I shall not say another word," {hero.said} {hero!}, and said eleven. "And I shall not listen," {friend.said} {friend!}, and heard every one of them.`,
          ),
        ],
      ],
    },
    {
      id: 'quarrel',
      titles: ['Who began it', 'A very small thing', 'Tuesday'],
      why: 'A small thing grows.',
      what: '{hero!} and {friend!} quarrelled.',
      mood: 'tense',
      where: 'home',
      time: 'day',
      who: ['hero', 'friend'],
      core: [
        [
          ...[1, 2, 3].flatMap((number) =>
            given(
              isQuarrel(number),
              terse(`It began with a very small thing. {event${String(number)}!} {refrain}`),
              young(`But then, oh dear! {event${String(number)}!} "It is mine!" "No, mine!" Stamp, stamp, slam!`),
              older(
                `It began with a very small thing, as a fire does. By dinner it had grown. {event${String(number)}!} By supper it was the largest thing in the house.`,
              ),
            ),
          ),
          ...given(
            (tale) => quarrelOf(tale.idea) === 0,
            terse(`Then, about a very small thing, they quarrelled. {refrain}`),
            young(
              `But then, oh dear! "It is mine," {hero.said} {hero!}. "No, mine," {friend.said} {friend!}. Stamp, stamp, slam! It was a quarrel.`,
            ),
            older(
              `It began with a very small thing, as a fire does. {hero!} said that {friend} had begun it. {friend!} said that {hero} had. By supper it was a quarrel, and the largest thing in the house.`,
            ),
          ),
        ],
        given(
          long,
          young(`Then {hero!} drew a line, right through the middle. "This is my side." "And this is mine!" {refrain}`),
          older(
            `After that there was {line} right through the middle of everything. One half of the {token} was on this side, and one half on that. {refrain}`,
          ),
        ),
      ],
      more: [
        [
          any(
            `What was it about? They could have told you exactly, both of them, and you would never have guessed that it was the same thing.`,
          ),
          any(
            `"You always," {hero.said} {hero!}. "And you never," {friend.said} {friend!}. Always and never: once those two are in a room, there is no room for anyone else.`,
          ),
          ...given(
            hasThing,
            any(
              `It was about {thing}, of course. Or it had been, at ten past nine. By noon it was about last winter, and who had left the gate open.`,
            ),
          ),
        ],
        [
          funny(
            `Everything was divided. {hero!} had the left-hand chair, and {friend!} had the lid of the jam. {hero!} had the jam. It looked at first as if {hero!} had won.`,
          ),
          any(
            `They divided the firewood, and the sugar, and the view. The clock was hung up exactly over the line. It went tick on the one side and tock on the other.`,
          ),
        ],
        [
          any(
            `"Tell {friend.them}," {hero.said} {hero!} to {guest}, "that I am not speaking to {friend.them}." "Tell {hero.them}," {friend.said} {friend!}, "that I noticed."`,
          ),
          any(
            `{guest} came for a crumb, looked at the line, looked at the one and at the other, and went away on tiptoe.`,
          ),
        ],
      ],
    },
    {
      id: 'apart',
      when: (tale) => long(tale) || (quarrelOf(tale.idea) === 0 && hasEvents(2)(tale)),
      titles: ['This side, that side', 'Half of everything', 'Very quiet'],
      why: 'Half of it is worth less than half.',
      what: 'They did not speak.',
      mood: 'sad',
      where: 'home',
      time: 'dusk',
      who: ['hero', 'friend'],
      core: [
        [
          young(
            `It was quiet on this side. It was quiet on that side. {hero!} had a joke, and no one to tell it to. {friend!} had a sneeze, and no one said, "Bless you."`,
          ),
          older(
            `It grew very quiet. {hero!} thought of a good joke, and had nobody to tell it to. On the other side {friend!} sneezed, and nobody said anything, and it was the loudest nothing in the world.`,
          ),
          eldest(
            `Half a {token} is not much use. Half a joke is worse. {hero!} had the beginnings of several by Friday, and across the line, it was thought, {friend!} had the ends.`,
          ),
        ],
        [
          ...given(
            both(follows(1), (tale) => quarrelOf(tale.idea) === 0, hasEvents(2)),
            any(`So it might have gone on. But then {event1!}`),
          ),
        ],
      ],
      more: [
        [
          any(
            `{hero!} hummed, to show how nice it was on this side. {friend!} hummed, to show how much nicer it was on that. They hummed until late, and it was not the same tune.`,
          ),
          any(
            `{hero!} waited for {friend!} to say sorry. {friend!} waited for {hero!}. They were both of them very good at it. They might have waited for the championship of the county.`,
          ),
        ],
        [
          tender(
            `At night you could see two lights, one in each half, a long time after everybody else had put theirs out.`,
          ),
          any(
            `{weather} {place.sound}. There was nobody to say it to. It is strange how much of the weather is lost that way.`,
          ),
        ],
        [
          any(
            `Once, when nobody was looking, {hero!} leaned a little way over the line, only to feel what it was like over there. It was warm.`,
          ),
          any(`By Thursday neither could remember how it had begun. But one cannot very well go over and ask.`),
        ],
        [
          any(
            `{hero!} cooked too much. {friend!} cooked too much as well. One cannot cook for one, it turns out, if one has always cooked for two. There stood the two pots, one on each side, and steamed at each other.`,
          ),
          any(
            `Somebody left a plate on the line one night, with half a pear on it. In the morning the pear was gone, and the plate was washed. Nobody said a word about it.`,
          ),
        ],
        [
          any(
            `"How is it over there?" {guest} was asked, on this side. "The same," was the answer. "And over there?" {guest} was asked, on that. One should have thought that it would be better, on one of them.`,
          ),
          any(
            `There was the matter of the jam, which wants two to open it. It stood there the whole week, shut, and looked from one to the other.`,
          ),
        ],
      ],
    },
    {
      id: 'storm',
      titles: ['The wind gets in', 'No side at all', 'Hold the door'],
      why: 'Something comes that does not care about lines.',
      what: 'A storm came, and it took no notice of the line.',
      mood: 'scary',
      where: 'home',
      time: 'night',
      who: ['hero', 'friend'],
      core: [
        [
          terse(`Then came a storm, and the {token} began to slide.`),
          young(
            `Then came the wind. Hoo, hoo, whoosh! It did not stop at the line. It came in on this side. It came in on that side. And the {token} began to slide!`,
          ),
          older(
            `Then, in the night, a storm came. It did not ask which side was whose. It blew in on the left and out on the right, and took the line along. And down the middle, slowly at first, the {token} began to slide.`,
          ),
          eldest(
            `The storm that came that night had not been told about the line. It walked straight over it, in its boots, from one end of the house to the other, and the {token} went with it.`,
          ),
        ],
        [
          terse(`{hero!} caught it at one end, and {friend!} at the other.`),
          young(
            `"Help!" {hero.said} {hero!}. "Help!" {friend.said} {friend!}. And they both took hold. One pulled here. One pulled there. Got it!`,
          ),
          older(
            `{hero!} caught it at one end. It was too much for one. It was just going, when all at once it was only half as much, because {friend!} had the other. Neither of them said, "Mine."`,
          ),
        ],
      ],
      more: [
        [
          any(
            `"Hold it!" "I am holding it!" "Then hold me!" It was the most that they had said to each other for a week.`,
          ),
          any(
            `Cups went, and chairs. The left-hand curtain and the right-hand curtain met somewhere over the garden, and were never seen again.`,
          ),
        ],
        [
          any(
            `They held on the whole night, one at each end, and it was so dark that nobody could see who was giving way.`,
          ),
          any(
            `And in the very middle of it, with everything flying, {friend!} sneezed. "Bless you," {hero.said} {hero!}. It had come out by itself.`,
          ),
        ],
        [
          any(
            `There had been a list of whose was what. The storm took it, and read it, and tore it into very small pieces. Every piece came down somewhere different, so that by morning everything belonged to everyone for miles.`,
          ),
          any(
            `Thunder: tick. Lightning: tock. There was no telling any more where this side stopped. There was only up and down, and somebody at the other end.`,
          ),
        ],
      ],
    },
    {
      id: 'mend',
      titles: ['Bless you', 'Both at once', 'The other half'],
      why: 'They find each other again.',
      what: 'They said sorry, both at once.',
      mood: 'happy',
      where: 'home',
      time: 'dawn',
      who: ['hero', 'friend'],
      core: [
        [
          terse(`And then they both said sorry, at the same time, so that nobody had begun it.`),
          young(
            `In the morning the wind was gone. The line was gone, too. "Sorry," {hero.said} {hero!}. "Sorry," {friend.said} {friend!}. They said it both at once!`,
          ),
          older(
            `In the morning there was no line to be seen. "I," {hero.said} {hero!}. "I," {friend.said} {friend!}. "You first," they said. And then they both said sorry at the same time, so that nobody had begun it.`,
          ),
          eldest(
            `By daylight they looked for the line, for form's sake. It had gone to live with somebody else. "I was wrong," {hero.said} {hero!}. "Don't be greedy," {friend.said} {friend!}. "I was wrong, too."`,
          ),
        ],
        [
          ...given(
            both(
              (tale) => quarrelOf(tale.idea) === 0,
              (tale) => tale.idea.events.length === 1,
            ),
            any(`And that was how it ended as it did. {event1!}`),
          ),
        ],
        [
          ...given(
            follows(2),
            any(`So it all came right. {event2!}`),
            any(`And what did they do with the first hour of the peace? {event2!}`),
          ),
        ],
        [...given(follows(3), any(`And then, because it was that kind of morning: {event3!}`))],
        [...given(follows(4), any(`{event4!} And everyone saw it.`))],
      ],
      more: [
        [
          any(
            `"What was it about?" asked {friend!}. {hero!} thought hard. "I had it written down," {hero.said} {hero!}, "but the wind took it." They were both of them very sorry about that, and laughed until it hurt.`,
          ),
          any(
            `{hero!} told the joke, the whole of it. It was not so very good. {friend!} laughed even before the end, and then again at the right place.`,
          ),
        ],
        [
          any(`They put things back. It is much quicker than dividing. You only have to let go.`),
          any(
            `There was a mark on the {token} now, right in the middle. "Whose is that?" {friend.said} {friend!}. "Ours," {hero.said} {hero!}.`,
          ),
        ],
        [
          any(
            `"You have got thin," {hero.said} {hero!}. "You have got flour on you," {friend.said} {friend!}. It was not much, but you should have heard how they said it.`,
          ),
          any(
            `There was one pear left. They cut it in two. "You have the bigger half," {hero.said} {hero!}. "No, you," {friend.said} {friend!}. And it was quite like old times, for they argued about it until noon.`,
          ),
        ],
      ],
    },
    {
      id: 'again',
      when: (tale) => long(tale) || hasEnding(tale),
      titles: ['Crumbs', 'Side by side', 'After you'],
      why: 'As before, only they know it now.',
      what: 'They shared everything again.',
      mood: 'calm',
      where: 'home',
      time: 'dusk',
      who: ['hero', 'friend'],
      core: [
        [
          ...given(
            not(hasEnding),
            young(
              `"After you," {hero.said} {hero!}. "No, after you," {friend.said} {friend!}. And there was the {token}, right in the middle.`,
            ),
            older(
              `In the evening the {token} stood in the middle, with one of them on each side of it, and so close that the shadows touched.`,
            ),
          ),
          ...given(hasEnding, any(`And when the evening came, and the shadows touched again, {heroes} {ending.past}.`)),
        ],
      ],
      more: [
        [
          any(
            `{guest} looked in again, went up and down where the line had been, and found a crumb. It was on nobody's side at all.`,
          ),
          any(
            `They still do not agree about it. They do it together now, every Tuesday, from four until five, with cake.`,
          ),
        ],
        [
          any(
            `{sky} "It will be fine tomorrow," {friend.said} {friend!}. "It will rain," {hero.said} {hero!}. And then they both sat and waited, very comfortably, to see who was right.`,
          ),
          tender(`{place.sound}. That night there was only one light in the house, and it was put out early.`),
        ],
        [
          any(
            `The neighbours opened their shutters. There was a noise over there. They listened. No, it was all right. It was only two, laughing at something that was not so very funny.`,
          ),
          any(
            `Where the string, or the chalk, or whatever it was, had been, they have put a bed of beans. It is the straightest in the county. They water it from both sides.`,
          ),
        ],
      ],
    },
  ],
  lastLines: [
    ...given(
      long,
      any(`"Bless you," said one of them in the dark, though nobody had sneezed. It was only to be on the safe side.`),
    ),
    any(`And the clock went tick, and the clock went tock, and it was all the same clock.`),
    any(`If you ask them who began it, they will both point at the wind.`),
    eldest(`Of the line there is nothing left, except that the grass there grows a little greener.`),
  ],
};

export const quarrel: StoryShape = {
  ...told,
  beats: told.beats.map((beat) => ({
    ...beat,
    core: beat.core.map((list) => list.flatMap(aboutIt)),
    more: beat.more.map((list) => list.flatMap(aboutIt)),
  })),
};
