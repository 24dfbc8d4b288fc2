/** The host half of the worker threads; the only importer of Piscina. */
import { randomUUID } from 'node:crypto';
import { BroadcastChannel, type Transferable } from 'node:worker_threads';
import { Piscina } from 'piscina';
import { CancelledError, ErrorCode, StudioError } from '../../shared/errors.ts';
import { type Priority, steadyPriority } from '../../shared/priority.ts';
import { Affinity } from './affinity.ts';
import { attempt, ThreadDied } from './attempt.ts';
import type { NewsOf, TaskMap, Tasks, ThreadOrder, WorkerData } from './messages.ts';
import { Schedule } from './schedule.ts';

export interface PoolOptions {
  /** Cores that all tasks together may keep busy; the number of threads. See budget.ts. */
  readonly threads: number;
  /** The worker's entry file: TypeScript in a checkout, a bundle in the app (paths.workerEntry). */
  readonly entry: URL;
  /** The most tasks of one area ('speech') at a time, by what the memory holds. */
  readonly areaLimits?: Readonly<Record<string, number>>;
  /** How long a running task has to see the cancel flag before its thread is killed. 5,000 ms. */
  readonly graceMs?: number;
  /** The same for tasks of one area, where killing is worse than waiting. */
  readonly areaGraceMs?: Readonly<Record<string, number>>;
  /** After so long without a task a thread lets its models go, and soon after ends. 60,000 ms. */
  readonly idleMs?: number;
}

export interface RunOptions<News = never> {
  readonly signal?: AbortSignal;
  /** 0..1, never falling, at most about ten a second, 1 at the end. */
  readonly onProgress?: (value: number) => void;
  /** Hears what the task tells; all of it again when it is begun again. */
  readonly onNews?: (news: News) => void;
  /** Buffers that move to the worker. A task that gave its input away cannot be retried. */
  readonly transfer?: readonly Transferable[];
  /** The higher goes first; 0 by default. While the task waits it moves forward as its priority rises. */
  readonly priority?: Priority;
  /** Cores that the task keeps busy; 1 by default. */
  readonly threads?: number;
}

export interface PoolStats {
  readonly threads: number;
  readonly liveThreads: number;
  readonly busyThreads: number;
  readonly running: number;
  readonly queued: number;
  readonly completed: number;
  /** Tasks begun again because their thread had died. */
  readonly retried: number;
  /** Threads killed because a task did not stop within the grace time. */
  readonly killed: number;
}

export interface Pool<Map extends TaskMap<Map> = Tasks> {
  /**
   * Runs a task on a thread.
   * @throws CancelledError, what the task threw, or StudioError `internal` when its thread died twice.
   */
  run<Name extends keyof Map & string>(
    task: Name,
    input: Map[Name]['input'],
    options?: RunOptions<NewsOf<Map[Name]>>,
  ): Promise<Map[Name]['output']>;
  /** Idle threads let their models go now. */
  release(): void;
  stats(): PoolStats;
  /** Cancels everything, waits for it (the grace time at most), ends the threads. */
  dispose(): Promise<void>;
}

interface Job {
  readonly task: string;
  readonly area: string;
  readonly input: unknown;
  readonly threads: number;
  priority: number;
  readonly transfer: readonly Transferable[];
  readonly cancelFlag: Int32Array<SharedArrayBuffer>;
  /** Ends the thread that runs it. */
  readonly kill: AbortController;
  readonly onProgress: (value: number) => void;
  readonly onNews: (news: unknown) => void;
  readonly settle: (result: { readonly output: unknown } | { readonly error: unknown }) => void;
  attempts: number;
  graceTimer?: NodeJS.Timeout;
}

const ATTEMPTS = 2;
/** Between letting the models go and ending the thread. */
const IDLE_MARGIN_MS = 5_000;

/** One pool serves the whole product, so that the threads of all its parts are counted together. */
export function createPool<Map extends TaskMap<Map> = Tasks>(options: PoolOptions): Pool<Map> {
  return new ThreadPool<Map>(options);
}

class ThreadPool<Map extends TaskMap<Map>> implements Pool<Map> {
  readonly #piscina: Piscina;
  readonly #schedule: Schedule<Job>;
  readonly #orders: BroadcastChannel;
  /** Waiting and running. */
  readonly #jobs = new Set<Job>();
  readonly #entry: string;
  readonly #graceMs: number;
  readonly #areaGraceMs: Readonly<Record<string, number>>;
  readonly #threads: number;
  #completed = 0;
  #retried = 0;
  #killed = 0;
  #disposal: Promise<void> | undefined;

