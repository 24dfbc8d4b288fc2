import { CancelledError } from '../shared/errors.ts';

/**
 * What work tells while it goes on, as a stream that ends with the work. Whoever stops to read stops the work.
 * @throws what the work throws; CancelledError
 */
export async function* streamWork<Event>(
  work: (tell: (event: Event) => void, signal: AbortSignal) => Promise<void>,
  signal: AbortSignal | undefined,
): AsyncGenerator<Event, void> {
  const left = new AbortController();
  const waiting: Event[] = [];
  let wake = (): void => undefined;
  let isDone = false;
  const all = AbortSignal.any([left.signal, ...(signal ? [signal] : [])]);
  const tell = (event: Event): void => {
    waiting.push(event);
    wake();
  };
  const working = work(tell, all).finally(() => {
    isDone = true;
    wake();
  });
  // It is awaited below; until then a failure waits too.
  working.catch(() => undefined);
  try {
    for (;;) {
      const event = waiting.shift();
      if (event !== undefined) yield event;
      else if (isDone) break;
      else await new Promise<void>((resolve) => (wake = resolve));
    }
    await working;
    if (all.aborted) throw new CancelledError();
  } finally {
    left.abort();
  }
}
