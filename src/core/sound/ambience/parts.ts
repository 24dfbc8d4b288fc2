/** What ambiences are made of. */
import { addSound, panned, RATE, type Circle } from '../dsp/circle.ts';
import { filterLoop, type Biquad } from '../dsp/filters.ts';
import { randomNumbers } from '../../../shared/random.ts';
import { whiteNoise } from '../dsp/noise.ts';

/** What changes slowly is worked out once in so many samples. */
const STEP = 256;

/** Noise without end, through filters; another on either side. */
export function addNoise(
  circle: Circle,
  filters: readonly Biquad[],
  seed: number,
  levelAt: (index: number, side: 0 | 1) => number,
): void {
  for (const side of [0, 1] as const) {
    const noise = whiteNoise(circle.length, seed * 2 + side);
    for (const filter of filters) filterLoop(noise, filter);
    const target = side === 0 ? circle.left : circle.right;
    // Levels change slowly: those between two lie on a line.
    let level = levelAt(0, side);
    for (let from = 0; from < circle.length; from += STEP) {
      const end = Math.min(circle.length, from + STEP);
      const next = levelAt(end, side);
      const slope = (next - level) / (end - from);
      for (let index = from; index < end; index += 1)
        target[index]! += noise[index]! * (level + slope * (index - from));
      level = next;
    }
  }
}

/** Something that comes and goes, 0..1, about so many times in a loop, never twice alike, and meets its own beginning. */
export function drift(length: number, times: number, seed: number): (index: number) => number {
  const random = randomNumbers(seed);
  const waves = [times, times + 1, Math.max(1, times - 1), times * 2 + 1].map((cycles, place) => ({
    turn: (2 * Math.PI * cycles) / length,
    phase: random() * 2 * Math.PI,
    level: place === 3 ? 0.4 : 1,
  }));
  // Beyond the end it is what it was at the start.
  const row = Array.from({ length: Math.ceil(length / STEP) + 2 }, (_, place) => {
    const sum = waves.reduce((all, { turn, phase, level }) => all + level * Math.sin(turn * place * STEP + phase), 0);
    return 0.5 + 0.5 * Math.tanh(sum * 0.7);
  });
  return (index) => {
    const place = Math.floor(index / STEP);
    return row[place]! + (index / STEP - place) * (row[place + 1]! - row[place]!);
  };
}

/** Calls so many times, at times spread by chance over the loop. */
export function scatter(
  circle: Circle,
  count: number,
  seed: number,
  make: (random: () => number) => { readonly sound: Float32Array; readonly pan: number; readonly gain: number },
): void {
  const random = randomNumbers(seed);
  const seconds = circle.length / RATE;
  for (let index = 0; index < count; index += 1) {
    const at = ((index + random()) / count) * seconds;
    const { sound, pan, gain } = make(random);
    addSound(circle, at, sound, panned(pan, gain));
  }
}
