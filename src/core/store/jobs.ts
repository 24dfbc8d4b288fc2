import { randomUUID } from 'node:crypto';
import type { SerializedError } from '../../shared/errors.ts';
import { CancelledError, ErrorCode, isCancelled, serializeError, StudioError } from '../../shared/errors.ts';
import type { Selectable } from 'kysely';
import type { JobState, Progress } from '../../shared/job.ts';
import type { JobsTable } from './schema.ts';
import type { Store } from './store.ts';

export interface JobRecord {
  readonly id: string;
  readonly projectId: string | null;
  readonly kind: string;
  /** For people; empty for what nobody is shown. */
  readonly title: string;
  readonly state: JobState;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  readonly startedAt: number | null;
  readonly endedAt: number | null;
  readonly error: SerializedError | null;
  readonly cancelRequested: boolean;
  readonly pauseRequested: boolean;
  /** Its process ended without ending it; a failed or paused one may simply be run again. */
  readonly interrupted: boolean;
  /** What it was asked for, plain JSON. */
  readonly options: unknown;
  /** The last that was kept of it. */
  readonly progress: Progress | null;
  /** What came of it, plain JSON; null before it is done. */
  readonly result: unknown;
  /** The process that runs it now, or in whose queue it waits. */
  readonly ownerId: string | null;
  readonly pid: number | null;
}

export interface NewJob {
  readonly kind: string;
  readonly projectId?: string | undefined;
  /** Plain JSON. */
  readonly options?: unknown;
  /** For jobs that people are shown and that can be paused and gone on with (studio-jobs.ts). */
  readonly shown?: { readonly title: string; readonly material?: unknown };
}

const COLUMNS = [
  'id',
  'project_id',
  'kind',
  'title',
  'state',
  'created_at',
  'started_at',
  'ended_at',
  'error',
  'cancel_requested',
  'pause_requested',
  'interrupted',
  'options',
  'progress',
  'result',
  'owner_id',
  'pid',
] as const satisfies readonly (keyof JobsTable)[];
type JobRow = Pick<Selectable<JobsTable>, (typeof COLUMNS)[number]>;

/** Ended jobs above this number are forgotten, the oldest first, with their steps. */
const KEPT_JOBS = 500;

export function createJob(store: Store, job: NewJob): JobRecord {
  const id = randomUUID();
  return store.transaction(() => {
    store.run(
      store.query.insertInto('jobs').values({
        id,
        project_id: job.projectId ?? null,
        kind: job.kind,
        title: job.shown?.title ?? '',
        state: 'queued',
        created_at: store.clock(),
        started_at: null,
        ended_at: null,
        error: null,
        cancel_requested: 0,
        interrupted: 0,
        options: JSON.stringify(job.options ?? {}),
        progress: null,
        result: null,
        material: job.shown?.material === undefined ? null : JSON.stringify(job.shown.material),
        resumable: job.shown ? 1 : 0,
        // Who waits in a queue is of the process that has the queue: should that end, it waits for nobody.
        owner_id: job.shown ? store.owner.id : null,
        pid: job.shown ? store.owner.pid : null,
      }),
    );
    forgetOldJobs(store);
    return getJob(store, id);
  });
}

/** The newest job of a kind that has ended well. */
export function lastDone(store: Store, kind: string): JobRecord | undefined {
  const row = store.first(
    store.query
      .selectFrom('jobs')
      .select(COLUMNS)
      .where('kind', '=', kind)
      .where('state', '=', 'done')
      .orderBy('ended_at', 'desc')
      .limit(1),
  );
  return row && toRecord(row);
}

/**
 * Makes a queued, paused or failed job this process's own. Throws CancelledError when it was asked to be cancelled, in this
 * run of the program or an earlier one, and StudioError `option` when it is not there to be started.
 */
export function startJob(store: Store, id: string): JobRecord {
  const started = store.transaction(() => {
    const job = getJob(store, id);
    if (job.cancelRequested) {
      end(store, id, 'cancelled', null);
      return undefined;
    }
    if (!['queued', 'failed', 'paused'].includes(job.state)) {
      throw new StudioError(ErrorCode.option, `The job is ${job.state} and cannot be started.`, {
        hint: 'Begin a new one.',
        data: { id, state: job.state },
      });
    }
    const fields = {
      owner_id: store.owner.id,
      pid: store.owner.pid,
      pause_requested: 0,
      interrupted: 0,
      error: null,
      ended_at: null,
    };
    store.run(
      store.query
        .updateTable('jobs')
        .set({ state: 'running', started_at: store.clock(), ...fields })
        .where('id', '=', id),
    );
    return getJob(store, id);
  });
  // Thrown out here: inside, the transaction would be undone with it.
  if (!started) throw new CancelledError();
  return started;
}

