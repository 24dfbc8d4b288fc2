/** What tests of a film's sound share: loops whose loudness is known, narration that speaks at known times, and rulers. */
import { join } from 'node:path';
import { writeFileSync } from 'node:fs';
import { parseLoudness } from '../../src/core/media/loudness.ts';
import { measureSound } from '../../src/core/media/sound-arguments.ts';
import { waveHeader } from '../../src/core/media/wave-bytes.ts';
import type { UnderSpan } from '../../src/core/render/finish.ts';
import type { MixInput } from '../../src/core/render/mix.ts';
import { randomNumbers } from '../../src/shared/random.ts';
import { writeWave, type FilmLab } from './film-lab.ts';

export const RATE = 48_000;
const SPEECH_RATE = 24_000;

/** Stereo WAV, 48 kHz; `at` gives a side's sample -1..1. */
export function writeStereo(path: string, seconds: number, at: (index: number, side: 0 | 1) => number): string {
  const samples = new Int16Array(Math.round(seconds * RATE) * 2);
  for (let index = 0; index < samples.length; index += 1) {
    samples[index] = Math.round(at(index >> 1, (index % 2) as 0 | 1) * 32_767);
  }
  const bytes = Buffer.from(samples.buffer);
  writeFileSync(path, Buffer.concat([waveHeader(bytes.length, { channels: 2, sampleRate: RATE }), bytes]));
  return path;
}

/** A steady sound under a whole film: noise that is the same on both sides. */
export async function steadyUnder(lab: FilmLab, name: string, seconds: number, seed = 1): Promise<UnderSpan> {
  const random = randomNumbers(seed);
  let sample = 0;
  const path = writeStereo(join(lab.folder, `${name}.wav`), 10, (_, side) => {
    if (side === 0) sample = (random() - 0.5) * 0.2;
    return sample;
  });
  const { integrated: loudness } = await loudnessOf(lab, path);
  return { digest: name, path, loudness, seam: 0, start: 0, end: seconds, fadeIn: 0, fadeOut: 0 };
}

/** Something like a voice from second to second: syllables of a few tones, five a second. */
function speech(lab: FilmLab, name: string, seconds: number, level: number): string {
  const samples = Int16Array.from({ length: Math.round(seconds * SPEECH_RATE) }, (_, index) => {
    const time = index / SPEECH_RATE;
    const syllable = 0.15 + 0.85 * Math.sin(Math.PI * ((time * 5) % 1)) ** 2;
    const tone = [140, 280, 420, 900, 1700].reduce((sum, hertz) => sum + Math.sin(2 * Math.PI * hertz * time), 0) / 5;
    return Math.round(32_767 * level * syllable * tone);
  });
  return writeWave(join(lab.folder, `${name}.wav`), samples, SPEECH_RATE);
}

/** Narration of a film: speech of `level` from second to second. */
export function narration(
  lab: FilmLab,
  seconds: number,
  spoken: readonly (readonly [number, number])[],
  level = 0.3,
): MixInput {
  const chunks = spoken.map(([from, to], index) => {
    const name = `speech-${String(level)}-${String(index)}`;
    return { digest: name, path: speech(lab, name, to - from, level), startSample: from * SPEECH_RATE };
  });
  return { chunks, sampleRate: SPEECH_RATE, totalSamples: seconds * SPEECH_RATE, tools: lab.tools };
}

export async function loudnessOf(lab: FilmLab, path: string) {
  return parseLoudness((await lab.tools.run(measureSound(path, { truePeak: true }))).stderr);
}

/** All of a sound as stereo samples -1..1, left and right in turn. */
export async function stereoSamples(lab: FilmLab, path: string): Promise<Float32Array> {
  const args = ['-v', 'error', '-nostdin', '-i', path, '-map', '0:a:0', '-ar', String(RATE), '-ac', '2'];
  const { stdout } = await lab.tools.run([...args, '-f', 'f32le', 'pipe:1']);
  return new Float32Array(Uint8Array.from(stdout).buffer);
}

/** Decibels of the energy of a stereo sound's part, from second to second. */
export function levelBetween(samples: Float32Array, from: number, to: number): number {
  const part = samples.subarray(Math.round(from * RATE) * 2, Math.round(to * RATE) * 2);
  return 10 * Math.log10(part.reduce((sum, sample) => sum + sample * sample, 0) / part.length + 1e-12);
}
