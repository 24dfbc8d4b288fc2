/** Painted pictures at the size that was asked for. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ErrorCode, StudioError } from '../../../shared/errors.ts';
import { LANCZOS } from '../../../shared/pictures.ts';
import type { Artefact } from '../../build/stage.ts';
import { decodePicture, encodePng, resizePicture } from '../../media/raster.ts';
import type { Enlarger } from '../../providers/upscaler.ts';
import type { PaintPromptOutput } from '../../render/paint-prompt.ts';
import { paintSize } from '../../render/paint-size.ts';
import { upscaleStage } from '../../render/upscale.ts';
import type { Making } from './draw-prompt.ts';
import type { PictureHooks, PictureRequest } from './paint-picture.ts';
import { sizeOf, type Size } from './size.ts';

/** How far two shapes may be apart, in parts: as far as whole latent pixels make them; more is seen. */
const MOST_STRETCH = 0.04;

export interface Enlarging {
  readonly size: Size;
  readonly enlarger: Enlarger;
}

export function nameOf({ enlarger }: Enlarging): string {
  return enlarger === LANCZOS ? enlarger : enlarger.id;
}

/**
 * How large a picture is painted: as asked, else in the shape that it is enlarged to or that it begins with.
 * @param side of the painter's own square
 * @param shape that it begins with
 * @throws StudioError `option` where it would be stretched or made smaller after
 */
export function paintedSize(request: PictureRequest, side: number, shape: Size | undefined): Size {
  const { width, height, upscale } = request;
  if (!upscale) return sizeOf(request, side, shape);
  const fitting = paintSize(upscale, side);
  const painted = width === undefined && height === undefined ? fitting : sizeOf(request, side, upscale);
  if (upscale.width < painted.width || upscale.height < painted.height) {
    throw new StudioError(ErrorCode.option, `${sides(upscale)} is smaller than what is painted, ${sides(painted)}.`, {
      hint: 'Choose a larger size to enlarge to, or paint a smaller picture.',
    });
  }
  const stretch = Math.abs(Math.log((painted.width * upscale.height) / painted.height / upscale.width));
  if (stretch <= MOST_STRETCH) return painted;
  throw new StudioError(
    ErrorCode.option,
    `${sides(painted)} would be stretched when it is enlarged to ${sides(upscale)}.`,
    {
      hint: `Leave the size that is painted out, or choose one of the same shape, such as ${sides(fitting)}.`,
    },
  );
}

function sides({ width, height }: Size): string {
  return `${String(width)} x ${String(height)}`;
}

export interface ReadPaintings {
  readonly files: readonly { readonly png: Buffer; readonly seed: number }[];
  /** All of it was there, made earlier. */
  readonly cached: boolean;
}

/** What was painted, one after the other enlarged where that is asked for; `onProgress` hears of that. */
export async function readPaintings(
  painted: Artefact<unknown>,
  pictures: PaintPromptOutput['pictures'],
  enlarging: Enlarging | undefined,
  making: Making,
  onProgress: PictureHooks['onProgress'],
): Promise<ReadPaintings> {
  const files: ReadPaintings['files'][number][] = [];
  let { cached } = painted;
  for (const { file, seed } of pictures) {
    if (!enlarging) files.push({ png: await readFile(join(painted.directory, file)), seed });
    else {
      const larger = await enlarge(painted, file, enlarging, making, (part) => {
        const value = (files.length + part) / pictures.length;
        onProgress({ stage: upscaleStage.name, value, message: 'Enlarging' });
      });
      cached &&= larger.cached;
      files.push({ png: larger.png, seed });
    }
  }
  return { files, cached };
}

async function enlarge(
  painted: Artefact<unknown>,
  file: string,
  { size, enlarger }: Enlarging,
  { builder, hold, signal }: Making,
  onProgress: (value: number) => void,
): Promise<{ readonly png: Buffer; readonly cached: boolean }> {
  const path = join(painted.directory, file);
  const small = await decodePicture(path);
  if (enlarger === LANCZOS || small.width >= size.width) {
    return { png: await encodePng(await resizePicture(small, size.width, size.height)), cached: true };
  }
  // The artefact may hold several paintings.
  const input = { painting: { path, digest: `${painted.digest} ${file}` }, upscaler: enlarger };
  const made = await builder.make(upscaleStage, input, { unit: 'prompt', hold, signal, onProgress });
  const larger = await decodePicture(join(made.directory, made.output.picture));
  return { png: await encodePng(await resizePicture(larger, size.width, size.height)), cached: made.cached };
}
