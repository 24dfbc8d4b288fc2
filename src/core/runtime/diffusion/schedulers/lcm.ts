/** Latent consistency models (Luo et al. 2023, arXiv 2310.04378): each step foresees the picture and adds noise anew. */
import { cumulativeAlphas } from './betas.ts';
import type { SchedulerConfig } from './config.ts';
import { foreseen, shareSpace } from './ddim.ts';
import { blend, mixOf } from './original.ts';
import type { Scheduler } from './scheduler.ts';

const SIGMA_DATA = 0.5;

export function lcm(config: SchedulerConfig, steps: number): Scheduler {
  const shares = cumulativeAlphas(config);
  const times = lcmTimes(config, steps);
  return {
    times,
    ...shareSpace(shares, times),
    step: ({ index, latents, output, noise }) => {
      const time = times[index]!;
      const original = foreseen(config, mixOf(shares[time]!), latents, output);
      const { skip, out } = boundary(time * config.timeScaling);
      const denoised = blend(out, original, skip, latents);
      const next = times[index + 1];
      if (next === undefined) return denoised;
      const { alpha, sigma } = mixOf(shares[next]!);
      return blend(alpha, denoised, sigma, noise());
    },
  };
}

/** A few of the teacher's times, the noisiest first. */
function lcmTimes({ trainSteps, originalSteps }: SchedulerConfig, steps: number): number[] {
  const stride = Math.floor(trainSteps / originalSteps);
  return Array.from({ length: steps }, (_, index) => {
    const place = Math.floor((originalSteps / steps) * index);
    return (originalSteps - place) * stride - 1;
  });
}

/** Where there is no noise, the latents are the picture: weights that see to it. */
function boundary(time: number): { readonly skip: number; readonly out: number } {
  const variance = time ** 2 + SIGMA_DATA ** 2;
  return { skip: SIGMA_DATA ** 2 / variance, out: time / Math.sqrt(variance) };
}
