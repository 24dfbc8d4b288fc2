import { addSound, createCircle, panned, RATE, type Circle } from '../dsp/circle.ts';
import { bandPass, highPass, lowPass } from '../dsp/filters.ts';
import { randomNumbers } from '../../../shared/random.ts';
import { addRoom } from '../dsp/reverb.ts';
import { addNoise, drift } from './parts.ts';

/** Crickets of a warm night, each with a song of its own, and the quiet behind them. */
export function night(): Circle {
  const circle = createCircle(44);
  const seconds = circle.length / RATE;
  const crickets = [
    { hertz: 4150, pulses: 3, every: seconds / 58, pan: -0.7, gain: 0.05 },
    { hertz: 4420, pulses: 4, every: seconds / 41, pan: 0.6, gain: 0.04 },
    { hertz: 3880, pulses: 2, every: seconds / 67, pan: 0.1, gain: 0.022 },
    { hertz: 4700, pulses: 3, every: seconds / 49, pan: -0.2, gain: 0.014 },
  ];
  crickets.forEach(({ hertz, pulses, every, pan, gain }, index) => {
    const random = randomNumbers(91 + index);
    const awake = drift(circle.length, 2 + index, 95 + index);
    const song = chirp(hertz, pulses);
    for (let at = 0; at < seconds - every / 2; at += every) {
      const place = at + (random() - 0.5) * 0.08 * every;
      addSound(circle, place, song, panned(pan, gain * (0.25 + 0.75 * awake(Math.round(at * RATE)))));
    }
  });
  addRoom(circle, { decay: 1.2, damping: 5000, level: 0.1 });
  addNoise(circle, [highPass(60), lowPass(420, 0.5)], 99, () => 0.045);
  addNoise(circle, [bandPass(2600, 0.7)], 100, () => 0.004);
  return circle;
}

/** A wing's strokes, 30 a second. */
function chirp(hertz: number, pulses: number): Float32Array {
  const stroke = RATE / 30;
  return Float32Array.from({ length: Math.round(pulses * stroke) }, (_, index) => {
    const within = (index % stroke) / stroke;
    const open = within < 0.7 ? Math.sin((Math.PI * within) / 0.7) ** 2 : 0;
    const rising = 0.6 + (0.4 * index) / (pulses * stroke);
    return open * rising * Math.sin((2 * Math.PI * hertz * index) / RATE);
  });
}
