import type { Writable } from 'node:stream';
import { findPeak, layNarration, type Placement } from '../media/narration.ts';
import { writeBytes } from '../media/stream.ts';

/** -1 dBFS: resampling and compression swing a little beyond what they are given. */
const CEILING = 0.891;

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
