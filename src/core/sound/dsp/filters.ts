/** Second-order filters (Robert Bristow-Johnson, "Cookbook formulae for audio EQ biquad filter coefficients"). */
import { RATE, type Circle } from './circle.ts';

/** Of the difference equation, divided by a0. */
export interface Biquad {
  readonly b0: number;
  readonly b1: number;
  readonly b2: number;
  readonly a1: number;
  readonly a2: number;
}

export function lowPass(hertz: number, q = Math.SQRT1_2): Biquad {
  const { cosine, alpha } = turn(hertz, q);
  return biquad((1 - cosine) / 2, 1 - cosine, (1 - cosine) / 2, 1 + alpha, -2 * cosine, 1 - alpha);
}

export function highPass(hertz: number, q = Math.SQRT1_2): Biquad {
  const { cosine, alpha } = turn(hertz, q);
  return biquad((1 + cosine) / 2, -1 - cosine, (1 + cosine) / 2, 1 + alpha, -2 * cosine, 1 - alpha);
}

/** 0 dB in its middle. */
export function bandPass(hertz: number, q: number): Biquad {
  const { cosine, alpha } = turn(hertz, q);
  return biquad(alpha, 0, -alpha, 1 + alpha, -2 * cosine, 1 - alpha);
}

/** Louder or softer by so many decibels around a pitch. */
export function peaking(hertz: number, q: number, decibels: number): Biquad {
  const { cosine, alpha } = turn(hertz, q);
  const gain = 10 ** (decibels / 40);
  return biquad(1 + alpha * gain, -2 * cosine, 1 - alpha * gain, 1 + alpha / gain, -2 * cosine, 1 - alpha / gain);
}

function turn(hertz: number, q: number): { readonly cosine: number; readonly alpha: number } {
  const angle = (2 * Math.PI * hertz) / RATE;
  return { cosine: Math.cos(angle), alpha: Math.sin(angle) / (2 * q) };
}

function biquad(b0: number, b1: number, b2: number, a0: number, a1: number, a2: number): Biquad {
  return { b0: b0 / a0, b1: b1 / a0, b2: b2 / a0, a1: a1 / a0, a2: a2 / a0 };
}

/** In place, from silence: for a sound that begins and ends. */
export function filterSound(sound: Float32Array, filter: Biquad): Float32Array {
  run(sound, filter, [0, 0], sound);
  return sound;
}

/** In place, on a sound without end. */
export function filterLoop(sound: Float32Array, filter: Biquad): Float32Array {
  // What the filter remembers from before is gone long before this many samples.
  const tail = sound.slice(-Math.min(sound.length, RATE));
  const memory = run(tail, filter, [0, 0], tail);
  run(sound, filter, memory, sound);
  return sound;
}

export function filterCircle({ left, right }: Circle, filter: Biquad): void {
  filterLoop(left, filter);
  filterLoop(right, filter);
}

/** Transposed direct form II; the memory that is left. */
function run(
  input: Float32Array,
  { b0, b1, b2, a1, a2 }: Biquad,
  [first, second]: readonly [number, number],
  output: Float32Array,
): readonly [number, number] {
  for (let index = 0; index < input.length; index += 1) {
    const sample = input[index]!;
    const filtered = b0 * sample + first;
    first = b1 * sample - a1 * filtered + second;
    second = b2 * sample - a2 * filtered;
    output[index] = filtered;
  }
  return [first, second];
}
