import type { Progress } from '../../../shared/job.ts';

export interface SteadyProgress {
  update(progress: Progress): void;
  /** Sends what was held back. */
  flush(): void;
  /** Sends nothing any more. */
  stop(): void;
}

/**
 * Makes the progress of one run that of the whole job: a job that was gone on with starts where it stood, the value never
 * falls and stays below 1 until the job is done, and at most one report an `interval` (milliseconds) is sent, the newest.
 */
export function steadyProgress(
  from: number | undefined,
  emit: (progress: Progress) => void,
  interval = 100,
): SteadyProgress {
  let value = from;
  let held: Progress | undefined;
  let timer: NodeJS.Timeout | undefined;
  let lastSent = -Infinity;

  const send = (): void => {
    clearTimeout(timer);
    timer = undefined;
    if (!held) return;
    const next = held;
    held = undefined;
    lastSent = performance.now();
    emit(next);
  };
  return {
    update(progress) {
      if (progress.value !== undefined) {
        const start = from ?? 0;
        value = Math.max(value ?? 0, Math.min(0.999, start + (1 - start) * progress.value));
      }
      held = value === undefined ? progress : { ...progress, value };
      const wait = lastSent + interval - performance.now();
      if (wait <= 0) send();
      else timer ??= setTimeout(send, wait);
    },
    flush: send,
    stop() {
      clearTimeout(timer);
      held = undefined;
    },
  };
}

/** How far something came that stands still: how long it will take is not known. */
export function standing(progress: Progress): Progress {
  return Object.fromEntries(Object.entries(progress).filter(([name]) => name !== 'etaSeconds')) as unknown as Progress;
}
