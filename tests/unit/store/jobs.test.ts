import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  createJob,
  failJob,
  finishJob,
  getJob,
  isCancelRequested,
  listJobs,
  requestCancel,
  startJob,
} from '../../../src/core/store/jobs.ts';
import { getProject, lastSteps, listProjects, removeProject, upsertProject } from '../../../src/core/store/projects.ts';
import { pin } from '../../../src/core/store/pins.ts';
import { beginStep, endStep, listSteps, projectOf, recordUnit } from '../../../src/core/store/steps.ts';
import type { Store } from '../../../src/core/store/store.ts';
import { openStore } from '../../../src/core/store/store.ts';
import { watchCancel } from '../../../src/core/store/watch-cancel.ts';
import { CancelledError, ErrorCode, StudioError } from '../../../src/shared/errors.ts';
import { temporaryFolder } from '../../helpers/build-lab.ts';
import { startChild } from '../../helpers/build-process.ts';

function openFresh(): { store: Store; path: string } {
  const path = join(temporaryFolder(), 'storyloom.sqlite');
  return { store: openStore(path).store, path };
}

describe('jobs', () => {
  it('would catch a job whose life is not told: queued, running, done, failed with its error, cancelled', () => {
    const { store } = openFresh();
    const job = createJob(store, { kind: 'film', options: { fps: 30 } });
    expect(job).toMatchObject({ kind: 'film', state: 'queued', options: { fps: 30 }, startedAt: null, error: null });
    expect(startJob(store, job.id)).toMatchObject({ state: 'running', pid: process.pid });
    expect(finishJob(store, job.id)).toMatchObject({ state: 'done', pid: null });

    const failing = startJob(store, createJob(store, { kind: 'film' }).id);
    const error = new StudioError(ErrorCode.missing, 'No ffmpeg.', { hint: 'Install it.', cause: new Error('ENOENT') });
    expect(failJob(store, failing.id, error)).toMatchObject({
      state: 'failed',
      interrupted: false,
      error: { code: 'missing', message: 'No ffmpeg.', hint: 'Install it.', cause: { message: 'ENOENT' } },
    });
    expect(startJob(store, failing.id)).toMatchObject({ state: 'running', error: null, endedAt: null });
    expect(failJob(store, failing.id, new CancelledError())).toMatchObject({ state: 'cancelled', error: null });
    expect(() => startJob(store, failing.id)).toThrow(expect.objectContaining({ code: 'option' }));
    expect(() => getJob(store, 'nothing')).toThrow(expect.objectContaining({ code: 'not-found' }));
    store.close();
  });

  it('would catch a wish to cancel that is forgotten', () => {
    const { store } = openFresh();
    const queued = createJob(store, { kind: 'film' });
    expect(requestCancel(store, queued.id).state).toBe('cancelled');
    const running = startJob(store, createJob(store, { kind: 'film' }).id);
    expect(isCancelRequested(store, running.id)).toBe(false);
    expect(requestCancel(store, running.id)).toMatchObject({ state: 'running', cancelRequested: true });
    expect(isCancelRequested(store, running.id)).toBe(true);
    failJob(store, running.id, new Error('it failed before it heard'));
    expect(() => startJob(store, running.id)).toThrow(CancelledError);
    expect(getJob(store, running.id).state).toBe('cancelled');
    expect(requestCancel(store, running.id).state).toBe('cancelled');
    store.close();
  });

  it('would catch a wish to cancel that another process has and the one that runs the job never hears', async () => {
    const { store, path } = openFresh();
    const other = openStore(path).store;
    const job = startJob(store, createJob(store, { kind: 'film' }).id);
    let calls = 0;
    const heard = new Promise<void>((resolve) => {
      watchCancel(
        store,
        job.id,
        () => {
          calls++;
          resolve();
        },
        2,
      );
    });
    requestCancel(other, job.id);
    await heard;
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(calls).toBe(1);
    other.close();
    store.close();
  });

  it('would catch a killed process whose jobs stay running, whose pins stay, or whose cancelled job is taken up', async () => {
    const { store, path } = openFresh();
    const child = startChild('hold', join(path, '..'));
    const owner = await child.line();
    const [running] = listJobs(store, { states: ['running'] });
    expect(store.isAlive(owner)).toBe(true);
    store.sweep();
    expect(getJob(store, running!.id).state).toBe('running');

    const step = beginStep(store, { jobId: running!.id, stage: 'narrate', unit: 'a', key: 'k' });
    store.run(store.query.insertInto('pins').values({ key: 'k', owner_id: owner, scope: '' }));
    store.run(store.query.insertInto('claims').values({ key: 'k', owner_id: owner, claimed_at: 0 }));
    const wanted = createJob(store, { kind: 'film' });
    store.run(
      store.query
        .updateTable('jobs')
        .set({ state: 'running', owner_id: owner, cancel_requested: 1 })
        .where('id', '=', wanted.id),
    );
    child.kill();
    await child.ended;
    expect(store.isAlive(owner)).toBe(false);
    store.sweep();
    expect(getJob(store, running!.id)).toMatchObject({
      state: 'failed',
      interrupted: true,
      error: { name: 'Interrupted' },
    });
    expect(getJob(store, wanted.id)).toMatchObject({ state: 'cancelled' });
    expect(listSteps(store, running!.id)).toMatchObject([{ unit: 'a', state: 'failed' }]);
    expect(step).toBeGreaterThan(0);
    expect(store.all(store.query.selectFrom('pins').selectAll())).toEqual([]);
    expect(store.all(store.query.selectFrom('claims').selectAll())).toEqual([]);
    expect(existsSync(join(path, '..', 'owners', `${owner}.lock`))).toBe(false);
    expect(startJob(store, running!.id)).toMatchObject({ state: 'running', interrupted: false });
    store.close();
  });

  it('would catch a live process taken for dead, or a closed one that leaves its lock', () => {
    const { store, path } = openFresh();
    const other = openStore(path).store;
    expect([store.isAlive(other.owner.id), other.isAlive(store.owner.id), store.isAlive(store.owner.id)]).toEqual([
      true,
      true,
      true,
    ]);
    // Asking must not end the lock of who is asked about (POSIX locks end when any handle of the process is closed).
    expect(store.isAlive(other.owner.id)).toBe(true);
    other.close();
    expect(store.isAlive(other.owner.id)).toBe(false);
    store.close();
  });

  it('would catch a history that grows for ever, or that forgets what still runs', () => {
    const { store } = openFresh();
    const oldest = startJob(store, createJob(store, { kind: 'long' }).id);
    store.transaction(() => {
      for (let i = 0; i < 510; i++) finishJob(store, createJob(store, { kind: 'short' }).id);
    });
    expect(listJobs(store, { limit: 1000 }).length).toBeLessThanOrEqual(502);
    expect(getJob(store, oldest.id).state).toBe('running');
    expect(listJobs(store, { limit: 2 })).toHaveLength(2);
    store.close();
  });
});

