import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Writable } from 'node:stream';
import type { Stage } from '../build/stage.ts';
import { encodeSound } from '../media/arguments.ts';
import { findPeak, layNarration, type PlacedChunk, type Placement } from '../media/narration.ts';
import { writeBytes } from '../media/stream.ts';
import type { MediaTools } from '../media/tools.ts';

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
  readonly tools: MediaTools;
}

export interface MixOutput {
  /** Uncompressed: mono, 16 bit, 48 kHz. */
  readonly wave: string;
  /** The same as 192 kbit/s AAC: joined into the film as it is. */
  readonly compressed: string;
  readonly seconds: number;
  readonly bytes: number;
  /** The loudest sample of the result, 0..1. */
  readonly peak: number;
  /** 1 unless the speech was so loud that it had to be turned down. */
  readonly gain: number;
}

const NARRATION_WAVE = 'narration.wav';
const NARRATION_COMPRESSED = 'narration.m4a';
/** What every player knows; twice Kokoro's rate. */
export const OUTPUT_RATE = 48_000;
/** -1 dBFS: resampling and compression swing a little beyond what they are given. */
const CEILING = 0.891;

/** All speech on its place in the film, encoded once for the whole film. */
export const mixStage = {
  name: 'mix',
  version: 2,
  identity: ({ chunks, sampleRate, totalSamples, tools }) => ({
    chunks: chunks.map(({ digest, startSample }) => ({ digest, startSample })),
    sampleRate,
    totalSamples,
    ffmpeg: tools.ffmpeg.version,
  }),
  run: async (input, { directory, signal, report }) => {
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
  },
} as const satisfies Stage<MixInput, MixOutput>;

/** The loudest sample, 0..1, and by what all are multiplied so that none clips. */
export async function levelOf(
  placement: Placement,
  signal: AbortSignal,
): Promise<{ readonly loudest: number; readonly gain: number }> {
  const loudest = await findPeak(placement, signal);
  return { loudest, gain: loudest > CEILING ? CEILING / loudest : 1 };
}

export async function feedNarration(encoder: Writable, placement: Placement, gain: number): Promise<void> {
  for await (const piece of layNarration(placement, gain)) {
    await writeBytes(encoder, new Uint8Array(piece.buffer, piece.byteOffset, piece.byteLength));
  }
}
