/** A small drawing in layers, made of sums and sines: it stays the same whatever becomes of the illustrator. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { encodePng } from '../../src/core/media/raster.ts';
import type { ShotLayer, ShotPicture } from '../../src/core/render/shot.ts';

type Rgba = readonly [number, number, number, number];
type Colour = (x: number, y: number) => Rgba;

export const LAYERED_SIZE = { width: 540, height: 304 } as const;
const WHOLE = { x: 0, y: 0, ...LAYERED_SIZE };
const NOTHING: Rgba = [0, 0, 0, 0];

/** How much of a pixel lies within an edge, by its distance inwards; as alpha. */
function edge(inside: number): number {
  return Math.round(255 * Math.min(1, Math.max(0, inside + 0.5)));
}

const STARS = Array.from({ length: 24 }, (_, index) => ({
  x: (index * 0.381966) % 1,
  y: 0.03 + ((index * 0.137) % 0.4),
}));

function skyAt(night: boolean): Colour {
  return (x, y) => {
    const down = y / LAYERED_SIZE.height;
    if (!night) return [110 + 110 * down, 170 + 60 * down, 245, 255];
    const star = STARS.some((one) => Math.hypot(x - one.x * 540, y - one.y * 304) < 1.8);
    return star ? [255, 250, 225, 255] : [20 + 50 * down, 24 + 40 * down, 70 + 50 * down, 255];
  };
}

const clouds: Colour = (x, y) => {
  const round = (((x + 135) % 810) + 810) % 810;
  const inside = [90, 330, 610].map((middle) => 1 - Math.hypot((round - middle) / 62, (y - 52) / 20));
  return [250, 250, 255, Math.round(230 * Math.min(1, Math.max(0, Math.max(...inside) * 12)))];
};
const hills: Colour = (x, y) => [110, 160 - x / 12, 120, edge(y - 168 - 26 * Math.sin(x / 60))];
const ground: Colour = (x, y) => [70, 130 + x / 18, 60, edge(y - 222 - 8 * Math.sin(x / 90))];
const figure: Colour = (x, y) => {
  const head = 26 - Math.hypot(x - 210, y - 160);
  const body = 1 - Math.hypot((x - 210) / 34, (y - 222) / 46);
  if (head > -0.5) return [245, 205, 170, edge(head)];
  return body > 0 ? [200, 60, 70, edge(body * 30)] : NOTHING;
};
const grass: Colour = (x, y) => [30, 84, 42, edge(y - 268 - 16 * Math.abs(Math.sin(x / 11)))];

/** Written into the folder; by night with stars. */
export async function drawLayers(
  folder: string,
  { night = false, falling }: { night?: boolean; falling?: 'rain' | 'storm' | 'snow' } = {},
): Promise<ShotPicture> {
  mkdirSync(folder, { recursive: true });
  const parts = [
    ['sky', 0, WHOLE, skyAt(night)],
    ['clouds', 0.1, { x: -135, y: 20, width: 810, height: 64 }, clouds],
    ['far', 0.2, { x: 0, y: 130, width: 540, height: 174 }, hills],
    ['ground', 0.7, { x: 0, y: 200, width: 540, height: 104 }, ground],
    ['figures', 0.8, { x: 160, y: 120, width: 100, height: 160 }, figure],
    ['front', 1, { x: 0, y: 240, width: 540, height: 64 }, grass],
  ] as const;
  const layers: ShotLayer[] = [];
  for (const [name, depth, box, colour] of parts) {
    const path = join(folder, `${name}.png`);
    await writePng(path, box, colour, 4);
    layers.push({ name, path, depth, box, ...(name === 'clouds' ? { wraps: true } : {}) });
  }
  const path = join(folder, 'picture.png');
  await writePng(path, WHOLE, flatten(parts.map(([, , , colour]) => colour)), 3);
  const stars = night ? STARS.map((star) => ({ ...star, radius: 1.8 / 540, strength: 1 })) : [];
  return {
    ...{ path, digest: `layers-${String(night)}-${falling ?? 'clear'}`, ...LAYERED_SIZE, layers },
    focus: { x: 0.31, y: 0.42, width: 0.16, height: 0.48 },
    heads: [{ x: 0.34, y: 0.44, width: 0.1, height: 0.17 }],
    live: { stars, wind: 0.6, ...(falling ? { falling: { kind: falling, strength: 1, slant: -0.2 } } : {}) },
  };
}

function flatten(colours: readonly Colour[]): Colour {
  return (x, y) =>
    colours.reduce<Rgba>(
      (below, colour) => {
        const [red, green, blue, alpha] = colour(x, y);
        const mix = (over: number, under: number) => Math.round((over * alpha + under * (255 - alpha)) / 255);
        return [mix(red, below[0]), mix(green, below[1]), mix(blue, below[2]), 255];
      },
      [0, 0, 0, 255],
    );
}

async function writePng(
  path: string,
  box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
  colour: Colour,
  channels: 3 | 4,
): Promise<void> {
  const pixels = new Uint8Array(box.width * box.height * channels);
  for (let y = 0; y < box.height; y += 1) {
    for (let x = 0; x < box.width; x += 1) {
      pixels.set(colour(x + box.x, y + box.y).slice(0, channels), (y * box.width + x) * channels);
    }
  }
  writeFileSync(path, await encodePng({ width: box.width, height: box.height, channels, pixels }));
}
