import { PICTURE_SIDE, PICTURE_UNIT } from '../../shared/pictures.ts';

interface Size {
  readonly width: number;
  readonly height: number;
}

/** How much worse a shape that is off is than an area that is: it is stretched back, and seen. */
const SHAPE_COUNTS = 4;

/**
 * What a scene is painted at: about as many pixels as the square that the model was made for, in the film's shape, in whole latent
 * pixels. A model of 512 paints 680 x 384 for a wide film, one of 192 256 x 144.
 * @param side of the model's own square, pixels
 */
export function paintSize(film: Size, side: number): Size {
  const shape = film.width / film.height;
  const ideal = side * Math.sqrt(shape);
  let best: Size & { readonly off: number } = { width: side, height: side, off: Infinity };
  for (let width: number = PICTURE_SIDE.least; width <= ideal * 2; width += PICTURE_UNIT) {
    const height = Math.max(PICTURE_SIDE.least, Math.round(width / shape / PICTURE_UNIT) * PICTURE_UNIT);
    const off =
      Math.abs(Math.log(width / height / shape)) * SHAPE_COUNTS + Math.abs(Math.log((width * height) / side ** 2));
    if (off < best.off) best = { width, height, off };
  }
  const { width, height } = best;
  return { width, height };
}
