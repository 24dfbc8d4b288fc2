import type { WriteEvent } from '../../../../shared/writing.ts';

/** Milliseconds that a thing is looked at before the next one comes. */
const BREATHS: Partial<Record<WriteEvent['type'], number>> = { outline: 500, text: 24 };
/** Of all of them together: what takes its own time is not to take ours, too. */
const MOST_MS = 1_500;

/**
 * A writer without a model is done within a frame. The outline is to be seen before its text, and sentences one after another.
 * Nobody waits who does not watch, or who asked for less motion. The function it gives throws once the signal is aborted.
 */
export function startPace(signal: AbortSignal): (event: WriteEvent) => Promise<void> {
  const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  let left = MOST_MS;
  return async ({ type }) => {
    const ms = isCalm || document.hidden ? 0 : Math.min(left, BREATHS[type] ?? 0);
    left -= ms;
    if (ms > 0) await new Promise((resolve) => setTimeout(resolve, ms));
    signal.throwIfAborted();
  };
}
