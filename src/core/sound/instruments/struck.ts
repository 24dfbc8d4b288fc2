/** What is struck and rings by itself: a sum of partials, each with its own decay. */
import { RATE } from '../dsp/circle.ts';

interface Partial {
  /** Of the note's frequency. */
  readonly ratio: number;
  readonly level: number;
  /** Seconds to fall by 60 dB, at middle C. */
  readonly decay: number;
}

export interface Struck {
  readonly partials: readonly Partial[];
  /** Seconds of the attack: a felt hammer is slower than a mallet. */
  readonly attack: number;
  /** How much stiffness stretches the partials (Fletcher, 1964). */
  readonly stiffness: number;
  /** Cents between two strings of a note that beat against each other; 0 for one. */
  readonly beat: number;
  /** 0..1: how much duller a soft note is than a loud one. */
  readonly touch: number;
}

/** A piano under felt. */
export const SOFT_PIANO: Struck = {
  partials: Array.from({ length: 9 }, (_, index) => {
    const number = index + 1;
    return { ratio: number, level: number ** -1.75, decay: 5.2 / number ** 0.75 };
  }),
  attack: 0.009,
  stiffness: 0.0004,
  beat: 0.9,
  touch: 0.7,
};

export const CELESTA: Struck = {
  partials: [
    { ratio: 1, level: 1, decay: 2.6 },
    { ratio: 2, level: 0.1, decay: 1.4 },
    { ratio: 3.93, level: 0.2, decay: 0.7 },
    { ratio: 9.2, level: 0.025, decay: 0.16 },
  ],
  attack: 0.004,
  stiffness: 0,
  beat: 0,
  touch: 0.5,
};

export const MARIMBA: Struck = {
  partials: [
    { ratio: 1, level: 1, decay: 0.95 },
    { ratio: 3.98, level: 0.2, decay: 0.28 },
    { ratio: 9.9, level: 0.04, decay: 0.09 },
  ],
  attack: 0.003,
  stiffness: 0,
  beat: 0,
  touch: 0.5,
};

const HIGHEST = 14_000;

/** @param velocity 0..1 @param seconds how long the key is held; a piano's damper falls then */
export function strike(
  hertz: number,
  { partials, attack, stiffness, beat, touch }: Struck,
  velocity: number,
  seconds: number,
): Float32Array {
  const pitch = (262 / hertz) ** 0.45;
  const rings = Math.max(...partials.map(({ decay }) => decay)) * pitch;
  const held = Math.min(rings, seconds + 0.25);
  const length = Math.round(held * RATE);
  const sound = new Float32Array(length);
  partials.forEach(({ ratio, level, decay }, index) => {
    const stretched = ratio * Math.sqrt(1 + stiffness * ratio * ratio);
    const loudness = level * (index === 0 ? 1 : 1 - touch * (1 - velocity));
    for (const cents of beat === 0 ? [0] : [-beat / 2, beat / 2]) {
      const frequency = hertz * stretched * 2 ** (cents / 1200);
      if (frequency < HIGHEST) ring(sound, frequency, (beat === 0 ? 1 : 0.5) * loudness, decay * pitch, index);
    }
  });
  const rise = Math.round(attack * RATE);
  for (let index = 0; index < Math.min(rise, length); index += 1)
    sound[index]! *= 0.5 - 0.5 * Math.cos((Math.PI * index) / rise);
  const fall = Math.min(length, Math.round(0.22 * RATE));
  for (let index = 0; index < fall; index += 1) sound[length - 1 - index]! *= (index / fall) ** 1.5;
  return sound;
}

/** Adds a decaying sine: a point that turns and shrinks. */
function ring(sound: Float32Array, hertz: number, level: number, decay: number, index: number): void {
  const angle = (2 * Math.PI * hertz) / RATE;
  const shrink = 10 ** (-3 / (decay * RATE));
  const [cosine, sine] = [Math.cos(angle) * shrink, Math.sin(angle) * shrink];
  // Partials do not all begin at once, or they would add up to a click.
  let [x, y] = [level * Math.cos(index * 1.7), level * Math.sin(index * 1.7)];
  const end = Math.min(sound.length, Math.round(decay * 1.2 * RATE));
  for (let at = 0; at < end; at += 1) {
    sound[at]! += y;
    [x, y] = [x * cosine - y * sine, x * sine + y * cosine];
  }
}
