/** A painted picture at the size that was asked for. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ErrorCode, StudioError } from '../../../shared/errors.ts';
import { LANCZOS } from '../../../shared/pictures.ts';
import type { Artefact } from '../../build/stage.ts';
import { decodePicture, encodePng, resizePicture } from '../../media/raster.ts';
import type { Enlarger } from '../../providers/upscaler.ts';
import { paintSize } from '../../render/paint-size.ts';
import { upscaleStage } from '../../render/upscale.ts';
import type { Making } from './draw-prompt.ts';
import type { Size } from './size.ts';

/** How far two shapes may be apart, in parts: as far as whole latent pixels make them; more is seen. */
const MOST_STRETCH = 0.04;

export interface Enlarging {
  readonly size: Size;
  readonly enlarger: Enlarger;
}

/**
 * @param side of the painter's own square
 * @throws StudioError `option` for a size that would be another shape, or smaller, than what is painted
 */
export function checkEnlarging(painted: Size, size: Size, side: number): void {
  const name = ({ width, height }: Size): string => `${String(width)} x ${String(height)}`;
  const fitting = name(paintSize(size, side));
  if (size.width < painted.width || size.height < painted.height) {
    throw new StudioError(ErrorCode.option, `${name(size)} is smaller than what is painted, ${name(painted)}.`, {
      hint: 'Choose a larger size to enlarge to, or paint a smaller picture.',
    });
  }
  const stretch = Math.abs(Math.log((painted.width * size.height) / painted.height / size.width));
  if (stretch <= MOST_STRETCH) return;
  throw new StudioError(ErrorCode.option, `${name(painted)} would be stretched when it is enlarged to ${name(size)}.`, {
    hint: `Leave the size that is painted out, or choose one of the same shape, such as ${fitting}.`,
  });
}

/**
 * @param file of the painting, in the artefact's folder
 * @returns a PNG, and whether it was there, made earlier
 */
export async function enlargePainting(
  painting: Artefact<unknown>,
  file: string,
  { size, enlarger }: Enlarging,
  { builder, hold, signal }: Making,
  onProgress: (value: number) => void,
): Promise<{ readonly png: Buffer; readonly cached: boolean }> {
  let path = join(painting.directory, file);
  const small = await decodePicture(path);
  let cached = true;
  if (enlarger !== LANCZOS && small.width < size.width) {
    // The artefact may hold several paintings.
    const input = { painting: { path, digest: `${painting.digest} ${file}` }, upscaler: enlarger };
    const larger = await builder.make(upscaleStage, input, { unit: 'prompt', hold, signal, onProgress });
    path = join(larger.directory, larger.output.picture);
    cached = larger.cached;
  }
  if (small.width === size.width && small.height === size.height) return { png: await readFile(path), cached };
  const picture = await resizePicture(await decodePicture(path), size.width, size.height);
  return { png: await encodePng(picture), cached };
}
