import { frameBytes, type Size } from '../motion/layout.ts';

/** Raised when the same picture would give another ground for a title. */
export const CARD_VERSION = 1;

/** So much smaller it is blurred: nothing else of its detail is left afterwards. */
const SMALLER = 8;
/** Samples on either side that are blurred into one, three times: nearly a Gaussian. */
const REACH = 2;
/** Of the light and colour that stay: white letters are read on any picture. */
const LIGHT = 0.42;
const COLOUR = 0.7;

/** The size at which a picture becomes a card; the camera enlarges it again, smoothly. */
export function cardSize({ width, height }: Size): Size {
  const part = (length: number) => Math.max(16, 2 * Math.round(length / SMALLER / 2));
  return { width: part(width), height: part(height) };
}

/** Blurs and dims a tightly packed yuv420p picture in place, as the ground for a title. */
export function makeCard(pixels: Uint8Array, size: Size): void {
  const { width, height } = size;
  const half = { width: width / 2, height: height / 2 };
  const luma = pixels.subarray(0, width * height);
  const blue = pixels.subarray(luma.length, luma.length + half.width * half.height);
  const red = pixels.subarray(luma.length + blue.length, frameBytes(size));
  blur(luma, size, REACH);
  blur(blue, half, REACH / 2);
  blur(red, half, REACH / 2);
  for (const [index, value] of luma.entries()) luma[index] = Math.round(16 + (value - 16) * LIGHT);
  for (const plane of [blue, red]) {
    for (const [index, value] of plane.entries()) plane[index] = Math.round(128 + (value - 128) * COLOUR);
  }
}

function blur(plane: Uint8Array, { width, height }: Size, reach: number): void {
  for (let round = 0; round < 3; round += 1) {
    for (let y = 0; y < height; y += 1) blurLine(plane, y * width, 1, width, reach);
    for (let x = 0; x < width; x += 1) blurLine(plane, x, width, height, reach);
  }
}

/** The mean of each sample and so many to either side; the line's ends go on. */
function blurLine(plane: Uint8Array, start: number, step: number, length: number, reach: number): void {
  const line = Uint8Array.from({ length }, (_, index) => plane[start + index * step]!);
  const at = (index: number) => line[Math.min(Math.max(index, 0), length - 1)]!;
  let sum = 0;
  for (let index = -reach; index <= reach; index += 1) sum += at(index);
  for (let index = 0; index < length; index += 1) {
    plane[start + index * step] = Math.round(sum / (2 * reach + 1));
    sum += at(index + reach + 1) - at(index - reach);
  }
}
