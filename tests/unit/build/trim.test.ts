import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createJob, startJob } from '../../../src/core/store/jobs.ts';
import { capitalsStage, closeLab, openLab } from '../../helpers/build-lab.ts';

const DAY = 86_400_000;

function clockAt(time: number): { now: number; read: () => number } {
  const clock = { now: time, read: () => clock.now };
  return clock;
}

describe('trimming', () => {
  it('would catch the wrong one dropped: least recently used goes first, and only until the limit holds', async () => {
    const clock = clockAt(1_000_000);
    const lab = await openLab({ clock: clock.read, limits: { bytes: 25, days: 30 } });
    const stage = capitalsStage();
    for (const text of ['aaaaaaaaaa', 'bbbbbbbbbb', 'cccccccccc']) {
      clock.now += 1000;
      await lab.builder.make(stage, { text }, { unit: text });
    }
    clock.now += 1000;
    await lab.builder.make(stage, { text: 'aaaaaaaaaa' }, { unit: 'used again' });
    expect(await lab.builder.trim()).toEqual({ dropped: 0, bytes: 0 });
    // What was asked for outside a job is held until it is let go.
    expect(await lab.builder.release()).toEqual({ dropped: 1, bytes: 10 });
    const left = await Promise.all(
      ['aaaaaaaaaa', 'bbbbbbbbbb', 'cccccccccc'].map(
        async (text) => (await lab.builder.find(stage, { text })).artefact !== undefined,
      ),
    );
    expect(left).toEqual([true, false, true]);
    expect(readdirSync(join(lab.cache, 'tmp'))).toEqual([]);
    await closeLab(lab);
  });

  it('would catch artefacts that outlive their time, or that go although they were used', async () => {
    const clock = clockAt(1_000_000);
    const lab = await openLab({ clock: clock.read, limits: { bytes: 1e9, days: 30 } });
    const stage = capitalsStage();
    const old = await lab.builder.make(stage, { text: 'old' }, { unit: 'a' });
    const used = await lab.builder.make(stage, { text: 'used' }, { unit: 'b' });
    clock.now += 20 * DAY;
    await lab.builder.make(stage, { text: 'used' }, { unit: 'b' });
    clock.now += 10 * DAY;
    expect((await lab.builder.release()).dropped).toBe(0);
    clock.now += 1;
    expect((await lab.builder.trim()).dropped).toBe(1);
    expect([existsSync(old.directory), existsSync(used.directory)]).toEqual([false, true]);
    await closeLab(lab);
  });

  it('would catch what a running job needs being dropped, by its own process or by another', async () => {
    const lab = await openLab();
    const other = await openLab({ folder: lab.folder, limits: { bytes: 0, days: 0 } });
    const stage = capitalsStage();
    const job = startJob(lab.store, createJob(lab.store, { kind: 'film' }).id);
    const mine = await lab.builder.make(stage, { text: 'mine' }, { unit: 'a', jobId: job.id });
    expect((await other.builder.trim()).dropped).toBe(0);
    expect((await other.builder.clear()).dropped).toBe(0);
    expect((await lab.builder.trim({ bytes: 0, days: 0 })).dropped).toBe(0);
    expect(existsSync(mine.directory)).toBe(true);
    expect(lab.builder.stats().pinned).toBe(1);
    await lab.builder.release(job.id);
    expect((await other.builder.trim()).dropped).toBe(1);
    await closeLab(lab);
    await closeLab(other);
  });

  it('would catch statistics that do not add up, and a clear that takes another stage with it', async () => {
    const lab = await openLab();
    const stage = capitalsStage();
    await lab.builder.make(stage, { text: 'four' }, { unit: 'a' });
    await lab.builder.make(stage, { text: 'four' }, { unit: 'a' });
    await lab.builder.make({ ...capitalsStage(), name: 'shout' }, { text: 'sixsix' }, { unit: 'a' });
    expect(lab.builder.stats()).toMatchObject({
      count: 2,
      bytes: 10,
      stages: [
        { stage: 'capitals', count: 1, bytes: 4, hits: 1 },
        { stage: 'shout', count: 1, bytes: 6, hits: 0, secondsSaved: 0 },
      ],
    });
    await lab.builder.release();
    expect(await lab.builder.clear('shout')).toEqual({ dropped: 1, bytes: 6 });
    expect(lab.builder.stats().stages.map(({ stage: name }) => name)).toEqual(['capitals']);
    await closeLab(lab);
  });
});
