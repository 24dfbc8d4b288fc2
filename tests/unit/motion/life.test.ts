import { describe, expect, it } from 'vitest';
import { createBrush } from '../../../src/core/motion/life/brush.ts';
import { createFalling } from '../../../src/core/motion/life/falling.ts';
import { driftAt, type Falling, lightningAt } from '../../../src/core/motion/life/life.ts';
import { createTwinkle } from '../../../src/core/motion/life/stars.ts';
import { LAYER_MARGIN, type LayeredLayout } from '../../../src/core/motion/layers/layout.ts';
import { frameBytes } from '../../../src/core/motion/layout.ts';
import { createCanvas } from '../../../src/core/motion/sampler.ts';

const frame = { width: 320, height: 180 };
const picture = { width: 360, height: 202 };
const WHOLE = { x: 0, y: 0, width: 1, height: 1 };
const KINDS = ['rain', 'storm', 'snow'] as const satisfies readonly Falling['kind'][];

function fall(kind: Falling['kind'], seconds: number, { seed = 4, slant = -0.2, strength = 1 } = {}): Uint8Array {
  const pixels = new Uint8Array(frameBytes(frame)).fill(60, 0, frame.width * frame.height).fill(128, 320 * 180);
  createFalling({ kind, strength, slant }, seed, picture, frame)(pixels, WHOLE, seconds);
  return pixels;
}

/** How much light it adds. */
function light(pixels: Uint8Array): number {
  return pixels.subarray(0, 320 * 180).reduce((sum, value) => sum + value - 60, 0);
}

describe.each(KINDS)('%s', (kind) => {
  it('would catch weather that another run, or a later look at the same moment, cannot repeat', () => {
    for (const seconds of [-0.8, 0, 3.7]) expect(fall(kind, seconds)).toEqual(fall(kind, seconds));
    expect(fall(kind, 1)).not.toEqual(fall(kind, 1, { seed: 5 }));
    expect(fall(kind, 1)).not.toEqual(fall(kind, 1.04));
  });

  it('would catch weather that comes in gusts, dies away, or is not there before the scene begins', () => {
    const seen = Array.from({ length: 40 }, (_, index) => light(fall(kind, index * 1.3 - 2)));
    expect(Math.min(...seen)).toBeGreaterThan(0);
    expect(Math.max(...seen) / Math.min(...seen)).toBeLessThan(1.7);
    expect(light(fall(kind, 1, { strength: 0.2 }))).toBeLessThan(seen[2]!);
  });

  it('would catch weather that falls on one side only, whichever way the wind blows', () => {
    for (const slant of [-0.6, 0, 0.6]) {
      let [left, right] = [0, 0];
      for (let step = 0; step < 30; step += 1) {
        const pixels = fall(kind, step * 1.7, { slant });
        for (let at = 0; at < 320 * 180; at += 1) {
          if (at % 320 < 160) left += pixels[at]! - 60;
          else right += pixels[at]! - 60;
        }
      }
      expect(left / right).toBeGreaterThan(0.75);
      expect(left / right).toBeLessThan(1.33);
    }
  });
});

describe('the brush', () => {
  it('would catch drops that jump by whole pixels: their middle is where they are painted, at every fraction', () => {
    for (const [x, y] of [
      [30.5, 20.5],
      [30.8, 20.1],
      [31.13, 19.77],
    ] as const) {
      const pixels = new Uint8Array(frameBytes(frame));
      createBrush(pixels, frame, [250, 128, 128]).flake(x, y, 3, 1);
      let [sum, sumX, sumY] = [0, 0, 0];
      for (let at = 0; at < 320 * 180; at += 1) {
        sum += pixels[at]!;
        sumX += pixels[at]! * ((at % 320) + 0.5);
        sumY += pixels[at]! * (Math.floor(at / 320) + 0.5);
      }
      expect(sumX / sum).toBeCloseTo(x, 1);
      expect(sumY / sum).toBeCloseTo(y, 1);
    }
  });

  it('would catch paint beyond the frame: in the next row or in another plane', () => {
    const pixels = new Uint8Array(frameBytes(frame) + 64).fill(9);
    const brush = createBrush(pixels.subarray(32, -32), frame, [9, 9, 9]);
    for (const x of [-40, -1, 0, 319, 321, 400]) {
      for (const y of [-40, -1, 0, 179, 181, 300]) {
        brush.flake(x, y, 9, 1);
        brush.streak(x, y, 60, 0.3, 4, 1);
      }
    }
    expect(new Set(pixels)).toEqual(new Set([9]));
    const edge = new Uint8Array(frameBytes(frame));
    createBrush(edge, frame, [200, 0, 0]).flake(320, 90, 4, 1);
    for (let y = 0; y < 180; y += 1) expect(edge[y * 320]).toBe(0);
  });
});

