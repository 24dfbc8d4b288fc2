import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Stage } from '../build/stage.ts';
import { decodePicture, encodePng } from '../media/raster.ts';
import type { Upscaler } from '../providers/upscaler.ts';

export interface UpscaleInput {
  readonly painting: {
    readonly path: string;
    /** Of the artefact that it comes from. */
    readonly digest: string;
  };
  readonly upscaler: Upscaler;
}

export interface UpscaleOutput {
  /** PNG in the stage's folder. */
  readonly picture: string;
  readonly width: number;
  readonly height: number;
}

const PICTURE_FILE = 'larger.png';

/**
 * A painting as many times as large as an upscaler makes it. Whatever size the film has it is the same picture, which `enlarge` brings
 * to that size.
 */
export const upscaleStage: Stage<UpscaleInput, UpscaleOutput> = {
  name: 'upscale',
  version: 1,
  identity: ({ painting, upscaler }) => ({ painting: painting.digest, upscaler: upscaler.identity() }),
  run: async ({ painting, upscaler }, { directory, signal, priority, report, took }) => {
    const { picture, milliseconds } = await upscaler.upscale(await decodePicture(painting.path), {
      signal,
      priority,
      onProgress: report,
    });
    took(milliseconds);
    await writeFile(join(directory, PICTURE_FILE), await encodePng({ ...picture, channels: 3 }));
    return { picture: PICTURE_FILE, width: picture.width, height: picture.height };
  },
};
