import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadLexicon } from '../../../src/core/story/lexicon/lexicon.ts';
import { readIdea } from '../../../src/core/writer/idea/read-idea.ts';
import type { Event, Idea } from '../../../src/core/writer/types.ts';

const root = new URL('../../../', import.meta.url);
const lexicon = loadLexicon(new URL('resources/lexicon.json', root).pathname);
const read = (text: string): Idea => readIdea(text, lexicon);

/** 'Ember/dragon/shy', 'owl/little'. */
function people(idea: Idea): string[] {
  return idea.characters.map(({ name, kind, traits }) =>
    [...(name === undefined ? [] : [name]), kind, ...traits].join('/'),
  );
}

/** 'hero: learned to make a friend'. */
const said = ({ subjects, past, other }: Event): string => `${other ?? subjects.join('+')}: ${past}`;

function what(idea: Idea): string[] {
  return [
    ...idea.events.map(said),
    ...(idea.wish ? [`wish ${idea.wish.base}`] : []),
    ...(idea.fear === undefined ? [] : [`fear ${idea.fear}`]),
    ...(idea.ending ? [`end ${said(idea.ending)}`] : []),
  ];
}

/** Every idea with those whom it must keep, and what must happen in it. */
const IDEAS: readonly (readonly [string, readonly string[], readonly string[]])[] = [
  ['A shy dragon named Ember learns to make a friend.', ['Ember/dragon/shy'], ['hero: learned to make a friend']],
  [
    'A little owl is afraid of the dark until she meets the moon.',
    ['owl/little', 'moon'],
    ['hero: met the moon', 'fear the dark'],
  ],
  [
    'Milo the mouse and Pearl the whale travel to the North Pole to find a lost star, and fall asleep at the end.',
    ['Milo/mouse', 'Pearl/whale'],
    ['hero+friend: travelled to the North Pole', 'hero+friend: found a lost star', 'end hero+friend: fell asleep'],
  ],
  [
    'A baker named Rosa bakes a loaf of bread that can talk, and it saves the village feast.',
    ['Rosa/baker'],
    ['hero: baked a loaf of bread that could talk', 'thing: saved the village feast'],
  ],
  [
    'Two brothers, Sam and Theo, build a boat from a bathtub and cross the lake in a storm.',
    ['Sam/brother', 'Theo/brother'],
    ['hero+friend: built a boat from a bathtub', 'hero+friend: crossed the lake in a storm'],
  ],
  [
    'A robot called Tin plants a garden on the moon and waits for the first flower.',
    ['Tin/robot'],
    ['hero: planted a garden on the moon', 'hero: waited for the first flower'],
  ],
  [
    'An old clockmaker gives a girl named Ada one extra hour each night, and she must give it back.',
    ['Ada/girl', 'clockmaker/old'],
    ['friend: gave a girl named Ada one extra hour each night', 'hero: gave it back'],
  ],
  [
    'A fox who tells lies loses his voice and has to earn it back by helping a hedgehog.',
    ['fox', 'hedgehog'],
    ['hero: lost his voice', 'hero: earned it back by helping a hedgehog'],
  ],
  ['The last snowflake of winter wants to see the spring.', ['snowflake/last'], ['wish see the spring']],
  [
    'A cat named Biscuit runs the night train, and tonight a lost penguin is aboard.',
    ['Biscuit/cat', 'penguin/lost'],
    ['hero: ran the night train', 'friend: was aboard'],
  ],
  ['A grumpy cloud learns to share its rain', ['cloud/grumpy'], ['hero: learned to share its rain']],
  [
    'Two sisters, Mia and Lena, find a secret door in grandma’s attic',
    ['Mia/sister', 'Lena/sister'],
    ["hero+friend: found a secret door in grandma's attic"],
  ],
  [
    'Pip the hedgehog wants to sing in the forest choir but he is too shy',
    ['Pip/hedgehog/shy'],
    ['wish sing in the forest choir'],
  ],
  ['a dragon and a teapot', ['dragon', 'teapot'], []],
  ['Can a snail win a race?', ['snail'], ['hero: won a race']],
  [
    'A lonely lighthouse keeper befriends a seal who brings him letters from the sea.',
    ['lighthouse keeper/lonely', 'seal'],
    ['hero: befriended a seal who brought him letters from the sea'],
  ],
  ['The moon forgot how to shine.', ['moon'], ['hero: forgot how to shine', 'wish shine']],
  [
    'Nina, a young inventor, must fix the town clock before midnight.',
    ['Nina/inventor/young'],
    ['hero: fixed the town clock before midnight'],
  ],
  [
    'Leo loses his favourite kite in the wind and a magpie named Jet helps him find it.',
    ['Leo/boy', 'Jet/magpie'],
    ['hero: lost his favourite kite in the wind', 'friend: helped him find it'],
  ],
  [
    'Three little pigs build a spaceship and fly to Mars.',
    ['pig/little'],
    ['hero: built a spaceship', 'hero: flew to Mars'],
  ],
  ['A cat named "Mr. 🐱 Whiskers" loses his hat.', ['Mr. Whiskers/cat'], ['hero: lost his hat']],
  [
    'Once upon a time there was a little star who was afraid of falling. One night she fell, and a boy named Tom caught her.',
    ['star/little', 'Tom/boy'],
    ['hero: fell', 'friend: caught her', 'fear falling'],
  ],
  ['Write a story about a penguin who wants to fly.', ['penguin'], ['wish fly']],
  ['What if a whale lived in a bathtub?', ['whale'], ['hero: lived in a bathtub']],
  [
    'Luna the bat, Otto the otter and Bo the bear start a band and play at the summer festival.',
    ['Luna/bat', 'Otto/otter', 'Bo/bear'],
    ['hero+friend+third: started a band', 'hero+friend+third: played at the summer festival'],
  ],
  [
    'A princess who hates dresses becomes a knight and rescues a prince from a sleepy dragon.',
    ['princess', 'prince', 'dragon/sleepy'],
    ['hero: became a knight', 'hero: rescued a prince from a sleepy dragon'],
  ],
  [
    'My little brother Ben is scared of monsters under his bed.',
    ['Ben/brother/little'],
    ['fear monsters under his bed'],
  ],
  [
    'A boy named Max has a pet dinosaur called Rex. Rex eats everything. One day he eats the school, and Max has to say sorry to the teacher.',
    ['Max/boy', 'Rex/dinosaur/pet', 'teacher'],
    ['friend: ate everything', 'friend: ate the school', 'hero: said sorry to the teacher'],
  ],
  [
    'A snowman dreams of visiting the beach, and in the end he becomes a cloud.',
    ['snowman'],
    ['wish visit the beach', 'end hero: became a cloud'],
  ],
  ["Emma's teddy bear goes missing at the fair.", ['Emma/girl'], ['thing: went missing at the fair']],
  [
    'A kind giant moves to a small village where everyone is afraid of him.',
    ['giant/kind'],
    ['hero: moved to a small village where everyone was afraid of him'],
  ],
  [
    'An astronaut and her cat get lost in space and find a planet made of cheese.',
    ['astronaut', 'cat'],
    ['hero+friend: got lost in space', 'hero+friend: found a planet made of cheese'],
  ],
  [
    'Twins Kit and Joe find a hedgehog because it was lost, and bring it home to its mother.',
    ['Kit/twin', 'Joe/twin', 'hedgehog', 'mother'],
    ['hero+friend: found a hedgehog because it was lost', 'hero+friend: brought it home to its mother'],
  ],
  [
    'Bruno is a bear who is afraid of thunder. One night he crosses the forest.',
    ['Bruno/bear'],
    ['hero: crossed the forest', 'fear thunder'],
  ],
  ['The smallest snowflake does not want to melt.', ['snowflake/smallest'], ['hero: refused to melt']],
  ['The wind cannot stop laughing.', ['wind'], ['hero: kept laughing']],
  [
    'A machine that makes clouds lives behind the school and wants to make a rainbow.',
    ['machine'],
    ['hero: lived behind the school', 'wish make a rainbow'],
  ],
  [
    'Amir and Yuki build a boat. At the end they all laugh.',
    ['Amir/boy', 'Yuki/girl'],
    ['hero+friend: built a boat', 'end hero+friend: laughed'],
  ],
  ['Two goats quarrel over a bridge.', ['goat/big', 'goat/little'], ['hero+friend: quarrelled over a bridge']],
  [
    'A spider who is scared of spiders meets a girl named Ines.',
    ['spider', 'Ines/girl'],
    ['hero: met a girl named Ines', 'fear spiders'],
  ],
  ['A vacuum cleaner named Gus eats everything.', ['Gus/vacuum cleaner'], ['hero: ate everything']],
];

