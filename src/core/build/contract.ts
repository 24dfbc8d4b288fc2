import type { Notice } from '../store/notice.ts';
import type { Store } from '../store/store.ts';
import type { Artefact, Stage } from './stage.ts';

/** How much the cache may hold and for how long. */
export interface CacheLimits {
  /** Bytes of all finished artefacts together. */
  readonly bytes: number;
  /** Days since the last use after which an artefact is dropped. */
  readonly days: number;
}

export const DEFAULT_LIMITS = { bytes: 10_000_000_000, days: 30 } as const satisfies CacheLimits;

export interface BuilderOptions {
  readonly store: Store;
  /** The cache's folder; on the same disk and machine for all processes that share it. */
  readonly directory: string;
  readonly limits?: CacheLimits | undefined;
  /** Milliseconds since 1970; a test gives its own. */
  readonly clock?: (() => number) | undefined;
  /** What this machine is, so that speeds measured on another one are not believed; processor and cores by default. */
  readonly machine?: string | undefined;
  /** Hears of damaged artefacts that were moved aside and are made again. */
  readonly onNotice?: ((notice: Notice) => void) | undefined;
}

export interface MakeOptions {
  /** The thing made, for people: 'scene 3, sentence 2'. Unique within the project and stage. */
  readonly unit: string;
  /** The job that needs it; its artefacts are kept from trimming until `release`, and its steps are recorded. */
  readonly jobId?: string | undefined;
  /** Without a job: the project whose unit it is, and under which name it is kept from trimming until `release`. */
  readonly projectId?: string | undefined;
  readonly hold?: string | undefined;
  /** The higher goes first where there is a queue; 0 by default. Rises when someone more urgent wants the same. */
  readonly priority?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  /** How much there is to do, in the stage's own unit (characters, frames, pictures): for `estimate`. */
  readonly work?: number | undefined;
  /** Under which name the speed is remembered, when one stage has several ('compose 1080p fast'); the stage's name. */
  readonly rate?: string | undefined;
  /** 0..1, of this artefact alone; nothing is reported for one that is in the cache. */
  readonly onProgress?: ((value: number) => void) | undefined;
}

/** Why something has to be made (again). `fields` are paths into the stage's identity: 'text', 'voice.id', 'chunks.3'. */
export type StaleReason =
  | { readonly kind: 'never-made' }
  | { readonly kind: 'changed'; readonly fields: readonly string[] }
  | {
      readonly kind: 'stage-updated';
      readonly from: number;
      readonly to: number;
      readonly fields: readonly string[];
    }
  /** Nothing changed since it was last made, but the cache no longer has it. */
  | { readonly kind: 'dropped' };

export interface Found<Output> {
  readonly key: string;
  /** There only when it is in the cache. */
  readonly artefact: Artefact<Output> | undefined;
}

export interface Explained<Output> extends Found<Output> {
  /** There only when it is not in the cache. */
  readonly reason: StaleReason | undefined;
}

export interface Estimate {
  /** Undefined: nothing like it was ever made on this machine. */
  readonly seconds: number | undefined;
  /** How many runs it rests on. */
  readonly samples: number;
}

export interface StageStats {
  readonly stage: string;
  readonly count: number;
  readonly bytes: number;
  /** How often an artefact was used again after it was made. */
  readonly hits: number;
  /** Seconds that were not spent again thanks to those hits. */
  readonly secondsSaved: number;
}

export interface CacheStats {
  readonly count: number;
  readonly bytes: number;
  readonly limits: CacheLimits;
  /** What running jobs hold, of any process. */
  readonly pinned: number;
  readonly stages: readonly StageStats[];
}

export interface TrimResult {
  readonly dropped: number;
  readonly bytes: number;
}

export interface VerifyResult {
  readonly checked: number;
  /** Moved aside; made again when next needed. */
  readonly damaged: readonly { readonly key: string; readonly stage: string; readonly fault: string }[];
}

/**
 * The content-addressed build. Knows no stage; how many run at once is the caller's to decide (`createLimit` helps).
 * Several builders, in several processes of one machine, may share a folder (docs/decisions/0003).
 */
export interface Builder {
  /**
   * The stage's artefact for this input: from the cache, from whoever is making it right now, or by running the stage.
   * Throws CancelledError once `signal` is aborted and the stage has stopped, StudioError diskFull or permission when
   * the folder cannot be written, else what the stage threw. What has failed is tried anew the next time.
   */
  make<Input, Output>(stage: Stage<Input, Output>, input: Input, options: MakeOptions): Promise<Artefact<Output>>;
  /** Looks without running, using or keeping anything: for a dry run, a preview, an estimate. */
  find<Input, Output>(stage: Stage<Input, Output>, input: Input): Promise<Found<Output>>;
  /** `find`, and if it is not there, why: compared with what this unit of the project was last made from. */
  explain<Input, Output>(
    stage: Stage<Input, Output>,
    input: Input,
    where: { readonly projectId: string; readonly unit: string },
  ): Promise<Explained<Output>>;
  /** What the unit was last made into, from whatever input, if the cache still has it. */
  last<Input, Output>(
    stage: Stage<Input, Output>,
    where: { readonly projectId: string; readonly unit: string },
  ): Promise<Artefact<Output> | undefined>;
  /** Seconds on one worker of this machine, from the median of what was measured. */
  estimate(rate: string, work: number): Estimate;
  /** Ends a job's, or another named, hold on its artefacts (without a name: this builder's other holds) and trims. */
  release(hold?: string): Promise<TrimResult>;
  /** What the cache may hold from now on; `trim` brings it there. */
  limit(limits: CacheLimits): void;
  /** Drops what is too old, then the least recently used until the limit holds; never what a live process holds. */
  trim(limits?: CacheLimits): Promise<TrimResult>;
  stats(): CacheStats;
  /** Reads every byte of every artefact. `onProgress` is 0..1 by bytes. */
  verify(options?: { signal?: AbortSignal; onProgress?: (value: number) => void }): Promise<VerifyResult>;
  /** Drops everything that no live process holds; one stage's artefacts when it is named. */
  clear(stage?: string): Promise<TrimResult>;
  /** Cancels what is being made here, waits for it to stop and gives up all holds. The store stays open. */
  close(): Promise<void>;
}
