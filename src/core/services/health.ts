import { totalmem } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import type { Health } from '../../shared/views.ts';
import { diskOf, freeMemory, processTreeMemory, processorTimes } from '../machine.ts';
import type { Workplace } from '../workplace.ts';

/** How long the processor is looked at when it was not before. */
const SAMPLE_MS = 200;
/** A look that is older says nothing about now. */
const FRESH_MS = 10_000;

/** The machine now; how busy it is comes from what its counters say now and said the last time. */
export class HealthMeter {
  readonly #workplace: Workplace;
  #last: ReturnType<typeof processorTimes> | undefined;

  constructor(workplace: Workplace) {
    this.#workplace = workplace;
  }

  async read(): Promise<Health> {
    // Makes the data folder, whose disk is looked at below.
    this.#workplace.store();
    let last = this.#last;
    if (!last || performance.now() - last.at > FRESH_MS) {
      last = processorTimes();
      await delay(SAMPLE_MS);
    }
    const now = processorTimes();
    this.#last = now;
    const all = now.all - last.all;
    const total = totalmem();
    return {
      cpu: all > 0 ? Math.min(1, Math.max(0, (now.busy - last.busy) / all)) : 0,
      memory: { used: total - freeMemory(), total, own: processTreeMemory() ?? process.memoryUsage.rss() },
      disk: diskOf(this.#workplace.paths.root),
      threads: this.#workplace.threads(),
    };
  }
}
