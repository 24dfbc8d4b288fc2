import { beforeAll, describe, expect, it } from 'vitest';
import { alignWords } from '../../../src/core/runtime/speech/align.ts';
import { loadEspeak, type Phonemize } from '../../../src/core/runtime/speech/espeak.ts';
import { createPronouncer, type Pronouncer } from '../../../src/core/runtime/speech/pronounce.ts';
import { toKokoro } from '../../../src/core/runtime/speech/sounds.ts';
import { MOST_TOKENS, toTokens } from '../../../src/core/runtime/speech/symbols.ts';

let phonemize: Phonemize;
let pronouncer: Pronouncer;
const listeners = () => process.listenerCount('uncaughtException') + process.listenerCount('unhandledRejection');
let listenersBefore: number;

beforeAll(async () => {
  listenersBefore = listeners();
  phonemize = await loadEspeak();
  pronouncer = createPronouncer(phonemize);
});

describe('espeak', () => {
  it('leaves the process no listener that would rethrow its errors', () => {
    expect(listeners()).toBe(listenersBefore);
  });

  it('switches between the accents, and back', async () => {
    const both = async () => [await phonemize('bath', 'en-US'), await phonemize('bath', 'en-GB')];
    expect(await both()).toEqual(['bˈæθ', 'bˈɑːθ']);
    expect(await both()).toEqual(['bˈæθ', 'bˈɑːθ']);
  });
});

describe('toKokoro', () => {
  it.each([
    ['en-US', 'həlˈoʊ wˈɜːld', 'həlˈO wˈɜɹld'],
    ['en-GB', 'həlˈəʊ wˈɜːld', 'həlˈQ wˈɜːld'],
    ['en-US', 'tʃˈeɪndʒ', 'ʧˈAnʤ'],
    ['en-US', 'lˈɪɾəl', 'lˈɪTᵊl'],
    ['en-US', 'bəlˈuːn', 'bəlˈun'],
    ['en-GB', 'ðˈeə', 'ðˈɛː'],
    ['en-US', 'kˈɑːʔn̩', 'kˈɑtᵊn'],
  ] as const)('%s: %s', (accent, ipa, sounds) => {
    expect(toKokoro(ipa, accent)).toBe(sounds);
  });

  it('uses no symbol that the model does not know, in either accent', async () => {
    const text =
      'The quick brown fox jumps over the lazy dog while children measure huge voices of thirty-three joyful bears';
    for (const accent of ['en-US', 'en-GB'] as const) {
      const sounds = toKokoro(await phonemize(text, accent), accent);
      expect(toTokens(sounds)).toHaveLength([...sounds].length);
    }
  });
});

describe('alignWords', () => {
  const letters = (word: string) => [...word];

  it('finds two words in one that espeak has merged', () => {
    expect(alignWords(letters('ɪnðə'), [letters('ˈɪn'), letters('ðˈə')])).toEqual([
      [0, 2],
      [2, 4],
    ]);
    expect(alignWords(letters('aɪɐmɡˌoʊɪŋ'), ['ˈaɪ', 'ˈæm', 'ɡˈoʊɪŋ'].map(letters))).toEqual([
      [0, 2],
      [2, 4],
      [4, 10],
    ]);
  });

  it('covers the phrase whatever the words are, in order', () => {
    for (const words of [['x'], ['', 'ab'], ['zzz', 'yyy', 'xxx'], ['a', 'b', 'c', 'd', 'e', 'f', 'g']]) {
      const spans = alignWords(letters('ˈabcˌde'), words.map(letters));
      expect(spans).toHaveLength(words.length);
      expect([spans[0]![0], spans.at(-1)![1]]).toEqual([0, 7]);
      spans.forEach(([from, to], index) => {
        expect(from).toBeLessThanOrEqual(to);
        if (index > 0) expect(from).toBe(spans[index - 1]![1]);
      });
    }
  });
});

describe('pronounce', () => {
  it('gives every word of merging pairs its own sounds', async () => {
    const text = 'I am in the garden, “of the” king, and do not go to the sea. It was an owl for a while on the U S';
    const [run] = await pronouncer.pronounce({ text, sounds: {} }, 'en-US');
    expect(run!.words).toHaveLength(text.split(' ').length);
    for (const [from, to] of run!.words) expect(to).toBeGreaterThan(from);
    run!.words.slice(1).forEach(([from], index) => {
      expect(from).toBeGreaterThanOrEqual(run!.words[index]![1]);
    });
  });

  it('keeps the marks, which are the voice’s pauses and tone', async () => {
    const [run] = await pronouncer.pronounce({ text: '“Oh, no!” — he said… why?', sounds: {} }, 'en-US');
    for (const mark of toTokens('“,!”—…?')) expect(run!.tokens).toContain(mark);
  });

  it('says a given IPA instead of the spelling', async () => {
    const [given] = await pronouncer.pronounce({ text: 'Say Xyzzy now', sounds: { 1: 'ˈoʊ' } }, 'en-US');
    const [from, to] = given!.words[1]!;
    expect(given!.tokens.slice(from, to)).toEqual(toTokens('ˈO'));
  });

  it('never gives the model more than 510 tokens, and no word is lost in the cut', async () => {
    const text = Array.from({ length: 300 }, (_, index) => (index % 9 === 8 ? 'otter,' : 'wonderful')).join(' ');
    const runs = await pronouncer.pronounce({ text, sounds: {} }, 'en-US');
    expect(runs.length).toBeGreaterThan(3);
    expect(runs.flatMap((run) => run.words)).toHaveLength(300);
    for (const run of runs) {
      expect(run.tokens.length).toBeLessThanOrEqual(MOST_TOKENS);
      expect(run.words.at(-1)![1]).toBeLessThanOrEqual(run.tokens.length);
    }
    // Cut after a comma rather than between any two words.
    expect(toTokens(',')).toContain(runs[0]!.tokens.at(-1));
  });

  it.each(['東京', 'привет мир', '١٢٣', 'x'.repeat(2_000), '—', ''])('does not fail at %j', async (text) => {
    const runs = await pronouncer.pronounce({ text, sounds: {} }, 'en-GB');
    for (const run of runs) expect(run.tokens.length).toBeLessThanOrEqual(MOST_TOKENS);
  });
});
