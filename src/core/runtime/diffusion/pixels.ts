/** Pictures as the autoencoder takes and gives them: float32 [1, 3, height, width], -1..1, beside 8-bit RGB. */
import type { RgbImage } from '../rgb-image.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** The picture in the middle of a larger or equal size; what is around it is as its edge. */
export function toPlanes({ width, height, pixels }: RgbImage, size: Size): Float32Array {
  const planes = new Float32Array(3 * size.width * size.height);
  const [left, top] = margins(size, { width, height });
  let place = 0;
  for (let channel = 0; channel < 3; channel += 1) {
    for (let y = 0; y < size.height; y += 1) {
      const row = clamp(y - top, height) * width;
      for (let x = 0; x < size.width; x += 1) {
        planes[place] = pixels[3 * (row + clamp(x - left, width)) + channel]! / 127.5 - 1;
        place += 1;
      }
    }
  }
  return planes;
}

/** The middle of the planes. */
export function fromPlanes(planes: Float32Array, size: Size, { width, height }: Size): RgbImage {
  const pixels = new Uint8ClampedArray(3 * width * height);
  const [left, top] = margins(size, { width, height });
  for (let channel = 0; channel < 3; channel += 1) {
    for (let y = 0; y < height; y += 1) {
      const from = (channel * size.height + y + top) * size.width + left;
      for (let x = 0; x < width; x += 1) {
        pixels[3 * (y * width + x) + channel] = (planes[from + x]! + 1) * 127.5;
      }
    }
  }
  return { width, height, pixels: new Uint8Array(pixels.buffer) };
}

function margins(outer: Size, inner: Size): readonly [number, number] {
  return [Math.floor((outer.width - inner.width) / 2), Math.floor((outer.height - inner.height) / 2)];
}

function clamp(value: number, length: number): number {
  return Math.min(length - 1, Math.max(0, value));
}
