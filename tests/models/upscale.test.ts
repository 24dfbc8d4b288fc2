import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { workerEntry } from '../../src/core/paths.ts';
import { createPool, type Pool } from '../../src/core/pool/pool.ts';
import { createOnnxUpscaler } from '../../src/core/providers/local/onnx-upscaler.ts';
import { openSession } from '../../src/core/runtime/onnx.ts';
import type { RgbImage } from '../../src/core/runtime/rgb-image.ts';
import type { UpscaleFacts } from '../../src/core/runtime/upscale/model.ts';
import { readUpscaleGraph } from '../../src/core/runtime/upscale/read-graph.ts';
import { upscale } from '../../src/core/runtime/upscale/upscale.ts';
import { asBlocks, grainPicture, mostApart, tinyUpscaler, type TinyUpscaler } from '../helpers/tiny-upscalers.ts';

let pool: Pool;
let folder: string;

beforeAll(() => {
  pool = createPool({ threads: 2, entry: workerEntry(), areaLimits: { upscale: 1 } });
  folder = mkdtempSync(join(tmpdir(), 'upscale-'));
});

afterAll(async () => {
  await pool.dispose();
  rmSync(folder, { recursive: true, force: true });
});

let count = 0;
function write(model: TinyUpscaler): string {
  count += 1;
  const directory = join(folder, String(count));
  mkdirSync(directory);
  writeFileSync(join(directory, 'model.onnx'), tinyUpscaler(model));
  return directory;
}

const factsOf = async (directory: string): Promise<UpscaleFacts> =>
  pool.run('upscale.try', await readUpscaleGraph(directory));

async function open(model: TinyUpscaler, given?: UpscaleFacts) {
  const directory = write(model);
  const facts = given ?? (await factsOf(directory));
  const upscaler = await createOnnxUpscaler({
    pool,
    id: 'tiny',
    title: 'Tiny',
    directory,
    sha256: directory,
    facts,
    threads: 1,
  });
  return { upscaler, facts, directory };
}

/** As one tile. */
async function untiled(directory: string, facts: UpscaleFacts, picture: RgbImage): Promise<RgbImage> {
  const graph = { ...(await readUpscaleGraph(directory)), width: picture.width, height: picture.height };
  const session = await openSession(join(directory, graph.file), { threads: 1 });
  try {
    return await upscale(picture, session, graph, facts, { pass: () => undefined, onProgress: () => undefined });
  } finally {
    await session.dispose();
  }
}

describe('an upscaler', () => {
  it.each([
    ['any size', {}],
    ['half floats, twice', { isHalf: true, scale: 2 }],
    ['one size alone, four times', { side: 80, scale: 4 }],
  ] as const)('would catch pixels in other places or colours, whatever it takes: %s', async (_, model) => {
    const { upscaler, facts } = await open(model);
    const scale = 'scale' in model ? model.scale : 3;
    expect([facts, upscaler.scale]).toEqual([{ scale, reach: 0 }, scale]);
    const picture = grainPicture(270, 90);
    const told: number[] = [];
    const larger = await upscaler.upscale(picture, { onProgress: (value) => told.push(value) });
    expect(larger.picture).toMatchObject({ width: 270 * scale, height: 90 * scale });
    expect(mostApart(larger.picture, asBlocks(picture, scale))).toBeLessThanOrEqual(1);
    expect(told.at(-1)).toBe(1);
    // A small one too: what a tile has beyond it is not in it.
    const small = grainPicture(9, 5);
    const enlarged = (await upscaler.upscale(small)).picture;
    expect(mostApart(enlarged, asBlocks(small, scale))).toBeLessThanOrEqual(1);
  });

  it('would catch a seam between tiles of a network that looks far around', async () => {
    const { upscaler, facts, directory } = await open({ blur: 10 });
    // Found by running it, not told: ten pixels, or a few less where what they weigh cannot be seen.
    expect(facts).toEqual({ scale: 3, reach: 12 });
    const picture = grainPicture(544, 288);
    const whole = await untiled(directory, facts, picture);
    expect(mostApart((await upscaler.upscale(picture)).picture, whole)).toBeLessThanOrEqual(1);
    const seamed = await open({ blur: 10 }, { scale: 3, reach: 0 });
    expect(mostApart((await seamed.upscaler.upscale(picture)).picture, whole)).toBeGreaterThan(8);
  });

  it('would catch enlarging that goes on after it was cancelled, or takes its thread with it', async () => {
    const { upscaler } = await open({ blur: 10 });
    const stop = new AbortController();
    const told: number[] = [];
    const onProgress = (value: number) => {
      told.push(value);
      stop.abort();
    };
    const work = upscaler.upscale(grainPicture(1200, 1200), { signal: stop.signal, onProgress });
    await expect(work).rejects.toMatchObject({ name: 'CancelledError' });
    expect(Math.max(...told)).toBeLessThan(1);
    expect(pool.stats().killed).toBe(0);
    expect((await upscaler.upscale(grainPicture(16, 16))).picture.width).toBe(48);
  });

  it('would catch NaN made into a picture, another size than it is said to give, or a pool that does not live on', async () => {
    const { upscaler } = await open({ fearsTheDark: true });
    const dark = { width: 8, height: 8, pixels: new Uint8Array(192) };
    await expect(upscaler.upscale(dark)).rejects.toMatchObject({
      code: 'corrupt',
      message: expect.stringContaining('infinite or none') as string,
    });
    expect((await upscaler.upscale(grainPicture(8, 8))).picture.width).toBe(24);
    const other = await open({ scale: 2 }, { scale: 3, reach: 0 });
    await expect(other.upscaler.upscale(dark)).rejects.toThrow('it made 32 x 32 of a tile of 16 x 16, not 3 times');
  });

  it('would catch a model that is loaded although it cannot fit in memory', async () => {
    const { directory, facts } = await open({});
    const graph = { ...(await readUpscaleGraph(directory)), bytes: 9e12 };
    const picture = grainPicture(8, 8);
    await expect(pool.run('upscale.enlarge', { graph, facts, sha256: 'large', picture })).rejects.toMatchObject({
      code: 'memory',
      message: expect.stringMatching(/Enlarging needs \d+\.\d GB of memory more, and \d+\.\d GB are free/) as string,
    });
    await expect(pool.run('upscale.try', graph)).rejects.toMatchObject({ code: 'memory' });
  });

  it('would catch a file that was cut short after it was taken, run all the same', async () => {
    const { upscaler, directory } = await open({ blur: 10 });
    truncateSync(join(directory, 'model.onnx'), 300);
    await expect(upscaler.upscale(grainPicture(8, 8))).rejects.toMatchObject({ code: 'corrupt' });
  });
});
