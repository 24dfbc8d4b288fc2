/** The way from noise to a picture: what every scheduler does, and which there are. */
import { ErrorCode, StudioError } from '../../../../shared/errors.ts';
import type { SchedulerConfig, SchedulerName } from './config.ts';
import { ddim } from './ddim.ts';
import { dpmSolverMultistep } from './dpm-solver-multistep.ts';
import { euler } from './euler.ts';
import { eulerAncestral } from './euler-ancestral.ts';
import { lcm } from './lcm.ts';

/** What one step starts from. Latents of all pictures that are painted side by side lie one after the other. */
export interface SchedulerStep {
  readonly index: number;
  readonly latents: Float32Array;
  /** What the model made of them. */
  readonly output: Float32Array;
  /** Fresh noise of the standard normal distribution, of the latents' length. */
  readonly noise: () => Float32Array;
}

/** Of one painting: some remember the step before. Steps are counted from 0 and taken in order. */
export interface Scheduler {
  /** What the model is told of the time, for each step. */
  readonly times: readonly number[];
  /** The noise that painting begins with is so many times as wide as the standard normal distribution. */
  readonly initialScale: number;
  /** The latents as the model wants them. */
  modelInput(latents: Float32Array, index: number): Float32Array;
  step(step: SchedulerStep): Float32Array;
  /** A picture's latents as noisy as they are before a step. */
  addNoise(latents: Float32Array, noise: Float32Array, index: number): Float32Array;
}

const MAKERS = {
  euler,
  'euler-ancestral': eulerAncestral,
  ddim,
  lcm,
  'dpm-solver-multistep': dpmSolverMultistep,
} satisfies Record<SchedulerName, (config: SchedulerConfig, steps: number) => Scheduler>;

/** @throws StudioError `option` for more steps than the model was trained with, or fewer than one */
export function createScheduler(config: SchedulerConfig, steps: number): Scheduler {
  const most = config.name === 'lcm' ? config.originalSteps : config.trainSteps - 1;
  if (!Number.isInteger(steps) || steps < 1 || steps > most) {
    throw new StudioError(ErrorCode.option, `A picture cannot be painted in ${steps} steps.`, {
      hint: `Choose 1 to ${most} steps, or leave them out for what suits the model.`,
      data: { steps, most },
    });
  }
  return MAKERS[config.name](config, steps);
}
