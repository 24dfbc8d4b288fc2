import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { throwIfCancelled } from '../../shared/errors.ts';
import type { Json, Stage } from '../build/stage.ts';
import { decodePicture, encodePng, eyeOf, RASTER_VERSION, resizePicture } from '../media/raster.ts';
import type { IllustrateOutput, PictureBox } from './illustrate.ts';
import { aroundEye } from './place.ts';

export interface EnlargeInput {
  readonly painting: {
    readonly path: string;
    /** Of the artefact that it comes from. */
    readonly digest: string;
  };
  /** What of the scene is not in the painting, and why; the painting's own, so its digest stands for it. */
  readonly notDrawn: IllustrateOutput['notDrawn'];
  /** Where the figures are, of a painting that was made over a drawing; else the camera follows what draws the eye. */
  readonly figures?: Pick<IllustrateOutput, 'focus' | 'heads'> | undefined;
  /** Pixels; larger than the film, as for a drawing. */
  readonly width: number;
  readonly height: number;
}

const PICTURE_FILE = 'picture.png';

/** A painting at the film's size (Lanczos): what a drawing is otherwise, without layers. */
export const enlargeStage: Stage<EnlargeInput, IllustrateOutput> = {
  name: 'enlarge',
  version: 1,
  identity: ({ painting, figures, width, height }) => ({
    painting: painting.digest,
    figures: figures as unknown as Json,
    size: [width, height],
    raster: RASTER_VERSION,
  }),
  run: async ({ painting, notDrawn, figures, width, height }, { directory, signal, report }) => {
    const picture = await resizePicture(await decodePicture(painting.path), width, height);
    throwIfCancelled(signal);
    report(0.6);
    await writeFile(join(directory, PICTURE_FILE), await encodePng(picture));
    const focus: PictureBox = figures?.focus ?? aroundEye(await eyeOf(picture));
    return { picture: PICTURE_FILE, width, height, focus, heads: figures?.heads ?? [], layers: [], notDrawn };
  },
};
