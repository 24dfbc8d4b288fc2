import type { Size } from '../layout.ts';

/** Small things of one colour onto a frame (yuv420p), smooth at every fraction of a pixel. */
export interface Brush {
  /** Soft at the edge; (x, y) is its middle, in pixels. */
  flake(x: number, y: number, radius: number, opacity: number): void;
  /**
   * A streak whose lower end is at (x, y); it goes `slant` pixels sideways for each one down and fades towards its upper end.
   */
  streak(x: number, y: number, length: number, slant: number, thickness: number, opacity: number): void;
}

export function createBrush(
  pixels: Uint8Array,
  { width, height }: Size,
  [luma, blue, red]: readonly [number, number, number],
): Brush {
  const whole = { from: 0, width, height, scale: 1, values: [luma] };
  const half = { from: width * height, width: width / 2, height: height / 2, scale: 2, values: [blue, red] };
  const planes = [whole, half];

  /** Colours one sample, of both chroma planes when it is one. */
  const touch = (plane: typeof whole, at: number, part: number) => {
    let address = plane.from + at;
    for (const value of plane.values) {
      const before = pixels[address]!;
      pixels[address] = Math.round(before + (value - before) * part);
      address += plane.width * plane.height;
    }
  };

  return {
    flake: (x, y, radius, opacity) => {
      for (const plane of planes) {
        const [middleX, middleY] = toPlane(x, y, plane.scale);
        const size = radius / plane.scale;
        const reach = size + 1;
        const bottom = Math.min(plane.height - 1, Math.floor(middleY + reach));
        const right = Math.min(plane.width - 1, Math.floor(middleX + reach));
        for (let row = Math.max(0, Math.ceil(middleY - reach)); row <= bottom; row += 1) {
          for (let column = Math.max(0, Math.ceil(middleX - reach)); column <= right; column += 1) {
            const distance = Math.hypot(column - middleX, row - middleY);
            // A pixel wide at least from full to nothing; wider for what is large, which is near and out of focus.
            const blur = 1 + size * 0.5;
            const part = (size + 0.5 - distance) / blur;
            if (part > 0) touch(plane, row * plane.width + column, opacity * Math.min(1, part));
          }
        }
      }
    },
    streak: (x, y, length, slant, thickness, opacity) => {
      for (const plane of planes) {
        const [endX, endY] = toPlane(x, y, plane.scale);
        const long = length / plane.scale;
        // Thinner than a sample it is that much fainter instead.
        const wide = thickness / plane.scale;
        const radius = Math.max(wide, 1) / 2;
        const strength = opacity * Math.min(1, wide);
        const bottom = Math.min(plane.height - 1, Math.floor(endY + 0.5));
        for (let row = Math.max(0, Math.ceil(endY - long)); row <= bottom; row += 1) {
          const along = 1 - (endY - row) / long;
          const part = strength * Math.min(1, along * 1.4) * Math.min(1, endY + 0.5 - row);
          const middle = endX - (endY - row) * slant;
          const right = Math.min(plane.width - 1, Math.floor(middle + radius + 0.5));
          for (let column = Math.max(0, Math.ceil(middle - radius - 0.5)); column <= right; column += 1) {
            const cover = Math.min(1, radius + 0.5 - Math.abs(column - middle));
            if (cover > 0) touch(plane, row * plane.width + column, part * cover);
          }
        }
      }
    },
  };
}

/** From pixels of the frame to samples of a plane: chroma lies level with the left of two pixels, between the rows. */
function toPlane(x: number, y: number, scale: number): [x: number, y: number] {
  return [(x - 0.5) / scale, (y - scale / 2) / scale];
}
