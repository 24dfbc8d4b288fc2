/** What enlarging takes of the memory, as measured (docs/decisions/0031): looked at before a model is loaded, not when it fails. */
import type { UpscaleGraph } from './model.ts';

/** Of the graph's file: weights packed for the processor, and what lies beside them while that is done. */
const LOADED = 2.4;
/** Of a run, for each pixel of its tile: a little, and more the larger the network is (bytes for each byte of its file). */
const PIXEL_BYTES = 1_000;
const PIXEL_SHARE = 240e-6;
/** What the thread and the runtime themselves take. */
const RUNTIME_BYTES = 100e6;

/** A processor has no half floats: they are made into floats of twice the size. */
function floatBytes({ bytes, isHalf }: UpscaleGraph): number {
  return isHalf ? 2 * bytes : bytes;
}

export function bytesToLoad(graph: UpscaleGraph): number {
  return Math.round(LOADED * floatBytes(graph));
}

/** @param tile pixels */
export function bytesToRun(graph: UpscaleGraph, tile: { readonly width: number; readonly height: number }): number {
  const pixel = PIXEL_BYTES + PIXEL_SHARE * floatBytes(graph);
  return Math.round(RUNTIME_BYTES + tile.width * tile.height * pixel);
}
