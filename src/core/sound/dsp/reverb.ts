/** A room: a network of eight delays that feed each other (Jot and Chaigne, "Digital delay networks", AES 1991). */
import { RATE, type Circle } from './circle.ts';

export interface Room {
  /** Seconds until an echo has fallen by 60 dB. */
  readonly decay: number;
  /** Above so many hertz echoes die sooner. */
  readonly damping: number;
  /** Of the echoes, beside the sound itself. */
  readonly level: number;
}

/** Samples; without common factors, from 25 to 54 ms. */
const DELAYS = [1201, 1381, 1543, 1709, 1867, 2087, 2309, 2593] as const;
const LINES = DELAYS.length;

/** Adds a room's echoes to a sound without end, in place. */
export function addRoom({ left, right, length }: Circle, { decay, damping, level }: Room): void {
  const lines = DELAYS.map((delay) => new Float32Array(delay));
  const places = new Int32Array(LINES);
  const gains = DELAYS.map((delay) => 10 ** ((-3 * delay) / RATE / decay));
  const keep = Math.exp((-2 * Math.PI * damping) / RATE);
  const damped = new Float64Array(LINES);
  const out = new Float64Array(LINES);
  const wetLeft = new Float32Array(length);
  const wetRight = new Float32Array(length);
  // Once around so much of the end as is still heard at the start, and then all of it.
  const before = Math.min(length, Math.round(decay * 1.5 * RATE));
  for (let index = length - before; index < 2 * length; index += 1) {
    const at = index % length;
    let sum = 0;
    for (let line = 0; line < LINES; line += 1) {
      const echo = lines[line]![places[line]!]!;
      damped[line] = echo + keep * (damped[line]! - echo);
      out[line] = damped[line]! * gains[line]!;
      sum += out[line]!;
    }
    // Each line gets what the others give (a Householder matrix keeps the energy).
    const shared = (sum * 2) / LINES;
    const [inLeft, inRight] = [left[at]!, right[at]!];
    for (let line = 0; line < LINES; line += 1) {
      const buffer = lines[line]!;
      buffer[places[line]!] = (line % 2 === 0 ? inLeft : inRight) + out[line]! - shared;
      places[line] = places[line]! + 1 === buffer.length ? 0 : places[line]! + 1;
    }
    if (index < length) continue;
    wetLeft[at] = out[0]! - out[2]! + out[4]! - out[6]!;
    wetRight[at] = out[1]! - out[3]! + out[5]! - out[7]!;
  }
  for (let at = 0; at < length; at += 1) {
    left[at]! += wetLeft[at]! * level;
    right[at]! += wetRight[at]! * level;
  }
}
