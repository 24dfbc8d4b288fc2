/**
 * How much of the picture is left at each of the steps that a model was trained with. In 32-bit floats like the reference, whose
 * roundings the first steps of a zero-SNR schedule magnify.
 */
import type { SchedulerConfig } from './config.ts';

const { fround } = Math;

/** The share of the picture in the variance after each training step: the running product of 1 - beta. */
export function cumulativeAlphas({ betas, trainSteps, zeroSnr }: SchedulerConfig): Float32Array {
  const raw = 'trained' in betas ? Float32Array.from(betas.trained) : makeBetas(betas, trainSteps);
  return runningProduct(zeroSnr ? toZeroSnr(raw) : raw);
}

/** As k-diffusion measures noise (Karras et al. 2022): beside a picture of the variance it was drawn with. */
export function sigmasOf(alphas: Float32Array, { zeroSnr }: Pick<SchedulerConfig, 'zeroSnr'>): Float32Array {
  const sigmas = alphas.map((alpha) => sigmaOf(alpha));
  // Not infinite: the smallest half float stands for what is left of the picture.
  if (zeroSnr) sigmas[sigmas.length - 1] = sigmaOf(2 ** -24);
  return sigmas;
}

function sigmaOf(alpha: number): number {
  return Math.sqrt(fround(fround(1 - alpha) / alpha));
}

type Schedule = Exclude<SchedulerConfig['betas'], { readonly trained: unknown }>;

function makeBetas({ schedule, start, end }: Schedule, count: number): Float32Array {
  switch (schedule) {
    case 'linear':
      return linspace(start, end, count);
    case 'scaled_linear':
      return linspace(Math.sqrt(start), Math.sqrt(end), count).map((root) => root * root);
    case 'squaredcos_cap_v2': {
      const left = (time: number) => Math.cos((((time + 0.008) / 1.008) * Math.PI) / 2) ** 2;
      return Float32Array.from({ length: count }, (_, index) =>
        Math.min(1 - left((index + 1) / count) / left(index / count), 0.999),
      );
    }
  }
}

/** From both ends to the middle, rounded once, as torch does it. */
function linspace(start: number, end: number, count: number): Float32Array {
  const [first, last] = [fround(start), fround(end)];
  const step = fround(fround(last - first) / (count - 1));
  return Float32Array.from({ length: count }, (_, index) =>
    index < count / 2 ? first + step * index : last - step * (count - index - 1),
  );
}

function runningProduct(betas: Float32Array): Float32Array {
  let product = 1;
  return betas.map((beta) => (product *= fround(1 - beta)));
}

/** Lin et al. 2023, arXiv 2305.08891, algorithm 1. */
function toZeroSnr(betas: Float32Array): Float32Array {
  const roots = runningProduct(betas).map(Math.sqrt);
  const [first, last] = [roots[0]!, roots.at(-1)!];
  const stretch = fround(first / fround(first - last));
  const alphas = roots.map((root) => fround(root - last) * stretch).map((root) => root * root);
  return alphas.map((alpha, index) => 1 - (index === 0 ? alpha : fround(alpha / alphas[index - 1]!)));
}
