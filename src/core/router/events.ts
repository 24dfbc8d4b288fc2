import { streamEvents } from '../services/event-stream.ts';
import type { Services } from '../services/services.ts';
import { procedures } from './builder.ts';

export function eventsProcedures({ workplace, audience }: Services) {
  return {
    watch: procedures.events.watch.handler(async function* ({ signal }) {
      const leave = audience.join();
      try {
        yield* streamEvents((listener) => workplace.events.subscribe(listener), signal);
      } finally {
        leave();
      }
    }),
  };
}
