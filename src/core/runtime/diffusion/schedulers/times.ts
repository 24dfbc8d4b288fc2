/** Which of the training steps a painting passes through: table 2 of Lin et al. 2023 (arXiv 2305.08891). */
import type { SchedulerConfig } from './config.ts';

type Spacing = Pick<SchedulerConfig, 'spacing' | 'trainSteps' | 'offset'>;

/** `steps` times, the noisiest first; not rounded where they are spread evenly over all. */
export function spacedTimes({ spacing, trainSteps, offset }: Spacing, steps: number): number[] {
  switch (spacing) {
    case 'linspace':
      return spread(trainSteps - 1, steps).reverse();
    case 'leading': {
      const ratio = Math.floor(trainSteps / steps);
      return Array.from({ length: steps }, (_, index) =>
        Math.min(trainSteps - 1, (steps - 1 - index) * ratio + offset),
      );
    }
    case 'trailing':
      return Array.from({ length: steps }, (_, index) =>
        Math.max(0, roundHalfEven(trainSteps - index * (trainSteps / steps)) - 1),
      );
  }
}

/** From 0 to `end`, both included. */
export function spread(end: number, count: number): number[] {
  return Array.from({ length: count }, (_, index) => (count === 1 ? 0 : (end / (count - 1)) * index));
}

/** As numpy rounds. */
export function roundHalfEven(value: number): number {
  const floor = Math.floor(value);
  if (value - floor !== 0.5) return Math.round(value);
  return floor % 2 === 0 ? floor : floor + 1;
}
