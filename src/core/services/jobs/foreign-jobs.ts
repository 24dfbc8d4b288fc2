import type { StudioEvent } from '../../../shared/views.ts';
import { listJobs } from '../../store/jobs.ts';
import type { Store } from '../../store/store.ts';
import { JOB_KINDS } from './job-kind.ts';
import { jobView } from './job-view.ts';

const WATCHED = 500;

/** Tells what other processes on the data folder do with their jobs, by comparing what the store says now and then. */
export class ForeignJobs {
  readonly #store: Store;
  readonly #publish: (event: StudioEvent) => void;
  /** What was last seen of each job, as text. */
  #seen = new Map<string, string>();

  constructor(store: Store, publish: (event: StudioEvent) => void) {
    this.#store = store;
    this.#publish = publish;
  }

  /** What is there now is known to whoever has asked for the list. */
  begin(): void {
    this.#seen = new Map(this.#jobs().map((job) => [job.id, JSON.stringify(job)]));
  }

  look(): void {
    const before = this.#seen;
    this.#seen = new Map();
    for (const job of this.#jobs()) {
      const text = JSON.stringify(job);
      this.#seen.set(job.id, text);
      // What this process runs, it tells itself, and more often.
      if (text === before.get(job.id) || job.ownerId === this.#store.owner.id) continue;
      this.#publish({ type: 'job', job: jobView(job) });
    }
    for (const id of before.keys()) if (!this.#seen.has(id)) this.#publish({ type: 'job-removed', jobId: id });
  }

  #jobs() {
    return listJobs(this.#store, { kinds: JOB_KINDS, limit: WATCHED });
  }
}
