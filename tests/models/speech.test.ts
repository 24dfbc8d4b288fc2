import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { workerEntry } from '../../src/core/paths.ts';
import { createPool, type Pool } from '../../src/core/pool/pool.ts';
import type { InstalledModel } from '../../src/core/models/installed.ts';
import { createKokoroNarrator } from '../../src/core/providers/local/kokoro-narrator.ts';
import type { Narrator } from '../../src/core/providers/narrator.ts';
import { speakText, type SpokenText } from '../../src/core/render/speak-text.ts';
import { isCancelled } from '../../src/shared/errors.ts';
import { installedKokoro } from '../helpers/models.ts';
import { hasWhisper, loadWhisper, soundsLike, wordErrors } from '../helpers/transcribe.ts';

const STORIES = resolve(import.meta.dirname, '../../examples');
const MINUTES = 60_000;

describe('Kokoro', () => {
  let model: InstalledModel;
  let pool: Pool;
  let narrator: Narrator;

  beforeAll(async () => {
    // The first run on a machine fetches it.
    model = await installedKokoro();
    pool = createPool({ threads: 2, entry: workerEntry() });
    narrator = await createKokoroNarrator({
      pool,
      model,
      memory: new Map<string, string>(),
      graph: 'fp32',
      runtimeVersion: 'test',
    });
  }, 10 * MINUTES);

  afterAll(() => pool.dispose());

  const speak = (text: string, voice = 'af_heart', speed = 1) => speakText(text, { narrator, voice, speed });

  it('says the same words with the same samples, on another thread and in another pool', async () => {
    const text = 'The lamp went out. Nib climbed up in the dark, and she was afraid of the storm outside.';
    const first = await speak(text);
    const other = createPool({ threads: 1, entry: workerEntry() });
    const second = await createKokoroNarrator({
      pool: other,
      model,
      memory: new Map<string, string>(),
      graph: 'fp32',
      runtimeVersion: 'test',
    });
    const again = await speakText(text, { narrator: second, voice: 'af_heart', speed: 1 });
    await other.dispose();
    expect(Buffer.from(again.samples.buffer).equals(Buffer.from(first.samples.buffer))).toBe(true);
    expect(again.words).toEqual(first.words);
  });

  it.each([
    ['af_heart', 1],
    ['bm_george', 1],
    ['am_onyx', 0.5],
    ['bf_emma', 2],
  ] as const)('%s at speed %d gives a time to every word, in order and within the sound', async (voice, speed) => {
    const text =
      'He paid $5 in the U.S.A. — "It is on the table," said Mrs. Owl; I am in the garden at 4:30 p.m. today.';
    const { words, samples, sampleRate } = await speak(text, voice, speed);
    expect(words.map((word) => word.text).join(' ')).toBe(text.replace(' — ', ' '));
    let last = 0;
    for (const { start, end } of words) {
      expect(start).toBeGreaterThanOrEqual(last);
      expect(end).toBeGreaterThan(start);
      last = end;
    }
    expect(last).toBeLessThanOrEqual(samples.length / sampleRate);
  });

  it('is neither clipped nor quiet, begins and ends in silence, and has no step that would click', async () => {
    const { samples } = await speak('Stop! The sea is rising. We must go up to the lighthouse now, all of us.');
    const peak = samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
    expect(peak).toBeLessThan(32_000);
    expect(peak).toBeGreaterThan(6_000);
    expect([samples[0], samples.at(-1)]).toEqual([0, 0]);
    expect(Math.abs(samples.reduce((sum, sample) => sum + sample, 0) / samples.length)).toBeLessThan(10);
  });

  it('is slower at half speed and faster at double speed', async () => {
    const text = 'Once upon a time there was an otter.';
    const [half, one, double] = await Promise.all([0.5, 1, 2].map((speed) => speak(text, 'af_heart', speed)));
    expect(half!.samples.length).toBeGreaterThan(one!.samples.length * 1.5);
    expect(double!.samples.length).toBeLessThan(one!.samples.length * 0.7);
  });

  it('names voices that are spelled nearly so when there is none of that name', async () => {
    await expect(speak('Hello.', 'af_hart')).rejects.toMatchObject({
      code: 'not-found',
      hint: expect.stringContaining('af_heart') as string,
    });
  });

  it('reads a dictionary’s IPA and a chunk of more than 510 tokens whole', async () => {
    const [plain, given] = await Promise.all([
      speak('Xiu.'),
      speakText('Xiu.', { narrator, voice: 'af_heart', speed: 1, pronunciations: { xiu: '/ˌhɪpəˈpɑːtəməs/' } }),
    ]);
    expect(given.samples.length).toBeGreaterThan(plain.samples.length * 1.2);
    const words = Array.from({ length: 120 }, () => 'otter');
    const long = await narrator.speak({
      spoken: words.join(' '),
      sounds: {},
      words: words.map((text, first) => ({ text, first, count: 1 })),
      voice: 'af_heart',
      speed: 1,
    });
    expect(long.words).toHaveLength(120);
    expect(long.samples.length / long.sampleRate).toBeGreaterThan(20);
  });

  it('stops between chunks when cancelled', async () => {
    const control = new AbortController();
    const text = readFileSync(resolve(import.meta.dirname, '../../README.md'), 'utf8').repeat(3);
    const running = speakText(text, {
      narrator,
      voice: 'af_heart',
      speed: 1,
      signal: control.signal,
      onProgress: () => {
        control.abort();
      },
    });
    expect(isCancelled(await running.catch((error: unknown) => error))).toBe(true);
    expect(pool.stats()).toMatchObject({ killed: 0, queued: 0 });
  });

  describe.skipIf(!hasWhisper)('heard by Whisper (needs ../shared/models)', () => {
    it.each([
      // Both stories, both accents, a woman and a man; the long story once, for it takes minutes.
      ['peter-rabbit.txt', 'af_heart'],
      ['north-wind-and-sun.txt', 'bm_george'],
    ])('%s read by %s has at most 3 wrong words in a hundred', { timeout: 10 * MINUTES }, async (story, voice) => {
      const text = readFileSync(resolve(STORIES, story), 'utf8');
      const spoken = await speak(text, voice);
      const transcribe = await loadWhisper();
      const heard: string[] = [];
      for (const { samples, sampleRate } of cutPieces(spoken, 25)) heard.push(await transcribe(samples, sampleRate));
      const said = soundsLike(spoken.chunks.map((chunk) => chunk.spoken).join(' '));
      const errors = wordErrors(said, soundsLike(heard.join(' ')));
      console.log(`${story} ${voice}: ${String(errors)} of ${String(said.length)} words\n${heard.join('\n')}`);
      expect(errors / said.length).toBeLessThanOrEqual(0.03);
    });
  });
});

/** Pieces of at most so many seconds, cut in the middle of the longest silences between words. */
function* cutPieces({ samples, sampleRate, words }: SpokenText, seconds: number) {
  let from = 0;
  while (from < samples.length) {
    const latest = from + seconds * sampleRate;
    const gaps = words.slice(1).map((word, index) => ({
      at: Math.round(((words[index]!.end + word.start) / 2) * sampleRate),
      length: word.start - words[index]!.end,
    }));
    const inside = gaps.filter((gap) => gap.at > from + 5 * sampleRate && gap.at < latest);
    const best = inside.sort((a, b) => b.length - a.length)[0];
    const to = samples.length <= latest || !best ? samples.length : best.at;
    yield { samples: samples.slice(from, to), sampleRate };
    from = to;
  }
}
