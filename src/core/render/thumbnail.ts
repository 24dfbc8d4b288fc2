import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Stage } from '../build/stage.ts';
import { RASTER_VERSION, shrinkToWebp } from '../media/raster.ts';

export interface ThumbnailInput {
  readonly picture: {
    readonly path: string;
    /** Of the artefact that it comes from. */
    readonly digest: string;
  };
}

export interface ThumbnailOutput {
  readonly file: string;
  readonly width: number;
  readonly height: number;
}

const THUMBNAIL_FILE = 'thumbnail.webp';
const WIDTH = 480;
const QUALITY = 80;

/** A scene's picture, small: for storyboards and covers. */
export const thumbnailStage = {
  name: 'thumbnail',
  version: 1,
  identity: ({ picture }) => ({ picture: picture.digest, width: WIDTH, quality: QUALITY, raster: RASTER_VERSION }),
  run: async ({ picture }, { directory }) => {
    const { bytes, width, height } = await shrinkToWebp(picture.path, WIDTH, QUALITY);
    await writeFile(join(directory, THUMBNAIL_FILE), bytes);
    return { file: THUMBNAIL_FILE, width, height };
  },
} as const satisfies Stage<ThumbnailInput, ThumbnailOutput>;