  constructor(options: PoolOptions) {
    const areas = options.areaLimits ?? {};
    const idleMs = options.idleMs ?? 60_000;
    const orders = `storyloom-${randomUUID()}`;
    const affinity = new Affinity(areas);
    this.#entry = options.entry.href;
    this.#graceMs = options.graceMs ?? 5_000;
    this.#areaGraceMs = options.areaGraceMs ?? {};
    this.#threads = Math.max(1, options.threads);
    this.#schedule = new Schedule({ threads: this.#threads, areas });
    this.#orders = new BroadcastChannel(orders);
    this.#orders.unref();
    this.#piscina = new Piscina({
      minThreads: 0,
      maxThreads: this.#threads,
      idleTimeout: idleMs + IDLE_MARGIN_MS,
      // A thread asleep in Atomics.wait could hear neither its idle timer nor our orders.
      atomics: 'disabled',
      recordTiming: false,
      workerData: { idleMs, orders } satisfies WorkerData,
      loadBalancer: (task, threads) => affinity.choose(areaOf(task), threads),
    });
    // Comes when a thread dies with no task in hand: nothing is lost, the next task gets a new thread.
    this.#piscina.on('error', () => undefined);
  }

  run<Name extends keyof Map & string>(
    task: Name,
    input: Map[Name]['input'],
    options: RunOptions<NewsOf<Map[Name]>> = {},
  ): Promise<Map[Name]['output']> {
    const { signal, priority = steadyPriority(0) } = options;
    if (signal?.aborted || this.#disposal) return Promise.reject(new CancelledError());
    return new Promise((resolve, reject) => {
      const cancel = () => {
        this.#cancel(job);
      };
      const job: Job = {
        task,
        area: task.split('.')[0] ?? task,
        input,
        threads: options.threads ?? 1,
        priority: priority.value,
        transfer: options.transfer ?? [],
        cancelFlag: new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)),
        kill: new AbortController(),
        onProgress: neverFalling(options.onProgress),
        onNews: (news) => options.onNews?.(news as NewsOf<Map[Name]>),
        attempts: 0,
        settle: (result) => {
          clearTimeout(job.graceTimer);
          signal?.removeEventListener('abort', cancel);
          stopListening();
          this.#jobs.delete(job);
          if ('error' in result) reject(result.error);
          else resolve(result.output);
        },
      };
      const stopListening = priority.onRise(() => {
        this.#raise(job, priority.value);
      });
      signal?.addEventListener('abort', cancel, { once: true });
      this.#jobs.add(job);
      this.#schedule.add(job);
      this.#startWhatMayStart();
    });
  }

  release(): void {
    this.#orders.postMessage('release' satisfies ThreadOrder);
  }

  stats(): PoolStats {
    return {
      threads: this.#threads,
      liveThreads: this.#piscina.threads.length,
      busyThreads: this.#schedule.busyThreads,
      running: this.#schedule.running,
      queued: this.#schedule.waiting.length,
      completed: this.#completed,
      retried: this.#retried,
      killed: this.#killed,
    };
  }

  dispose(): Promise<void> {
    this.#disposal ??= this.#shutDown();
    return this.#disposal;
  }

  async #shutDown(): Promise<void> {
    const idle = new Promise<void>((resolve) => {
      this.#onIdle = resolve;
    });
    for (const job of this.#jobs) this.#cancel(job);
    if (this.#schedule.running > 0) await idle;
    await this.#piscina.destroy();
    this.#orders.close();
  }

  #onIdle: () => void = () => undefined;

  #startWhatMayStart(): void {
    for (let job = this.#schedule.next(); job; job = this.#schedule.next()) void this.#runJob(job);
  }

  async #runJob(job: Job): Promise<void> {
    let again = false;
    try {
      job.attempts += 1;
      const output = await this.#attempt(job);
      this.#completed += 1;
      job.onProgress(1);
      job.settle({ output });
    } catch (error) {
      again = error instanceof ThreadDied && this.#mayRetry(job);
      if (!again) job.settle({ error: this.#explain(job, error) });
    }
    this.#schedule.finish(job);
    if (again) {
      this.#retried += 1;
      this.#schedule.add(job);
    }
    this.#startWhatMayStart();
    if (this.#schedule.running === 0) this.#onIdle();
  }

  #attempt(job: Job): Promise<unknown> {
    return attempt({ ...job, cancelFlag: job.cancelFlag.buffer }, (request, transfer) =>
      this.#piscina.run(
        { ...request, [Piscina.queueOptionsSymbol]: { area: job.area } },
        { filename: this.#entry, transferList: [...transfer], signal: job.kill.signal },
      ),
    );
  }

  #mayRetry(job: Job): boolean {
    return job.attempts < ATTEMPTS && job.transfer.length === 0 && !isCancelled(job);
  }

  /** One that runs already is not hurried; it keeps the priority for when its thread dies. */
  #raise(job: Job, priority: number): void {
    const isWaiting = this.#schedule.withdraw(job);
    job.priority = priority;
    if (!isWaiting) return;
    this.#schedule.add(job);
    this.#startWhatMayStart();
  }

  /** The flag first, so that the task stops at its next step and its thread keeps the loaded model. */
  #cancel(job: Job): void {
    if (this.#schedule.withdraw(job)) {
      job.settle({ error: new CancelledError() });
      return;
    }
    Atomics.store(job.cancelFlag, 0, 1);
    job.graceTimer ??= setTimeout(() => {
      this.#killed += 1;
      job.kill.abort();
    }, this.#areaGraceMs[job.area] ?? this.#graceMs);
  }

  #explain(job: Job, error: unknown): unknown {
    if (!(error instanceof ThreadDied)) return error;
    if (isCancelled(job)) return new CancelledError();
    return new StudioError(
      ErrorCode.internal,
      `The worker thread that ran "${job.task}" died, and so did the next one.`,
      {
        hint: 'Close other programs to free memory and try again; if it happens again, report it with the log.',
        data: { task: job.task, attempts: job.attempts },
        cause: error.cause,
      },
    );
  }
}

function isCancelled(job: Job): boolean {
  return Atomics.load(job.cancelFlag, 0) === 1;
}

function areaOf(task: object): string {
  const options: unknown = Reflect.get(task, Piscina.queueOptionsSymbol);
  return typeof options === 'object' && options !== null && 'area' in options ? String(options.area) : '';
}

/** A task that is begun again starts at 0: the listener sees it go on from where it was. */
function neverFalling(listener: ((value: number) => void) | undefined): (value: number) => void {
  let last = -1;
  return (value) => {
    const clamped = Math.min(1, Math.max(0, value));
    if (!listener || !(clamped > last)) return;
    last = clamped;
    listener(clamped);
  };
}
