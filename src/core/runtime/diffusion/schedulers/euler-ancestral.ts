/** Euler's method that steps too far down and adds fresh noise (k-diffusion, sample_euler_ancestral with eta 1). */
import { cumulativeAlphas, sigmasOf } from './betas.ts';
import type { SchedulerConfig } from './config.ts';
import { sigmaSpace, sigmaWeights } from './euler.ts';
import { blend } from './original.ts';
import type { Scheduler } from './scheduler.ts';
import { at } from './sigmas.ts';
import { spacedTimes } from './times.ts';

export function eulerAncestral(config: SchedulerConfig, steps: number): Scheduler {
  const table = sigmasOf(cumulativeAlphas(config), config);
  const times = spacedTimes(config, steps).map(Math.fround);
  const levels = Float32Array.from([...times.map((time) => at(table, time)), 0]);
  return {
    times,
    ...sigmaSpace(config, levels),
    step: ({ index, latents, output, noise }) => {
      const [sigma, next] = [levels[index]!, levels[index + 1]!];
      const up = Math.sqrt((next ** 2 * (sigma ** 2 - next ** 2)) / sigma ** 2);
      const down = Math.sqrt(next ** 2 - up ** 2);
      const { latents: own, output: told } = sigmaWeights(config, sigma);
      const pace = (down - sigma) / sigma;
      const moved = blend(1 + pace * (1 - own), latents, -pace * told, output);
      return up > 0 ? blend(1, moved, up, noise()) : moved;
    },
  };
}
