import { randomNumbers } from '../../../shared/random.ts';

/** White noise, -1..1. */
export function whiteNoise(length: number, seed: number): Float32Array {
  const random = randomNumbers(seed);
  const noise = new Float32Array(Math.round(length));
  for (let index = 0; index < noise.length; index += 1) noise[index] = random() * 2 - 1;
  return noise;
}
