/** Plucked strings (Karplus and Strong, "Digital synthesis of plucked-string and drum timbres", 1983; tuned as Jaffe and Smith). */
import { filterSound, lowPass } from '../dsp/filters.ts';
import { randomNumbers } from '../../../shared/random.ts';
import { RATE } from '../dsp/circle.ts';

export interface Pluck {
  /** Hertz from which the finger's noise is dull. */
  readonly bright: number;
  /** Seconds until the lowest notes have fallen by 60 dB; high ones die sooner. */
  readonly ring: number;
  /** Where the string is plucked, 0..0.5 of its length. */
  readonly at: number;
}

export const HARP: Pluck = { bright: 2600, ring: 4.5, at: 0.42 };
export const PIZZICATO: Pluck = { bright: 1500, ring: 0.55, at: 0.3 };

export function pluck(hertz: number, { bright, ring, at }: Pluck, seed: number): Float32Array {
  const period = RATE / hertz;
  const decay = ring * Math.min(1, (220 / hertz) ** 0.5);
  const length = Math.round(Math.min(decay * 1.1, 5) * RATE);
  // The averaging of neighbours delays by half a sample; the rest of the period is whole samples and an all-pass.
  const whole = Math.floor(period - 0.5 - 0.1);
  const rest = period - 0.5 - whole;
  const allPass = (1 - rest) / (1 + rest);
  const random = randomNumbers(seed);
  const noise = filterSound(
    Float32Array.from({ length: whole }, () => random() * 2 - 1),
    lowPass(Math.min(bright, RATE / 4)),
  );
  const line = new Float32Array(whole);
  const offset = Math.max(1, Math.round(whole * at));
  let mean = 0;
  for (let index = 0; index < whole; index += 1) {
    line[index] = noise[index]! - noise[(index + whole - offset) % whole]!;
    mean += line[index]! / whole;
  }
  let loudest = 1e-9;
  for (let index = 0; index < whole; index += 1) {
    line[index]! -= mean;
    loudest = Math.max(loudest, Math.abs(line[index]!));
  }
  const loss = 10 ** ((-3 * period) / RATE / decay);
  const sound = new Float32Array(length);
  let [place, last, before, passed] = [0, 0, 0, 0];
  for (let index = 0; index < length; index += 1) {
    const now = line[place]!;
    const averaged = loss * 0.5 * (now + last);
    last = now;
    passed = allPass * averaged + before - allPass * passed;
    before = averaged;
    line[place] = passed;
    place = place + 1 === whole ? 0 : place + 1;
    sound[index] = now / loudest;
  }
  // A finger lets go of the string within a few milliseconds, and the end does not click.
  const rise = Math.round(0.004 * RATE);
  const fall = Math.min(length, Math.round(0.15 * RATE));
  for (let index = 0; index < rise; index += 1) sound[index]! *= index / rise;
  for (let index = 0; index < fall; index += 1) sound[length - 1 - index]! *= index / fall;
  return sound;
}
