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

/** A plane of the frame: chroma lies level with the left of two pixels, between the rows. */
class Plane {
  readonly #pixels: Uint8Array;
  readonly #width: number;
  readonly #height: number;
  readonly #scale: number;
  readonly #value: number;

  constructor(pixels: Uint8Array, { width, height }: Size, scale: number, value: number) {
    this.#pixels = pixels;
    this.#width = width / scale;
    this.#height = height / scale;
    this.#scale = scale;
    this.#value = value;
  }

  flake(x: number, y: number, radius: number, opacity: number): void {
    const middleX = (x - 0.5) / this.#scale;
    const middleY = (y - this.#scale / 2) / this.#scale;
    const size = radius / this.#scale;
    // A sample wide at least from full to nothing; wider for what is large, which is near and out of focus.
    const sharpness = 1 / (1 + size * 0.5);
    const reach = size + 0.5;
    const right = Math.min(this.#width - 1, Math.floor(middleX + reach));
    const bottom = Math.min(this.#height - 1, Math.floor(middleY + reach));
    const left = Math.max(0, Math.ceil(middleX - reach));
    for (let row = Math.max(0, Math.ceil(middleY - reach)); row <= bottom; row += 1) {
      const down = (row - middleY) ** 2;
      for (let column = left; column <= right; column += 1) {
        const part = (reach - Math.sqrt((column - middleX) ** 2 + down)) * sharpness;
        if (part > 0) this.#touch(row * this.#width + column, part < 1 ? opacity * part : opacity);
      }
    }
  }

  streak(x: number, y: number, length: number, slant: number, thickness: number, opacity: number): void {
    const endX = (x - 0.5) / this.#scale;
    const endY = (y - this.#scale / 2) / this.#scale;
    const long = length / this.#scale;
    // Thinner than a sample it is that much fainter instead.
    const wide = thickness / this.#scale;
    const reach = Math.max(wide, 1) / 2 + 0.5;
    const strength = opacity * Math.min(1, wide);
    const bottom = Math.min(this.#height - 1, Math.floor(endY + 0.5));
    for (let row = Math.max(0, Math.ceil(endY - long)); row <= bottom; row += 1) {
      const above = endY - row;
      const part = strength * Math.min(1, (1 - above / long) * 1.4, 0.5 + above);
      const middle = endX - above * slant;
      const right = Math.min(this.#width - 1, Math.floor(middle + reach));
      for (let column = Math.max(0, Math.ceil(middle - reach)); column <= right; column += 1) {
        const cover = reach - Math.abs(column - middle);
        if (cover > 0) this.#touch(row * this.#width + column, cover < 1 ? part * cover : part);
      }
    }
  }

  #touch(at: number, part: number): void {
    const before = this.#pixels[at]!;
    this.#pixels[at] = (before + (this.#value - before) * part + 0.5) | 0;
  }
}

/** Of one colour: luma and chroma. */
export function createBrush(pixels: Uint8Array, frame: Size, colour: readonly [number, number, number]): Brush {
  const luma = frame.width * frame.height;
  const planes = colour.map((value, index) => {
    const from = index === 0 ? 0 : luma + ((index - 1) * luma) / 4;
    return new Plane(pixels.subarray(from, from + (index === 0 ? luma : luma / 4)), frame, index === 0 ? 1 : 2, value);
  });
  return {
    flake: (...place) => {
      for (const plane of planes) plane.flake(...place);
    },
    streak: (...place) => {
      for (const plane of planes) plane.streak(...place);
    },
  };
}
