import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { speakText, type SpokenText } from '../../src/core/render/speak-text.ts';
import type { Listener } from '../../src/core/providers/listener.ts';
import { encodeWav } from '../../src/core/runtime/speech/wav.ts';
import { makeLoop } from '../../src/core/sound/make-loop.ts';
import { Workplace } from '../../src/core/workplace.ts';
import { isCancelled } from '../../src/shared/errors.ts';
import type { Transcript } from '../../src/shared/transcript.ts';
import { compareWords } from '../helpers/compare-words.ts';
import { installedKokoro, installedWhisper, modelsCache } from '../helpers/models.ts';
import { addRoomNoise, roomNoise } from '../helpers/room-noise.ts';
import { hasWhisper, soundsLike } from '../helpers/transcribe.ts';

const JFK = resolve(import.meta.dirname, '../../../shared/audio/jfk.wav');
const RATE = 24_000;
const MINUTES = 60_000;
const STORY =
  'Once there was a small owl who was afraid of the dark. Every evening she sat on her branch, and every evening she ' +
  'closed her eyes before the sun went down. "The night is only the day with its eyes shut," said her mother.';

describe.skipIf(!hasWhisper)("listening with Whisper's weights from ../shared/models", { timeout: 5 * MINUTES }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'storyloom-listen-'));
  const workplace = new Workplace({ data: join(folder, 'data'), models: modelsCache });
  let listener: Listener;
  let told: SpokenText;

  beforeAll(async () => {
    await Promise.all([installedKokoro(), installedWhisper()]);
    listener = await workplace.listener({}, {});
    const narrator = await workplace.narrator('kokoro', {});
    told = await speakText(STORY, { narrator, voice: 'bm_george', speed: 1 });
  }, 10 * MINUTES);

  afterAll(async () => {
    await workplace.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const listen = (path: string, onProgress: (value: number) => void = () => undefined, signal?: AbortSignal) =>
    listener.listen(path, { signal: signal ?? new AbortController().signal, onProgress });
  const save = (name: string, samples: Int16Array): string => {
    writeFileSync(join(folder, name), encodeWav({ samples, sampleRate: RATE }));
    return join(folder, name);
  };
  const ffmpeg = async (name: string, ...words: string[]): Promise<string> => {
    const path = join(folder, name);
    await (await workplace.media()).run(['-v', 'error', '-y', ...words, path]);
    return path;
  };
  const heardWindows = async (): Promise<number> =>
    (await workplace.builder()).stats().stages.find(({ stage }) => stage === 'listen')?.count ?? 0;

  it.skipIf(!existsSync(JFK))('hears a recorded speech word for word, and the second time for nothing', async () => {
    const values: number[] = [];
    const first = await listen(JFK, (value) => values.push(value));
    expect(first.words.flatMap(({ text }) => soundsLike(text)).join(' ')).toBe(
      'and so my fellow americans ask not what your country can do for you ask what you can do for your country',
    );
    expect(first).toMatchObject({ language: 'en', seconds: 11, notices: [] });
    expectInOrder(first);
    expect([...values].sort((a, b) => a - b)).toEqual(values);
    expect(values.at(-1)).toBe(1);
    const windows = await heardWindows();
    expect(await listen(JFK)).toEqual(first);
    expect(await heardWindows()).toBe(windows);
  });

  it('hears a story in a noisy room after a minute of music, with words where they are said and none in the music', async () => {
    const before = 40 * RATE;
    const samples = new Int16Array(before + told.samples.length + 3 * RATE);
    samples.set(music(before));
    samples.set(addRoomNoise(told.samples, RATE, 15), before);
    const heard = await listen(save('story.wav', samples));
    const said = told.words.map((word) => ({ ...word, start: word.start + before / RATE }));
    const { errors, apart } = compareWords(said, heard.words);
    expect(errors / said.length).toBeLessThanOrEqual(0.05);
    expect(apart[Math.floor(apart.length / 2)]).toBeLessThanOrEqual(0.12);
    expect(heard.voiced[0]!.start).toBeGreaterThan(39);
    expectInOrder(heard);
  });

  it('stops when it is told to, and goes on with the windows that it has', async () => {
    const twice = new Int16Array(told.samples.length * 2 + 12 * RATE);
    twice.set(told.samples);
    // At another loudness, so that it is another window.
    twice.set(
      told.samples.map((sample) => sample / 3),
      told.samples.length + 12 * RATE,
    );
    const path = save('twice.wav', twice);
    const before = await heardWindows();
    const stop = new AbortController();
    const onProgress = (value: number) => {
      if (value > 0.45) stop.abort();
    };
    await expect(listen(path, onProgress, stop.signal)).rejects.toSatisfy(isCancelled);
    const kept = (await heardWindows()) - before;
    const { words } = await listen(path);
    expect(kept).toBeLessThan((await heardWindows()) - before);
    expect(words.length).toBeGreaterThan(70);
  });

  it.each([
    [
      'silence',
      () => ffmpeg('silence.wav', '-f', 'lavfi', '-i', 'anullsrc=r=24000', '-t', '20'),
      'input',
      /Nobody speaks/,
    ],
    ['a room', () => Promise.resolve(save('room.wav', loud(roomNoise(20 * RATE, RATE)))), 'input', /Nobody speaks/],
    ['music', () => Promise.resolve(save('music.wav', music(40 * RATE))), 'input', /Nobody speaks/],
    [
      'a film without sound',
      () => ffmpeg('mute.mp4', '-f', 'lavfi', '-i', 'testsrc=d=1:s=64x64'),
      'input',
      /has no sound/,
    ],
    ['a text', () => Promise.resolve(write('text.mp3', 'Once upon a time.')), 'corrupt', /not a sound file/],
    [
      'noise of bytes',
      () => Promise.resolve(write('bytes.mp3', Buffer.alloc(90_000, 'storyloom'))),
      'corrupt',
      /damaged/,
    ],
    ['nothing', () => Promise.resolve(write('empty.mp3', '')), 'input', /is empty/],
    ['no file', () => Promise.resolve(join(folder, 'missing.mp3')), 'not-found', /There is no recording/],
  ] as const)('says in words what is wrong with %s', async (_, make, code, message) => {
    const error: unknown = await listen(await make()).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ name: 'StudioError', code, message: expect.stringMatching(message) as string });
    expect((error as { hint?: string }).hint).toBeTruthy();
  });

  it('listens to what is whole of a damaged recording, and says that it is damaged', async () => {
    const whole = await ffmpeg(
      'whole.mp3',
      '-i',
      save('plain.wav', new Int16Array(RATE * 4)),
      '-i',
      JFK,
      '-filter_complex',
      'concat=n=2:v=0:a=1',
    );
    const bytes = readFileSync(whole);
    bytes.fill(0x55, 4000, 20_000);
    const { notices, words } = await listen(write('damaged.mp3', bytes));
    expect(notices.join(' ')).toMatch(/damaged/);
    expect(words.length).toBeGreaterThan(10);
  });

  it('knows which languages it can be asked for', async () => {
    await expect(workplace.listener({ language: 'klingon' }, {})).rejects.toMatchObject({ code: 'option' });
    await expect(workplace.listener({ language: 'en-GB' }, {})).resolves.toMatchObject({ id: 'whisper' });
  });

  function write(name: string, content: string | Buffer): string {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  }

  function music(length: number): Int16Array {
    const { samples, sampleRate } = makeLoop({ music: 'wonder' });
    const step = sampleRate / RATE;
    const sides = samples.length / 2;
    return Int16Array.from({ length }, (_, index) => samples[(Math.floor(index * step) % sides) * 2]! * 2);
  }

  function loud(noise: Float32Array): Int16Array {
    return Int16Array.from(noise, (value) => value * 1500);
  }
});

function expectInOrder({ words, seconds }: Transcript): void {
  let last = 0;
  for (const { start, end } of words) {
    expect(start).toBeGreaterThanOrEqual(last);
    expect(end).toBeGreaterThan(start);
    last = end;
  }
  expect(last).toBeLessThanOrEqual(seconds);
}
