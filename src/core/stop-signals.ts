/** Being asked to stop by the system: Ctrl-C, a closed terminal, a shutdown. */

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Work that has not ended this long after it was asked to, in milliseconds, is left as a kill would leave it: resumable. */
const PATIENCE = 1800;

/**
 * Calls `stop` at the first signal. Another one, a second later or more, or work that does not stop (a disk that does not
 * answer, a model in the middle of a sentence), ends the process at once, after `last` has said what there is to say.
 */
export function onStopSignal(stop: () => void, last: () => void = () => undefined): void {
  let first = 0;
  const leave = (): void => {
    last();
    endProcess();
  };
  for (const signal of SIGNALS) {
    process.on(signal, () => {
      // npm and our launcher may each pass the same keypress on: two within a second are one.
      if (first > 0 && Date.now() - first > 1000) leave();
      if (first > 0) return;
      first = Date.now();
      stop();
      setTimeout(leave, PATIENCE).unref();
    });
  }
}

/**
 * Dies of an interrupt, as one who never listened for it: a shell sees exit code 130. `process.exit` would end the threads
 * first, and a thread that is inside onnxruntime then aborts the whole program.
 */
export function endProcess(): void {
  process.removeAllListeners('SIGINT');
  process.kill(process.pid, 'SIGINT');
}
