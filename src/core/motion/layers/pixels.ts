/** Layers of a drawing from RGBA to what the kernel lays over each other. */
import type { Box } from '../path.ts';

/** Four bytes a pixel. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint8Array;
}

/** A picture of the size of `box`, with nothing in it yet. Whole pixels only. */
export function emptyPixels({ width, height }: Pick<Box, 'width' | 'height'>): Pixels {
  return { width, height, rgba: new Uint8Array(width * height * 4) };
}

/** Lays a picture with straight alpha over one with premultiplied alpha; its left upper pixel comes to (x, y). */
export function layOver(target: Pixels, source: Pixels, x: number, y: number): void {
  const from = source.rgba;
  const to = target.rgba;
  const [left, right] = [Math.max(0, -x), Math.min(source.width, target.width - x)];
  for (let row = Math.max(0, -y); row < Math.min(source.height, target.height - y); row += 1) {
    let at = (row * source.width + left) * 4;
    let into = ((row + y) * target.width + left + x) * 4;
    for (let column = left; column < right; column += 1, at += 4, into += 4) {
      const alpha = from[at + 3]!;
      if (alpha === 0) continue;
      const rest = 255 - alpha;
      for (let channel = 0; channel < 3; channel += 1) {
        to[into + channel] = divide255(from[at + channel]! * alpha + to[into + channel]! * rest);
      }
      to[into + 3] = alpha + divide255(to[into + 3]! * rest);
    }
  }
}

/** To straight alpha. */
export function straighten({ width, height, rgba }: Pixels): Pixels {
  const straight = Uint8Array.from(rgba);
  for (let at = 0; at < straight.length; at += 4) {
    const alpha = straight[at + 3]!;
    if (alpha === 0 || alpha === 255) continue;
    for (let channel = 0; channel < 3; channel += 1) {
      straight[at + channel] = Math.min(255, Math.round((straight[at + channel]! * 255) / alpha));
    }
  }
  return { width, height, rgba: straight };
}

/** 0..255 * 255 to 0..255, rounded (James F. Blinn, "Three Wrongs Make a Right", 1995). */
function divide255(value: number): number {
  return (value + 128 + ((value + 128) >> 8)) >> 8;
}
