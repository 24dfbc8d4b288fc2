import type { SurveyedStep } from './look.ts';

/** These stages run as many steps side by side as there are cores; the others keep all cores busy by themselves. */
const SIDE_BY_SIDE = new Set(['narrate', 'own-voice', 'illustrate', 'enlarge', 'place', 'blank', 'compose', 'bed']);
/** Starting up, reading and planning: seconds. */
const OVERHEAD = 1;

/** Wall seconds for what has to be made; undefined when a stage was never measured on this machine. */
export function estimateFilm(steps: readonly SurveyedStep[], cores: number): number | undefined {
  let sum = OVERHEAD;
  for (const step of steps) {
    if (step.cached) continue;
    if (step.seconds === undefined) return undefined;
    sum += SIDE_BY_SIDE.has(step.stage) ? step.seconds / cores : step.seconds;
  }
  return sum;
}

/** Seconds a step takes on a middling machine: only for a bar's proportions while nothing was measured. */
const TYPICAL: Readonly<Record<string, number>> = {
  ...{
    bed: 2,
    'own-music': 1,
    narrate: 2,
    recording: 2,
    'own-voice': 0.05,
    illustrate: 0.7,
    paint: 6,
    upscale: 1.5,
    enlarge: 0.5,
    place: 0.5,
    blank: 0.2,
    thumbnail: 0.05,
    compose: 1.6,
    preview: 0.4,
    mix: 0.5,
    export: 0.5,
    extras: 0.5,
  },
};

/** How much of a job's time each stage takes. */
export function stageWeights(steps: readonly SurveyedStep[]): Record<string, number> {
  const weights: Record<string, number> = { read: 0.05, plan: 0.1 };
  for (const { stage, cached, seconds } of steps) {
    weights[stage] = (weights[stage] ?? 0) + (cached ? 0.005 : (seconds ?? TYPICAL[stage] ?? 1));
  }
  return weights;
}

/**
 * Cores for one sentence: one thread each is the fastest as long as there is a sentence for every core; the last one left
 * to tell gets them all.
 */
export function chunkThreads(steps: readonly SurveyedStep[], cores: number): number {
  const untold = steps.filter((step) => step.stage === 'narrate' && !step.cached).length;
  return Math.max(1, Math.floor(cores / Math.max(1, untold)));
}
