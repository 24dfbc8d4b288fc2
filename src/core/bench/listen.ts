import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { env, pipeline } from '@huggingface/transformers';
import type { BenchRow } from '../../shared/bench.ts';
import { decodeRecording } from '../listen/decode.ts';
import { examplePath } from '../paths.ts';
import { speakText } from '../render/speak-text.ts';
import { encodeWav } from '../runtime/speech/wav.ts';
import { LISTENER_MODEL, Workplace } from '../workplace.ts';
import type { BenchContext } from './bench.ts';

/** A story told once and listened to, beside the pipeline of transformers.js that cuts a recording every 30 s by itself. */
export async function benchListening({ workplace, signal }: BenchContext): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'storyloom-bench-'));
  // With a cache of its own: what was heard by an earlier run would be heard for nothing.
  const fresh = new Workplace({ data: join(folder, 'data'), models: workplace.paths.models });
  try {
    const narrator = await workplace.narrator('kokoro', { signal });
    const story = readFileSync(examplePath('peter-rabbit.txt'), 'utf8');
    const spoken = await speakText(story, { narrator, voice: 'bm_george', speed: 1, signal });
    const seconds = spoken.samples.length / spoken.sampleRate;
    const [path, short] = [join(folder, 'story.wav'), join(folder, 'short.wav')];
    writeFileSync(path, encodeWav(spoken));
    writeFileSync(short, encodeWav({ ...spoken, samples: spoken.samples.subarray(0, 8 * spoken.sampleRate) }));
    // The narrator's memory is given back, as it is where nobody speaks.
    workplace.pool().release();
    const listener = await fresh.listener({}, { signal });
    const hooks = { signal, onProgress: () => undefined };
    // The first words load the model.
    await listener.listen(short, hooks);
    const ours = await timed(() => listener.listen(path, hooks));
    const again = await timed(() => listener.listen(path, hooks));
    fresh.pool().release();
    const model = await fresh.models().ensure(LISTENER_MODEL, { signal });
    const theirs = await timedPipeline(fresh, model.directory, path, signal);
    return [
      {
        name: `Listening to ${seconds.toFixed(0)} s of a story, with the time of every word`,
        value: seconds / ours,
        unit: 'x real time',
        baseline: { name: "transformers.js's own pipeline, 30 s at a time", value: seconds / theirs },
        ratio: theirs / ours,
        goal: '>= 10x real time',
      },
      { name: 'The same once more', value: again, unit: 's', goal: '<= 1 s' },
    ];
  } finally {
    await fresh.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Seconds of the library's own way: fixed windows that overlap by 5 s on either side, all cores for one window. */
async function timedPipeline(
  workplace: Workplace,
  directory: string,
  path: string,
  signal: AbortSignal,
): Promise<number> {
  env.allowRemoteModels = false;
  env.localModelPath = dirname(directory);
  const recognise = await pipeline('automatic-speech-recognition', basename(directory), { dtype: 'q8', device: 'cpu' });
  try {
    const pieces: Float32Array[] = [];
    const take = (samples: Float32Array): Promise<void> => Promise.resolve(void pieces.push(samples));
    const tools = await workplace.media();
    await decodeRecording(tools, { path, name: basename(path), length: 16_000 }, { signal, take });
    const samples = new Float32Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
    let at = 0;
    for (const piece of pieces) {
      samples.set(piece, at);
      at += piece.length;
    }
    const options = { language: 'en', return_timestamps: 'word', chunk_length_s: 30, stride_length_s: 5 } as const;
    await recognise(samples.subarray(0, 8 * 16_000), options);
    return await timed(() => Promise.resolve(recognise(samples, options)));
  } finally {
    await recognise.dispose();
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1000;
}
