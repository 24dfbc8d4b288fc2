/**
 * The one place that decides how many threads do what. The law: models' threads plus workers never exceed the cores,
 * because two threads on one core make both slower than one after the other.
 */

export interface MachineFacts {
  /** Cores that this process may use (os.availableParallelism). */
  readonly cores: number;
  /** Memory that is free now, in bytes (os.freemem; on Linux what is available). */
  readonly freeBytes: number;
}

/** What one worker of some kind needs. */
export interface WorkerNeeds {
  /** Resident bytes of one worker with its model loaded. */
  readonly bytesPerWorker: number;
  /** The most workers that are of use, such as the number of tasks. */
  readonly most?: number;
  /** Threads beyond which one model gains nothing. */
  readonly mostThreadsPerWorker?: number;
}

export interface ThreadBudget {
  readonly workers: number;
  /** Threads that each worker's model may use, the worker's own thread included. */
  readonly threadsPerWorker: number;
}

/** Left to the host process, the picture maker and the rest of the user's machine. */
export const RESERVED_BYTES = 512 * 1024 * 1024;

/**
 * As many workers as cores and memory allow, at least one; cores that are left over for want of memory or tasks go to
 * the workers' models. One thread a worker is faster than one worker with many threads (measured.md: 5.6 against 4.7).
 */
export function planThreads(machine: MachineFacts, needs: WorkerNeeds): ThreadBudget {
  const cores = Math.max(1, Math.floor(machine.cores));
  const byMemory = Math.floor((machine.freeBytes - RESERVED_BYTES) / needs.bytesPerWorker);
  const workers = Math.max(1, Math.min(cores, byMemory, needs.most ?? cores));
  const threadsPerWorker = Math.max(1, Math.min(Math.floor(cores / workers), needs.mostThreadsPerWorker ?? cores));
  return { workers, threadsPerWorker };
}
