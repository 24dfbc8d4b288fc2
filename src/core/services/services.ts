import { openRunLog } from '../log.ts';
import type { Workplace } from '../workplace.ts';
import { Audience } from './audience.ts';
import { HealthMeter } from './health.ts';
import { fetchRunner } from './jobs/fetch-runner.ts';
import { JobBoard } from './jobs/job-board.ts';

const HEALTH_MS = 2_000;

/** What the studio does by itself, beyond answering: each part begins when it is first asked for, all end together. */
export class Services {
  readonly workplace: Workplace;
  readonly health: HealthMeter;
  readonly audience: Audience;
  #jobs: JobBoard | undefined;

  constructor(workplace: Workplace) {
    this.workplace = workplace;
    this.health = new HealthMeter(workplace);
    this.audience = new Audience(() => this.#speak());
    workplace.stopFirst(this);
  }

  jobs(): JobBoard {
    const { workplace } = this;
    this.#jobs ??= new JobBoard({
      store: workplace.store(),
      runners: { 'fetch-model': fetchRunner(workplace) },
      publish: (event) => {
        workplace.events.publish('studio', event);
      },
      openLog: (name) => openRunLog(workplace.paths.logs, name).log,
      notify: (message) => {
        workplace.events.publish('studio', { type: 'notice', message });
      },
    });
    return this.#jobs;
  }

  async close(): Promise<void> {
    this.audience.close();
    await this.#jobs?.close();
  }

  /** What is looked at and told only while somebody listens. */
  #speak(): () => void {
    const leaveJobs = this.jobs().watch();
    const timer = setInterval(() => {
      this.health.read().then(
        (health) => {
          this.workplace.events.publish('studio', { type: 'health', health });
        },
        () => undefined,
      );
    }, HEALTH_MS);
    timer.unref();
    return () => {
      leaveJobs();
      clearInterval(timer);
    };
  }
}
