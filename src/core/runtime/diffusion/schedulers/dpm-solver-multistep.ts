/** DPM-Solver++ 2M (Lu et al. 2022, arXiv 2211.01095): of second order by the picture that was foreseen a step before. */
import { cumulativeAlphas, sigmasOf } from './betas.ts';
import type { SchedulerConfig } from './config.ts';
import { blend, type Mix, mixOfSigma, originalWeights } from './original.ts';
import type { Course, Foresight, Scheduler } from './scheduler.ts';
import { at, karras, lastSigma, timeOf } from './sigmas.ts';
import { roundHalfEven, spacedTimes, spread } from './times.ts';

/** Below so many steps the last is of first order: more is unstable. */
const FEW = 15;

export function dpmSolverMultistep(config: SchedulerConfig, { steps }: Course): Scheduler {
  const table = sigmasOf(cumulativeAlphas(config), config);
  const { times, sigmas } = config.karras ? karrasTimes(config, table, steps) : plainTimes(config, table, steps);
  const levels = Float32Array.from([...sigmas, lastSigma(config, table)]);
  let before: Float32Array | undefined;
  const foresee = ({ index, latents, output }: Foresight) => {
    const weights = originalWeights(config.prediction, mixOfSigma(levels[index]!));
    return blend(weights.latents, latents, weights.output, output);
  };
  return {
    times,
    initialScale: 1,
    modelInput: (latents) => latents,
    foresee,
    addNoise: (latents, noise, index) => {
      const { alpha, sigma } = mixOfSigma(levels[index]!);
      return blend(alpha, latents, sigma, noise);
    },
    step: ({ index, latents, output }) => {
      const now = mixOfSigma(levels[index]!);
      const next = mixOfSigma(levels[index + 1]!);
      const original = foresee({ index, latents, output });
      const step = { now, next, previous: index > 0 ? mixOfSigma(levels[index - 1]!) : now };
      const isFirstOrder = config.order === 1 || before === undefined || endsSimply(config, index, steps);
      const estimate = isFirstOrder ? original : extrapolate(config, step, original, before!);
      before = original;
      return blend(next.sigma / now.sigma, latents, -next.alpha * shrinkage(step), estimate);
    },
  };
}

interface Solve {
  readonly previous: Mix;
  readonly now: Mix;
  readonly next: Mix;
}

/** exp(-h) - 1, h being what the logarithm of alpha / sigma grows by. */
function shrinkage({ now, next }: Solve): number {
  return (next.sigma * now.alpha) / (next.alpha * now.sigma) - 1;
}

function endsSimply(config: SchedulerConfig, index: number, steps: number): boolean {
  const isLast = index === steps - 1;
  return isLast && (config.eulerAtFinal || (config.lowerOrderFinal && steps < FEW) || config.finalSigma === 'zero');
}

/** Where the foreseen picture is on its way to. */
function extrapolate(
  { solver }: SchedulerConfig,
  { previous, now, next }: Solve,
  original: Float32Array,
  before: Float32Array,
): Float32Array {
  const [earlier, current, later] = [previous, now, next].map(({ alpha, sigma }) => Math.log(alpha) - Math.log(sigma));
  const h = later! - current!;
  const ratio = (current! - earlier!) / h;
  const shrunk = Math.exp(-h) - 1;
  const slope = (solver === 'midpoint' ? 0.5 : -(shrunk / h + 1) / shrunk) / ratio;
  return blend(1 + slope, original, -slope, before);
}

interface Plan {
  readonly times: readonly number[];
  readonly sigmas: readonly number[];
}

/** One time more than there are steps is laid out, and the cleanest left out, except where each ends its stretch. */
function plainTimes({ spacing, trainSteps, offset }: SchedulerConfig, table: Float32Array, steps: number): Plan {
  const times = (() => {
    switch (spacing) {
      case 'linspace':
        return spread(trainSteps - 1, steps + 1)
          .slice(1)
          .reverse()
          .map(roundHalfEven);
      case 'leading': {
        const ratio = Math.floor(trainSteps / (steps + 1));
        return Array.from({ length: steps }, (_, index) => (steps - index) * ratio + offset);
      }
      case 'trailing':
        return spacedTimes({ spacing, trainSteps, offset }, steps);
    }
  })();
  return { times, sigmas: times.map((time) => at(table, time)) };
}

function karrasTimes(config: SchedulerConfig, table: Float32Array, steps: number): Plan {
  const sigmas = karras(config, { least: table[0]!, most: table.at(-1)! }, steps);
  const isCosine = 'schedule' in config.betas && config.betas.schedule === 'squaredcos_cap_v2';
  const times = sigmas.map((sigma) => timeOf(sigma, table)).map((time) => (isCosine ? time : roundHalfEven(time)));
  return { times, sigmas };
}
