/** Euler's method that steps too far down and adds fresh noise (k-diffusion, sample_euler_ancestral with eta 1). */
import { cumulativeAlphas, sigmasOf } from './betas.ts';
import type { SchedulerConfig } from './config.ts';
import { moveTo, sigmaSpace } from './euler.ts';
import { blend } from './original.ts';
import type { Course, Scheduler } from './scheduler.ts';
import { at } from './sigmas.ts';
import { spacedTimes } from './times.ts';

export function eulerAncestral(config: SchedulerConfig, { steps }: Course): Scheduler {
  const table = sigmasOf(cumulativeAlphas(config), config);
  const times = spacedTimes(config, steps).map(Math.fround);
  const levels = Float32Array.from([...times.map((time) => at(table, time)), 0]);
  const space = sigmaSpace(config, levels);
  return {
    times,
    ...space,
    step: ({ noise, ...now }) => {
      const [sigma, next] = [levels[now.index]!, levels[now.index + 1]!];
      const up = Math.sqrt((next ** 2 * (sigma ** 2 - next ** 2)) / sigma ** 2);
      const down = Math.sqrt(next ** 2 - up ** 2);
      const moved = moveTo(down, now, sigma, space.foresee(now));
      return up > 0 ? blend(1, moved, up, noise()) : moved;
    },
  };
}
