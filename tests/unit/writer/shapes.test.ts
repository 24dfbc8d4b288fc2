import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { AGES, TONES, writeRequestSchema } from '../../../src/shared/writing.ts';
import { loadLexicon } from '../../../src/core/story/lexicon/lexicon.ts';
import { readIdea } from '../../../src/core/writer/idea/read-idea.ts';
import { SHAPES } from '../../../src/core/writer/shapes/index.ts';
import { faultsOf } from '../../../src/core/writer/tell/faults.ts';
import { tell } from '../../../src/core/writer/tell/tell.ts';

const lexicon = loadLexicon(resolve(import.meta.dirname, '../../../resources/lexicon.json'));

/** Ideas that go into each shape, with what is told apart in it: one hero and two, people, animals, machines, elements, with and without names. */
const FITTING: Readonly<Record<string, readonly string[]>> = {
  friendship: [
    'A shy dragon named Ember learns to make a friend.',
    'A lonely robot named Bolt meets a bird and they become friends.',
    'A whale is too shy to make friends.',
    'A hare named Pim befriends a snail.',
  ],
  'wonder-thing': [
    'A baker named Rosa bakes a loaf of bread that can talk, and it saves the village feast.',
    'A mouse finds a magic umbrella that can fly.',
    'Two sisters, Nell and Ivy, find a magic pencil that draws real things.',
  ],
  growing: [
    'A robot called Tin plants a garden on the moon and waits for the first flower.',
    'A girl named Lotte plants an acorn behind the school.',
    'A mole grows a giant pumpkin and shares it with everyone.',
  ],
  gift: [
    'An old clockmaker gives a girl named Ada one extra hour each night, and she must give it back.',
    'A grandmother gives a boy named Leo a golden compass.',
    'A little hedgehog gets a lantern from an owl.',
  ],
  'lie-and-price': [
    'A fox who tells lies loses his voice and has to earn it back by helping a hedgehog.',
    'A boy named Max tells a lie and his nose turns blue.',
    'A peacock who boasts and lies loses his feathers.',
  ],
  'far-wish': [
    'The last snowflake of winter wants to see the spring.',
    'A penguin named Pip wants to fly over the sea.',
    'Two snails, Ole and Ida, want to see the ocean.',
    'A little cloud wants to sing in a choir.',
  ],
  'learning-to': [
    'A clumsy little bear learns to skate on the frozen lake.',
    'A girl named Mara wants to learn to swim but is afraid of deep water.',
    'A young owl learns to fly and wins the race.',
    'Two brothers, Kit and Joe, learn to ride a bicycle.',
  ],
  secret: [
    'Two sisters, Mia and Lou, find a secret door behind the bookshelf.',
    'A boy named Jonas hides a baby dragon in the attic and shows it to his grandmother.',
    'A little mouse keeps a secret.',
  ],
  'facing-fear': [
    'A little owl is afraid of the dark until she meets the moon.',
    'A boy named Finn is afraid of thunder, and his grandmother teaches him to dance in the rain.',
    'A timid hedgehog named Pip is afraid of flying and travels in a balloon with a brave duck.',
    'Two mice, Tilly and Tom, are afraid of cats.',
  ],
  journey: [
    'Milo the mouse and Pearl the whale travel to the North Pole to find a lost star, and fall asleep at the end.',
    'Three little pigs sail to an island.',
    'A goat walks to the sea.',
    'A robot named Zip flies to Mars to visit his sister, and they drink tea at the end.',
  ],
  making: [
    'Two brothers, Sam and Theo, build a boat from a bathtub and cross the lake in a storm.',
    'A robot called Bolt invents a machine that paints rainbows.',
    'A girl named Nora sews a coat for the wind.',
    'A beaver builds a bridge and saves a family of ducks.',
  ],
  'stranger-home': [
    'A cat named Biscuit runs the night train, and tonight a lost penguin is aboard.',
    'A lighthouse keeper finds a lost baby seal and brings it back to its mother.',
    'An old captain named Bram sails the ferry, and a lost kitten is on board.',
  ],
  rescue: [
    'A brave crab called Nip rescues a dolphin from a fishing net.',
    'Two firefighters, Jo and Max, rescue a kitten from a tall tree and become its friends.',
    'A little tugboat saves a big ship in the fog.',
  ],
  contest: [
    'A snail named Otto enters the village race and wins a golden cup.',
    'A slow turtle named Hugo wants to win the race.',
    'Two sisters, Ana and Lea, win the baking contest with a burnt cake.',
  ],
  quarrel: [
    'Two goats, Bella and Bruno, quarrel over a red blanket and make up in the snow.',
    'The sun and a cloud argue about who is stronger.',
    'A bear named Odo and a bee named Zuzu quarrel about honey, and they share it at the end.',
  ],
  'lost-and-found': [
    "A girl named Mia loses her red mitten and finds it in a bird's nest.",
    'A bear looks for his lost honey pot in the forest.',
    'A wizard named Alba loses her hat in the wind.',
  ],
};

