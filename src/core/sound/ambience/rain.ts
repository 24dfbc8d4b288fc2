import { createCircle, RATE, type Circle } from '../dsp/circle.ts';
import { bandPass, filterSound, highPass, lowPass } from '../dsp/filters.ts';
import { whiteNoise } from '../dsp/noise.ts';
import { addNoise, drift, scatter } from './parts.ts';

/** Steady rain on leaves: a soft rush, and single drops near by. */
export function rain(): Circle {
  const circle = createCircle(40);
  const heavier = drift(circle.length, 3, 11);
  addNoise(
    circle,
    [highPass(350), lowPass(3200, 0.5), lowPass(7000)],
    21,
    (index) => 0.3 * (0.8 + 0.2 * heavier(index)),
  );
  addNoise(circle, [lowPass(260)], 22, () => 0.35);
  const drops = Array.from({ length: 24 }, (_, index) => drop(900 + index * 130, index + 1));
  scatter(circle, 900, 31, (random) => ({
    sound: drops[Math.floor(random() * drops.length)]!,
    pan: random() * 1.8 - 0.9,
    gain: 0.1 + 0.25 * random() ** 3,
  }));
  return circle;
}

function drop(hertz: number, seed: number): Float32Array {
  const sound = filterSound(whiteNoise(0.03 * RATE, seed), bandPass(hertz, 3));
  return sound.map((sample, index) => sample * Math.min(1, index / 40) * Math.exp(-index / (0.005 * RATE)));
}
