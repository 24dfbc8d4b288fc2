/** A workplace with its router, in a data folder of its own, as a host would have it. */
import { join } from 'node:path';
import { createRouterClient, type RouterClient } from '@orpc/server';
import { onTestFinished } from 'vitest';
import { createRouter, type StudioRouter } from '../../src/core/router/router.ts';
import { Workplace, type WorkplaceOptions } from '../../src/core/workplace.ts';
import type { StudioEvent } from '../../src/shared/views.ts';
import { temporaryFolder } from './build-lab.ts';

export interface StudioLab {
  readonly workplace: Workplace;
  readonly client: RouterClient<StudioRouter>;
  /** Every event since the lab was opened. */
  readonly events: StudioEvent[];
  close(): Promise<void>;
}

/**
 * Closed when the test ends, if it was not before. The tone narrator tells its stories; models are its own, whatever
 * STORYLOOM_MODELS_CACHE says: a test must not write there.
 */
export function openStudio(options: WorkplaceOptions = {}): StudioLab {
  const data = options.data ?? temporaryFolder();
  const workplace = new Workplace({ data, models: join(data, 'models'), narrator: 'tone', cores: 2, ...options });
  const events: StudioEvent[] = [];
  workplace.events.subscribe((event) => {
    events.push(event);
  });
  let closed: Promise<void> | undefined;
  const lab: StudioLab = {
    workplace,
    client: createRouterClient(createRouter(workplace)),
    events,
    close: () => (closed ??= workplace.close()),
  };
  onTestFinished(() => lab.close());
  return lab;
}

/** Waits until `look` gives something, for at most so many milliseconds. */
export async function until<Value>(
  look: () => Value | Promise<Value>,
  { within = 20_000, what = 'what was waited for' } = {},
): Promise<Exclude<Value, false | undefined>> {
  for (const end = Date.now() + within; ;) {
    const value = await look();
    if (value) return value as Exclude<Value, false | undefined>;
    if (Date.now() > end) throw new Error(`It did not come: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
