import { createCircle, RATE, type Circle } from '../dsp/circle.ts';
import { bandPass, filterSound, highPass, lowPass } from '../dsp/filters.ts';
import { whiteNoise } from '../dsp/noise.ts';
import { addNoise, drift, scatter } from './parts.ts';

/** A fire in a hearth: the flames' low breath, a little hiss, crackling; no log that bursts. */
export function fire(): Circle {
  const circle = createCircle(40);
  const breath = drift(circle.length, 14, 81);
  const hiss = drift(circle.length, 5, 82);
  addNoise(circle, [highPass(50), lowPass(190)], 83, (index) => 0.5 + 0.4 * breath(index));
  addNoise(circle, [highPass(1800), lowPass(6000)], 84, (index) => 0.022 * (0.4 + 0.6 * hiss(index)));
  const cracks = Array.from({ length: 32 }, (_, index) => crack(700 + ((index * 389) % 3600), index + 1));
  scatter(circle, 420, 85, (random) => ({
    sound: cracks[Math.floor(random() * cracks.length)]!,
    pan: random() * 1.2 - 0.6,
    gain: 0.06 + 0.5 * random() ** 4,
  }));
  return circle;
}

function crack(hertz: number, seed: number): Float32Array {
  const sound = filterSound(whiteNoise(0.035 * RATE, seed), bandPass(hertz, 1.6));
  const fall = (0.002 + (seed % 5) * 0.0012) * RATE;
  return sound.map((sample, index) => sample * Math.min(1, index / 24) * Math.exp(-index / fall));
}
