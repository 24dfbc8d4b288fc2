import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gaps, hearWindow } from '../../../src/core/listen/hear-window.ts';
import { inOrder, joinWords } from '../../../src/core/listen/join.ts';
import { settleWords } from '../../../src/core/listen/settle.ts';
import { paragraphsOf, transcriptText } from '../../../src/core/listen/text.ts';
import { loopAtEnd } from '../../../src/core/runtime/listen/loops.ts';
import { type HeardWord, wordsOf } from '../../../src/core/runtime/listen/words.ts';

const word = (text: string, start: number, end = start + 0.3, probability = 0.9): HeardWord => ({
  text,
  start,
  end,
  probability,
});
/** One word every half second. */
const say = (text: string, from = 0): HeardWord[] => text.split(' ').map((each, index) => word(each, from + index / 2));
const texts = (words: readonly { readonly text: string }[]): string => words.map(({ text }) => text).join(' ');

describe('windows that overlap', () => {
  const seam = { from: 4, to: 8 };

  it('would catch a word that is heard twice, and one that is lost', () => {
    const all = 'the owl sat in the old oak and she looked at the moon for a long while before she flew';
    const before = say(all).filter(({ start }) => start < 8);
    const after = say(all).filter(({ start }) => start >= 4);
    expect(texts(joinWords(before, after, seam))).toBe(all);
  });

  it('prefers what both heard alike to a word that one of them heard cut in two', () => {
    const before = say('once there was a small brave dragon named Em');
    const after = [...say('mall brave dragon named Ember who was shy', 2)];
    expect(texts(joinWords(before, after, { from: 2, to: 4.2 }))).toBe(
      'once there was a small brave dragon named Ember who was shy',
    );
  });

  it('parts by time where nothing is alike', () => {
    expect(texts(joinWords(say('a b c d', 4), say('w x y z', 4.6), { from: 4, to: 6 }))).toBe('a b x y z');
  });

  it('would catch words that are out of order, that overlap or that lie beyond the end', () => {
    const any = fc.record({
      start: fc.double({ min: 0, max: 12, noNaN: true }),
      length: fc.double({ min: 0, max: 3, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 30 }), (parts) => {
        const words = inOrder(
          parts.map(({ start, length }) => word('so', start, start + length)),
          10,
        );
        let last = 0;
        for (const { start, end } of words) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThanOrEqual(start);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(10);
      }),
    );
  });
});

describe('what was heard, held against the voice', () => {
  const voiced = [
    { start: 1, end: 3 },
    { start: 8, end: 9 },
  ];

  it('would catch words in silence or music', () => {
    expect(
      texts(settleWords([word('Hello.', 1.2), word('Thank', 5), word('you.', 5.4), word('Bye.', 8.2)], voiced)),
    ).toBe('Hello. Bye.');
  });

  it('would catch a text that the model made up where it could tell nothing', () => {
    expect(
      settleWords(
        [word('Thanks', 1.2, 1.5, 0.2), word('for', 1.5, 1.7, 0.3), word('watching.', 1.8, 2.2, 0.25)],
        voiced,
      ),
    ).toEqual([]);
  });

  it('begins the first word after a pause where the voice begins', () => {
    const [, after] = settleWords([word('Hello,', 2.4, 2.9), word('you', 8.4, 8.9)], voiced);
    expect(after!.start).toBeCloseTo(8, 1);
  });

  it('would catch a word that lasts through the pause after it', () => {
    const [first] = settleWords([word('Hello', 2.4, 8.1), word('you', 8.1, 8.6)], voiced);
    expect(first!.end).toBeLessThan(3.2);
  });
});

describe('a model that has lost its way', () => {
  it('is known by what it says again and again, and a refrain or "no, no, no" is no such thing', () => {
    expect(loopAtEnd([1, 2, 3, 4, 5, 3, 4, 5, 3, 4, 5, 3, 4, 5])).toBe(9);
    expect(loopAtEnd([9, 7, 7, 7, 7, 7, 7, 7, 7])).toBe(7);
    expect(loopAtEnd([1, 7, 7, 7, 7])).toBe(0);
    expect(loopAtEnd([1, 2, 3, 9, 1, 2, 3, 8, 1, 2, 3, 7, 1, 2, 3])).toBe(0);
  });

  it('is heard once more in two parts, cut in the pause', async () => {
    const lengths: number[] = [];
    const heard = await hearWindow(
      {
        samples: new Float32Array(20 * 16_000),
        spans: [
          { start: 0, end: 9 * 16_000 },
          { start: 10 * 16_000, end: 20 * 16_000 },
        ],
      },
      (samples) => {
        lengths.push(samples.length / 16_000);
        const isWhole = lengths.length === 1;
        return Promise.resolve({
          words: isWhole ? say('so so so') : say('all is well now my friend he said to her then', 0.1),
          looped: isWhole,
        });
      },
    );
    expect(lengths).toEqual([20, 9.5, 10.5]);
    expect(heard.looped).toBe(false);
    expect(heard.words).toHaveLength(22);
    expect(heard.words[11]!.start).toBeCloseTo(10, 0);
  });

  it('would catch a voice that was passed over without a word', () => {
    expect(gaps(say('one two three'), [{ start: 0, end: 9 }])).toEqual([{ start: 1.3, end: 9 }]);
  });
});

describe('tokens to words', () => {
  const decode = (vocabulary: readonly string[]) => (ids: readonly number[]) =>
    ids.map((id) => vocabulary[id]).join('');
  const heard = (vocabulary: readonly string[], language = 'en'): string[] =>
    wordsOf(
      vocabulary.map((_, id) => ({ id, start: id, probability: 1 })),
      decode(vocabulary),
      { seconds: vocabulary.length, language },
    ).map(({ text }) => text);

  it('keeps marks with their words: quotes before, points and dashes behind', () => {
    expect(heard([' "', 'Stop', ',"', ' said', ' M', 'rs', '.', ' O', 'wl', ' -', ' now', '!'])).toEqual([
      '"Stop,"',
      'said',
      'Mrs.',
      'Owl-',
      'now!',
    ]);
  });

  it('would catch a pause after a sentence that is taken for its last word', () => {
    const tokens = [' home', '.', ' Then'].map((_, id) => ({ id, start: [1, 1.4, 4][id]!, probability: 1 }));
    const [home] = wordsOf(tokens, decode([' home', '.', ' Then']), { seconds: 5, language: 'en' });
    expect(home).toMatchObject({ text: 'home.', start: 1, end: 1.4 });
  });

  it('would catch a character that two tokens share, and a language without spaces that is one word', () => {
    const bytes = (ids: readonly number[]) =>
      ids.join() === '0' ? '\uFFFD' : ids.join() === '0,1' ? '猫' : ids.join() === '2' ? 'が' : '。';
    const tokens = [0, 1, 2, 3].map((id) => ({ id, start: id, probability: 1 }));
    expect(wordsOf(tokens, bytes, { seconds: 4, language: 'ja' }).map(({ text }) => text)).toEqual(['猫', 'が。']);
  });
});

describe('the text', () => {
  it('has paragraphs where the teller pauses after a sentence', () => {
    const words = [...say('Once there was an owl.'), ...say('She was shy.', 6)];
    expect(paragraphsOf({ words })).toHaveLength(2);
    expect(transcriptText({ words, language: 'en' })).toBe('Once there was an owl.\n\nShe was shy.\n');
  });
});
