/** What painting takes of the memory, as measured (docs/decisions/0025): looked at before a model is loaded, not when it fails. */
import { PIXELS_AT_ONCE } from './denoise.ts';
import type { DiffusionGraph, DiffusionModel } from './model.ts';
import type { Size } from './pixels.ts';

/** Of a network's file: weights packed for the processor, and what lies beside them while that is done. */
const LOADED = 1.15;
/** A processor has no half floats: they are made into floats of twice the size. */
const HALVES = 2.2;
/** Bytes of a step for each latent pixel of each row, and for each pair of pixels that look at each other (five heads). */
const STEP_BYTES = 35_000;
const PAIR_BYTES = 20;
/** Of the decoder for each pixel of the one picture that it has in hand. */
const DECODE_BYTES = 2_500;
/** What the thread and the runtime themselves take. */
const RUNTIME_BYTES = 150e6;

export function bytesToLoad({ bytes, inputs }: DiffusionGraph): number {
  return Math.round(bytes * (inputs.some(({ type }) => type === 'float16') ? HALVES : LOADED));
}

/**
 * Of one step's widest pass, or of decoding, which come one after the other.
 * @param size of the latents
 */
export function bytesToPaint(
  { latent }: Pick<DiffusionModel, 'latent'>,
  { width, height }: Size,
  rows: number,
): number {
  const pixels = width * height;
  const atOnce = Math.min(rows, Math.max(1, Math.floor(PIXELS_AT_ONCE / pixels)));
  const step = atOnce * (pixels * STEP_BYTES + pixels * pixels * PAIR_BYTES);
  return Math.round(RUNTIME_BYTES + Math.max(step, pixels * latent.unit ** 2 * DECODE_BYTES));
}
