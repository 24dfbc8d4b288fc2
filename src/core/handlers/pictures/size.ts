import { PICTURE_SIDE, PICTURE_UNIT } from '../../../shared/pictures.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * The size of a picture of which one side, both or none were asked for: what is missing is `side`, or follows the shape of the
 * picture that it begins with, at about as many pixels as a square of `side` has.
 */
export function sizeOf(
  asked: { readonly width?: number | undefined; readonly height?: number | undefined },
  side: number,
  shape: Size = { width: 1, height: 1 },
): Size {
  const ratio = shape.width / shape.height;
  const width = asked.width ?? (asked.height === undefined ? side * Math.sqrt(ratio) : asked.height * ratio);
  const height = asked.height ?? (asked.width === undefined ? side / Math.sqrt(ratio) : asked.width / ratio);
  return { width: asSide(width), height: asSide(height) };
}

/** The nearest side that a picture can have. */
function asSide(length: number): number {
  const whole = Math.round(length / PICTURE_UNIT) * PICTURE_UNIT;
  return Math.min(PICTURE_SIDE.most, Math.max(PICTURE_SIDE.least, whole));
}
