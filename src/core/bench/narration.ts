import { readFile } from 'node:fs/promises';
import type { BenchRow } from '../../shared/bench.ts';
import { createPool } from '../pool/pool.ts';
import { examplePath, runtimeVersion, workerEntry } from '../paths.ts';
import { createKokoroNarrator } from '../providers/local/kokoro-narrator.ts';
import { speakText } from '../render/speak-text.ts';
import { NARRATOR_MODEL } from '../workplace.ts';
import type { BenchContext } from './bench.ts';

/** D3 of the brief: so many seconds of speech in 140 s or less, better 70 s. */
const LONG_SECONDS = 412;
const VOICE = 'af_heart';

/**
 * The narrator as a film uses it, beside one chunk at a time on one thread with the int8 graph: what one gets who calls the
 * published model in a loop.
 */
export async function benchNarration({ workplace, signal }: BenchContext): Promise<BenchRow[]> {
  const story = await readFile(examplePath('peter-rabbit.txt'), 'utf8');
  const model = await workplace.models().ensure(NARRATOR_MODEL, { signal });
  const baseline = await onOneThread(model, story, signal);
  const narrator = await workplace.narrator('kokoro', { signal });
  const options = { narrator, voice: VOICE, speed: 1, signal };
  // The first words load the model, which a film does while its pictures are drawn.
  await speakText('Once upon a time. And then, one day, it happened again.', options);
  const short = await timed(story, options);
  const copies = Math.ceil(LONG_SECONDS / short.audio);
  const long = await timed(Array.from({ length: copies }, () => story).join('\n\n'), options);
  const rate = short.audio / short.wall;
  const longSeconds = (long.wall / long.audio) * LONG_SECONDS;
  return [
    {
      name: 'Narration of Peter Rabbit',
      value: rate,
      unit: 'x real time',
      baseline: { name: 'one chunk at a time, one thread, int8', value: baseline },
      ratio: rate / baseline,
      goal: '>= 5x real time, >= 3x the baseline',
    },
    {
      name: `Narration of ${long.audio.toFixed(0)} s of speech, scaled to ${String(LONG_SECONDS)} s`,
      value: longSeconds,
      unit: 's',
      baseline: { name: 'the same baseline, by its pace', value: LONG_SECONDS / baseline },
      ratio: LONG_SECONDS / baseline / longSeconds,
      goal: '<= 140 s, better 70 s',
    },
  ];
}

type Options = Parameters<typeof speakText>[1];

async function timed(text: string, options: Options): Promise<{ audio: number; wall: number }> {
  const started = performance.now();
  const { samples, sampleRate } = await speakText(text, options);
  return { audio: samples.length / sampleRate, wall: (performance.now() - started) / 1000 };
}

/** Audio seconds per wall second. A part of the story is enough: the rate does not depend on the length. */
async function onOneThread(
  model: Parameters<typeof createKokoroNarrator>[0]['model'],
  story: string,
  signal: AbortSignal,
): Promise<number> {
  const pool = createPool({ threads: 1, entry: workerEntry() });
  try {
    const memory = { get: () => undefined, set: () => undefined };
    const graph = model.graphs['int8'] === undefined ? 'fp32' : 'int8';
    const narrator = await createKokoroNarrator({ pool, model, memory, graph, runtimeVersion: runtimeVersion() });
    const options = { narrator, voice: VOICE, speed: 1, signal };
    await speakText('Once upon a time.', options);
    const { audio, wall } = await timed(story.slice(0, 700), options);
    return audio / wall;
  } finally {
    await pool.dispose();
  }
}
