/** Song et al. 2020 (arXiv 2010.02502), without noise of its own (eta 0). */
import { cumulativeAlphas } from './betas.ts';
import type { SchedulerConfig } from './config.ts';
import { blend, type Mix, mixOf, originalWeights } from './original.ts';
import type { Course, Foresight, Scheduler } from './scheduler.ts';
import { roundHalfEven, spacedTimes } from './times.ts';

export function ddim(config: SchedulerConfig, { steps }: Course): Scheduler {
  const shares = cumulativeAlphas(config);
  const times = spacedTimes(config, steps).map(roundHalfEven);
  const stride = Math.floor(config.trainSteps / steps);
  const last = config.alphaToOne ? 1 : shares[0]!;
  const space = shareSpace(config, shares, times);
  return {
    times,
    ...space,
    step: ({ index, latents, output }) => {
      const time = times[index]!;
      const mix = mixOf(shares[time]!);
      const next = mixOf(time >= stride ? shares[time - stride]! : last);
      const original = space.foresee({ index, latents, output });
      const noise = config.prediction === 'epsilon' ? output : noiseOf(config, mix, latents, output);
      return blend(next.alpha, original, next.sigma, noise);
    },
  };
}

/** What the samplers have in common in whose latents the variance stays 1. */
export function shareSpace(
  { prediction, clip }: Pick<SchedulerConfig, 'prediction' | 'clip'>,
  shares: Float32Array,
  times: readonly number[],
): Pick<Scheduler, 'initialScale' | 'modelInput' | 'addNoise' | 'foresee'> {
  return {
    initialScale: 1,
    modelInput: (latents) => latents,
    addNoise: (latents, noise, index) => {
      const { alpha, sigma } = mixOf(shares[times[index]!]!);
      return blend(alpha, latents, sigma, noise);
    },
    foresee: ({ index, latents, output }: Foresight) => {
      const weights = originalWeights(prediction, mixOf(shares[times[index]!]!));
      const original = blend(weights.latents, latents, weights.output, output);
      return clip === undefined ? original : original.map((value) => Math.min(clip, Math.max(-clip, value)));
    },
  };
}

/** The noise that the model foresees, where it tells of something else. */
function noiseOf(
  { prediction }: SchedulerConfig,
  { alpha, sigma }: Mix,
  latents: Float32Array,
  output: Float32Array,
): Float32Array {
  return prediction === 'sample'
    ? blend(1 / sigma, latents, -alpha / sigma, output)
    : blend(sigma, latents, alpha, output);
}
