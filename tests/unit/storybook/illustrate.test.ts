import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isCancelled } from '../../../src/shared/errors.ts';
import { decodePicture } from '../../../src/core/media/raster.ts';
import { workerEntry } from '../../../src/core/paths.ts';
import { createPool, type Pool } from '../../../src/core/pool/pool.ts';
import { createStorybookIllustrator } from '../../../src/core/providers/local/storybook-illustrator.ts';
import { illustrateStage, type IllustrateInput } from '../../../src/core/render/illustrate.ts';
import { CAST, entity, graph } from './scenes.ts';
import { steadyPriority } from '../../../src/shared/priority.ts';

let pool: Pool;
let folder: string;
beforeAll(async () => {
  pool = createPool({ threads: 1, entry: workerEntry() });
  folder = await mkdtemp(join(tmpdir(), 'storyloom-illustrate-'));
});
afterAll(async () => {
  await pool.dispose();
  await rm(folder, { recursive: true });
});

function input(more: Partial<IllustrateInput> = {}): IllustrateInput {
  return {
    graph: graph({ setting: 'shore', entities: [entity('nib', 'otter', { castId: 'nib' })] }),
    cast: CAST,
    style: 'day-storybook',
    seed: 1,
    width: 320,
    height: 180,
    illustrator: createStorybookIllustrator(pool),
    ...more,
  };
}

const context = (signal = new AbortController().signal) => ({
  directory: folder,
  signal,
  priority: steadyPriority(0),
  report: () => undefined,
  took: () => undefined,
});

describe('illustrateStage', () => {
  it('writes the picture and every layer that it names, each of the size that it says', async () => {
    const output = await illustrateStage.run(input(), context());
    const files = await readdir(folder);
    expect(files.sort()).toEqual([output.picture, ...output.layers.map(({ file }) => file)].sort());
    expect(await decodePicture(join(folder, output.picture))).toMatchObject({ width: 320, height: 180, channels: 3 });
    for (const { file, box } of output.layers) {
      expect(await decodePicture(join(folder, file))).toMatchObject({
        width: box.width,
        height: box.height,
        channels: 4,
      });
    }
    expect(JSON.parse(JSON.stringify(output))).toEqual(output);
  });

  it('gives the same files again', async () => {
    const first = await illustrateStage.run(input(), context());
    const bytes = await readFile(join(folder, first.picture));
    await illustrateStage.run(input(), context());
    expect(Buffer.compare(bytes, await readFile(join(folder, first.picture)))).toBe(0);
  });

  it('has a key that those who do not appear cannot change, and that seed, style, size and colours do', () => {
    const key = (more: Partial<IllustrateInput> = {}): string => JSON.stringify(illustrateStage.identity(input(more)));
    expect(key({ cast: CAST.map((one) => (one.id === 'owl' ? { ...one, mark: '#000000' } : one)) })).toBe(key());
    expect(key({ cast: CAST.map((one) => (one.id === 'nib' ? { ...one, mark: '#000000' } : one)) })).not.toBe(key());
    for (const more of [{ seed: 2 }, { style: 'paper' }, { width: 640 }] as const) expect(key(more)).not.toBe(key());
  });

  it('stops when it is cancelled', async () => {
    const control = new AbortController();
    const run = illustrateStage.run(input({ width: 1920, height: 1080 }), context(control.signal));
    control.abort();
    await expect(run).rejects.toSatisfy(isCancelled);
  });
});
