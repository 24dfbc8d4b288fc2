import type { Surface } from './surface.ts';

/** Maps a sprite's pixel (x, y) to the surface: (a x + c y + e, b x + d y + f). */
export interface Affine {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
  readonly e: number;
  readonly f: number;
}

/** The light on a sprite: every channel becomes channel * mul + add, then is thinned by `alpha`. Channels are 0..1. */
export interface Tint {
  readonly mul: readonly [number, number, number];
  readonly add: readonly [number, number, number];
  readonly alpha: number;
}

const PLAIN: Tint = { mul: [1, 1, 1], add: [0, 0, 0], alpha: 1 };

/** A sprite with its halves, quarters, ...: made once, so that drawing small costs and flickers less. */
export interface Sprite extends Surface {
  readonly halves: Sprite[];
}

export function toSprite(surface: Surface): Sprite {
  return { ...surface, halves: [] };
}

function halved(sprite: Sprite): Sprite {
  const known = sprite.halves[0];
  if (known) return known;
  const width = Math.max(1, sprite.width >> 1);
  const height = Math.max(1, sprite.height >> 1);
  const pixels = new Uint8Array(width * height * 4);
  const stride = sprite.width * 4;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const from = y * 2 * stride + x * 8;
      const to = (y * width + x) * 4;
      for (let channel = 0; channel < 4; channel++) {
        const at = from + channel;
        pixels[to + channel] =
          (sprite.pixels[at]! +
            (sprite.pixels[at + 4] ?? 0) +
            (sprite.pixels[at + stride] ?? 0) +
            (sprite.pixels[at + stride + 4] ?? 0) +
            2) >>
          2;
      }
    }
  }
  const half: Sprite = { width, height, pixels, halves: [] };
  sprite.halves.push(half);
  return half;
}

/** Draws a sprite by any affine map, bilinear, with source-over; what falls outside is cut. */
export function blit(surface: Surface, sprite: Sprite, map: Affine, tint: Tint = PLAIN): void {
  const scale = Math.sqrt(Math.abs(map.a * map.d - map.b * map.c));
  if (!(scale > 1e-4)) return;
  if (scale < 0.55 && sprite.width > 4 && sprite.height > 4) {
    const half = halved(sprite);
    const sx = sprite.width / half.width;
    const sy = sprite.height / half.height;
    blit(surface, half, { a: map.a * sx, b: map.b * sx, c: map.c * sy, d: map.d * sy, e: map.e, f: map.f }, tint);
    return;
  }
  if (map.a === 1 && map.b === 0 && map.c === 0 && map.d === 1) blitWhole(surface, sprite, map.e, map.f, tint);
  else blitMapped(surface, sprite, map, tint);
}

/** 8.8 fixed-point factors of a tint for premultiplied channels. */
function factors(tint: Tint): Int32Array {
  const { mul, add, alpha } = tint;
  const fix = (value: number): number => Math.round(value * 256 * alpha);
  return Int32Array.of(fix(mul[0]), fix(mul[1]), fix(mul[2]), fix(add[0]), fix(add[1]), fix(add[2]), fix(1));
}

function blitWhole(surface: Surface, sprite: Sprite, left: number, top: number, tint: Tint): void {
  const x0 = Math.round(left);
  const y0 = Math.round(top);
  const fromX = Math.max(0, -x0);
  const toX = Math.min(sprite.width, surface.width - x0);
  const fromY = Math.max(0, -y0);
  const toY = Math.min(sprite.height, surface.height - y0);
  if (toX <= fromX) return;
  const source = sprite.pixels;
  const target = surface.pixels;
  const k = factors(tint);
  const [kr, kg, kb, br, bg, bb, ka] = [k[0]!, k[1]!, k[2]!, k[3]!, k[4]!, k[5]!, k[6]!];
  for (let y = fromY; y < toY; y++) {
    let from = (y * sprite.width + fromX) * 4;
    let to = ((y0 + y) * surface.width + x0 + fromX) * 4;
    for (let x = fromX; x < toX; x++, from += 4, to += 4) {
      const sourceAlpha = source[from + 3]!;
      if (sourceAlpha === 0) continue;
      const alpha = (sourceAlpha * ka) >> 8;
      const rest = 255 - alpha;
      const r = (source[from]! * kr + sourceAlpha * br) >> 8;
      const g = (source[from + 1]! * kg + sourceAlpha * bg) >> 8;
      const b = (source[from + 2]! * kb + sourceAlpha * bb) >> 8;
      target[to] = (r > alpha ? alpha : r) + ((target[to]! * rest * 257 + 32896) >>> 16);
      target[to + 1] = (g > alpha ? alpha : g) + ((target[to + 1]! * rest * 257 + 32896) >>> 16);
      target[to + 2] = (b > alpha ? alpha : b) + ((target[to + 2]! * rest * 257 + 32896) >>> 16);
      target[to + 3] = alpha + ((target[to + 3]! * rest * 257 + 32896) >>> 16);
    }
  }
}

