/** Light percussion, softer than any other instrument: a pulse, no beat. */
import { RATE } from '../dsp/circle.ts';
import { bandPass, filterSound, highPass, lowPass } from '../dsp/filters.ts';
import { whiteNoise } from '../dsp/noise.ts';

export const DRUMS = ['low-drum', 'tom', 'shaker', 'woodblock', 'triangle'] as const;
export type Drum = (typeof DRUMS)[number];

export function drum(kind: Drum, seed: number): Float32Array {
  switch (kind) {
    case 'low-drum':
      return skin({ hertz: 62, bend: 1.35, decay: 0.75, noise: 0.12, bright: 380 }, seed);
    case 'tom':
      return skin({ hertz: 104, bend: 1.2, decay: 0.5, noise: 0.16, bright: 700 }, seed);
    case 'shaker':
      return shaped(
        filterSound(filterSound(whiteNoise(0.09 * RATE, seed), highPass(4200)), lowPass(9000)),
        0.012,
        0.035,
      );
    case 'woodblock':
      return shaped(filterSound(whiteNoise(0.12 * RATE, seed), bandPass(820, 14)), 0.001, 0.028, 6);
    case 'triangle':
      return shaped(filterSound(whiteNoise(0.9 * RATE, seed), bandPass(5200, 160)), 0.002, 0.28, 9);
  }
}

interface Skin {
  readonly hertz: number;
  /** How much higher it begins. */
  readonly bend: number;
  /** Seconds to fall by 60 dB. */
  readonly decay: number;
  readonly noise: number;
  readonly bright: number;
}

function skin({ hertz, bend, decay, noise, bright }: Skin, seed: number): Float32Array {
  const length = Math.round(decay * RATE);
  const hiss = filterSound(whiteNoise(length, seed), lowPass(bright));
  let angle = 0;
  const rise = 0.006 * RATE;
  return hiss.map((rattle, index) => {
    const time = index / RATE;
    angle += (2 * Math.PI * hertz * (1 + (bend - 1) * Math.exp(-time * 28))) / RATE;
    const fall = 10 ** ((-3 * time) / decay);
    return Math.min(1, index / rise) * (Math.sin(angle) * fall + rattle * noise * Math.exp(-time * 40));
  });
}

/** A rise and a fall, seconds; the fall to a third. */
function shaped(sound: Float32Array, rise: number, fall: number, gain = 1): Float32Array {
  return sound.map((sample, index) => {
    const time = index / RATE;
    const end = Math.min(1, (sound.length - index) / (0.01 * RATE));
    return gain * sample * Math.min(1, time / rise) * Math.exp(-Math.max(0, time - rise) / fall) * end;
  });
}
