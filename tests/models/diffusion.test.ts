import { cpSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { workerEntry } from '../../src/core/paths.ts';
import { createPool, type Pool } from '../../src/core/pool/pool.ts';
import { createDiffusionPainter } from '../../src/core/providers/local/diffusion-painter.ts';
import type { Painter, PaintRequest, PaintStep } from '../../src/core/providers/painter.ts';
import { ErrorCode } from '../../src/shared/errors.ts';
import { DIFFUSION } from '../fixtures/diffusion/read.ts';

const MODELS = join(DIFFUSION, 'models');
const FOX = 'a fox standing, in a forest, at night, storybook illustration';

let pool: Pool;
let folder: string;

beforeAll(() => {
  pool = createPool({ threads: 2, entry: workerEntry(), areaLimits: { diffusion: 1 } });
  folder = mkdtempSync(join(tmpdir(), 'diffusion-'));
});

afterAll(async () => {
  await pool.dispose();
  rmSync(folder, { recursive: true, force: true });
});

function painterOf(name: string, directory = join(MODELS, name)): Promise<Painter> {
  return createDiffusionPainter({ pool, id: name, title: name, directory, sha256: directory, threads: 1 });
}

function request(change: Partial<PaintRequest> = {}): PaintRequest {
  return { prompt: FOX, negative: '', width: 96, height: 96, seed: 7, ...change };
}

/** A copy of a tiny model that a test may spoil. */
function copyOf(name: string, as: string): string {
  const copy = join(folder, as);
  cpSync(join(MODELS, name), copy, { recursive: true });
  return copy;
}

const failureOf = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (error: unknown) => error as Error & { code?: string; hint?: string },
  );

describe('a painter', () => {
  it('would catch one request that gives two pictures, or a picture that depends on those beside it', async () => {
    const painter = await painterOf('turbo-tiny');
    const { pictures, steps } = await painter.paint(request({ count: 3 }));
    const again = await painter.paint(request({ seed: 8 }));
    expect([steps, pictures.map(({ seed }) => seed)]).toEqual([1, [7, 8, 9]]);
    const pixels = pictures[1]!.pixels;
    expect(again.pictures[0]!.pixels.every((value, index) => Math.abs(value - pixels[index]!) <= 1)).toBe(true);
    expect(
      Buffer.compare((await painter.paint(request({ seed: 8 }))).pictures[0]!.pixels, again.pictures[0]!.pixels),
    ).toBe(0);
    expect(Buffer.compare(pictures[0]!.pixels, pixels)).not.toBe(0);
  });

  it('would catch sides that are not those asked for, be they multiples of 8 alone', async () => {
    const painter = await painterOf('sd-tiny');
    const { pictures } = await painter.paint(request({ width: 136, height: 72, steps: 1, guidance: 3 }));
    expect(pictures.map(({ width, height, pixels }) => [width, height, pixels.length])).toEqual([
      [136, 72, 3 * 136 * 72],
    ]);
  });

  it('would catch steps that are not told, or whose previews nobody asked for', async () => {
    const painter = await painterOf('lcm-tiny');
    const seen: PaintStep[] = [];
    const values: number[] = [];
    await painter.paint(request({ steps: 3 }), {
      onStep: (step) => seen.push(step),
      onProgress: (value) => values.push(value),
    });
    expect(seen.map(({ step, steps }) => [step, steps])).toEqual([
      [1, 3],
      [2, 3],
      [3, 3],
    ]);
    const { preview } = seen[0]!;
    expect([preview?.width, preview?.height, preview?.pixels.length]).toEqual([12, 12, 432]);
    expect(values.at(-1)).toBe(1);
  });

  it('would catch painting that goes on after it was cancelled, or that takes its thread with it', async () => {
    const painter = await painterOf('lcm-tiny');
    const stop = new AbortController();
    const seen: number[] = [];
    const options = {
      signal: stop.signal,
      onStep: ({ step }: PaintStep) => {
        seen.push(step);
        stop.abort();
      },
    };
    const error = await failureOf(painter.paint(request({ steps: 50, width: 256, height: 256 }), options));
    expect(error?.name).toBe('CancelledError');
    expect(seen.length).toBeLessThan(50);
    expect(pool.stats().killed).toBe(0);
    expect((await painter.paint(request())).pictures).toHaveLength(1);
  });

  it('would catch a picture painted over at strength 0 that is another one', async () => {
    const painter = await painterOf('turbo-tiny');
    const picture = { width: 96, height: 96, pixels: new Uint8Array(96 * 96 * 3).map((_, index) => index % 251) };
    const { pictures, steps } = await painter.paint(request({ start: { picture, strength: 0 } }));
    expect([steps, Buffer.compare(pictures[0]!.pixels, picture.pixels)]).toEqual([0, 0]);
    const little = await painter.paint(request({ start: { picture, strength: 0.2 } }));
    expect(little.steps).toBe(1);
  });

  it('would catch a prompt of 10,000 characters that fails, or that loses its end in silence', async () => {
    const painter = await painterOf('turbo-tiny');
    const { dropped } = await painter.paint(request({ prompt: 'a small red fox '.repeat(625) }));
    expect(dropped.length).toBeGreaterThan(2000);
    expect(await painter.countTokens('')).toBe(0);
    expect(painter.window).toBe(75);
  });
});

describe('what cannot be painted', () => {
  it.each([
    [{ steps: 0 }, '0 steps'],
    [{ steps: 2.5 }, '2.5 steps'],
    [{ width: 13 }, '13 x 96'],
    [{ height: 8000 }, '96 x 8000'],
    [{ guidance: NaN }, 'NaN'],
    [{ seed: -1 }, '-1'],
    [{ count: 0 }, '0 pictures'],
    [{ start: { picture: { width: 8, height: 8, pixels: new Uint8Array(192) }, strength: 0.5 } }, '8 x 8'],
    [{ start: { picture: { width: 96, height: 96, pixels: new Uint8Array(27_648) }, strength: 2 } }, 'strength of 2'],
  ] satisfies [Partial<PaintRequest>, string][])('would catch %j being tried', async (change, message) => {
    const error = await failureOf((await painterOf('turbo-tiny')).paint(request(change)));
    expect(error).toMatchObject({ code: ErrorCode.option, hint: expect.any(String) as string });
    expect(error?.message).toContain(message);
  });

  it('would catch numbers that are none becoming a black picture, and the pool not living on', async () => {
    const directory = copyOf('turbo-tiny', 'not-numbers');
    const config = join(directory, 'scheduler', 'scheduler_config.json');
    const json = JSON.parse(readFileSync(config, 'utf8')) as object;
    // No noise model has such betas: the latents overflow at once.
    writeFileSync(config, JSON.stringify({ ...json, trained_betas: Array.from({ length: 1000 }, () => 1.5) }));
    const error = await failureOf((await painterOf('x', directory)).paint(request()));
    expect(error).toMatchObject({
      code: ErrorCode.corrupt,
      message: expect.stringContaining('lost its numbers') as string,
    });
    expect((await (await painterOf('turbo-tiny')).paint(request())).pictures).toHaveLength(1);
  });

  it('would catch a model that was cut short after it was looked at being blamed on the program', async () => {
    const directory = copyOf('turbo-tiny', 'cut-short');
    const painter = await painterOf('x', directory);
    truncateSync(join(directory, 'unet', 'model.onnx'), 300_000);
    const error = await failureOf(painter.paint(request()));
    expect(error).toMatchObject({ code: ErrorCode.corrupt, message: expect.stringContaining('unet') as string });
    expect((await (await painterOf('turbo-tiny')).paint(request())).pictures).toHaveLength(1);
  });
});
