/** What enlarging takes of the memory, as measured (docs/decisions/0031). */
import type { UpscaleGraph } from './model.ts';

/** Of the graph's file: weights packed for the processor, and what lies beside them while that is done. */
const LOADED = 1.6;
/** A processor has no half floats: they are made into floats of twice the size. */
const HALVES = 3.2;
/** Of a run, for each pixel of its tile. */
const PIXEL_BYTES = 6_000;
/** What the thread and the runtime themselves take. */
const RUNTIME_BYTES = 100e6;

export function bytesToLoad({ bytes, isHalf }: UpscaleGraph): number {
  return Math.round(bytes * (isHalf ? HALVES : LOADED));
}

/** @param tile pixels */
export function bytesToRun(tile: { readonly width: number; readonly height: number }): number {
  return RUNTIME_BYTES + tile.width * tile.height * PIXEL_BYTES;
}
