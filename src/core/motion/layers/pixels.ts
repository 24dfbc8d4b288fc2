/** Layers of a drawing, while they are laid over each other. */
import type { Size } from '../layout.ts';

/** A word a pixel: red, green, blue and alpha from the lowest byte up, as RGBA lies in memory. */
export interface Pixels extends Size {
  readonly words: Uint32Array;
}

/** With nothing in it yet. */
export function emptyPixels({ width, height }: Size): Pixels {
  return { width, height, words: new Uint32Array(width * height) };
}

/** Of RGBA bytes; not copied if they lie at a whole word. */
export function pixelsOf({ width, height }: Size, rgba: Uint8Array): Pixels {
  const aligned = rgba.byteOffset % 4 === 0 ? rgba : Uint8Array.from(rgba);
  return { width, height, words: new Uint32Array(aligned.buffer, aligned.byteOffset, width * height) };
}

/** Lays a picture with straight alpha over one with premultiplied alpha; its left upper pixel comes to (x, y). */
export function layOver(target: Pixels, source: Pixels, x: number, y: number): void {
  const from = source.words;
  const to = target.words;
  const [left, right] = [Math.max(0, -x), Math.min(source.width, target.width - x)];
  for (let row = Math.max(0, -y); row < Math.min(source.height, target.height - y); row += 1) {
    let at = row * source.width + left;
    let into = (row + y) * target.width + left + x;
    for (let column = left; column < right; column += 1, at += 1, into += 1) {
      const word = from[at]!;
      const alpha = word >>> 24;
      if (alpha === 255) to[into] = word;
      else if (alpha > 0) to[into] = over(to[into]!, word, alpha);
    }
  }
}

function over(below: number, word: number, alpha: number): number {
  const rest = 255 - alpha;
  const red = divide255((word & 255) * alpha + (below & 255) * rest);
  const green = divide255(((word >> 8) & 255) * alpha + ((below >> 8) & 255) * rest);
  const blue = divide255(((word >> 16) & 255) * alpha + ((below >> 16) & 255) * rest);
  return red | (green << 8) | (blue << 16) | ((alpha + divide255((below >>> 24) * rest)) << 24);
}

/** To straight alpha, as RGBA bytes. */
export function straighten({ words }: Pixels): Uint8Array {
  const rgba = new Uint8Array(words.slice().buffer);
  for (let at = 0; at < rgba.length; at += 4) {
    const alpha = rgba[at + 3]!;
    if (alpha === 0 || alpha === 255) continue;
    for (let channel = 0; channel < 3; channel += 1) {
      rgba[at + channel] = Math.min(255, Math.round((rgba[at + channel]! * 255) / alpha));
    }
  }
  return rgba;
}

/** 0..255 * 255 to 0..255, rounded (James F. Blinn, "Three Wrongs Make a Right", 1995). */
function divide255(value: number): number {
  return (value + 128 + ((value + 128) >> 8)) >> 8;
}
