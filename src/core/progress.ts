import type { Progress } from '../shared/job.ts';

export interface ProgressOptions {
  /** The share of the whole time that each stage takes, in any unit; only their proportions matter. */
  readonly weights: Readonly<Record<string, number>>;
  /** Seconds that the whole job should take by the rates measured on this machine, if any were. */
  readonly estimateSeconds?: number | undefined;
  readonly emit: (progress: Progress) => void;
  /** Milliseconds. */
  readonly now?: () => number;
  /** Shortest time between two reports, in milliseconds. */
  readonly interval?: number;
}

export interface StageUpdate {
  readonly done: number;
  readonly total: number;
  readonly message?: string;
}

export interface ProgressTracker {
  /** Says how far one stage is; stages may run side by side. */
  update(stage: string, update: StageUpdate): void;
  /** Sends the last report, whose value is exactly 1. */
  finish(message?: string): void;
}

/** For steps so quick that nobody watches them. */
export const silentProgress: ProgressTracker = { update: () => undefined, finish: () => undefined };

/** Below these, a guess from the time taken so far would jump about. */
const STEADY_SECONDS = 1.5;
const STEADY_VALUE = 0.03;

/**
 * Adds up the stages of a job into one number that keeps the laws of `Progress`: it never falls, is absent while nothing
 * is known, ends at exactly 1, and is sent at most about ten times a second.
 */
export function createProgress(options: ProgressOptions): ProgressTracker {
  const { weights, estimateSeconds, emit, now = performance.now.bind(performance), interval = 100 } = options;
  const sum = Object.values(weights).reduce((total, weight) => total + weight, 0);
  const fractions = new Map<string, number>();
  const started = now();
  let value: number | undefined;
  let lastSent = -Infinity;
  let lastStage = '';

  function etaSeconds(elapsed: number): number | undefined {
    const left = 1 - (value ?? 0);
    const measured =
      value !== undefined && value >= STEADY_VALUE && elapsed >= STEADY_SECONDS ? (elapsed / value) * left : undefined;
    if (estimateSeconds === undefined) return measured;
    // The further the job is, the more its own pace says and the less the rates of earlier ones do.
    const byRates = estimateSeconds * left;
    return measured === undefined ? byRates : byRates * left + measured * (1 - left);
  }

  function send(progress: Progress): void {
    const eta = etaSeconds((now() - started) / 1000);
    emit(eta === undefined ? progress : { ...progress, etaSeconds: eta });
  }

  return {
    update(stage, { done, total, message }) {
      const fraction = total > 0 ? Math.min(1, done / total) : 1;
      fractions.set(stage, Math.max(fractions.get(stage) ?? 0, fraction));
      let reached = 0;
      for (const [name, part] of fractions) reached += (weights[name] ?? 0) * part;
      // 1 is kept for the end: a film is not done while a stage that weighs nothing is still writing it.
      if (sum > 0 && reached > 0) value = Math.max(value ?? 0, Math.min(0.999, reached / sum));
      const time = now();
      // A new stage is always worth a word; apart from that, ten a second are enough.
      if (time - lastSent < interval && stage === lastStage) return;
      if (time - lastSent < interval / 2) return;
      lastSent = time;
      lastStage = stage;
      send({
        stage,
        done,
        total,
        ...(value === undefined ? {} : { value }),
        ...(message === undefined ? {} : { message }),
      });
    },
    finish(message) {
      value = 1;
      emit({ stage: 'done', value: 1, etaSeconds: 0, ...(message === undefined ? {} : { message }) });
    },
  };
}
