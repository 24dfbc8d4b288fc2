import { setTimeout as delay } from 'node:timers/promises';
import { CancelledError, isCancelled, serializeError, StudioError, ErrorCode } from '../../../shared/errors.ts';
import type { Progress } from '../../../shared/job.ts';
import type { JobView, StudioEvent } from '../../../shared/views.ts';
import type { Log } from '../../log.ts';
import { createJob, failJob, finishJob, listJobs, requestCancel, startJob, type JobRecord } from '../../store/jobs.ts';
import { keepProgress, keepResult, pauseJob, removeJob, requestPause, requeueJob } from '../../store/studio-jobs.ts';
import type { Store } from '../../store/store.ts';
import { ForeignJobs } from './foreign-jobs.ts';
import { JOB_KINDS, type JobKind, type JobRunner } from './job-kind.ts';
import { jobView } from './job-view.ts';
import { standing, steadyProgress } from './steady-progress.ts';

export interface JobBoardOptions {
  readonly store: Store;
  readonly runners: Readonly<Record<JobKind, JobRunner>>;
  readonly publish: (event: StudioEvent) => void;
  /** A log of one run of a job. */
  readonly openLog: (name: string) => Log;
  /** Hears of what went wrong and could not be said with a job. */
  readonly notify: (message: string) => void;
}

export interface NewStudioJob {
  readonly kind: JobKind;
  readonly title: string;
  readonly projectId?: string;
  /** Plain JSON; see job-view.ts for what of it is shown. */
  readonly options?: object;
  /** What it works on, plain JSON. */
  readonly material?: unknown;
}

interface Run {
  readonly id: string;
  readonly kind: JobKind;
  readonly stop: AbortController;
  wish?: 'cancel' | 'pause' | 'close';
  ended: Promise<void>;
}

/** How often wishes of other processes, and what became of their jobs, are looked for. */
const TICK_MS = 500;
/** Every so many ticks it is looked whether other processes have died. */
const SWEEP_TICKS = 4;
/** How long an answer waits for a job to have stopped. */
const STOP_MS = 6_000;
const SHOWN_JOBS = 200;

/**
 * The jobs of all processes on one data folder, run and steered. Everything is kept in the store first, so that a restart
 * finds every job as it was; the store's own law is that who dies leaves his jobs paused (store/sweep.ts).
 */
export class JobBoard {
  readonly #options: JobBoardOptions;
  readonly #store: Store;
  readonly #runs = new Map<string, Run>();
  /** The newest progress of what runs here, which the store hears of less often. */
  readonly #progress = new Map<string, Progress>();
  /** Ends of jobs that a full disk kept from being written. */
  readonly #owed = new Map<string, () => void>();
  readonly #foreign: ForeignJobs;
  #watchers = 0;
  #timer: NodeJS.Timeout | undefined;
  #ticks = 0;
  #isClosed = false;

  constructor(options: JobBoardOptions) {
    this.#options = options;
    this.#store = options.store;
    this.#foreign = new ForeignJobs(options.store, options.publish);
  }

