import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ErrorCode, isCancelled, isStudioError, StudioError, throwIfCancelled } from '../../shared/errors.ts';
import type { Stage } from '../build/stage.ts';
import { cropToFill, encodePng, frameInBlur, type Point, RASTER_VERSION, type RawPicture } from '../media/raster.ts';
import type { IllustrateOutput, PictureBox } from './illustrate.ts';

/** A picture of the author's, in place of a drawing. */
export interface OwnPicture {
  readonly path: string;
  /** SHA-256 and ending of the file. */
  readonly asset: string;
  /** Its edges are cut, or the whole of it lies over a blurred copy of itself. */
  readonly fit: 'crop' | 'blur';
}

export interface PlaceInput {
  readonly picture: OwnPicture;
  /** Pixels; larger than the film, as for a drawing. */
  readonly width: number;
  readonly height: number;
}

const PICTURE_FILE = 'picture.png';
/** How much of the height or width a whole picture takes: the rest is what the camera can move in without cutting it. */
const WHOLE_PART = 0.92;
/** What the camera keeps in sight around the point that draws the eye, in parts of the picture. */
const SEEN = { width: 0.34, height: 0.42 } as const;

/** The author's own picture in the film's shape: what a drawing is otherwise, without layers. */
export const placeStage: Stage<PlaceInput, IllustrateOutput> = {
  name: 'place',
  version: 1,
  identity: ({ picture, width, height }) => ({
    asset: picture.asset,
    fit: picture.fit,
    size: [width, height],
    raster: RASTER_VERSION,
  }),
  run: async ({ picture, width, height }, { directory, signal, report }) => {
    const placed = await place(picture, width, height);
    throwIfCancelled(signal);
    report(0.6);
    await writeFile(join(directory, PICTURE_FILE), await encodePng(placed.pixels));
    return { picture: PICTURE_FILE, width, height, focus: placed.focus, heads: [], layers: [], notDrawn: [] };
  },
};

interface Placed {
  readonly pixels: RawPicture;
  readonly focus: PictureBox;
}

async function place({ path, fit }: OwnPicture, width: number, height: number): Promise<Placed> {
  try {
    if (fit === 'crop') {
      const { picture, eye } = await cropToFill(path, width, height);
      return { pixels: picture, focus: aroundEye(eye) };
    }
    const inner = { width: Math.round(width * WHOLE_PART), height: Math.round(height * WHOLE_PART) };
    const framed = await frameInBlur(path, { width, height }, inner);
    return { pixels: framed.picture, focus: middle(framed.width / width, framed.height / height) };
  } catch (cause) {
    if (isCancelled(cause) || isStudioError(cause)) throw cause;
    throw new StudioError(ErrorCode.corrupt, 'A picture of yours could not be read.', {
      hint: 'Add the picture to the scene again, or choose another one.',
      data: { path },
      cause,
    });
  }
}

/** What the camera keeps in sight of a picture of which nothing else is known. */
export function aroundEye({ x, y }: Point): PictureBox {
  const { width, height } = SEEN;
  const inside = (start: number, length: number) => Math.min(1 - length, Math.max(0, start));
  return { x: inside(x - width / 2, width), y: inside(y - height / 2, height), width, height };
}

function middle(width: number, height: number): PictureBox {
  return { x: (1 - width) / 2, y: (1 - height) / 2, width, height };
}
