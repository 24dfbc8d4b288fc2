import { CancelledError, throwIfCancelled } from '../../shared/errors.ts';

export type Limit = <Result>(work: () => Promise<Result>, signal?: AbortSignal, priority?: number) => Promise<Result>;

interface Waiting {
  readonly priority: number;
  readonly begin: () => void;
}

/**
 * At most `count` works at once; of the others the most urgent goes first (0 by default), and equals go in the order in
 * which they came. A work whose signal is aborted before its turn is not begun and rejects with CancelledError.
 */
export function createLimit(count: number): Limit {
  let free = count;
  const waiting: Waiting[] = [];
  const turn = (priority: number, signal: AbortSignal | undefined): Promise<void> =>
    new Promise((resolve, reject) => {
      const cancel = (): void => {
        waiting.splice(waiting.indexOf(one), 1);
        reject(new CancelledError());
      };
      const begin = (): void => {
        signal?.removeEventListener('abort', cancel);
        resolve();
      };
      const one = { priority, begin };
      const later = waiting.findIndex((other) => other.priority < priority);
      waiting.splice(later === -1 ? waiting.length : later, 0, one);
      signal?.addEventListener('abort', cancel, { once: true });
    });
  return async (work, signal, priority = 0) => {
    if (signal) throwIfCancelled(signal);
    if (free > 0) free--;
    else await turn(priority, signal);
    try {
      if (signal) throwIfCancelled(signal);
      return await work();
    } finally {
      // A place is handed on, not freed, so that a newcomer cannot slip in before who waits.
      const next = waiting.shift();
      if (next) next.begin();
      else free++;
    }
  };
}