  /** Queues it; it starts at once when nothing of its kind is before it. */
  start({ kind, title, projectId, options, material }: NewStudioJob): JobView {
    if (this.#isClosed) throw new CancelledError();
    const job = createJob(this.#store, { kind, projectId, options, shown: { title, material } });
    this.#tell(job.id);
    this.#startWhatMay();
    return this.get(job.id);
  }

  /** The newest first. */
  list(): JobView[] {
    this.#store.sweep();
    return listJobs(this.#store, { kinds: JOB_KINDS, limit: SHOWN_JOBS }).map((job) => this.#view(job));
  }

  /** @throws StudioError `not-found` */
  get(id: string): JobView {
    return this.#view(this.record(id));
  }

  /** @throws StudioError `not-found`, for a job that is not the studio's as well */
  record(id: string): JobRecord {
    const job = this.#find(id);
    if (job) return job;
    throw new StudioError(ErrorCode.notFound, 'There is no such job.', { hint: 'List the jobs there are.' });
  }

  /** What waits, runs or could be gone on with. */
  unfinished(kind: JobKind): JobRecord[] {
    return listJobs(this.#store, { kinds: [kind], states: ['queued', 'running', 'paused', 'failed'] });
  }

  async cancel(id: string): Promise<JobView> {
    this.record(id);
    requestCancel(this.#store, id);
    return this.#stopped(id, 'cancel');
  }

  async pause(id: string): Promise<JobView> {
    this.record(id);
    requestPause(this.#store, id);
    return this.#stopped(id, 'pause');
  }

  async resume(id: string): Promise<JobView> {
    this.record(id);
    // One that is just being paused is gone on with when it has stopped.
    const run = this.#runs.get(id);
    if (run?.wish) await run.ended;
    requeueJob(this.#store, id);
    this.#tell(id);
    this.#startWhatMay();
    return this.get(id);
  }

  remove(id: string): void {
    this.record(id);
    removeJob(this.#store, id);
    this.#options.publish({ type: 'job-removed', jobId: id });
  }

  /** While anybody watches, what other processes do with jobs is told as well. Call the result to end it. */
  watch(): () => void {
    this.#watchers += 1;
    if (this.#watchers === 1) this.#foreign.begin();
    this.#schedule();
    return () => {
      this.#watchers -= 1;
    };
  }

  /** Stops everything; what ran or waited is paused, and can be gone on with after the next start. */
  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    const runs = [...this.#runs.values()];
    for (const run of runs) this.#stop(run, 'close');
    for (const job of this.#queued()) {
      pauseJob(this.#store, job.id, { interrupted: true });
      this.#tell(job.id);
    }
    await Promise.all(runs.map((run) => run.ended));
  }

  #view(job: JobRecord): JobView {
    const progress = this.#progress.get(job.id);
    return jobView(progress ? { ...job, progress } : job);
  }

  /** Undefined when it was forgotten with its project, or is not the studio's. */
  #find(id: string): JobRecord | undefined {
    return listJobs(this.#store, { kinds: JOB_KINDS, id, limit: 1 })[0];
  }

  #tell(id: string): void {
    const job = this.#find(id);
    if (job) this.#options.publish({ type: 'job', job: this.#view(job) });
  }

  async #stopped(id: string, wish: 'cancel' | 'pause'): Promise<JobView> {
    const run = this.#runs.get(id);
    if (run) {
      this.#stop(run, wish);
      await Promise.race([run.ended, delay(STOP_MS, undefined, { ref: false })]);
    } else {
      this.#tell(id);
    }
    return this.get(id);
  }

  #stop(run: Run, wish: NonNullable<Run['wish']>): void {
    // To cancel is stronger than to pause, and whoever closes must not turn either into the other.
    if (run.wish === undefined || wish === 'cancel') run.wish = wish;
    run.stop.abort(new CancelledError());
  }

  /** Of this process, in the order in which they came. */
  #queued(): JobRecord[] {
    const { id } = this.#store.owner;
    return listJobs(this.#store, { kinds: JOB_KINDS, states: ['queued'], limit: 1000 })
      .filter(({ ownerId }) => ownerId === id)
      .reverse();
  }

  #startWhatMay(): void {
    if (this.#isClosed) return;
    for (const job of this.#queued()) if (this.#hasRoom(job.kind as JobKind)) this.#begin(job);
    this.#schedule();
  }

  #hasRoom(kind: JobKind): boolean {
    const { atOnce, acrossProcesses } = this.#options.runners[kind];
    if (acrossProcesses) return listJobs(this.#store, { kinds: [kind], states: ['running'] }).length < atOnce;
    return [...this.#runs.values()].filter((run) => run.kind === kind).length < atOnce;
  }

  #begin(queued: JobRecord): void {
    let job: JobRecord;
    try {
      job = startJob(this.#store, queued.id);
    } catch (error) {
      if (!isCancelled(error)) this.#options.notify(`A job could not be started: ${(error as Error).message}`);
      this.#tell(queued.id);
      return;
    }
    const run: Run = {
      id: job.id,
      kind: job.kind as JobKind,
      stop: new AbortController(),
      ended: Promise.resolve(),
    };
    this.#runs.set(job.id, run);
    run.ended = this.#run(job, run);
  }

  async #run(job: JobRecord, run: Run): Promise<void> {
    let lastKept = -Infinity;
    const progress = steadyProgress(job.progress?.value, (next) => {
      this.#progress.set(job.id, next);
      this.#tell(job.id);
      if (performance.now() - lastKept < TICK_MS) return;
      lastKept = performance.now();
      this.#attempt(() => {
        keepProgress(this.#store, job.id, next);
      });
    });
    this.#tell(job.id);
    let end: () => void;
    let log: Log | undefined;
    try {
      log = this.#options.openLog(job.kind);
      log.info({ job: job.id, kind: job.kind, title: job.title }, 'begun');
      const result = await this.#options.runners[run.kind].run({
        job,
        signal: run.stop.signal,
        onProgress: progress.update,
        log,
      });
      log.info({ result }, 'done');
      end = () => {
        keepProgress(this.#store, job.id, { stage: 'done', value: 1, etaSeconds: 0 });
        keepResult(this.#store, job.id, result);
        finishJob(this.#store, job.id);
      };
    } catch (error) {
      const wish = run.wish;
      if (isCancelled(error) && wish !== undefined && wish !== 'cancel') {
        log?.info({ wish }, 'paused');
        end = () => pauseJob(this.#store, job.id, { interrupted: wish === 'close' });
      } else {
        if (isCancelled(error)) log?.info({}, 'cancelled');
        else log?.error({ error: serializeError(error) }, 'failed');
        end = () => failJob(this.#store, job.id, error);
      }
      progress.flush();
      const last = this.#progress.get(job.id);
      if (last) {
        this.#attempt(() => {
          keepProgress(this.#store, job.id, standing(last));
        });
      }
    }
    progress.stop();
    this.#progress.delete(job.id);
    this.#runs.delete(job.id);
    this.#end(job.id, end);
    this.#startWhatMay();
  }

  /** Writes how a job ended; on a full disk that is tried again until it works. */
  #end(id: string, end: () => void): void {
    try {
      this.#store.transaction(end);
      this.#owed.delete(id);
    } catch (error) {
      // Taken away with its project meanwhile: there is nothing to end.
      if (error instanceof StudioError && error.code === ErrorCode.notFound) return;
      if (!this.#owed.has(id)) this.#options.notify(`The end of a job could not be noted: ${(error as Error).message}`);
      this.#owed.set(id, end);
    }
    this.#tell(id);
  }

  #attempt(write: () => void): void {
    try {
      write();
    } catch {
      // On a full disk. What is being made will say so itself.
    }
  }

  #schedule(): void {
    const isNeeded = this.#watchers > 0 || this.#runs.size > 0 || this.#owed.size > 0 || this.#queued().length > 0;
    if (this.#isClosed || this.#timer || !isNeeded) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#attempt(() => {
        this.#tick();
      });
      this.#schedule();
    }, TICK_MS);
    this.#timer.unref();
  }

  #tick(): void {
    this.#ticks += 1;
    if (this.#ticks % SWEEP_TICKS === 0) this.#store.sweep();
    for (const [id, end] of this.#owed) this.#end(id, end);
    for (const run of this.#runs.values()) {
      const job = this.#find(run.id);
      // One that is gone was taken away with its project.
      if (!job || job.cancelRequested) this.#stop(run, 'cancel');
      else if (job.pauseRequested) this.#stop(run, 'pause');
    }
    if (this.#watchers > 0) this.#foreign.look();
    this.#startWhatMay();
  }
}
