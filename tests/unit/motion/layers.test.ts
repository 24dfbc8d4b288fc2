import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openKernel } from '../../../src/core/motion/kernel.ts';
import { measureCoverage } from '../../../src/core/motion/layers/coverage.ts';
import type { LayeredLayout, LayerPlan } from '../../../src/core/motion/layers/layout.ts';
import { loadLayers } from '../../../src/core/motion/layers/load.ts';
import { createLayerPainter, type LayerView } from '../../../src/core/motion/layers/painter.ts';
import { type Layer, layerMove, planLayers } from '../../../src/core/motion/layers/plan.ts';
import { type Pixels, pixelsOf } from '../../../src/core/motion/layers/pixels.ts';
import type { FlatLayout, Size } from '../../../src/core/motion/layout.ts';
import { type Box, chooseMove, type View, viewAt, widestView } from '../../../src/core/motion/path.ts';
import { createCanvas, createSampler, frameIn, loadPicture } from '../../../src/core/motion/sampler.ts';

type Rgba = readonly [number, number, number, number];

const WHOLE = { x: 0, y: 0, width: 1, height: 1 } satisfies View;
const picture = { width: 200, height: 120 };
const frame = { width: 170, height: 102 };

function pixels({ width, height }: Size, colour: (x: number, y: number) => Rgba): Pixels {
  const rgba = new Uint8Array(width * height * 4);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) rgba.set(colour(x, y), (y * width + x) * 4);
  }
  return pixelsOf({ width, height }, rgba);
}

/** Paints layers that are functions of the whole picture's pixels; gives the frame. */
async function paint(
  layers: readonly (Partial<LayerPlan> & { readonly box: Box; readonly colour: (x: number, y: number) => Rgba })[],
  view: LayerView | View,
): Promise<Uint8Array> {
  const plans = layers.map(({ box, colour: _colour, ...more }, index): LayerPlan => ({
    ...{ parts: [{ path: String(index), box }], box, nearness: 1, opaque: false, wraps: false, flashes: false },
    ...more,
  }));
  const canvas = createCanvas([{ kind: 'layers', picture, scale: 1, layers: plans }], frame, 1);
  const { memory, layout } = canvas;
  const source = layout.sources[0] as LayeredLayout;
  const read = (path: string) => {
    const { box, colour } = layers[Number(path)]!;
    return Promise.resolve(pixels(box, (x, y) => colour(x + box.x, y + box.y)));
  };
  const resize = () => Promise.reject(new Error('Nothing is to be scaled here.'));
  const coverages = await loadLayers(memory, source, { read, resize }, () => undefined);
  const painter = createLayerPainter(openKernel(memory), memory, source, coverages, frame, layout.taps);
  const { drift, opacity, view: seen } = 'view' in view ? view : { view, drift: 0, opacity: 1 };
  painter(
    plans.map(({ wraps, flashes }) => ({ view: seen, drift: wraps ? drift : 0, opacity: flashes ? opacity : 1 })),
    layout.slots[0]!,
  );
  return Uint8Array.from(frameIn(canvas, 0));
}

const everywhere = { x: 0, y: 0, ...picture };
const sky = { box: everywhere, opaque: true, colour: (): Rgba => [90, 140, 220, 255] };

function differences(one: Uint8Array, other: Uint8Array): { most: number; mean: number } {
  let [most, sum] = [0, 0];
  for (const [index, value] of one.entries()) {
    const difference = Math.abs(value - other[index]!);
    most = Math.max(most, difference);
    sum += difference;
  }
  return { most, mean: sum / one.length };
}