describe.each(SHAPES.map((shape) => ({ id: shape.id, shape })))('the shape $id', ({ id, shape }) => {
  const ideas = (FITTING[id] ?? []).map((text) => readIdea(text, lexicon));

  it('has no slot that nobody fills (would catch a misspelt {heroe})', () => {
    const idea = ideas[0] ?? readIdea('A fox named Rufus finds a bell.', lexicon);
    const { tale } = tell({ request: writeRequestSchema.parse({ idea: idea.text }), idea, shape });
    expect(faultsOf(shape, tale)).toEqual([]);
  });

  it('lets something be said at every age and in every tone (would catch a beat that only one age is told)', () => {
    const silent = shape.beats.flatMap((beat) =>
      AGES.flatMap((age) =>
        TONES.filter(
          (tone) =>
            !beat.core
              .flat()
              .some(({ ages, tones }) => (ages?.includes(age) ?? true) && (tones?.includes(tone) ?? true)),
        ).map((tone) => `${beat.id}: ${age}, ${tone}`),
      ),
    );
    expect(silent).toEqual([]);
  });

  it.runIf(ideas.length > 0)('goes with the ideas that fit it, better than with others', () => {
    for (const idea of ideas) expect(shape.fits(idea), idea.text).toBeGreaterThan(0.3);
  });

  it.runIf(ideas.length > 0)('keeps names, events and length, and says nothing twice', () => {
    for (const [index, idea] of ideas.entries()) {
      for (const seed of [1, 2, 3]) {
        const age = AGES[(index + seed) % AGES.length]!;
        const tone = TONES[(index + seed) % TONES.length]!;
        const words = [120, 250, 500][seed - 1]!;
        const request = writeRequestSchema.parse({ idea: idea.text, seed, age, tone, words });
        const story = tell({ request, idea, shape });
        const text = story.scenes.map((scene) => scene.text).join('\n\n');
        const about = `${idea.text} (${age}, ${tone}, seed ${String(seed)})\n${text}`;
        expect(story.added, `events that the shape leaves out: ${about}`).toEqual([]);
        expect(text, about).not.toMatch(/[{}[\]|]|undefined| {2}| [,.!?]|[a-z]\.[A-Z]/u);
        for (const { name } of idea.characters) if (name) expect(text, about).toContain(name);
        const said = text
          .split(/(?<=[.!?…]["”’]*)\s+/u)
          .map((sentence) => sentence.trim())
          .filter((sentence) => sentence.split(' ').length > 4);
        const twice = said.filter((sentence, at) => said.indexOf(sentence) !== at);
        // Only the refrain comes back.
        expect(new Set(twice).size, `${twice.join(' / ')}: ${about}`).toBeLessThanOrEqual(1);
        expect(story.words / words, about).toBeGreaterThan(0.75);
        expect(story.words / words, about).toBeLessThan(words < 200 ? 1.5 : 1.25);
      }
    }
  });
});
