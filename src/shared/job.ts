/** The stages of a film, in order. */
export const STAGES = ['read', 'plan', 'narrate', 'illustrate', 'compose', 'mix', 'export', 'extras'] as const;

export type JobState = 'queued' | 'running' | 'paused' | 'done' | 'failed' | 'cancelled';

/**
 * How far a job is. Laws (tests/unit/shared/progress.test.ts): `value` never falls; it is undefined, not 0, while
 * nothing can be said; the last one is exactly 1; at most about ten a second are sent.
 */
export interface Progress {
  readonly stage: string;
  /** 0..1 over the whole job. */
  readonly value?: number;
  /** Units of the stage that are done, and all of them. */
  readonly done?: number;
  readonly total?: number;
  readonly message?: string;
  /** Seconds left by the rates measured so far on this machine. */
  readonly etaSeconds?: number;
}