describe('the layers’ painter', () => {
  it('would catch seams between tiles, wrong chroma or wrong alpha: layers over each other look like their picture', async () => {
    const disc = (x: number, y: number): Rgba => [230, 60, 40, soft(40.5 - Math.hypot(x - 90, y - 70))];
    const ground = (x: number, y: number): Rgba => [40 + x / 4, 150, 60, soft(y - 80 - 6 * Math.sin(x / 17))];
    const layers = [
      { ...sky, colour: (x: number, y: number): Rgba => [60 + x / 3, 100 + y / 2, 220 - y, 255] },
      { box: { x: 45, y: 25, width: 92, height: 92 }, colour: disc },
      { box: { x: 0, y: 60, width: 200, height: 60 }, colour: ground },
    ];
    const flat = pixels(picture, (x, y) =>
      layers.reduce<Rgba>(
        (below, { colour }) => {
          const [red, green, blue, alpha] = colour(x, y);
          const mix = (over: number, under: number) => Math.round((over * alpha + under * (255 - alpha)) / 255);
          return [mix(red, below[0]), mix(green, below[1]), mix(blue, below[2]), 255];
        },
        [0, 0, 0, 255],
      ),
    );
    for (const view of [WHOLE, { x: 0.031, y: 0.043, width: 0.9, height: 0.9 }]) {
      const expected = await paint([{ ...sky, colour: (x, y) => bytesOf(flat.words[y * picture.width + x]!) }], view);
      const { most, mean } = differences(await paint(layers, view), expected);
      expect(most).toBeLessThanOrEqual(4);
      expect(mean).toBeLessThan(0.4);
    }
  });

  it('would catch an opaque layer that is sampled otherwise than a picture in one piece', async () => {
    const colour = (x: number, y: number): Rgba => [(x * 37) % 251, (y * 53) % 241, (x * y) % 239, 255];
    const view = { x: 0.04, y: 0.02, width: 0.93, height: 0.93 };
    const canvas = createCanvas([{ kind: 'flat', size: picture }], frame, 1);
    const source = canvas.layout.sources[0] as FlatLayout;
    loadPicture(canvas, source, lumaOf(colour));
    createSampler(openKernel(canvas.memory), canvas.layout, source)(view, canvas.layout.slots[0]!);
    const painted = await paint([{ ...sky, colour }], view);
    const luma = frame.width * frame.height;
    expect(differences(painted.subarray(0, luma), frameIn(canvas, 0).subarray(0, luma)).most).toBeLessThanOrEqual(1);
  });

  it('would catch weights that do not sum to one: a veil of the colour below it changes nothing', async () => {
    const plain = await paint([sky], WHOLE);
    const veil = (x: number, y: number): Rgba => [90, 140, 220, (x * 5 + y * 3) % 256];
    const veiled = await paint([sky, { box: everywhere, colour: veil }], { ...WHOLE, x: 0.05, width: 0.9 });
    expect(differences(veiled, plain).most).toBeLessThanOrEqual(2);
  });

  it('would catch colour from where a layer is transparent: an edge is not darker than both its sides', async () => {
    const bright = (x: number, y: number): Rgba =>
      Math.hypot(x - 100, y - 60) < 40 ? [90, 140, 220, 255] : [0, 0, 0, 0];
    const shifted = { x: 0.013, y: 0.017, width: 0.97, height: 0.97 };
    expect(
      differences(await paint([sky, { box: everywhere, colour: bright }], shifted), await paint([sky], shifted)).most,
    ).toBeLessThanOrEqual(3);
  });

  it('would catch clouds that jump when they come round, or show where they were joined', async () => {
    const cloud = (x: number, y: number): Rgba => [
      255,
      255,
      255,
      soft(22 - Math.hypot(((((x + 40) % 260) + 260) % 260) - 4, y - 40)),
    ];
    const band = { box: { x: -30, y: 0, width: 260, height: 80 }, wraps: true, colour: cloud };
    const at = (drift: number) => paint([sky, band], { view: WHOLE, drift, opacity: 1 });
    for (const round of [1.3, -2.6]) expect(differences(await at(round), await at(0)).most).toBeLessThanOrEqual(1);
    // Wherever it is, it is the same cloud.
    const light = (seen: Uint8Array) =>
      seen.subarray(0, frame.width * frame.height).reduce((sum, value) => sum + value, 0);
    const sums = (await Promise.all([0.3, 0.41, 0.52].map(at))).map(light);
    expect(Math.max(...sums) / Math.min(...sums)).toBeLessThan(1.002);
  });

  it('would catch a bolt that is there or not there and nothing between', async () => {
    const bolt = {
      box: { x: 50, y: 10, width: 60, height: 60 },
      flashes: true,
      colour: (): Rgba => [255, 255, 200, 255],
    };
    const at = async (opacity: number) =>
      (await paint([sky, bolt], { view: WHOLE, drift: 0, opacity }))[30 * frame.width + 70]!;
    const [none, half, all] = [await at(0), await at(0.5), await at(1)];
    expect(none).toBe((await paint([sky], WHOLE))[30 * frame.width + 70]);
    expect(Math.abs(half - (none + all) / 2)).toBeLessThanOrEqual(2);
  });

  it('would catch a layer’s file that is not what the drawing says of it', async () => {
    const layers = [{ path: 'a', name: 'sky', depth: 0, box: everywhere }];
    const canvas = createCanvas([{ kind: 'layers', picture, scale: 1, layers: planLayers(layers, picture) }], frame, 1);
    const source = canvas.layout.sources[0] as LayeredLayout;
    const raster = {
      read: () => Promise.resolve(pixels({ width: 3, height: 3 }, () => [0, 0, 0, 255])),
      resize: () => Promise.reject(new Error('never')),
    };
    await expect(loadLayers(canvas.memory, source, raster, () => undefined)).rejects.toMatchObject({
      code: 'corrupt',
      data: { path: 'a' },
    });
  });
});