describe('ideas', () => {
  for (const [text, who, happens] of IDEAS) {
    it(`would catch a name, kind or event lost of: ${text}`, () => {
      const idea = read(text);
      expect(people(idea)).toEqual(who);
      expect(what(idea)).toEqual(happens);
    });
  }

  it('would catch a brief of the owner that is not among those above', () => {
    const briefs = readFileSync(new URL('tests/fixtures/ideas/briefs.txt', root), 'utf8').trim().split('\n');
    expect(briefs).toHaveLength(10);
    for (const brief of briefs) expect(IDEAS.map(([text]) => text)).toContain(brief);
  });

  it('would catch a pronoun given to the wrong one: he, she and it are whom the idea means', () => {
    const genders = (text: string): string[] => read(text).characters.map(({ gender }) => gender);
    expect(genders('A little owl is afraid of the dark until she meets the moon.')).toEqual(['she', 'she']);
    expect(genders('A fox who tells lies loses his voice.')).toEqual(['he']);
    expect(genders('A grumpy cloud learns to share its rain')).toEqual(['it']);
    expect(genders('A lonely lighthouse keeper befriends a seal who brings him letters.')[0]).toBe('he');
    expect(genders('Three little pigs build a spaceship')).toEqual(['they']);
  });

  it('would catch the thing that an idea turns on taken for another', () => {
    const thing = (text: string): string | undefined => read(text).thing?.full;
    expect(thing('A baker named Rosa bakes a loaf of bread that can talk, and it saves the village feast.')).toBe(
      'a loaf of bread that could talk',
    );
    expect(
      thing('An old clockmaker gives a girl named Ada one extra hour each night, and she must give it back.'),
    ).toBe('one extra hour');
    expect(thing('A shy dragon named Ember learns to make a friend.')).toBeUndefined();
  });

  it('would catch an idea that is no idea taken for one', () => {
    const refused = (text: string): string => {
      try {
        read(text);
        return 'taken';
      } catch (error) {
        return error instanceof Error ? error.message : 'thrown';
      }
    };
    expect(refused('  ')).toBe('The idea is empty.');
    expect(refused('🐱🐱')).toBe('The idea has no words in it.');
    for (const foreign of [
      'Ein kleiner Drache lernt fliegen',
      'Un petit ours cherche la lune',
      '小さな猫が月へ行く',
      'Маленькая сова боится темноты',
    ]) {
      expect(refused(foreign)).toContain('not in English');
    }
    expect(refused(`A mouse ${'runs and runs '.repeat(2000)}`)).toContain('characters long');
  });

  it('would catch a long idea that takes long or breaks', () => {
    const long = 'A mouse named Tip finds a key. He opens a door. A bear called Bruno sleeps behind it. '
      .repeat(23)
      .slice(0, 2000);
    const started = performance.now();
    expect(people(read(long)).slice(0, 2)).toEqual(['Tip/mouse', 'Bruno/bear']);
    expect(performance.now() - started).toBeLessThan(1500);
  });
});
