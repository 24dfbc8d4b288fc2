import { ErrorCode, isCancelled, StudioError } from '../../../shared/errors.ts';
import type { Size } from '../layout.ts';
import type { SharedMemory } from '../web-assembly.ts';
import { type Coverage, measureCoverage } from './coverage.ts';
import type { LayeredLayout, LayerLayout } from './layout.ts';
import { emptyPixels, layOver, type Pixels, straighten } from './pixels.ts';
import { writePlanes } from './planes.ts';

/** How picture files are read. */
export interface Raster {
  /** With straight alpha. */
  read(path: string): Promise<Pixels>;
  /** RGBA bytes with straight alpha from one size to another. */
  resize(rgba: Uint8Array, from: Size, to: Size): Promise<Pixels>;
}

/**
 * Reads a drawing's layers into the shared memory.
 * @param step called before each picture; what it throws ends the loading
 * @throws StudioError `corrupt` when a layer's file is damaged or not of its box's size
 */
export async function loadLayers(
  memory: SharedMemory,
  layout: LayeredLayout,
  raster: Raster,
  step: () => void,
): Promise<Coverage[]> {
  const bytes = new Uint8Array(memory.buffer);
  const coverages: Coverage[] = [];
  for (const layer of layout.layers) {
    const pixels = await readLayer(layer, raster, step);
    const { box } = layer;
    writePlanes(bytes, layer, pixels, {
      left: box.x <= 0,
      top: box.y <= 0,
      right: box.x + box.width >= layout.picture.width,
      bottom: box.y + box.height >= layout.picture.height,
    });
    coverages.push(measureCoverage(bytes, layer));
  }
  return coverages;
}

async function readLayer({ parts, box, content }: LayerLayout, raster: Raster, step: () => void): Promise<Pixels> {
  const whole = emptyPixels(box);
  for (const part of parts) {
    step();
    layOver(whole, await readPart(part, raster), part.box.x - box.x, part.box.y - box.y);
  }
  if (content.width === box.width && content.height === box.height) return whole;
  const resized = await raster.resize(straighten(whole), whole, content);
  const scaled = emptyPixels(content);
  layOver(scaled, resized, 0, 0);
  return scaled;
}

async function readPart({ path, box }: LayerLayout['parts'][number], raster: Raster): Promise<Pixels> {
  let pixels: Pixels | undefined;
  let cause: unknown;
  try {
    pixels = await raster.read(path);
  } catch (error) {
    if (isCancelled(error)) throw error;
    cause = error;
  }
  if (pixels?.width === box.width && pixels.height === box.height) return pixels;
  throw new StudioError(ErrorCode.corrupt, `The picture ${path} is damaged.`, {
    hint: 'Run `storyloom cache verify`, then try again: a drawing that is damaged is made anew.',
    data: { path },
    cause,
  });
}
