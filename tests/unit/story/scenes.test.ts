import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { estimateSeconds } from '../../../src/core/story/pace.ts';
import { readStory } from '../../../src/core/story/read/read-story.ts';
import { cutScenes } from '../../../src/core/story/scenes.ts';
import { splitSentences } from '../../../src/core/story/sentences.ts';

const SUBJECTS = ['The fox', 'An owl', 'Old Mrs. Hen', 'Peter', 'She', 'The little boat', 'Nobody', 'Every child'];
const DEEDS = [
  'ran down the hill',
  'slept',
  'looked at the moon for a long time and did not say a word',
  'ate a plum',
  'went home through the dark wood',
  'laughed so loudly that all the others woke up',
];
const OPENERS = ['', '', '', 'One morning ', 'Then ', 'But ', 'In the evening ', '"Oh dear," said the mouse, and '];

/** Story-like text of any length, from numbers. */
function storyOf(numbers: readonly number[]): string {
  return numbers
    .map((number) => {
      const opener = OPENERS[number % OPENERS.length]!;
      const sentence = `${opener}${SUBJECTS[number % SUBJECTS.length]!} ${DEEDS[(number >> 3) % DEEDS.length]!} ${String(number)}.`;
      return sentence + ((number >> 5) % 3 === 0 ? '\n\n' : ' ');
    })
    .join('');
}

function cut(text: string): string[] {
  return cutScenes(readStory(Buffer.from(text), 'story.md')).map((scene) => scene.text);
}

const words = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];
const numbers = fc.array(fc.integer({ min: 0, max: 100_000 }), { minLength: 1, maxLength: 120 });

describe('cutting into scenes', () => {
  it('keeps every word, in its order', () => {
    fc.assert(
      fc.property(numbers, (list) => {
        const text = storyOf(list);
        expect(words(cut(text).join(' '))).toEqual(words(text));
      }),
    );
  });

  it('gives scenes of 4 to 15 seconds wherever the sentences allow it', () => {
    fc.assert(
      fc.property(numbers, (list) => {
        const scenes = cut(storyOf(list));
        for (const scene of scenes) {
          const isLone = splitSentences(scene).length === 1;
          // 15 seconds of sentences, and the pauses between paragraphs.
          if (!isLone) expect(estimateSeconds(scene)).toBeLessThan(17);
          if (scenes.length > 1 && !isLone) expect(estimateSeconds(scene)).toBeGreaterThan(3.5);
        }
      }),
    );
  });

  it('re-cuts only near a sentence that was edited, so that distant pictures stay', () => {
    let cuts = 0;
    let all = 0;
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 100_000 }), { minLength: 90, maxLength: 120 }),
        fc.integer({ min: 0, max: 100_000 }),
        (list, other) => {
          const middle = Math.floor(list.length / 2);
          const before = cut(storyOf(list));
          const after = cut(storyOf(list.with(middle, other)));
          const kept = new Set(after);
          const changed = before.filter((scene) => !kept.has(scene)).length;
          cuts += 1;
          all += changed;
          // Of some forty scenes. (Of 4,000 edits one changed 8, and none more; each further one is a third as frequent.)
          expect(changed).toBeLessThanOrEqual(12);
          expect(before.slice(0, 8)).toEqual(after.slice(0, 8));
          expect(before.slice(-8)).toEqual(after.slice(-8));
        },
      ),
      { numRuns: 60 },
    );
    // It was 1.7 over 4,000 edits.
    expect(all / cuts).toBeLessThan(3);
  });

  it('never puts text from both sides of a break into one scene', () => {
    const scenes = cut('A fox.\n\n---\n\nA hen.\n\n## Home\n\nA dog.');
    expect(scenes).toEqual(['A fox.', 'A hen.', 'A dog.']);
  });

  it('gives a heading to the scene under it, and one without text to the next', () => {
    const scenes = cutScenes(readStory(Buffer.from('# T\n\n## Part One\n\n### The Wood\n\nA fox.\n\n## End'), 'a.md'));
    expect(scenes.map(({ title, text }) => [title, text])).toEqual([
      ['Part One: The Wood', 'A fox.'],
      [undefined, 'End'],
    ]);
  });

  it('cuts a sentence that would last for minutes at its clauses, then between words', () => {
    const long = `${Array.from({ length: 60 }, (_, index) => `the fox ran past tree number ${String(index)}`).join(', ')}.`;
    const scenes = cut(long);
    expect(scenes.length).toBeGreaterThan(5);
    for (const scene of scenes) expect(estimateSeconds(scene)).toBeLessThan(21);
    const endless = 'word '.repeat(2000);
    expect(Math.max(...cut(endless).map(estimateSeconds))).toBeLessThan(21);
  });

  it("does not cut the author's own scenes of a project file", () => {
    const text = storyOf(Array.from({ length: 40 }, (_, index) => index * 7919));
    const project = { storyloom: 1, title: 'T', scenes: [{ text }, { text: 'A fox.' }] };
    expect(cutScenes(readStory(Buffer.from(JSON.stringify(project)), 'a.json'))).toHaveLength(2);
  });
});

describe('sentence ends', () => {
  it.each([
    ['"Oh dear," he said. "Who will light the lamp?"', 2],
    ['"Stop!" cried the hen.', 1],
    ['Mr. McGregor met Mrs. Hen. They talked.', 2],
    ['J. M. Barrie wrote it. I read it.', 2],
    ['It cost 3.50 pounds. He paid.', 2],
    ['He waited... and waited… Then he slept.', 2],
    ['They went to gather blackberries; But Peter ran away.', 2],
    ['Who? Me? Yes!', 3],
    ['“Go,” she said. “Now.”', 2],
  ])('%s', (text, count) => {
    expect(splitSentences(text)).toHaveLength(count);
    expect(splitSentences(text).join(' ')).toBe(text);
  });
});
