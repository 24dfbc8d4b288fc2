import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { AGES, writeRequestSchema, type WriteRequest } from '../../../src/shared/writing.ts';
import { loadLexicon } from '../../../src/core/story/lexicon/lexicon.ts';
import { createStoryWriter } from '../../../src/core/providers/local/story-writer.ts';
import { writeOwnStory, type OwnStory } from '../../../src/core/writer/write-story.ts';
import { briefStories } from '../../helpers/brief-stories.ts';

const root = new URL('../../../', import.meta.url);
const lexicon = loadLexicon(new URL('resources/lexicon.json', root).pathname);
const briefs = readFileSync(new URL('tests/fixtures/ideas/briefs.txt', root), 'utf8').trim().split('\n');
const OTHERS = [
  'A grumpy cloud learns to share its rain',
  "Two sisters, Mia and Lena, find a secret door in grandma's attic",
  'Pip the hedgehog wants to sing in the forest choir but he is too shy',
  'a dragon and a teapot',
  'Can a snail win a race?',
  'A boy named Max has a pet dinosaur called Rex. Rex eats everything. One day he eats the school, and Max has to say sorry to the teacher.',
  'Leo loses his favourite kite in the wind and a magpie named Jet helps him find it.',
  'Three little pigs build a spaceship and fly to Mars.',
  'A snowman dreams of visiting the beach, and in the end he becomes a cloud.',
];

function write(idea: string, options: Partial<WriteRequest> = {}): OwnStory {
  return writeOwnStory(writeRequestSchema.parse({ idea, ...options }), lexicon);
}

const textOf = (story: OwnStory): string => story.scenes.map(({ text }) => text).join('\n\n');

describe('stories of our own engine', () => {
  it('would catch docs/stories that are not what is written today (node tools/run.mjs tools/write-stories.ts)', () => {
    for (const { file, text, broken } of briefStories(briefs, lexicon)) {
      expect(broken).toEqual([]);
      expect(readFileSync(new URL(`docs/stories/${file}`, root), 'utf8')).toBe(text);
    }
  });

  it('would catch a slot, a bracket or a doubled word left in the text, whatever the idea, age and length', () => {
    for (const idea of [...briefs, ...OTHERS]) {
      for (const [index, words] of [120, 250, 600].entries()) {
        const story = write(idea, { words, age: AGES[index]!, seed: words + index });
        const text = textOf(story);
        expect(text, idea).not.toMatch(
          /[{}[\]|]|undefined|\b(?<!had |that )(\p{L}+) \1\b(?<!had had|that that|and and)|\s[,.;!?]|["']/u,
        );
        expect(text, idea).not.toMatch(/\b(?:a [aeio]\p{Ll}+|an [bcdfgjklmnpqrstvwxz]\p{Ll}+) /u);
      }
    }
  });

  it('would catch a story that is much longer or shorter than was asked for, or breaks a promise', () => {
    for (const idea of [...briefs, ...OTHERS]) {
      for (const words of [200, 300]) {
        const story = write(idea, { words });
        expect(story.broken, idea).toEqual([]);
        expect(Math.abs(story.words / words - 1), `${idea} ${String(story.words)}`).toBeLessThan(0.15);
      }
    }
  });

  it('would catch chance in a story: the same seed is the same, another is another', () => {
    const [idea] = briefs;
    const stories = [1, 1, 2, 3].map((seed) => textOf(write(idea!, { seed })));
    expect(stories[0]).toBe(stories[1]);
    expect(new Set(stories).size).toBe(3);
  });

  it('would catch an age that makes no difference: the youngest get shorter sentences', () => {
    const length = (age: (typeof AGES)[number]): number => {
      const text = briefs.map((idea) => textOf(write(idea, { age }))).join(' ');
      return text.split(/\s+/u).length / text.split(/[.!?]/u).length;
    };
    expect(length('3-5')).toBeLessThan(length('6-8') * 0.85);
    expect(length('6-8')).toBeLessThan(length('9-12'));
  });

  it('would catch a bedtime story that stays awake, and an ending that comes before the end', () => {
    for (const idea of briefs) {
      const end = textOf(write(idea, { bedtime: true })).slice(-260);
      expect(end, idea).toMatch(/asleep|sleep/u);
    }
    expect(
      write('A snowman dreams of visiting the beach, and in the end he becomes a cloud.').scenes.at(-1)!.text,
    ).toContain('became a cloud');
  });

  it('would catch a writer that tells nothing on the way, or something else than it gives at the end', async () => {
    const heard: string[] = [];
    let shown = '';
    const story = await createStoryWriter(lexicon).write(writeRequestSchema.parse({ idea: briefs[0] }), {
      signal: new AbortController().signal,
      onEvent: (event) => {
        heard.push(event.type);
        if (event.type === 'text') shown += event.text;
      },
    });
    expect(heard[0]).toBe('outline');
    expect(heard.length).toBeGreaterThan(10);
    expect(shown).toBe(story.scenes.map(({ text }) => text).join(''));
  });

  it('would catch a story that is written on after it was stopped', async () => {
    const stop = new AbortController();
    const writing = createStoryWriter(lexicon).write(writeRequestSchema.parse({ idea: briefs[0] }), {
      signal: stop.signal,
      onEvent: () => {
        stop.abort();
      },
    });
    await expect(writing).rejects.toThrow('Cancelled');
  });
});
