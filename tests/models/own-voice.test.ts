import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { call } from '@orpc/server';
import { afterAll, describe, expect, it } from 'vitest';
import { openMediaTools } from '../../src/core/media/tools.ts';
import { decodeWav } from '../../src/core/runtime/speech/wav.ts';
import { createStudio } from '../../src/core/studio.ts';
import { toldWords, wordsOfText } from '../../src/shared/recording.ts';
import { projectFileSchema } from '../../src/shared/story.ts';
import { runCli } from '../helpers/cli.ts';
import { modelsCache } from '../helpers/models.ts';
import { hasWhisper } from '../helpers/transcribe.ts';

const JFK = resolve(import.meta.dirname, '../../../shared/audio/jfk.wav');
const canListen = existsSync(JFK) && hasWhisper;
// The command line and the studio take the model from there.
process.env['STORYLOOM_MODELS'] ??= resolve(import.meta.dirname, '../../../shared/models');
const folder = mkdtempSync(join(tmpdir(), 'storyloom-jfk-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe.skipIf(!canListen)('the film of jfk.wav in the speaker’s own voice (needs whisper-base)', () => {
  it(
    'would catch pictures that change within a word, captions beside their words, and another voice',
    { timeout: 240_000 },
    async () => {
      const data = join(folder, 'data');
      const film = join(folder, 'jfk.mp4');
      const story = join(folder, 'story.json');
      const render = [
        'render',
        JFK,
        '-o',
        film,
        '--plain',
        '--motion',
        'none',
        '--size',
        '720p',
        '--extras',
        'wav,srt',
      ];
      expect((await runCli(render, { data })).code).toBe(0);
      // Not heard a second time: its words are there.
      expect((await runCli(['listen', JFK, '-o', story], { data })).code).toBe(0);
      const { scenes } = projectFileSchema.parse(JSON.parse(readFileSync(story, 'utf8')));
      const told = scenes.map((scene) => scene.told!);
      const words = told.flatMap((one) => one.words);
      expect(words.map(([text]) => text).join(' ')).toMatch(/ask not what your country can do for you/iu);
      expect(scenes.length).toBeGreaterThan(1);

      // Seconds of the film are those of the recording, from where its first scene begins.
      const shift = 0.4 - told[0]!.from;
      const changes = await pictureChanges(film);
      expect(changes).toHaveLength(scenes.length - 1);
      for (const change of changes) {
        const after = words.findIndex(([, start]) => start + shift > change);
        expect(change).toBeGreaterThanOrEqual(words[after - 1]![2] + shift - 0.001);
      }
      // A caption comes with a word: no more than 0.1 s before it, and no frame after.
      const cues = [...readFileSync(join(folder, 'jfk.srt'), 'utf8').matchAll(/00:00:([\d,]+) --> /gu)];
      expect(cues.length).toBeGreaterThan(1);
      for (const [, time] of cues) {
        const at = Number(time!.replace(',', '.'));
        expect(words.some(([, start]) => start + shift - at > -0.05 && start + shift - at < 0.6)).toBe(true);
      }
      await expectSameSound(join(folder, 'jfk.wav'), shift);
    },
  );
});

describe.skipIf(!canListen)('a recording in the studio (needs whisper-base)', () => {
  it(
    'would catch a recording that makes no project, a scene that is not told in it, or what is left of it',
    { timeout: 120_000 },
    async () => {
      const data = join(folder, 'studio');
      const studio = createStudio({ data, models: modelsCache });
      try {
        const router = await studio.router();
        const listen = async (request: { projectId: string; sceneId: string } | { title: string }) => {
          const uploadId = await studio.takeIn(JFK);
          let job = await call(router.recordings.listen, { uploadId, ...request });
          while (job.state === 'queued' || job.state === 'running') {
            await delay(100);
            job = await call(router.jobs.get, { jobId: job.id });
          }
          expect(job).toMatchObject({ kind: 'listen', state: 'done', title: 'jfk.wav' });
          return job;
        };
        const { projectId } = await listen({ title: 'Ask not' });
        const { document } = await call(router.project.open, { projectId: projectId! });
        expect(document.title).toBe('Ask not');
        expect(document.recording).toMatchObject({ voice: 'own', files: [{ name: 'jfk.wav' }] });
        expect(document.scenes.flatMap(toldWords).map(({ text }) => text)).toEqual(
          document.scenes.flatMap(({ text }) => wordsOfText(text)),
        );

        const text =
          'And so, my fellow Americans: ask not what your country can do for you. Ask what you can do for your country!';
        const written = await call(router.library.create, { from: 'text', text });
        const before = (await call(router.project.open, { projectId: written.projectId })).document.scenes[0]!;
        await listen({ projectId: written.projectId, sceneId: before.id });
        const view = await call(router.project.open, { projectId: written.projectId });
        // What was read aloud stays as it was written.
        expect(view.document.scenes[0]!.text).toBe(before.text);
        expect(toldWords(view.document.scenes[0]!)).toHaveLength(wordsOfText(before.text).length);
        const undone = await call(router.project.undo, { projectId: written.projectId });
        expect(undone.document.scenes[0]).toEqual(before);
        expect(readdirSync(join(data, 'listening'))).toEqual([]);
      } finally {
        await studio.close();
      }
    },
  );
});

/** Seconds at which a picture that stood still is another one. */
async function pictureChanges(film: string): Promise<number[]> {
  const tools = await openMediaTools();
  const select = [
    '-hide_banner',
    '-v',
    'info',
    '-i',
    film,
    '-vf',
    "select='gt(scene,0.008)',showinfo",
    '-f',
    'null',
    '-',
  ];
  const { stderr } = await tools.run(select);
  return [...stderr.matchAll(/pts_time:([\d.]+)/gu)].map(([, seconds]) => Number(seconds));
}

/** The film's narration is the recording, sample for sample but for its level, wherever it speaks. */
async function expectSameSound(narration: string, shift: number): Promise<void> {
  const tools = await openMediaTools();
  const plain = join(folder, 'plain.wav');
  const heard = decodeWav(readFileSync(narration));
  await tools.run(['-v', 'error', '-y', '-i', JFK, '-ac', '1', '-ar', String(heard.sampleRate), plain]);
  const { samples } = decodeWav(readFileSync(plain));
  for (const second of [1, 4, 6, 9]) {
    const from = Math.round(second * heard.sampleRate);
    const one = samples.subarray(from, from + heard.sampleRate);
    const place = from + Math.round(shift * heard.sampleRate);
    // A frame may have been put in before it.
    const best = Math.max(
      ...Array.from({ length: 200 }, (_, step) => correlation(one, heard.samples.subarray(place + (step - 100) * 16))),
    );
    expect(best).toBeGreaterThan(0.97);
  }
}

function correlation(one: Int16Array, two: Int16Array): number {
  let [both, first, second] = [0, 0, 0];
  one.forEach((sample, index) => {
    const other = two[index] ?? 0;
    both += sample * other;
    first += sample * sample;
    second += other * other;
  });
  return both / Math.sqrt(first * second || 1);
}
