/** What is bowed or blown: tones that are held, from tables of one period. */
import { RATE } from '../dsp/circle.ts';

export interface Sustained {
  /** Hertz above which its overtones fall off. */
  readonly bright: number;
  /** How fast overtones get softer: level 1/n^slope. */
  readonly slope: number;
  /** Seconds. */
  readonly attack: number;
  readonly release: number;
  /** Players who play the same, and how many cents they are apart. */
  readonly players: number;
  readonly spread: number;
  /** Times a second, and cents. */
  readonly vibrato: readonly [number, number];
  /** Times a second, and how deep 0..1: a bow that goes to and fro. */
  readonly tremolo: readonly [number, number];
}

export const PAD: Sustained = {
  ...{ bright: 900, slope: 1.25, attack: 0.9, release: 1.6, players: 3, spread: 9 },
  ...{ vibrato: [4.3, 3], tremolo: [0.21, 0.12] },
};
export const STRINGS: Sustained = {
  ...{ bright: 1300, slope: 1.1, attack: 0.5, release: 1.1, players: 3, spread: 7 },
  ...{ vibrato: [5.1, 5], tremolo: [0.3, 0.1] },
};
/** Strings that shiver. */
export const TREMOLO: Sustained = { ...STRINGS, bright: 1000, attack: 1.2, tremolo: [7.2, 0.5] };
export const HORN: Sustained = {
  ...{ bright: 800, slope: 0.95, attack: 0.12, release: 0.35, players: 2, spread: 4 },
  ...{ vibrato: [4.8, 4], tremolo: [0.5, 0.05] },
};
export const FLUTE: Sustained = {
  ...{ bright: 1400, slope: 2.1, attack: 0.09, release: 0.25, players: 1, spread: 0 },
  ...{ vibrato: [5, 9], tremolo: [4.9, 0.1] },
};
export const BASS: Sustained = {
  ...{ bright: 260, slope: 1.6, attack: 0.05, release: 0.3, players: 1, spread: 0 },
  ...{ vibrato: [4, 0], tremolo: [1, 0] },
};

const TABLE = 2048;

/** Held for `seconds`, then let go. @param seed so that players do not all begin alike */
export function sustain(hertz: number, voice: Sustained, seconds: number, seed: number): Float32Array {
  const { attack, release, players, spread, vibrato, tremolo } = voice;
  const table = tableOf(hertz, voice);
  const length = Math.round((seconds + release) * RATE);
  const held = Math.round(seconds * RATE);
  const rise = Math.min(held, Math.round(attack * RATE));
  const sound = new Float32Array(length);
  for (let player = 0; player < players; player += 1) {
    const cents = players === 1 ? 0 : (player / (players - 1) - 0.5) * spread;
    const step = (hertz * 2 ** (cents / 1200) * TABLE) / RATE;
    let place = ((seed * 0.618 + player * 0.37) % 1) * TABLE;
    const phase = seed * 2.1 + player * 1.9;
    const wobble = (vibrato[1] / 1200) * Math.LN2;
    for (let from = 0; from < length; from += BLOCK) {
      const time = from / RATE;
      const speed = step * (1 + wobble * Math.sin(2 * Math.PI * vibrato[0] * time + phase));
      const shiver = 1 - tremolo[1] * (0.5 + 0.5 * Math.sin(2 * Math.PI * tremolo[0] * time + phase * 1.3));
      const end = Math.min(length, from + BLOCK);
      const next = 1 - tremolo[1] * (0.5 + 0.5 * Math.sin((2 * Math.PI * tremolo[0] * end) / RATE + phase * 1.3));
      const slope = (next - shiver) / BLOCK;
      for (let index = from; index < end; index += 1) {
        const whole = place | 0;
        const part = place - whole;
        sound[index]! +=
          (table[whole]! + part * (table[whole + 1]! - table[whole]!)) * (shiver + slope * (index - from));
        place += speed;
        if (place >= TABLE) place -= TABLE;
      }
    }
  }
  const level = 1 / Math.sqrt(players);
  for (let index = 0; index < length; index += 1) {
    const up = index < rise ? 0.5 - 0.5 * Math.cos((Math.PI * index) / rise) : 1;
    const down = index > held ? (0.5 + 0.5 * Math.cos((Math.PI * (index - held)) / (length - held))) ** 1.5 : 1;
    sound[index]! *= level * up * down;
  }
  return sound;
}

/** Vibrato is told anew after so many samples. */
const BLOCK = 64;

/** One period, and its first sample again. */
function tableOf(hertz: number, { bright, slope }: Sustained): Float32Array {
  const table = new Float32Array(TABLE + 1);
  for (let number = 1; number * hertz < Math.min(8000, bright * 8); number += 1) {
    const level = number ** -slope / (1 + ((number * hertz) / bright) ** 2);
    for (let index = 0; index < TABLE; index += 1) {
      table[index]! += level * Math.sin((2 * Math.PI * number * index) / TABLE + number * number * 0.7);
    }
  }
  let energy = 0;
  for (let index = 0; index < TABLE; index += 1) energy += table[index]! ** 2 / TABLE;
  const gain = 0.5 / Math.sqrt(energy);
  for (let index = 0; index < TABLE; index += 1) table[index]! *= gain;
  table[TABLE] = table[0]!;
  return table;
}
