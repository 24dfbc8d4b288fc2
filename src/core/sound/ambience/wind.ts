import { createCircle, type Circle } from '../dsp/circle.ts';
import { bandPass, lowPass } from '../dsp/filters.ts';
import { addNoise, drift } from './parts.ts';

/** Wind that rises and falls, each pitch of it in its own time. */
export function wind(): Circle {
  const circle = createCircle(48);
  const bands = [
    { hertz: 240, q: 1.2, level: 0.75 },
    { hertz: 410, q: 2.2, level: 0.55 },
    { hertz: 640, q: 3, level: 0.32 },
    { hertz: 980, q: 3.5, level: 0.14 },
  ];
  addNoise(circle, [lowPass(160)], 61, () => 0.3);
  bands.forEach(({ hertz, q, level }, band) => {
    const gusts = [0, 1].map((side) => drift(circle.length, 3 + band, 70 + band * 3 + side));
    addNoise(
      circle,
      [bandPass(hertz, q)],
      62 + band,
      (index, side) => level * (0.15 + 0.85 * gusts[side]!(index) ** 2),
    );
  });
  return circle;
}