describe('what a layer covers', () => {
  it('would catch a tile that is left out although something is in it, or taken for opaque although it is not', async () => {
    const spots: [number, number][] = [
      [3, 3],
      [77, 40],
      [199, 119],
    ];
    const colour = (x: number, y: number): Rgba => [255, 255, 255, spots.some(([a, b]) => a === x && b === y) ? 1 : 0];
    const plans = planLayers(
      [
        { path: '0', name: 'sky', depth: 0, box: everywhere },
        { path: '1', name: 'far', depth: 0.2, box: everywhere },
      ],
      picture,
    );
    const canvas = createCanvas([{ kind: 'layers', picture, scale: 1, layers: plans }], frame, 1);
    const source = canvas.layout.sources[0] as LayeredLayout;
    const raster = {
      read: (path: string) => Promise.resolve(pixels(picture, path === '0' ? sky.colour : colour)),
      resize: () => Promise.reject(new Error('never')),
    };
    await loadLayers(canvas.memory, source, raster, () => undefined);
    const { between } = measureCoverage(new Uint8Array(canvas.memory.buffer), source.layers[1]!);
    for (const [x, y] of spots) expect(between(x, y, x, y)).toBe(1);
    expect(between(20, 20, 60, 38)).toBe(0);
    expect(between(-500, 0, -200, 100)).toBe(0);
    expect(measureCoverage(new Uint8Array(canvas.memory.buffer), source.layers[0]!).between(0, 0, 9, 9)).toBe(2);
  });
});

describe('planLayers', () => {
  const layer = (name: string, depth: number, box = everywhere, wraps = false): Layer => ({
    name,
    path: name,
    depth,
    box,
    wraps,
  });

  it('would catch layers out of order, a drifting or a flashing one melted into its neighbour, figures that slide on the ground', () => {
    const plans = planLayers(
      [
        layer('sky', 0),
        layer('clouds', 0.1, { x: -50, y: 0, width: 300, height: 60 }, true),
        layer('lightning', 0.1),
        layer('far', 0.2),
        layer('ground', 0.7, { x: 0, y: 80, width: 200, height: 40 }),
        layer('figures', 0.8, { x: 60, y: 30, width: 50, height: 80 }),
        layer('front', 1),
      ],
      picture,
    );
    expect(plans.map(({ parts }) => parts.map(({ path }) => path).join('+'))).toEqual([
      'sky',
      'clouds',
      'lightning',
      'far',
      'ground+figures',
      'front',
    ]);
    expect(plans.map(({ opaque }) => opaque)).toEqual([true, false, false, false, false, false]);
    expect(plans[4]).toMatchObject({ nearness: 1, box: { x: 0, y: 30, width: 200, height: 90 } });
    const nearness = plans.map((plan) => plan.nearness);
    expect(nearness).toEqual([...nearness].sort((a, b) => a - b));
  });
});

describe('layerMove', () => {
  const part = fc.double({ min: 0, max: 1, noNaN: true });
  const even = fc.integer({ min: 40, max: 1200 }).map((half) => half * 2);

  it('would catch a layer that is looked at beyond its picture, at any moment and in any shape', () => {
    fc.assert(
      fc.property(
        fc.record({ width: even, height: even }),
        fc.record({ width: even, height: even }),
        fc.integer({ min: 0 }),
        fc.double({ min: 0.1, max: 60, noNaN: true }),
        part,
        fc.double({ min: 0.45, max: 1.2, noNaN: true }),
        (size, film, seed, seconds, moment, nearness) => {
          const move = chooseMove({ picture: size, frame: film, seed, seconds, motion: 'parallax' });
          const view = viewAt(layerMove(move, widestView(size, film), nearness), moment);
          expect(view.x).toBeGreaterThanOrEqual(-1e-9);
          expect(view.y).toBeGreaterThanOrEqual(-1e-9);
          expect(view.x + view.width).toBeLessThanOrEqual(1 + 1e-9);
          expect(view.y + view.height).toBeLessThanOrEqual(1 + 1e-9);
        },
      ),
    );
  });

  it('would catch figures that are not where the camera looks, and a sky that moves as much as they do', () => {
    const move = chooseMove({ picture, frame, seed: 5, seconds: 8, motion: 'parallax' });
    const widest = widestView(picture, frame);
    expect(layerMove(move, widest, 1)).toEqual(move);
    const far = layerMove(move, widest, 0.45);
    const way = ({ from, to }: typeof move) => Math.hypot(to.x - from.x, to.y - from.y, to.width - from.width);
    expect(way(far) / way(move)).toBeCloseTo(0.45, 6);
  });
});

/** From a distance inside an edge to alpha, a pixel wide. */
function soft(inside: number): number {
  return Math.round(255 * Math.min(1, Math.max(0, inside / 3 + 0.5)));
}

function bytesOf(word: number): Rgba {
  return [word & 255, (word >> 8) & 255, (word >> 16) & 255, word >>> 24];
}

/** The picture's luma (BT.709, 16..235), and no colour. */
function lumaOf(colour: (x: number, y: number) => Rgba): Uint8Array {
  const plane = new Uint8Array((picture.width * picture.height * 3) / 2).fill(128);
  for (let y = 0; y < picture.height; y += 1) {
    for (let x = 0; x < picture.width; x += 1) {
      const [red, green, blue] = colour(x, y);
      plane[y * picture.width + x] = Math.round(16 + (219 / 255) * (0.2126 * red + 0.7152 * green + 0.0722 * blue));
    }
  }
  return plane;
}
