import { readdirSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Stage } from '../../../src/core/build/stage.ts';
import { canMount, fill, mountedFolder } from '../../helpers/build-disk.ts';
import { closeLab, openLab } from '../../helpers/build-lab.ts';

function writer(size: number, onError?: (error: unknown) => unknown): Stage<null, null> {
  return {
    name: 'writer',
    version: 1,
    identity: () => size,
    async run(_, { directory }) {
      try {
        await writeFile(join(directory, 'data.bin'), Buffer.alloc(size, 1));
      } catch (error) {
        throw onError ? onError(error) : error;
      }
      return null;
    },
  };
}

// Where mounting is not allowed these are skipped; the same errors are tested in storage-error.test.ts without a disk.
describe.skipIf(!canMount())('a full disk (a 2 MB tmpfs; skipped where mounting is not allowed)', () => {
  it('would catch a half-made artefact that is found, left lying about, or told of as a bug', async () => {
    const lab = await openLab({ folder: mountedFolder('2m') });
    const stage = writer(3_000_000);
    await expect(lab.builder.make(stage, null, { unit: 'a' })).rejects.toMatchObject({
      name: 'StudioError',
      code: 'disk-full',
      hint: expect.stringContaining('Free some space') as string,
    });
    expect((await lab.builder.find(stage, null)).artefact).toBeUndefined();
    expect(readdirSync(join(lab.cache, 'tmp'))).toEqual([]);
    expect((await lab.builder.make(writer(500_000), null, { unit: 'b' })).cached).toBe(false);
    await closeLab(lab);
  });

  it('would catch a tool that only says "failed" when the disk was the reason', async () => {
    const lab = await openLab({ folder: mountedFolder('2m') });
    fill(lab.folder);
    const stage = writer(100_000, () => new Error('the tool ended with 1'));
    await expect(lab.builder.make(stage, null, { unit: 'a' })).rejects.toMatchObject({ code: 'disk-full' });
    rmSync(join(lab.folder, 'filler'));
    expect((await lab.builder.make(stage, null, { unit: 'a' })).cached).toBe(false);
    await closeLab(lab);
  });

  it('would catch a trim that needs the space it is to free', async () => {
    const lab = await openLab({ folder: mountedFolder('2m') });
    for (let index = 1; index <= 4; index++) await lab.builder.make(writer(200_000 + index), null, { unit: 'a' });
    await lab.builder.make(writer(10), null, { unit: 'a' });
    await lab.builder.release();
    fill(lab.folder);
    expect(await lab.builder.clear()).toMatchObject({ dropped: 5 });
    expect(readdirSync(join(lab.cache, 'tmp'))).toEqual([]);
    expect(await lab.builder.verify()).toEqual({ checked: 0, damaged: [] });
    expect(lab.builder.stats().count).toBe(0);
    await closeLab(lab);
  });

  it('would catch a claim that outlives the full disk and makes its own process wait for itself', async () => {
    const lab = await openLab({ folder: mountedFolder('2m') });
    const filling: Stage<null, null> = {
      name: 'filling',
      version: 1,
      identity: () => null,
      run: () => {
        fill(lab.folder);
        return Promise.reject(new Error('full'));
      },
    };
    await expect(lab.builder.make(filling, null, { unit: 'a' })).rejects.toMatchObject({ code: 'disk-full' });
    rmSync(join(lab.folder, 'filler'));
    await expect(lab.builder.make(filling, null, { unit: 'a' })).rejects.toMatchObject({ code: 'disk-full' });
    await closeLab(lab);
  });
});
