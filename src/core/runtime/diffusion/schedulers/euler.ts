/** Euler's method on the probability flow (Karras et al. 2022, algorithm 2 without churn). */
import { cumulativeAlphas, sigmasOf } from './betas.ts';
import type { SchedulerConfig } from './config.ts';
import { blend, mixOfSigma, originalWeights } from './original.ts';
import type { Scheduler } from './scheduler.ts';
import { at, karras, lastSigma, timeOf } from './sigmas.ts';
import { spacedTimes } from './times.ts';

export function euler(config: SchedulerConfig, steps: number): Scheduler {
  const table = sigmasOf(cumulativeAlphas(config), config);
  let times = spacedTimes(config, steps).map(Math.fround);
  let sigmas = times.map((time) => at(table, time));
  if (config.interpolation === 'log_linear') sigmas = logLinear(table, steps);
  if (config.karras) {
    sigmas = karras(config, { least: sigmas.at(-1)!, most: sigmas[0]! }, steps);
    times = sigmas.map((sigma) => Math.fround(timeOf(sigma, table)));
  }
  const levels = Float32Array.from([...sigmas, lastSigma(config, table)]);
  return {
    times,
    ...sigmaSpace(config, levels),
    step: ({ index, latents, output }) => {
      const [sigma, next] = [levels[index]!, levels[index + 1]!];
      const { latents: own, output: told } = sigmaWeights(config, sigma);
      // The direction is (latents - x0) / sigma, and x0 is a mix of latents and output.
      const pace = (next - sigma) / sigma;
      return blend(1 + pace * (1 - own), latents, -pace * told, output);
    },
  };
}

/** What the samplers have in common that count noise in sigmas and leave the picture as wide as it is. */
export function sigmaSpace(
  { spacing }: Pick<SchedulerConfig, 'spacing'>,
  levels: Float32Array,
): Pick<Scheduler, 'initialScale' | 'modelInput' | 'addNoise'> {
  const most = Math.max(...levels);
  return {
    initialScale: spacing === 'leading' ? Math.sqrt(most * most + 1) : most,
    modelInput: (latents, index) => {
      const { alpha } = mixOfSigma(levels[index]!);
      return latents.map((value) => value * alpha);
    },
    addNoise: (latents, noise, index) => blend(1, latents, levels[index]!, noise),
  };
}

/** Weights of the picture that is foreseen, for latents that were not shrunk. */
export function sigmaWeights(
  { prediction }: Pick<SchedulerConfig, 'prediction'>,
  sigma: number,
): { readonly latents: number; readonly output: number } {
  const mix = mixOfSigma(sigma);
  const { latents, output } = originalWeights(prediction, mix);
  return { latents: latents * mix.alpha, output };
}

function logLinear(table: Float32Array, steps: number): number[] {
  const [least, most] = [Math.log(table[0]!), Math.log(table.at(-1)!)];
  // One more than there are steps: the last step ends there, with a trace of noise, as the reference has it.
  return Array.from({ length: steps + 1 }, (_, index) => Math.exp(most + ((least - most) * index) / steps));
}
