import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Stage } from '../build/stage.ts';
import { parseLoudness } from '../media/loudness.ts';
import { measureSound } from '../media/sound-arguments.ts';
import type { MediaTools } from '../media/tools.ts';
import { waveHeader } from '../media/wave-bytes.ts';
import type { Pool } from '../pool/pool.ts';
import { SOUND_VERSION, type LoopName } from '../sound/make-loop.ts';

export interface BedInput {
  readonly name: LoopName;
  readonly pool: Pool;
  readonly tools: MediaTools;
}

/** A sound that is laid under a film: stereo, 16 bit, 48 kHz, as a WAV file in the artefact's folder. */
export interface LoopOutput {
  readonly file: string;
  readonly seconds: number;
  /** True for the first part of a longer file (LONGEST_MUSIC). */
  readonly isPart?: boolean;
  /** LUFS, integrated. */
  readonly loudness: number;
  readonly bytes: number;
}

const BED_FILE = 'bed.wav';

/** A piece of music or the sound of a place, made by Storyloom; it goes round without a seam. */
export const bedStage = {
  name: 'bed',
  version: 1,
  identity: ({ name, tools }) => ({ ...name, sounds: SOUND_VERSION, ffmpeg: tools.ffmpeg.version }),
  run: async ({ name, pool, tools }, { directory, signal, priority, report, took }) => {
    const made = await pool.run('sound.loop', name, { signal, priority, onProgress: report });
    const { samples, sampleRate, milliseconds } = made;
    const path = join(directory, BED_FILE);
    const data = Buffer.from(samples.buffer, samples.byteOffset, samples.byteLength);
    const bytes = Buffer.concat([waveHeader(data.length, { channels: 2, sampleRate }), data]);
    await writeFile(path, bytes);
    const { stderr } = await tools.run(measureSound(path), { signal });
    took(milliseconds);
    const { integrated: loudness } = parseLoudness(stderr);
    return { file: BED_FILE, seconds: samples.length / 2 / sampleRate, loudness, bytes: bytes.length };
  },
} as const satisfies Stage<BedInput, LoopOutput>;