export function finishJob(store: Store, id: string): JobRecord {
  return end(store, id, 'done', null);
}

/** Failed, or cancelled when `error` says that. */
export function failJob(store: Store, id: string, error: unknown): JobRecord {
  return isCancelled(error) ? end(store, id, 'cancelled', null) : end(store, id, 'failed', serializeError(error));
}

/**
 * Remembers the user's wish. A queued job is cancelled at once; for a running one, the process that runs it asks
 * `isCancelRequested` (it may be another process than this) and aborts.
 */
export function requestCancel(store: Store, id: string): JobRecord {
  return store.transaction(() => {
    const job = getJob(store, id);
    if (job.state === 'done' || job.state === 'cancelled') return job;
    store.run(store.query.updateTable('jobs').set({ cancel_requested: 1 }).where('id', '=', id));
    return job.state === 'running' ? getJob(store, id) : end(store, id, 'cancelled', null);
  });
}

export function isCancelRequested(store: Store, id: string): boolean {
  const job = store.first(store.query.selectFrom('jobs').select('cancel_requested').where('id', '=', id));
  return job?.cancel_requested === 1;
}

/** Throws StudioError `notFound`. */
export function getJob(store: Store, id: string): JobRecord {
  const row = store.first(selectJobs(store).where('id', '=', id));
  if (row) return toRecord(row);
  throw new StudioError(ErrorCode.notFound, 'There is no such job.', {
    hint: 'List the jobs there are.',
    data: { id },
  });
}

/** The newest first. */
export function listJobs(
  store: Store,
  filter: {
    readonly id?: string;
    readonly projectId?: string;
    readonly kinds?: readonly string[];
    readonly states?: readonly JobState[];
    readonly limit?: number;
  } = {},
): JobRecord[] {
  let query = selectJobs(store)
    .orderBy('sequence', 'desc')
    .limit(filter.limit ?? 100);
  if (filter.id !== undefined) query = query.where('id', '=', filter.id);
  if (filter.projectId !== undefined) query = query.where('project_id', '=', filter.projectId);
  if (filter.kinds) query = query.where('kind', 'in', filter.kinds);
  if (filter.states) query = query.where('state', 'in', filter.states);
  return store.all(query).map(toRecord);
}

/** All but `material`, which may be a whole story. */
function selectJobs(store: Store) {
  return store.query.selectFrom('jobs').select(COLUMNS);
}

/** What a job ends with; one that is shown keeps what it works on for as long as it can be gone on with. */
function end(store: Store, id: string, state: JobState, error: SerializedError | null): JobRecord {
  return store.transaction(() => {
    store.run(
      store.query
        .updateTable('jobs')
        .set({
          state,
          ended_at: store.clock(),
          error: error && JSON.stringify(error),
          owner_id: null,
          pid: null,
          ...(state === 'failed' ? {} : { material: null }),
        })
        .where('id', '=', id),
    );
    return getJob(store, id);
  });
}

function forgetOldJobs(store: Store): void {
  const oldest = store.first(
    store.query.selectFrom('jobs').select('sequence').orderBy('sequence', 'desc').offset(KEPT_JOBS).limit(1),
  );
  if (!oldest) return;
  store.run(
    store.query
      .deleteFrom('jobs')
      .where('sequence', '<=', oldest.sequence)
      .where('state', 'in', ['done', 'failed', 'cancelled']),
  );
}

function toRecord(row: JobRow): JobRecord {
  return {
    id: row.id,
    projectId: row.project_id,
    kind: row.kind,
    title: row.title,
    state: row.state,
    createdAt: row.created_at,
    startedAt: row.started_at,
    endedAt: row.ended_at,
    error: row.error === null ? null : (JSON.parse(row.error) as SerializedError),
    cancelRequested: row.cancel_requested === 1,
    pauseRequested: row.pause_requested === 1,
    interrupted: row.interrupted === 1,
    options: JSON.parse(row.options),
    progress: row.progress === null ? null : (JSON.parse(row.progress) as Progress),
    result: row.result === null ? null : JSON.parse(row.result),
    ownerId: row.owner_id,
    pid: row.pid,
  };
}
