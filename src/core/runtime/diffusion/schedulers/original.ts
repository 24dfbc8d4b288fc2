import type { SchedulerConfig } from './config.ts';

/** How much of the picture and of the noise there is in the latents. */
export interface Mix {
  readonly alpha: number;
  readonly sigma: number;
}

/** alpha² + sigma² = 1; `share` is the picture's part of the variance. */
export function mixOf(share: number): Mix {
  return { alpha: Math.sqrt(share), sigma: Math.sqrt(1 - share) };
}

/** Of latents in which a picture of its full width has noise of `sigma` added, once they are shrunk to the width of either. */
export function mixOfSigma(sigma: number): Mix {
  const alpha = 1 / Math.sqrt(sigma * sigma + 1);
  return { alpha, sigma: sigma * alpha };
}

/** Weights of latents and model output in the picture that the model foresees: x0 = latents * weight + output * weight. */
export function originalWeights(
  prediction: SchedulerConfig['prediction'],
  { alpha, sigma }: Mix,
): { readonly latents: number; readonly output: number } {
  switch (prediction) {
    case 'epsilon':
      return { latents: 1 / alpha, output: -sigma / alpha };
    case 'v_prediction':
      return { latents: alpha, output: -sigma };
    case 'sample':
      return { latents: 0, output: 1 };
  }
}

/** a * first + b * second, element by element. */
export function blend(a: number, first: Float32Array, b: number, second: Float32Array): Float32Array {
  return first.map((value, index) => a * value + b * second[index]!);
}
