import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { PARTS } from '../../helpers/build-chain.ts';
import { closeLab, openLab, temporaryFolder } from '../../helpers/build-lab.ts';
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
