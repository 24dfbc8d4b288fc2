/** Repeatable numbers 0..1 (mulberry32 by Tommy Ettinger, public domain): a sound's chance is the same every time. */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** White noise, -1..1. */
export function whiteNoise(length: number, seed: number): Float32Array {
  const random = createRandom(seed);
  const noise = new Float32Array(Math.round(length));
  for (let index = 0; index < noise.length; index += 1) noise[index] = random() * 2 - 1;
  return noise;
}
