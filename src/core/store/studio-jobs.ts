/** What jobs that people are shown can do beyond running once: wait in a queue, be paused, gone on with, taken away. */
import { ErrorCode, StudioError } from '../../shared/errors.ts';
import type { Progress } from '../../shared/job.ts';
import { getJob, requestCancel, type JobRecord } from './jobs.ts';
import type { Store } from './store.ts';

/** Remembers the wish to pause: a queued job is paused at once, a running one by the process that runs it. */
export function requestPause(store: Store, id: string): JobRecord {
  return store.transaction(() => {
    const job = getJob(store, id);
    if (job.state === 'queued') return pauseJob(store, id, { interrupted: false });
    if (job.state === 'running') update(store, id, { pause_requested: 1 });
    return getJob(store, id);
  });
}

/** `interrupted`: not by the user's wish, but because the process ends. */
export function pauseJob(store: Store, id: string, { interrupted }: { readonly interrupted: boolean }): JobRecord {
  return store.transaction(() => {
    // A wish to cancel that came in the meantime is the stronger one.
    const job = getJob(store, id);
    update(store, id, {
      state: 'paused',
      pause_requested: 0,
      interrupted: interrupted ? 1 : 0,
      owner_id: null,
      pid: null,
    });
    return job.cancelRequested ? requestCancel(store, id) : getJob(store, id);
  });
}

/**
 * Puts a paused or failed job back into the queue of this process; one that waits or runs is left as it is.
 * @throws StudioError `option` for one that is done or was cancelled
 */
export function requeueJob(store: Store, id: string): JobRecord {
  return store.transaction(() => {
    const job = getJob(store, id);
    if (job.state === 'queued' || job.state === 'running') return job;
    if (job.state === 'done' || job.state === 'cancelled') {
      throw new StudioError(ErrorCode.option, `The job ${job.state === 'done' ? 'is done' : 'was cancelled'}.`, {
        hint: 'Begin a new one: what is finished is used again.',
        data: { id, state: job.state },
      });
    }
    update(store, id, {
      state: 'queued',
      pause_requested: 0,
      interrupted: 0,
      error: null,
      ended_at: null,
      owner_id: store.owner.id,
      pid: store.owner.pid,
    });
    return getJob(store, id);
  });
}

/** @throws StudioError `option` for one that has not ended */
export function removeJob(store: Store, id: string): void {
  store.transaction(() => {
    const { state } = getJob(store, id);
    if (state === 'queued' || state === 'running' || state === 'paused') {
      throw new StudioError(ErrorCode.option, `The job is ${state} and cannot be taken off the list.`, {
        hint: 'Cancel it first.',
        data: { id, state },
      });
    }
    store.run(store.query.deleteFrom('jobs').where('id', '=', id));
  });
}

/** For other processes, and for after a restart; the events of this process say more. */
export function keepProgress(store: Store, id: string, progress: Progress): void {
  store.run(
    store.query
      .updateTable('jobs')
      .set({ progress: JSON.stringify(progress) })
      .where('id', '=', id)
      .where('owner_id', '=', store.owner.id),
  );
}

/** What came of it; to be kept before it is said to be done. */
export function keepResult(store: Store, id: string, result: unknown): void {
  update(store, id, { result: JSON.stringify(result) });
}

/** What the job was given to work on; undefined when it was given nothing, or has ended for good. */
export function jobMaterial(store: Store, id: string): unknown {
  const row = store.first(store.query.selectFrom('jobs').select('material').where('id', '=', id));
  return row?.material ? JSON.parse(row.material) : undefined;
}

function update(store: Store, id: string, fields: Partial<Updatable>): void {
  store.run(store.query.updateTable('jobs').set(fields).where('id', '=', id));
}

interface Updatable {
  readonly state: JobRecord['state'];
  readonly pause_requested: number;
  readonly interrupted: number;
  readonly error: string | null;
  readonly result: string;
  readonly ended_at: number | null;
  readonly owner_id: string | null;
  readonly pid: number | null;
}