function blitMapped(surface: Surface, sprite: Sprite, map: Affine, tint: Tint): void {
  const { width, height } = sprite;
  const determinant = map.a * map.d - map.b * map.c;
  const ia = map.d / determinant;
  const ib = -map.b / determinant;
  const ic = -map.c / determinant;
  const id = map.a / determinant;
  const xs = [map.e, map.e + map.a * width, map.e + map.c * height, map.e + map.a * width + map.c * height];
  const ys = [map.f, map.f + map.b * width, map.f + map.d * height, map.f + map.b * width + map.d * height];
  const x0 = Math.max(0, Math.floor(Math.min(...xs)));
  const x1 = Math.min(surface.width, Math.ceil(Math.max(...xs)));
  const y0 = Math.max(0, Math.floor(Math.min(...ys)));
  const y1 = Math.min(surface.height, Math.ceil(Math.max(...ys)));
  const source = sprite.pixels;
  const target = surface.pixels;
  const k = factors(tint);
  const [kr, kg, kb, br, bg, bb, ka] = [k[0]!, k[1]!, k[2]!, k[3]!, k[4]!, k[5]!, k[6]!];
  const stride = width * 4;
  const du = Math.round(ia * 65536);
  const dv = Math.round(ib * 65536);
  for (let y = y0; y < y1; y++) {
    const py = y + 0.5 - map.f;
    const px = x0 + 0.5 - map.e;
    let u = Math.round((ia * px + ic * py - 0.5) * 65536);
    let v = Math.round((ib * px + id * py - 0.5) * 65536);
    let to = (y * surface.width + x0) * 4;
    for (let x = x0; x < x1; x++, to += 4, u += du, v += dv) {
      const sx = u >> 16;
      const sy = v >> 16;
      if (sx < -1 || sy < -1 || sx >= width || sy >= height) continue;
      const fx = (u >> 8) & 255;
      const fy = (v >> 8) & 255;
      const left = sx >= 0;
      const right = sx + 1 < width;
      const up = sy >= 0;
      const down = sy + 1 < height;
      const w00 = up && left ? (256 - fx) * (256 - fy) : 0;
      const w10 = up && right ? fx * (256 - fy) : 0;
      const w01 = down && left ? (256 - fx) * fy : 0;
      const w11 = down && right ? fx * fy : 0;
      const at = sy * stride + sx * 4;
      const p00 = w00 ? at : 0;
      const p10 = w10 ? at + 4 : 0;
      const p01 = w01 ? at + stride : 0;
      const p11 = w11 ? at + stride + 4 : 0;
      const sourceAlpha =
        (source[p00 + 3]! * w00 + source[p10 + 3]! * w10 + source[p01 + 3]! * w01 + source[p11 + 3]! * w11 + 32768) >>>
        16;
      if (sourceAlpha === 0) continue;
      const red = (source[p00]! * w00 + source[p10]! * w10 + source[p01]! * w01 + source[p11]! * w11 + 32768) >>> 16;
      const green =
        (source[p00 + 1]! * w00 + source[p10 + 1]! * w10 + source[p01 + 1]! * w01 + source[p11 + 1]! * w11 + 32768) >>>
        16;
      const blue =
        (source[p00 + 2]! * w00 + source[p10 + 2]! * w10 + source[p01 + 2]! * w01 + source[p11 + 2]! * w11 + 32768) >>>
        16;
      const alpha = (sourceAlpha * ka) >> 8;
      const rest = 255 - alpha;
      const r = (red * kr + sourceAlpha * br) >> 8;
      const g = (green * kg + sourceAlpha * bg) >> 8;
      const b = (blue * kb + sourceAlpha * bb) >> 8;
      target[to] = (r > alpha ? alpha : r) + ((target[to]! * rest * 257 + 32896) >>> 16);
      target[to + 1] = (g > alpha ? alpha : g) + ((target[to + 1]! * rest * 257 + 32896) >>> 16);
      target[to + 2] = (b > alpha ? alpha : b) + ((target[to + 2]! * rest * 257 + 32896) >>> 16);
      target[to + 3] = alpha + ((target[to + 3]! * rest * 257 + 32896) >>> 16);
    }
  }
}
