import type { StudioEvent } from '../../shared/views.ts';

/** Notices that a reader who does not read may be behind with. */
const MOST_NOTICES = 50;

/**
 * What a stream still has to send. A slow reader gets the newest of each thing rather than all that ever happened to it,
 * so that what waits is bounded by how many things there are.
 */
export class EventBacklog {
  readonly #waiting = new Map<string, StudioEvent>();
  #notices = 0;

  add(event: StudioEvent): void {
    if (event.type === 'notice') {
      this.#notices += 1;
      this.#waiting.set(`notice ${String(this.#notices)}`, event);
      this.#waiting.delete(`notice ${String(this.#notices - MOST_NOTICES)}`);
      return;
    }
    // What is known of a job that is gone is of no use, and must not come after the news that it is.
    if (event.type === 'job-removed') this.#waiting.delete(`job ${event.jobId}`);
    this.#waiting.set(keyOf(event), event);
  }

  /** The one that has waited longest. */
  take(): StudioEvent | undefined {
    for (const [key, event] of this.#waiting) {
      this.#waiting.delete(key);
      return event;
    }
    return undefined;
  }

  get size(): number {
    return this.#waiting.size;
  }
}

function keyOf(event: StudioEvent): string {
  switch (event.type) {
    case 'project':
      return `project ${event.projectId}`;
    case 'scene':
      return `scene ${event.projectId} ${event.scene.sceneId}`;
    case 'painting':
      return `painting ${event.projectId} ${event.sceneId} ${event.takeId}`;
    case 'job':
      return `job ${event.job.id}`;
    case 'job-removed':
      return `job-removed ${event.jobId}`;
    default:
      return event.type;
  }
}

/** Events from now on until the signal is aborted; the first says that they are being listened to. */
export async function* streamEvents(
  subscribe: (listener: (event: StudioEvent) => void) => () => void,
  signal: AbortSignal | undefined,
): AsyncGenerator<StudioEvent, void> {
  const backlog = new EventBacklog();
  let wake = (): void => undefined;
  const unsubscribe = subscribe((event) => {
    backlog.add(event);
    wake();
  });
  const stop = (): void => {
    wake();
  };
  signal?.addEventListener('abort', stop, { once: true });
  try {
    yield { type: 'listening' };
    while (!signal?.aborted) {
      const event = backlog.take();
      if (event) yield event;
      else await new Promise<void>((resolve) => (wake = resolve));
    }
  } finally {
    unsubscribe();
    signal?.removeEventListener('abort', stop);
  }
}
