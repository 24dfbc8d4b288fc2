import type { StepEnd } from '../store/steps.ts';
import { beginStep, endStep, projectOf, recordUnit } from '../store/steps.ts';
import type { Store } from '../store/store.ts';
import type { MakeOptions } from './contract.ts';

interface Step {
  readonly key: string;
  /** Canonical JSON of the stage's identity. */
  readonly identityText: string;
}

/** The record of one `make` for its job; without one only what its project's unit was made from is. */
export class StepLog {
  readonly #store: Store;
  readonly #stage: { readonly name: string; readonly version: number };
  readonly #step: Step;
  readonly #options: MakeOptions;
  readonly #started = performance.now();
  #id: number | undefined;

  constructor(
    store: Store,
    stage: { readonly name: string; readonly version: number },
    step: Step,
    options: MakeOptions,
  ) {
    this.#store = store;
    this.#stage = stage;
    this.#step = step;
    this.#options = options;
  }

  begin(): void {
    const { jobId, unit } = this.#options;
    if (jobId === undefined || this.#id !== undefined) return;
    this.#id = beginStep(this.#store, { jobId, unit, stage: this.#stage.name, key: this.#step.key });
  }

  finish(cached: boolean, bytes: number): void {
    const { jobId, projectId, unit } = this.#options;
    this.begin();
    this.#end({ state: 'done', cached, bytes });
    const owner = jobId === undefined ? projectId : projectOf(this.#store, jobId);
    if (owner === undefined) return;
    recordUnit(this.#store, owner, {
      stage: this.#stage.name,
      stageVersion: this.#stage.version,
      unit,
      key: this.#step.key,
      identity: this.#step.identityText,
    });
  }

  /** Never throws: the error that ended the step is the one to tell. */
  fail(state: 'failed' | 'cancelled'): void {
    try {
      this.begin();
      this.#end({ state, cached: false, bytes: null });
    } catch {
      // A database that cannot be written (a full disk) has already failed the step itself.
    }
  }

  #end(end: Omit<StepEnd, 'ms'>): void {
    if (this.#id !== undefined) endStep(this.#store, this.#id, { ...end, ms: performance.now() - this.#started });
  }
}
