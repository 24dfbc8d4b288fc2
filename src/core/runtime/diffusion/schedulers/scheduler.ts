/** The way from noise to a picture: what every scheduler does, and which there are. */
import { ErrorCode, StudioError } from '../../../../shared/errors.ts';
import type { SchedulerConfig, SchedulerName } from './config.ts';
import { ddim } from './ddim.ts';
import { dpmSolverMultistep } from './dpm-solver-multistep.ts';
import { euler } from './euler.ts';
import { eulerAncestral } from './euler-ancestral.ts';
import { lcm } from './lcm.ts';

/** How a picture is painted. */
export interface Course {
  /** Of the whole way from noise alone. */
  readonly steps: number;
  /** How much of a given picture is painted anew, above 0 up to 1; 1 where painting begins with noise alone. */
  readonly strength: number;
}

/** What one step starts from. Latents of all pictures that are painted side by side lie one after the other. */
export interface SchedulerStep {
  readonly index: number;
  readonly latents: Float32Array;
  /** What the model made of them. */
  readonly output: Float32Array;
  /** Fresh noise of the standard normal distribution, of the latents' length. */
  readonly noise: () => Float32Array;
}

export type Foresight = Omit<SchedulerStep, 'noise'>;

/** Of one painting: some remember the step before. Steps are counted from 0 and taken in order. */
export interface Scheduler {
  /** What the model is told of the time, for each step. */
  readonly times: readonly number[];
  /** The noise that painting begins with is so many times as wide as the standard normal distribution. */
  readonly initialScale: number;
  /** The latents as the model wants them. */
  modelInput(latents: Float32Array, index: number): Float32Array;
  step(step: SchedulerStep): Float32Array;
  /** Latents of the picture that would come out if the model were right already. */
  foresee(step: Foresight): Float32Array;
  /** A picture's latents as noisy as they are before a step. */
  addNoise(latents: Float32Array, noise: Float32Array, index: number): Float32Array;
}

const MAKERS = {
  euler,
  'euler-ancestral': eulerAncestral,
  ddim,
  lcm,
  'dpm-solver-multistep': dpmSolverMultistep,
} satisfies Record<SchedulerName, (config: SchedulerConfig, course: Course) => Scheduler>;

/**
 * The scheduler, and the step to begin with: a picture that is painted over passes only the last ones. It is at least one,
 * so that few steps and little strength together are not nothing: the way is then divided into more.
 * @throws StudioError `option` for more steps than the model was trained with, or fewer than one
 */
export function createScheduler(
  config: SchedulerConfig,
  { steps, strength }: Course,
): { readonly scheduler: Scheduler; readonly first: number } {
  const most = config.name === 'lcm' ? config.originalSteps : config.trainSteps - 1;
  if (!Number.isInteger(steps) || steps < 1 || steps > most) {
    throw new StudioError(ErrorCode.option, `A picture cannot be painted in ${steps} steps.`, {
      hint: `Choose 1 to ${most} steps, or leave them out for what suits the model.`,
      data: { steps, most },
    });
  }
  // A consistency model takes all its steps, from times that lie closer together.
  if (config.name === 'lcm') return { scheduler: lcm(config, { steps, strength }), first: 0 };
  const whole = Math.min(most, Math.max(steps, Math.ceil(1 / strength)));
  const scheduler = MAKERS[config.name](config, { steps: whole, strength });
  return { scheduler, first: whole - Math.max(1, Math.trunc(whole * strength)) };
}
