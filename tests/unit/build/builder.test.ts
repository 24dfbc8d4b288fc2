import { existsSync, readdirSync, rmSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { MANIFEST_NAME } from '../../../src/core/build/manifest.ts';
import type { Stage } from '../../../src/core/build/stage.ts';
import { CancelledError } from '../../../src/shared/errors.ts';
import { createJob, getJob, startJob } from '../../../src/core/store/jobs.ts';
import { upsertProject } from '../../../src/core/store/projects.ts';
import { listSteps } from '../../../src/core/store/steps.ts';
import { capitalsStage, closeLab, gate, openLab, readTree } from '../../helpers/build-lab.ts';

const temporaries = (cache: string): string[] => readdirSync(join(cache, 'tmp'));

describe('making', () => {
  it('would catch a stage that runs again although nothing changed, in this process or the next', async () => {
    const lab = await openLab();
    const stage = capitalsStage();
    const made = await lab.builder.make(stage, { text: 'otter' }, { unit: 'a' });
    const again = await lab.builder.make(stage, { text: 'otter' }, { unit: 'a' });
    await closeLab(lab);
    const next = await openLab({ folder: lab.folder });
    const later = await next.builder.make(stage, { text: 'otter' }, { unit: 'a' });
    expect([made.cached, again.cached, later.cached]).toEqual([false, true, true]);
    expect(stage.runs).toBe(1);
    expect({ ...later, cached: false }).toEqual(made);
    expect(await readFile(join(later.directory, 'capitals.txt'), 'utf8')).toBe('OTTER');
    await closeLab(next);
  });

  it('would catch a changed input, version or name that is answered with the old artefact', async () => {
    const lab = await openLab();
    const stage = capitalsStage();
    const keys = [
      await lab.builder.make(stage, { text: 'a' }, { unit: 'a' }),
      await lab.builder.make(stage, { text: 'b' }, { unit: 'a' }),
      await lab.builder.make(capitalsStage(2), { text: 'a' }, { unit: 'a' }),
      await lab.builder.make({ ...capitalsStage(), name: 'shout' }, { text: 'a' }, { unit: 'a' }),
    ].map(({ key, cached }) => `${key} ${String(cached)}`);
    expect(new Set(keys).size).toBe(4);
    expect(keys.every((line) => line.endsWith('false'))).toBe(true);
    await closeLab(lab);
  });

  it('would catch a first answer that differs from the cached one (undefined members, order of members)', async () => {
    const lab = await openLab();
    const stage: Stage<null, { b?: number | undefined; a: number[] }> = {
      name: 'odd',
      version: 1,
      identity: () => null,
      run: () => Promise.resolve({ b: undefined, a: [1.5, -0] }),
    };
    const made = await lab.builder.make(stage, null, { unit: 'a' });
    const again = await lab.builder.make(stage, null, { unit: 'a' });
    expect(JSON.stringify(made.output)).toBe(JSON.stringify(again.output));
    expect(Object.keys(made.output)).toEqual(['a']);
    await closeLab(lab);
  });

  it('would catch the same thing asked for twice at once and made twice', async () => {
    const lab = await openLab();
    const wait = gate();
    const stage = capitalsStage();
    const slow: typeof stage = Object.assign(stage, {
      run: ((run) =>
        async function (this: typeof stage, input: { text: string }, context: Parameters<typeof stage.run>[1]) {
          await wait.opened;
          return run.call(this, input, context);
        })(stage.run),
    });
    const both = Promise.all([
      lab.builder.make(slow, { text: 'x' }, { unit: 'a' }),
      lab.builder.make(slow, { text: 'x' }, { unit: 'b' }),
    ]);
    wait.open();
    const [one, other] = await both;
    expect(slow.runs).toBe(1);
    expect([one.cached, other.cached].sort()).toEqual([false, true]);
    await closeLab(lab);
  });

  it('would catch two processes that make the same thing, or one that waits for ever', async () => {
    const first = await openLab();
    const second = await openLab({ folder: first.folder });
    const wait = gate();
    const begun = gate();
    let runs = 0;
    const stage: Stage<string, number> = {
      name: 'slow',
      version: 1,
      identity: (text) => text,
      async run() {
        runs++;
        begun.open();
        await wait.opened;
        return 1;
      },
    };
    const one = first.builder.make(stage, 'x', { unit: 'a' });
    await begun.opened;
    const other = second.builder.make(stage, 'x', { unit: 'a' });
    setTimeout(wait.open, 60);
    expect((await one).cached).toBe(false);
    expect((await other).cached).toBe(true);
    expect(runs).toBe(1);
    await closeLab(first);
    await closeLab(second);
  });

  it('would catch a waiter that gives up or waits for ever when the one it waits for fails', async () => {
    const first = await openLab();
    const second = await openLab({ folder: first.folder });
    const fail = gate();
    const begun = gate();
    let runs = 0;
    const stage: Stage<string, number> = {
      name: 'fails once',
      version: 1,
      identity: (text) => text,
      async run() {
        if (++runs > 1) return runs;
        begun.open();
        await fail.opened;
        throw new Error('the first one fails');
      },
    };
    const one = first.builder.make(stage, 'x', { unit: 'a' });
    await begun.opened;
    const other = second.builder.make(stage, 'x', { unit: 'a' });
    fail.open();
    await expect(one).rejects.toThrow('the first one fails');
    expect(await other).toMatchObject({ cached: false, output: 2 });
    await closeLab(first);
    await closeLab(second);
  });

  it('would catch a failure that is remembered, or that leaves half-made things behind', async () => {
    const lab = await openLab();
    let isBroken = true;
    const stage: Stage<null, string> = {
      name: 'moody',
      version: 1,
      identity: () => null,
      async run(_, { directory }) {
        await writeFile(join(directory, 'half.txt'), 'half');
        if (isBroken) throw new Error('not today');
        return 'made';
      },
    };
    await expect(lab.builder.make(stage, null, { unit: 'a' })).rejects.toThrow('not today');
    expect(temporaries(lab.cache)).toEqual([]);
    expect((await lab.builder.find(stage, null)).artefact).toBeUndefined();
    isBroken = false;
    expect(await lab.builder.make(stage, null, { unit: 'a' })).toMatchObject({ cached: false, output: 'made' });
    await closeLab(lab);
  });

  it('would catch progress that falls, passes 1 or is told for what was not made', async () => {
    const lab = await openLab();
    const told: number[] = [];
    const stage: Stage<null, null> = {
      name: 'teller',
      version: 1,
      identity: () => null,
      run: (_, { report }) => {
        for (const value of [0.2, 0.1, Number.NaN, 0.7, 3]) report(value);
        return Promise.resolve(null);
      },
    };
    const make = () => lab.builder.make(stage, null, { unit: 'a', onProgress: (value) => told.push(value) });
    await make();
    await make();
    expect(told.at(-1)).toBe(1);
    expect([...told].sort((a, b) => a - b)).toEqual(told);
    expect(told.filter((value) => value === 1)).toHaveLength(1);
    await closeLab(lab);
  });

  it('would catch a stage that hides the manifest or leaves a link', async () => {
    const lab = await openLab();
    const stage: Stage<null, null> = {
      name: 'rude',
      version: 1,
      identity: () => null,
      async run(_, { directory }) {
        await writeFile(join(directory, MANIFEST_NAME), '{}');
        return null;
      },
    };
    await expect(lab.builder.make(stage, null, { unit: 'a' })).rejects.toMatchObject({ code: 'internal' });
    await closeLab(lab);
  });
});

describe('priority', () => {
  it('would catch a work that stays as urgent as who asked for it first', async () => {
    const lab = await openLab();
    const [begun, wait] = [gate(), gate()];
    const seen: number[] = [];
    const stage: Stage<null, null> = {
      name: 'slow',
      version: 1,
      identity: () => null,
      run: async (_, { priority }) => {
        seen.push(priority.value);
        const stop = priority.onRise(() => seen.push(priority.value));
        begun.open();
        await wait.opened;
        stop();
        return null;
      },
    };
    const ahead = lab.builder.make(stage, null, { unit: 'a', priority: 0 });
    await begun.opened;
    const shown = lab.builder.make(stage, null, { unit: 'a', priority: 2 });
    const late = lab.builder.make(stage, null, { unit: 'a', priority: 1 });
    await vi.waitUntil(() => seen.length > 1);
    wait.open();
    await Promise.all([ahead, shown, late]);
    expect(seen).toEqual([0, 2]);
    await closeLab(lab);
  });
});

describe('cancelling', () => {
  const endless = (begun: () => void): Stage<null, null> => ({
    name: 'endless',
    version: 1,
    identity: () => null,
    async run(_, { directory, signal }) {
      await writeFile(join(directory, 'half.txt'), 'half');
      begun();
      await new Promise((resolve) => {
        signal.addEventListener('abort', resolve);
      });
      return null;
    },
  });

  it('would catch a cancelled stage whose half work is kept, found or left in the way', async () => {
    const lab = await openLab();
    const project = upsertProject(lab.store, { title: 'x' });
    const job = startJob(lab.store, createJob(lab.store, { kind: 'film', projectId: project.id }).id);
    const controller = new AbortController();
    const begun = gate();
    const stage = endless(begun.open);
    const making = lab.builder.make(stage, null, { unit: 'a', jobId: job.id, signal: controller.signal });
    await begun.opened;
    controller.abort();
    await expect(making).rejects.toBeInstanceOf(CancelledError);
    expect(temporaries(lab.cache)).toEqual([]);
    expect((await lab.builder.find(stage, null)).artefact).toBeUndefined();
    expect(listSteps(lab.store, job.id)).toMatchObject([{ unit: 'a', state: 'cancelled', cached: false }]);
    expect(lab.store.all(lab.store.query.selectFrom('claims').selectAll())).toEqual([]);
    await closeLab(lab);
  });

  it('would catch one who cancels and takes the work away from another who waits for it', async () => {
    const lab = await openLab();
    const controller = new AbortController();
    const begun = gate();
    const wait = gate();
    const stage: Stage<null, string> = {
      name: 'shared',
      version: 1,
      identity: () => null,
      async run(_, { signal }) {
        begun.open();
        await wait.opened;
        return signal.aborted ? 'aborted' : 'whole';
      },
    };
    const leaver = lab.builder.make(stage, null, { unit: 'a', signal: controller.signal });
    await begun.opened;
    const stayer = lab.builder.make(stage, null, { unit: 'b' });
    // The stayer has to be aboard before the other leaves.
    await new Promise((resolve) => setTimeout(resolve, 20));
    controller.abort();
    await expect(leaver).rejects.toBeInstanceOf(CancelledError);
    wait.open();
    expect((await stayer).output).toBe('whole');
    await closeLab(lab);
  });

  it('would catch someone who waits for another process and cannot be cancelled', async () => {
    const first = await openLab();
    const second = await openLab({ folder: first.folder });
    const begun = gate();
    const stage = endless(begun.open);
    const one = first.builder.make(stage, null, { unit: 'a' });
    await begun.opened;
    const controller = new AbortController();
    const other = second.builder.make(stage, null, { unit: 'a', signal: controller.signal });
    setTimeout(() => {
      controller.abort();
    }, 30);
    await expect(other).rejects.toBeInstanceOf(CancelledError);
    const closing = closeLab(first);
    await expect(one).rejects.toBeInstanceOf(CancelledError);
    await closing;
    await closeLab(second);
  });

  it('would catch a change of mind that is answered with the cancel of before', async () => {
    const lab = await openLab();
    const begun = gate();
    let runs = 0;
    const stage: Stage<null, number> = {
      name: 'fickle',
      version: 1,
      identity: () => null,
      async run(_, { signal }) {
        if (++runs > 1) return runs;
        begun.open();
        await new Promise((resolve) => {
          signal.addEventListener('abort', resolve);
        });
        throw new CancelledError();
      },
    };
    const controller = new AbortController();
    const first = lab.builder.make(stage, null, { unit: 'a', signal: controller.signal });
    await begun.opened;
    controller.abort();
    const second = lab.builder.make(stage, null, { unit: 'a' });
    await expect(first).rejects.toBeInstanceOf(CancelledError);
    expect(await second).toMatchObject({ output: 2, cached: false });
    await closeLab(lab);
  });

  it('would catch a signal that was aborted before and still starts the work', async () => {
    const lab = await openLab();
    const stage = capitalsStage();
    const options = { unit: 'a', signal: AbortSignal.abort() };
    await expect(lab.builder.make(stage, { text: 'x' }, options)).rejects.toBeInstanceOf(CancelledError);
    expect(stage.runs).toBe(0);
    await closeLab(lab);
  });
});

describe('damage', () => {
  const ways: readonly [string, (directory: string) => void][] = [
    [
      'a missing file',
      (directory) => {
        rmSync(join(directory, 'capitals.txt'));
      },
    ],
    [
      'a truncated file',
      (directory) => {
        truncateSync(join(directory, 'capitals.txt'), 2);
      },
    ],
    [
      'a file with other bytes of the same length',
      (directory) => {
        writeFileSync(join(directory, 'capitals.txt'), 'OTTEN');
      },
    ],
  ];

  it.each(ways)('would catch %s that is silently used', async (_, harm) => {
    const before = await openLab();
    const stage = capitalsStage();
    const { directory, key } = await before.builder.make(stage, { text: 'otter' }, { unit: 'a' });
    await closeLab(before);
    harm(directory);
    const lab = await openLab({ folder: before.folder });
    expect((await lab.builder.find(stage, { text: 'otter' })).artefact).toBeUndefined();
    const made = await lab.builder.make(stage, { text: 'otter' }, { unit: 'a' });
    expect(made.cached).toBe(false);
    expect(await readFile(join(made.directory, 'capitals.txt'), 'utf8')).toBe('OTTER');
    expect(lab.notices).toMatchObject([{ code: 'artefact-damaged', data: { key, stage: 'capitals' } }]);
    expect(readdirSync(join(lab.cache, 'damaged'))).toHaveLength(1);
    await closeLab(lab);
  });

  it('would catch a flipped byte in a large file, which is not read at every use', async () => {
    const stage: Stage<null, null> = {
      name: 'large',
      version: 1,
      identity: () => null,
      async run(_, { directory }) {
        await writeFile(join(directory, 'large.bin'), Buffer.alloc(3_000_000, 7));
        return null;
      },
    };
    const before = await openLab();
    const { directory } = await before.builder.make(stage, null, { unit: 'a' });
    await closeLab(before);
    const bytes = await readFile(join(directory, 'large.bin'));
    bytes[2_000_000] = 8;
    await writeFile(join(directory, 'large.bin'), bytes);
    const lab = await openLab({ folder: before.folder });
    expect((await lab.builder.make(stage, null, { unit: 'a' })).cached).toBe(false);
    expect(lab.notices).toHaveLength(1);
    await closeLab(lab);
  });

  it('would catch a copied data folder (other times of writing, same bytes) that is made again', async () => {
    const before = await openLab();
    const stage = capitalsStage();
    const { directory } = await before.builder.make(stage, { text: 'otter' }, { unit: 'a' });
    await closeLab(before);
    utimesSync(join(directory, 'capitals.txt'), 1, 1);
    const lab = await openLab({ folder: before.folder });
    expect((await lab.builder.make(stage, { text: 'otter' }, { unit: 'a' })).cached).toBe(true);
    expect(lab.notices).toEqual([]);
    await closeLab(lab);
  });

  it('would catch a cache folder deleted by hand that is taken for damage or for a hit', async () => {
    const before = await openLab();
    const stage = capitalsStage();
    const options = { unit: 'a' };
    await before.builder.make(stage, { text: 'otter' }, options);
    rmSync(join(before.cache, 'objects'), { recursive: true });
    expect((await before.builder.make(stage, { text: 'otter' }, options)).cached).toBe(false);
    await closeLab(before);
    rmSync(before.cache, { recursive: true });
    const lab = await openLab({ folder: before.folder });
    expect(lab.builder.stats().count).toBe(0);
    expect((await lab.builder.make(stage, { text: 'otter' }, options)).cached).toBe(false);
    expect(lab.notices).toEqual([]);
    await closeLab(lab);
  });

  it('would catch finished artefacts that are lost with the database', async () => {
    const before = await openLab();
    const stage = capitalsStage();
    const made = await before.builder.make(stage, { text: 'otter' }, { unit: 'a' });
    await before.builder.make(stage, { text: 'whale' }, { unit: 'b' });
    await closeLab(before);
    for (const name of readdirSync(before.folder)) {
      if (name.startsWith('storyloom.sqlite')) rmSync(join(before.folder, name));
    }
    const lab = await openLab({ folder: before.folder });
    expect(lab.builder.stats()).toMatchObject({ count: 2, bytes: 10, stages: [{ stage: 'capitals', count: 2 }] });
    const again = await lab.builder.make(stage, { text: 'otter' }, { unit: 'a' });
    expect(again).toEqual({ ...made, cached: true });
    expect(stage.runs).toBe(2);
    await closeLab(lab);
  });

  it('would catch verify that misses damage, or that keeps the damaged artefact in use', async () => {
    const lab = await openLab();
    const stage = capitalsStage();
    const sound = await lab.builder.make(stage, { text: 'sound' }, { unit: 'a' });
    const broken = await lab.builder.make(stage, { text: 'broken' }, { unit: 'b' });
    writeFileSync(join(broken.directory, 'capitals.txt'), 'BROKEM');
    const told: number[] = [];
    const result = await lab.builder.verify({ onProgress: (value) => told.push(value) });
    expect(result).toMatchObject({ checked: 2, damaged: [{ key: broken.key, stage: 'capitals' }] });
    expect(told.at(-1)).toBe(1);
    expect(existsSync(broken.directory)).toBe(false);
    expect(await lab.builder.verify()).toEqual({ checked: 1, damaged: [] });
    expect((await lab.builder.make(stage, { text: 'broken' }, { unit: 'b' })).cached).toBe(false);
    expect((await lab.builder.make(stage, { text: 'sound' }, { unit: 'a' })).key).toBe(sound.key);
    await closeLab(lab);
  });

  it('would catch an object without a readable manifest that lies in the cache for ever', async () => {
    const before = await openLab();
    const stage = capitalsStage();
    const { directory, key } = await before.builder.make(stage, { text: 'otter' }, { unit: 'a' });
    before.store.run(before.store.query.deleteFrom('artefacts').where('key', '=', key));
    writeFileSync(join(directory, MANIFEST_NAME), '{"storyloom":"artefact"');
    await closeLab(before);
    const lab = await openLab({ folder: before.folder });
    expect(existsSync(directory)).toBe(false);
    expect(lab.notices).toMatchObject([{ code: 'artefact-damaged' }]);
    await closeLab(lab);
  });
});

describe('looking', () => {
  it('would catch a dry run that runs a stage, counts as a use or writes to the cache', async () => {
    const lab = await openLab();
    const stage = capitalsStage();
    expect((await lab.builder.find(stage, { text: 'new' })).artefact).toBeUndefined();
    const made = await lab.builder.make(stage, { text: 'old' }, { unit: 'a' });
    const before = readTree(lab.cache);
    const uses = () => lab.store.all(lab.store.query.selectFrom('artefacts').select(['use_count', 'last_used_at']));
    const usesBefore = uses();
    expect((await lab.builder.find(stage, { text: 'old' })).artefact).toEqual({ ...made, cached: true });
    expect(stage.runs).toBe(1);
    expect(readTree(lab.cache)).toEqual(before);
    expect(uses()).toEqual(usesBefore);
    await closeLab(lab);
  });

  it('would catch a unit whose last artefact is forgotten, or is given although it was trimmed or is of another version', async () => {
    const lab = await openLab();
    const where = { projectId: upsertProject(lab.store, { title: 'x' }).id, unit: 'scene' };
    const stage = capitalsStage();
    expect(await lab.builder.last(stage, where)).toBeUndefined();
    await lab.builder.make(stage, { text: 'old' }, { ...where, hold: 'me' });
    const made = await lab.builder.make(stage, { text: 'new' }, { ...where, hold: 'me' });
    expect(await lab.builder.last(stage, where)).toEqual({ ...made, cached: true });
    expect(await lab.builder.last(capitalsStage(2), where)).toBeUndefined();
    // Held until the hold is released.
    expect((await lab.builder.clear()).dropped).toBe(0);
    await lab.builder.release('me');
    expect((await lab.builder.clear()).dropped).toBe(2);
    expect(await lab.builder.last(stage, where)).toBeUndefined();
    await closeLab(lab);
  });

  it('would catch a wrong word for why something is made again', async () => {
    const lab = await openLab();
    const project = upsertProject(lab.store, { path: 'story.md', title: 'x' });
    const job = startJob(lab.store, createJob(lab.store, { kind: 'film', projectId: project.id }).id);
    const where = { projectId: project.id, unit: 'scene 3, sentence 2' };
    const stage = capitalsStage();
    const reason = async (text: string, version = 1) =>
      (await lab.builder.explain(capitalsStage(version), { text }, where)).reason;

    expect(await reason('one')).toEqual({ kind: 'never-made' });
    await lab.builder.make(stage, { text: 'one' }, { ...where, jobId: job.id });
    expect(await reason('one')).toBeUndefined();
    expect(await reason('two')).toEqual({ kind: 'changed', fields: ['text'] });
    expect(await reason('one', 2)).toEqual({ kind: 'stage-updated', from: 1, to: 2, fields: [] });
    expect(await reason('two', 2)).toEqual({ kind: 'stage-updated', from: 1, to: 2, fields: ['text'] });
    await lab.builder.release(job.id);
    await lab.builder.clear();
    expect(await reason('one')).toEqual({ kind: 'dropped' });
    // A unit that came from the cache was made from that too: undoing an edit is no news the next time.
    await lab.builder.make(stage, { text: 'two' }, { ...where, jobId: job.id });
    expect(await reason('one')).toEqual({ kind: 'changed', fields: ['text'] });
    await closeLab(lab);
  });

  it('would catch an estimate where nothing was measured, or one spoilt by a single slow run or another machine', async () => {
    const lab = await openLab();
    const timed = (ms: number): Stage<number, null> => ({
      name: 'timed',
      version: 1,
      identity: (work) => ({ work, ms }),
      run: (_, { took }) => {
        took(ms);
        return Promise.resolve(null);
      },
    });
    expect(lab.builder.estimate('timed', 10)).toEqual({ seconds: undefined, samples: 0 });
    for (const [work, ms] of [
      [10, 100],
      [20, 220],
      [5, 45],
      [10, 90_000],
    ] as const) {
      await lab.builder.make(timed(ms), work, { unit: 'a', work });
    }
    const { seconds, samples } = lab.builder.estimate('timed', 100);
    expect(samples).toBe(4);
    expect(seconds).toBeCloseTo(1.05, 5);
    await lab.builder.make(timed(1), 1, { unit: 'a', work: 1, rate: 'timed fast' });
    expect(lab.builder.estimate('timed fast', 1000).seconds).toBeCloseTo(1, 5);
    expect(lab.builder.estimate('timed', 100).samples).toBe(4);
    await closeLab(lab);
  });

  it('would catch steps that are not recorded with what they cost and whether they were cached', async () => {
    const lab = await openLab();
    const project = upsertProject(lab.store, { title: 'x' });
    const job = startJob(lab.store, createJob(lab.store, { kind: 'film', projectId: project.id }).id);
    const stage = capitalsStage();
    await lab.builder.make(stage, { text: 'one' }, { unit: 'a', jobId: job.id });
    await lab.builder.make(stage, { text: 'one' }, { unit: 'b', jobId: job.id });
    expect(listSteps(lab.store, job.id)).toMatchObject([
      { stage: 'capitals', unit: 'a', state: 'done', cached: false, bytes: 3 },
      { stage: 'capitals', unit: 'b', state: 'done', cached: true, bytes: 3 },
    ]);
    expect(getJob(lab.store, job.id).state).toBe('running');
    await closeLab(lab);
  });
});
