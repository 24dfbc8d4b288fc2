/** What painting takes of the memory, by measurement (docs/decisions/0025): said before a model is loaded, not when it fails. */
import type { DiffusionGraph, DiffusionModel } from './model.ts';
import type { Size } from './pixels.ts';

/** Of a network's file: its weights are mapped, and some are packed anew. */
const LOADED = 1.25;
/** Bytes of a step for each latent pixel of each row, and of the decoder for each pixel of one picture. */
const STEP_BYTES = 60_000;
const DECODE_BYTES = 1_200;
/** What the thread and the runtime themselves take. */
const RUNTIME_BYTES = 150e6;

export function bytesToLoad({ bytes }: DiffusionGraph): number {
  return Math.round(bytes * LOADED);
}

/** Of one step's widest pass, or of decoding, which come one after the other. */
export function bytesToPaint(
  { latent }: Pick<DiffusionModel, 'latent'>,
  { width, height }: Size,
  rows: number,
): number {
  const pixels = width * height;
  const step = (pixels / latent.unit ** 2) * rows * STEP_BYTES;
  return Math.round(RUNTIME_BYTES + Math.max(step, pixels * DECODE_BYTES));
}
