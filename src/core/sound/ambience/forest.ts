import { createCircle, RATE, type Circle } from '../dsp/circle.ts';
import { highPass, lowPass } from '../dsp/filters.ts';
import { addRoom } from '../dsp/reverb.ts';
import { addNoise, drift, scatter } from './parts.ts';

/** Leaves in a light wind, and now and then a bird, not near. */
export function forest(): Circle {
  const circle = createCircle(48);
  scatter(circle, 9, 111, (random) => ({
    sound: birdsong(random),
    pan: random() * 1.6 - 0.8,
    gain: 0.012 + 0.016 * random(),
  }));
  addRoom(circle, { decay: 1.6, damping: 4500, level: 0.3 });
  const gusts = [0, 1].map((side) => drift(circle.length, 4, 121 + side));
  const leaves = (level: number) => (index: number, side: 0 | 1) => level * (0.25 + 0.75 * gusts[side]!(index) ** 1.5);
  addNoise(circle, [highPass(900), lowPass(3000, 0.6)], 123, leaves(0.075));
  addNoise(circle, [highPass(2500), lowPass(6500)], 124, leaves(0.03));
  addNoise(circle, [highPass(60), lowPass(300, 0.5)], 125, () => 0.09);
  return circle;
}

/** A few whistled syllables, each gliding a little. */
function birdsong(random: () => number): Float32Array {
  const syllables = 2 + Math.floor(random() * 3);
  const base = 2300 + random() * 1300;
  const each = 0.11 + random() * 0.07;
  const gap = 0.07 + random() * 0.06;
  const sound = new Float32Array(Math.round(syllables * (each + gap) * RATE));
  for (let number = 0; number < syllables; number += 1) {
    const glide = (random() - 0.4) * 900;
    const from = base + (random() - 0.5) * 500;
    const length = Math.round(each * RATE);
    const start = Math.round(number * (each + gap) * RATE);
    let angle = 0;
    for (let index = 0; index < length && start + index < sound.length; index += 1) {
      const part = index / length;
      angle += (2 * Math.PI * (from + glide * part + 40 * Math.sin(part * 40))) / RATE;
      sound[start + index] = Math.sin(Math.PI * part) ** 2 * Math.sin(angle);
    }
  }
  return sound;
}
