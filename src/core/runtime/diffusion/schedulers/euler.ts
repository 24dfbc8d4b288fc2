/** Euler's method on the probability flow (Karras et al. 2022, algorithm 2 without churn). */
import { cumulativeAlphas, sigmasOf } from './betas.ts';
import type { SchedulerConfig } from './config.ts';
import { blend, mixOfSigma, originalWeights } from './original.ts';
import type { Course, Foresight, Scheduler } from './scheduler.ts';
import { at, karras, lastSigma, timeOf } from './sigmas.ts';
import { spacedTimes } from './times.ts';

export function euler(config: SchedulerConfig, { steps }: Course): Scheduler {
  const table = sigmasOf(cumulativeAlphas(config), config);
  let times = spacedTimes(config, steps).map(Math.fround);
  let sigmas = times.map((time) => at(table, time));
  if (config.interpolation === 'log_linear') sigmas = logLinear(table, steps);
  if (config.karras) {
    sigmas = karras(config, { least: sigmas.at(-1)!, most: sigmas[0]! }, steps);
    times = sigmas.map((sigma) => Math.fround(timeOf(sigma, table)));
  }
  const levels = Float32Array.from([...sigmas, lastSigma(config, table)]);
  const space = sigmaSpace(config, levels);
  return {
    times,
    ...space,
    step: (now) => moveTo(levels[now.index + 1]!, now, levels[now.index]!, space.foresee(now)),
  };
}

/** What the samplers have in common that count noise in sigmas and leave the picture as wide as it is. */
export function sigmaSpace(
  config: Pick<SchedulerConfig, 'spacing' | 'prediction'>,
  levels: Float32Array,
): Pick<Scheduler, 'initialScale' | 'modelInput' | 'addNoise' | 'foresee'> {
  const most = Math.max(...levels);
  return {
    initialScale: config.spacing === 'leading' ? Math.sqrt(most * most + 1) : most,
    modelInput: (latents, index) => {
      const { alpha } = mixOfSigma(levels[index]!);
      return latents.map((value) => value * alpha);
    },
    addNoise: (latents, noise, index) => blend(1, latents, levels[index]!, noise),
    foresee: ({ index, latents, output }: Foresight) => {
      const mix = mixOfSigma(levels[index]!);
      const weights = originalWeights(config.prediction, mix);
      // These latents were not shrunk.
      return blend(weights.latents * mix.alpha, latents, weights.output, output);
    },
  };
}

/** Along the straight line from the latents to the foreseen picture, to where there is less noise. */
export function moveTo(next: number, { latents }: Foresight, sigma: number, original: Float32Array): Float32Array {
  return blend(next / sigma, latents, 1 - next / sigma, original);
}

function logLinear(table: Float32Array, steps: number): number[] {
  const [least, most] = [Math.log(table[0]!), Math.log(table.at(-1)!)];
  // One more than there are steps: the last step ends there, with a trace of noise, as the reference has it.
  return Array.from({ length: steps + 1 }, (_, index) => Math.exp(most + ((least - most) * index) / steps));
}
