import type { StudioEvent } from '../../shared/views.ts';
import type { StudioConnection } from './studio-client.ts';

const PAUSE_MS = 1_000;

/** One stream of everything that changes, opened again whenever it ends, until the signal is aborted. */
export async function followEvents(
  { client, subscribe }: StudioConnection,
  onEvent: (event: StudioEvent) => void,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    try {
      for await (const event of await client.events.watch(undefined, { signal })) onEvent(event);
    } catch {
      // The wire broke or the host is going: what was missed is asked for again after 'listening'.
    }
    if (!signal.aborted) await pause(subscribe, signal);
  }
}

/** A moment, or until the connection changes. */
function pause(subscribe: (listener: () => void) => () => void, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      unsubscribe();
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, PAUSE_MS);
    const unsubscribe = subscribe(end);
    signal.addEventListener('abort', end);
  });
}
