import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { createBuilder } from '../../../src/core/build/builder.ts';
import { Claims } from '../../../src/core/store/claims.ts';
import type { Store } from '../../../src/core/store/store.ts';
import { openStore } from '../../../src/core/store/store.ts';
import { PARTS, stuckStage } from '../../helpers/build-chain.ts';
import { capitalsStage, closeLab, openLab, temporaryFolder } from '../../helpers/build-lab.ts';
import { startChild } from '../../helpers/build-process.ts';

const begun = (folder: string): string[] =>
  readFileSync(join(folder, 'runs.log'), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('begin'));

function logFolder(): string {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'runs.log'), '');
  return folder;
}

describe('several processes on one data folder', () => {
  it('would catch three that make the same film and do the same work twice', async () => {
    const folder = logFolder();
    const children = [1, 2, 3].map(() => startChild('chain', folder, '7'));
    expect(await Promise.all(children.map(({ ended }) => ended))).toEqual([0, 0, 0]);
    const results = new Set(children.map(({ lines }) => lines[0]));
    expect(results.size).toBe(1);
    expect(begun(folder)).toHaveLength(PARTS + 2);
  });

  it('would catch processes with different films that disturb each other', async () => {
    const folder = logFolder();
    const children = ['1', '2', '3'].map((round) => startChild('chain', folder, round));
    expect(await Promise.all(children.map(({ ended }) => ended))).toEqual([0, 0, 0]);
    expect(new Set(begun(folder)).size).toBe(3 * (PARTS + 2));
    const lab = await openLab({ folder });
    expect(await lab.builder.verify()).toEqual({ checked: 3 * (PARTS + 2), damaged: [] });
    await closeLab(lab);
  });

  it('would catch one that does not wait for a live process, or waits for ever for a dead one', async () => {
    const folder = logFolder();
    const child = startChild('stuck', folder);
    expect(await child.line()).toBe('making');
    const lab = await openLab({ folder });
    let isMade = false;
    const making = lab.builder.make(
      stuckStage(() => Promise.resolve(1)),
      null,
      { unit: 'stuck' },
    );
    void making.then(() => (isMade = true));
    await delay(300);
    expect(isMade).toBe(false);
    expect(readdirSync(join(lab.cache, 'tmp'))).toHaveLength(1);
    child.kill();
    await child.ended;
    expect(await making).toMatchObject({ cached: false, output: 1 });
    const next = await openLab({ folder });
    expect(readdirSync(join(lab.cache, 'tmp'))).toEqual([]);
    await closeLab(next);
    await closeLab(lab);
  });

  it('would catch two that find a key unclaimed at the same moment and both make it', async () => {
    const lab = await openLab();
    const other = openStore(lab.store.path).store;
    expect(new Claims(lab.store).take('key')).toBe(true);
    // As if the look had been just before the first one's claim.
    expect(new Claims({ ...other, first: () => undefined }).take('key')).toBe(false);
    other.close();
    await closeLab(lab);
  });

  it('would catch one that looked just before another had finished, and makes it again', async () => {
    const lab = await openLab();
    const stage = capitalsStage();
    await lab.builder.make(stage, { text: 'x' }, { unit: 'a' });
    const { store } = openStore(lab.store.path);
    let isEarly = true;
    const early: Store = {
      ...store,
      first: (query) => {
        if (!isEarly || !query.compile().sql.includes('artefacts')) return store.first(query);
        isEarly = false;
        return undefined;
      },
    };
    const builder = await createBuilder({ store: early, directory: lab.cache });
    expect((await builder.make(stage, { text: 'x' }, { unit: 'a' })).cached).toBe(true);
    expect([isEarly, stage.runs]).toEqual([false, 1]);
    await builder.close();
    store.close();
    await closeLab(lab);
  });

  it('would catch a finished object that is made again because its process died before its row was written', async () => {
    const lab = await openLab();
    const stage = capitalsStage();
    const made = await lab.builder.make(stage, { text: 'x' }, { unit: 'a' });
    lab.store.run(lab.store.query.deleteFrom('artefacts'));
    expect((await lab.builder.find(stage, { text: 'x' })).artefact).toEqual({ ...made, cached: true });
    expect(await lab.builder.make(stage, { text: 'x' }, { unit: 'a' })).toEqual({ ...made, cached: true });
    expect([stage.runs, lab.builder.stats().count]).toEqual([1, 1]);
    await closeLab(lab);
  });

  it('would catch one that waits for ever for another that was killed', async () => {
    const folder = logFolder();
    for (let round = 0; round < 5; round++) {
      const killed = startChild('chain', folder, String(round));
      const survivor = startChild('chain', folder, String(round));
      await Promise.all([killed.ready, survivor.ready]);
      await delay(40 + round * 25);
      killed.kill();
      expect(await survivor.ended).toBe(0);
      await killed.ended;
    }
    const lab = await openLab({ folder });
    expect(await lab.builder.verify()).toEqual({ checked: 5 * (PARTS + 2), damaged: [] });
    await closeLab(lab);
  });
});
