import { createCircle, RATE, type Circle } from '../dsp/circle.ts';
import { highPass, lowPass } from '../dsp/filters.ts';
import { addNoise, drift } from './parts.ts';

/** Seconds from one wave to the next: slow enough to breathe to. */
const WAVE = 8;

/** Waves that come, break and run back over sand, the left shore a little before the right. */
export function sea(): Circle {
  const circle = createCircle(6 * WAVE);
  const size = drift(circle.length, 3, 41);
  const phaseAt = (index: number, side: number): number => (((index / RATE / WAVE + side * 0.07) % 1) + 1) % 1;
  addNoise(circle, [lowPass(220)], 51, () => 0.55);
  addNoise(circle, [highPass(120), lowPass(650, 0.5)], 52, (index, side) => {
    const swell = 0.5 - 0.5 * Math.cos(2 * Math.PI * phaseAt(index, side));
    return 0.1 + 0.55 * swell ** 1.6 * (0.6 + 0.4 * size(index));
  });
  addNoise(circle, [highPass(700), lowPass(3600, 0.5)], 53, (index, side) => {
    // The foam comes when the wave has broken, and hisses as it runs back.
    const late = (phaseAt(index, side) + 0.42) % 1;
    const foam =
      late < 0.18
        ? 0.5 - 0.5 * Math.cos((Math.PI * late) / 0.18)
        : 0.5 + 0.5 * Math.cos((Math.PI * (late - 0.18)) / 0.82);
    return 0.02 + 0.14 * foam ** 2 * (0.5 + 0.5 * size(index));
  });
  return circle;
}
