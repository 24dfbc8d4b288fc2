import { isCancelRequested } from './jobs.ts';
import type { Store } from './store.ts';

/**
 * Tells the process that runs a job when anyone, in whatever process, has asked for its end: once, at most `every`
 * milliseconds later. Call the result to stop watching; an open watch does not keep the process alive.
 */
export function watchCancel(store: Store, jobId: string, onCancel: () => void, every = 500): () => void {
  const timer = setInterval(() => {
    if (!isCancelRequested(store, jobId)) return;
    clearInterval(timer);
    onCancel();
  }, every);
  timer.unref();
  return () => {
    clearInterval(timer);
  };
}
