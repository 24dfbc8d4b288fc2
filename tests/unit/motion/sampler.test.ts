import { describe, expect, it } from 'vitest';
import { openKernel } from '../../../src/core/motion/kernel.ts';
import type { FlatLayout, Size } from '../../../src/core/motion/layout.ts';
import { frameBytes } from '../../../src/core/motion/layout.ts';
import type { View } from '../../../src/core/motion/path.ts';
import { createCanvas, createSampler, frameIn, loadPicture } from '../../../src/core/motion/sampler.ts';

const WHOLE = { x: 0, y: 0, width: 1, height: 1 } satisfies View;

/** A yuv420p picture of a function over luma pixels (chroma: its middle). */
function paint({ width, height }: Size, colour: (x: number, y: number) => number): Uint8Array {
  const pixels = new Uint8Array(frameBytes({ width, height })).fill(128);
  for (let y = 0; y < height; y += 1) for (let x = 0; x < width; x += 1) pixels[y * width + x] = colour(x, y);
  return pixels;
}

/** A canvas with the picture on it, and what samples it into a slot. */
function openPicture(size: Size, frame: Size, slots: number, pixels: Uint8Array) {
  const canvas = createCanvas([{ kind: 'flat', size }], frame, slots);
  const source = canvas.layout.sources[0] as FlatLayout;
  loadPicture(canvas, source, pixels);
  const sample = createSampler(openKernel(canvas.memory), canvas.layout, source);
  return {
    canvas,
    sample: (view: View, slot: number) => {
      sample(view, canvas.layout.slots[slot]!);
    },
  };
}

function render(picture: Size, frame: Size, pixels: Uint8Array, view: View): Uint8Array {
  const { canvas, sample } = openPicture(picture, frame, 1, pixels);
  sample(view, 0);
  return Uint8Array.from(frameIn(canvas, 0));
}

/** The Mitchell-Netravali filter (b = c = 1/3) in floating point, written down anew as the thing to compare with. */
function reference(picture: Size, frame: Size, pixels: Uint8Array, view: View): Float64Array {
  const filter = (distance: number) => {
    const x = Math.abs(distance);
    if (x < 1) return (7 * x ** 3 - 12 * x ** 2 + 16 / 3) / 6;
    return x < 2 ? ((-7 / 3) * x ** 3 + 12 * x ** 2 - 20 * x + 32 / 3) / 6 : 0;
  };
  const at = (x: number, y: number) =>
    pixels[Math.min(Math.max(y, 0), picture.height - 1) * picture.width + Math.min(Math.max(x, 0), picture.width - 1)]!;
  const out = new Float64Array(frame.width * frame.height);
  for (let y = 0; y < frame.height; y += 1) {
    for (let x = 0; x < frame.width; x += 1) {
      const fromX = (view.x + (view.width * (x + 0.5)) / frame.width) * picture.width - 0.5;
      const fromY = (view.y + (view.height * (y + 0.5)) / frame.height) * picture.height - 0.5;
      let sum = 0;
      for (let j = -1; j < 3; j += 1) {
        for (let i = -1; i < 3; i += 1) {
          const [sampleX, sampleY] = [Math.floor(fromX) + i, Math.floor(fromY) + j];
          sum += filter(fromX - sampleX) * filter(fromY - sampleY) * at(sampleX, sampleY);
        }
      }
      out[y * frame.width + x] = Math.min(255, Math.max(0, sum));
    }
  }
  return out;
}

/** Worst difference over the luma plane. */
function worst(frame: Uint8Array, expected: Float64Array): number {
  return expected.reduce((most, value, index) => Math.max(most, Math.abs(frame[index]! - value)), 0);
}

const noise = (x: number, y: number) => (Math.imul(x * 7919 + y * 104_729 + 12_345, 2_654_435_761) >>> 24) & 255;

describe('sampler', () => {
  it.each([
    ['zoomed out a little', { width: 180, height: 102 }, { width: 160, height: 90 }, WHOLE],
    [
      'moved by parts of a pixel',
      { width: 100, height: 80 },
      { width: 64, height: 48 },
      { x: 0.107, y: 0.093, width: 0.64, height: 0.6 },
    ],
    ['enlarged', { width: 64, height: 64 }, { width: 96, height: 96 }, { x: 0.21, y: 0.33, width: 0.6, height: 0.6 }],
    [
      'of a size that is no multiple of 16',
      { width: 90, height: 90 },
      { width: 70, height: 66 },
      { x: 0.05, y: 0.05, width: 0.9, height: 0.9 },
    ],
  ])('would catch wrong weights, shuffles or rows: %s', (_name, picture, frame, view) => {
    const pixels = paint(picture, noise);
    const expected = reference(picture, frame, pixels, view);
    expect(worst(render(picture, frame, pixels, view), expected)).toBeLessThan(1.1);
  });

  it('would catch flat colour that changes with the fraction of a pixel, seen as flicker', () => {
    const size = { width: 96, height: 64 };
    for (const value of [0, 1, 16, 127, 128, 235, 255]) {
      for (const x of [0.01, 0.0137, 0.0249, 0.0333]) {
        const frame = render(
          size,
          { width: 64, height: 32 },
          paint(size, () => value),
          { x, y: x, width: 0.7, height: 0.7 },
        );
        expect([...new Set(frame.subarray(0, 64 * 32))]).toEqual([value]);
      }
    }
  });

  it('would catch overshoot at a hard edge that wraps round from white to black', () => {
    const size = { width: 96, height: 64 };
    const edge = paint(size, (x) => (x < 48 ? 0 : 255));
    const frame = { width: 96, height: 64 };
    for (const shift of [0, 0.001, 0.002, 0.003, 0.004, 0.005]) {
      const rendered = render(size, frame, edge, { x: shift, y: 0, width: 0.99, height: 1 });
      for (let x = 0; x < 40; x += 1) expect(rendered[32 * 96 + x]).toBeLessThan(16);
      for (let x = 56; x < 96; x += 1) expect(rendered[32 * 96 + x]).toBeGreaterThan(239);
    }
  });

  it('would catch colour that slides against the drawing: chroma lies level with the left luma sample', () => {
    const picture = { width: 128, height: 64 };
    const pixels = paint(picture, (x) => x);
    const chroma = picture.width * picture.height;
    // The same slope in both planes, as H.264 sites it: the chroma sample i is at the luma sample 2i.
    for (let y = 0; y < 32; y += 1) for (let x = 0; x < 64; x += 1) pixels[chroma + y * 64 + x] = 2 * x;
    const frame = { width: 64, height: 32 };
    const rendered = render(picture, frame, pixels, { x: 0.113, y: 0.2, width: 0.6, height: 0.6 });
    for (let x = 2; x < 30; x += 1) {
      expect(Math.abs(rendered[64 * 32 + 8 * 32 + x]! - rendered[16 * 64 + 2 * x]!)).toBeLessThanOrEqual(1);
    }
  });

  it('would catch frames that differ from run to run or overwrite each other', () => {
    const size = { width: 100, height: 60 };
    const { canvas, sample } = openPicture(size, { width: 66, height: 34 }, 3, paint(size, noise));
    const views = [0, 0.01, 0.02].map((x) => ({ x, y: x, width: 0.9, height: 0.9 }));
    views.forEach(sample);
    const first = views.map((_view, slot) => Uint8Array.from(frameIn(canvas, slot)));
    views.toReversed().forEach((view, index) => {
      sample(view, 2 - index);
    });
    views.forEach((_view, slot) => {
      expect(frameIn(canvas, slot)).toEqual(first[slot]);
    });
  });
});
