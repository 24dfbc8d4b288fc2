import { randomNumbers } from '../../../shared/random.ts';

/** Draws noise of the standard normal distribution for all pictures at once, one after the other. */
export type Noise = () => Float32Array;

/**
 * Each picture has a stream of its own, so that it is the same whatever is painted beside it.
 * @param length numbers for each picture
 */
export function createNoise(seeds: readonly number[], length: number): Noise {
  const streams = seeds.map(normalNumbers);
  return () => {
    const noise = new Float32Array(seeds.length * length);
    for (const [index, next] of streams.entries()) {
      for (let place = index * length; place < (index + 1) * length; place += 1) noise[place] = next();
    }
    return noise;
  };
}

/** Box and Muller 1958: two at a time. */
function normalNumbers(seed: number): () => number {
  const next = randomNumbers(seed);
  let spare: number | undefined;
  return () => {
    if (spare !== undefined) {
      const value = spare;
      spare = undefined;
      return value;
    }
    // 1 - x is never 0, whose logarithm is none.
    const radius = Math.sqrt(-2 * Math.log(1 - next()));
    const angle = 2 * Math.PI * next();
    spare = radius * Math.sin(angle);
    return radius * Math.cos(angle);
  };
}