describe('stars', () => {
  it('would catch two stars that touch and cut each other, light where none was drawn, or a sky that darkens', () => {
    const box = { x: 0, y: 0, ...picture };
    const layer = { parts: [], box, nearness: 0.45, opaque: true, wraps: false, flashes: false };
    const { memory, layout } = createCanvas([{ kind: 'layers', picture, scale: 1, layers: [layer] }], frame, 1);
    const source = layout.sources[0] as LayeredLayout;
    const { luma, stride } = source.layers[0]!;
    const bytes = new Uint8Array(memory.buffer);
    const rows = Array.from({ length: picture.height }, (_, y) => luma + (y + LAYER_MARGIN) * stride + LAYER_MARGIN);
    const stars = [
      { x: 100, y: 60 },
      { x: 105, y: 61 },
    ];
    for (const [y, row] of rows.entries()) {
      for (let x = 0; x < picture.width; x += 1) {
        bytes[row + x] = stars.some((star) => Math.hypot(x + 0.5 - star.x, y + 0.5 - star.y) < 3) ? 220 : 40;
      }
    }
    const seen = () => rows.map((row) => bytes.slice(row, row + picture.width));
    const drawn = seen();
    const places = stars.map(({ x, y }) => ({
      x: x / picture.width,
      y: y / picture.height,
      radius: 3 / picture.width,
    }));
    const twinkle = createTwinkle(memory, source, { stars: places, wind: 0, seed: 2 });
    for (const seconds of [-0.7, 0, 0.4, 1.1, 2.3]) {
      twinkle(seconds);
      const now = seen();
      const lights = new Set<number>();
      for (const [y, row] of now.entries()) {
        for (const [x, value] of row.entries()) {
          if (drawn[y]![x] === 40) expect(value).toBe(40);
          else lights.add(value);
        }
      }
      // Each star has one light, all over.
      expect(lights.size).toBeLessThanOrEqual(2);
      expect(Math.min(...lights)).toBeGreaterThanOrEqual(40 + 0.25 * 180 - 1);
    }
    const later = seen();
    twinkle(0);
    twinkle(2.3);
    expect(seen()).toEqual(later);
  });
});

describe('what lives in a drawing', () => {
  const life = { stars: [], wind: -0.5, seed: 3 };

  it('would catch clouds that drift against the wind, or faster as time goes by', () => {
    expect(driftAt(life, 2)).toBeLessThan(0);
    expect(driftAt(life, 4)).toBeCloseTo(2 * driftAt(life, 2), 12);
    expect(driftAt(life, -1)).toBeCloseTo(-driftAt(life, 1), 12);
  });

  it('would catch lightning that harms: never two bolts within a second, always one as the scene begins', () => {
    expect(lightningAt(life, 0)).toBe(1);
    const starts: number[] = [];
    for (let frame = -90, before = 0; frame < 60 * 30; frame += 1) {
      const now = lightningAt(life, frame / 30);
      if (now > 0 && before === 0) starts.push(frame / 30);
      before = now;
    }
    expect(starts.length).toBeGreaterThan(7);
    for (const [index, start] of starts.entries())
      if (index > 0) expect(start - starts[index - 1]!).toBeGreaterThan(0.5);
  });
});
