import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Loudness } from '../../shared/film.ts';
import type { Stage, StageContext } from '../build/stage.ts';
import { encodeSound } from '../media/arguments.ts';
import { parseLoudness } from '../media/loudness.ts';
import type { PlacedChunk } from '../media/narration.ts';
import { levelSound, measureSound } from '../media/sound-arguments.ts';
import type { MediaTools } from '../media/tools.ts';
import { feedNarration, levelOf } from './feed.ts';
import { correctLevel, dropRaw, finishIdentity, levelFor, mixAll, type Finish } from './finish.ts';

export interface SpokenPiece extends PlacedChunk {
  /** Of the artefact that it comes from. */
  readonly digest: string;
}

export interface MixInput {
  /** In order; they do not overlap. */
  readonly chunks: readonly SpokenPiece[];
  /** Of the chunks, and what the timeline counts in. */
  readonly sampleRate: number;
  /** Of the whole film. */
  readonly totalSamples: number;
  /** Without it the film's sound is the narration alone, as loud as it was spoken. */
  readonly finish?: Finish | undefined;
  readonly tools: MediaTools;
}

export interface MixOutput {
  /** The narration alone, uncompressed: mono, 16 bit, 48 kHz. */
  readonly wave: string;
  /** The film's sound as 192 kbit/s AAC, joined into it as it is: mono, or stereo with a finish. */
  readonly compressed: string;
  readonly seconds: number;
  readonly bytes: number;
  /** The loudest sample of the narration, 0..1. */
  readonly peak: number;
  /** 1 unless the speech was so loud that it had to be turned down. */
  readonly gain: number;
  /** The author's music would have gone on, and began again (LONGEST_MUSIC). */
  readonly lacksMusic?: boolean;
  /** Of the film's sound as it was compressed; only where a loudness was asked for. */
  readonly loudness?: { readonly [Key in keyof Loudness]: Loudness[Key] };
}

const NARRATION_WAVE = 'narration.wav';
const NARRATION_COMPRESSED = 'narration.m4a';
/** Of narration with more than itself. */
const SOUND_COMPRESSED = 'sound.m4a';
/** What every player knows; twice Kokoro's rate. */
export const OUTPUT_RATE = 48_000;
/** The second pass, and once or twice more where a limiter or the compression was not foreseen. */
const MOST_PASSES = 4;

/** All sound on its place in the film, encoded once for the whole film. */
export const mixStage = {
  name: 'mix',
  version: 2,
  identity: ({ chunks, sampleRate, totalSamples, finish, tools }) => ({
    chunks: chunks.map(({ digest, startSample }) => ({ digest, startSample })),
    sampleRate,
    totalSamples,
    ffmpeg: tools.ffmpeg.version,
    ...(finish ? { finish: finishIdentity(finish) } : {}),
  }),
  run: (input, context) => (input.finish ? mixFinished(input, input.finish, context) : mixNarration(input, context)),
} as const satisfies Stage<MixInput, MixOutput>;

async function mixNarration(input: MixInput, { directory, signal, report }: StageContext): Promise<MixOutput> {
  const { sampleRate, totalSamples, tools } = input;
  const seconds = totalSamples / sampleRate;
  const outputSamples = Math.round(seconds * OUTPUT_RATE);
  const { loudest, gain } = await levelOf(input, signal);
  const wave = join(directory, NARRATION_WAVE);
  const compressed = join(directory, NARRATION_COMPRESSED);
  await tools.run(encodeSound({ inputRate: sampleRate, outputRate: OUTPUT_RATE, outputSamples, wave, compressed }), {
    signal,
    feed: (encoder) => feedNarration(encoder, input, gain),
    onProgress: (progress) => {
      report(Math.min(1, progress.seconds / seconds));
    },
  });
  const bytes = (await stat(wave)).size + (await stat(compressed)).size;
  return { wave: NARRATION_WAVE, compressed: NARRATION_COMPRESSED, seconds, bytes, peak: loudest * gain, gain };
}

async function mixFinished(
  input: MixInput,
  finish: Finish,
  { directory, signal, report }: StageContext,
): Promise<MixOutput> {
  const { sampleRate, totalSamples, tools } = input;
  const wave = join(directory, NARRATION_WAVE);
  const compressed = join(directory, SOUND_COMPRESSED);
  const mixed = await mixAll(input, wave, finish, tools, { directory, signal, report });
  let level = levelFor(mixed, finish.loudness);
  let loudness: Loudness | undefined;
  for (let pass = 1; pass < MOST_PASSES; pass += 1) {
    await tools.run(levelSound(mixed.raw, level, compressed), { signal });
    if (finish.loudness === 'off') break;
    const { stderr } = await tools.run(measureSound(compressed, { truePeak: true }), { signal });
    loudness = parseLoudness(stderr);
    const better = correctLevel(level, loudness, finish.loudness);
    if (!better) break;
    level = better;
  }
  await dropRaw(mixed);
  report(1);
  return {
    wave: NARRATION_WAVE,
    compressed: SOUND_COMPRESSED,
    seconds: totalSamples / sampleRate,
    bytes: (await stat(wave)).size + (await stat(compressed)).size,
    peak: mixed.peak,
    gain: mixed.gain,
    ...(finish.music.some(({ lacks }) => lacks) ? { lacksMusic: true } : {}),
    ...(loudness ? { loudness } : {}),
  };
}
