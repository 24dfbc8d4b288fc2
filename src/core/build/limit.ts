import { throwIfCancelled } from '../../shared/errors.ts';

export type Limit = <Result>(work: () => Promise<Result>, signal?: AbortSignal) => Promise<Result>;

/**
 * At most `count` works at once, the others in the order in which they came. A work whose signal is aborted before its
 * turn is not begun and rejects with CancelledError.
 */
export function createLimit(count: number): Limit {
  let free = count;
  const waiting: (() => void)[] = [];
  return async (work, signal) => {
    if (free > 0) free--;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      if (signal) throwIfCancelled(signal);
      return await work();
    } finally {
      // A place is handed on, not freed, so that a newcomer cannot slip in before who waits.
      const next = waiting.shift();
      if (next) next();
      else free++;
    }
  };
}