describe('projects', () => {
  it('would catch a story that is another project the next time, or after the database was lost', () => {
    const one = openFresh().store;
    const made = upsertProject(one, { path: 'stories/otter.md', title: 'Otter' });
    const again = upsertProject(one, { path: './stories/../stories/otter.md', title: 'The Otter' });
    expect(again.id).toBe(made.id);
    expect(getProject(one, made.id)).toMatchObject({ title: 'The Otter', createdAt: made.createdAt });
    const other = openFresh().store;
    expect(upsertProject(other, { path: 'stories/otter.md', title: 'x' }).id).toBe(made.id);
    const nameless = [upsertProject(one, { title: 'a' }), upsertProject(one, { title: 'b' })];
    expect(nameless[0]!.id).not.toBe(nameless[1]!.id);
    expect(listProjects(one)).toHaveLength(3);
    one.close();
    other.close();
  });

  it('would catch a removed project that leaves its jobs, steps and units behind', () => {
    const { store } = openFresh();
    const project = upsertProject(store, { title: 'x' });
    const job = startJob(store, createJob(store, { kind: 'film', projectId: project.id }).id);
    const step = { stage: 'narrate', unit: 'a', key: 'k' };
    endStep(store, beginStep(store, { jobId: job.id, ...step }), { state: 'done', cached: false, ms: 1, bytes: 2 });
    recordUnit(store, projectOf(store, job.id)!, { ...step, stageVersion: 1, identity: '{}' });
    pin(store, 'k', job.id);
    expect(lastSteps(store, project.id)).toMatchObject([{ ...step, stageVersion: 1, identity: '{}' }]);
    removeProject(store, project.id);
    expect(lastSteps(store, project.id)).toEqual([]);
    expect(listJobs(store)).toEqual([]);
    expect(listSteps(store, job.id)).toEqual([]);
    store.close();
  });
});
