import type { Surface } from './surface.ts';

type Rgb = readonly [number, number, number];

/** A soft elliptical spot of one colour (0..255) laid over: shadows, haze, mist. `alpha` is that of the middle. */
export function softSpot(
  surface: Surface,
  x: number,
  y: number,
  radiusX: number,
  radiusY: number,
  colour: Rgb,
  alpha: number,
): void {
  const { width, height, pixels } = surface;
  const x0 = Math.max(0, Math.floor(x - radiusX));
  const x1 = Math.min(width, Math.ceil(x + radiusX));
  const y1 = Math.min(height, Math.ceil(y + radiusY));
  for (let row = Math.max(0, Math.floor(y - radiusY)); row < y1; row++) {
    const dy = (row + 0.5 - y) / radiusY;
    const rest2 = 1 - dy * dy;
    if (rest2 <= 0) continue;
    for (let column = x0; column < x1; column++) {
      const dx = (column + 0.5 - x) / radiusX;
      const fall = rest2 - dx * dx;
      if (fall <= 0) continue;
      const a = alpha * fall * fall;
      const at = (row * width + column) * 4;
      pixels[at] = pixels[at]! * (1 - a) + colour[0] * a + 0.5;
      pixels[at + 1] = pixels[at + 1]! * (1 - a) + colour[1] * a + 0.5;
      pixels[at + 2] = pixels[at + 2]! * (1 - a) + colour[2] * a + 0.5;
      pixels[at + 3] = pixels[at + 3]! * (1 - a) + 255 * a + 0.5;
    }
  }
}

/** Light on a surface makes its own colour brighter, and lays a little of the light's haze over it. */
function shone(value: number, alpha: number, light: number): number {
  const lit = value + value * light * 0.9 + (alpha - value) * light * 0.4;
  return lit > alpha ? alpha : lit;
}

/** A soft round light that brightens what is there (screen), leaving alpha as it is: lamps, moon, fire. */
export function glow(surface: Surface, x: number, y: number, radius: number, colour: Rgb, strength: number): void {
  const { width, height, pixels } = surface;
  const x0 = Math.max(0, Math.floor(x - radius));
  const x1 = Math.min(width, Math.ceil(x + radius));
  const y1 = Math.min(height, Math.ceil(y + radius));
  const inverse = 1 / (radius * radius);
  for (let row = Math.max(0, Math.floor(y - radius)); row < y1; row++) {
    const dy2 = (row + 0.5 - y) ** 2;
    for (let column = x0; column < x1; column++) {
      const far = ((column + 0.5 - x) ** 2 + dy2) * inverse;
      if (far >= 1) continue;
      const at = (row * width + column) * 4;
      const alpha = pixels[at + 3]!;
      if (alpha === 0) continue;
      const k = strength * (1 - far) ** 2;
      pixels[at] = shone(pixels[at]!, alpha, colour[0] * k);
      pixels[at + 1] = shone(pixels[at + 1]!, alpha, colour[1] * k);
      pixels[at + 2] = shone(pixels[at + 2]!, alpha, colour[2] * k);
    }
  }
}

/** The brightness round sun and moon: laid over the sky as haze (screen), so that its blue does not turn green. */
export function halo(sky: Surface, x: number, y: number, radius: number, colour: Rgb, strength: number): void {
  const { width, height, pixels } = sky;
  const x0 = Math.max(0, Math.floor(x - radius));
  const x1 = Math.min(width, Math.ceil(x + radius));
  const y1 = Math.min(height, Math.ceil(y + radius));
  for (let row = Math.max(0, Math.floor(y - radius)); row < y1; row++) {
    const dy2 = (row + 0.5 - y) ** 2;
    for (let column = x0; column < x1; column++) {
      const far = Math.sqrt((column + 0.5 - x) ** 2 + dy2) / radius;
      if (far >= 1) continue;
      const k = strength * (1 - far) ** 2;
      const at = (row * width + column) * 4;
      for (let c = 0; c < 3; c++) pixels[at + c] = pixels[at + c]! + (255 - pixels[at + c]!) * colour[c]! * k;
    }
  }
}

/** A picture-high gradient through `stops` (0..1 of the height), with a fixed dither so that film shows no bands. */
export function fillSky(surface: Surface, stops: readonly (readonly [number, string])[]): void {
  const { width, height, pixels } = surface;
  const colours = stops.map(([at, hex]) => ({ at, rgb: parseHex(hex) }));
  const noise = new Float32Array(64 * 64);
  let state = 12345;
  for (let i = 0; i < noise.length; i++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    noise[i] = state / 4294967296;
  }
  for (let y = 0; y < height; y++) {
    const t = y / (height - 1);
    let next = colours.findIndex(({ at }) => at >= t);
    if (next < 0) next = colours.length - 1;
    const high = colours[next]!;
    const low = colours[Math.max(0, next - 1)]!;
    const part = high.at === low.at ? 0 : (t - low.at) / (high.at - low.at);
    const smooth = part;
    const r = low.rgb[0] + (high.rgb[0] - low.rgb[0]) * smooth;
    const g = low.rgb[1] + (high.rgb[1] - low.rgb[1]) * smooth;
    const b = low.rgb[2] + (high.rgb[2] - low.rgb[2]) * smooth;
    let at = y * width * 4;
    const row = (y & 63) << 6;
    for (let x = 0; x < width; x++, at += 4) {
      const n = noise[row + (x & 63)]!;
      pixels[at] = r + n;
      pixels[at + 1] = g + n;
      pixels[at + 2] = b + n;
      pixels[at + 3] = 255;
    }
  }
}

export function parseHex(hex: string): [number, number, number] {
  const value = Number.parseInt(hex.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}
