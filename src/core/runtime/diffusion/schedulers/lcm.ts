/** Latent consistency models (Luo et al. 2023, arXiv 2310.04378): each step foresees the picture and adds noise anew. */
import { cumulativeAlphas } from './betas.ts';
import type { SchedulerConfig } from './config.ts';
import { shareSpace } from './ddim.ts';
import { blend, mixOf } from './original.ts';
import type { Course, Scheduler } from './scheduler.ts';

const SIGMA_DATA = 0.5;

export function lcm(config: SchedulerConfig, course: Course): Scheduler {
  const shares = cumulativeAlphas(config);
  const times = lcmTimes(config, course);
  const space = shareSpace(config, shares, times);
  return {
    times,
    ...space,
    step: ({ index, latents, output, noise }) => {
      const time = times[index]!;
      const original = space.foresee({ index, latents, output });
      const { skip, out } = boundary(time * config.timeScaling);
      const denoised = blend(out, original, skip, latents);
      const next = times[index + 1];
      if (next === undefined) return denoised;
      const { alpha, sigma } = mixOf(shares[next]!);
      return blend(alpha, denoised, sigma, noise());
    },
  };
}

/** A few of the teacher's times, the noisiest first; of those alone whose noise leaves as much of a picture as it should. */
function lcmTimes({ trainSteps, originalSteps }: SchedulerConfig, { steps, strength }: Course): number[] {
  const stride = Math.floor(trainSteps / originalSteps);
  const left = Math.max(1, Math.trunc(originalSteps * strength));
  return Array.from({ length: Math.min(steps, left) }, (_, index) => {
    const place = Math.floor((left / Math.min(steps, left)) * index);
    return (left - place) * stride - 1;
  });
}

/** Where there is no noise, the latents are the picture: weights that see to it. */
function boundary(time: number): { readonly skip: number; readonly out: number } {
  const variance = time ** 2 + SIGMA_DATA ** 2;
  return { skip: SIGMA_DATA ** 2 / variance, out: time / Math.sqrt(variance) };
}
