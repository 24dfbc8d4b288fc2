import { randomNumbers } from '../../shared/random.ts';

export type Random = () => number;

/** Numbers 0..1 that the seeds decide together. */
export function randomFrom(...seeds: readonly (number | string)[]): Random {
  let state = 2166136261;
  for (const letter of seeds.join('|')) state = Math.imul(state ^ letter.codePointAt(0)!, 16777619) >>> 0;
  return randomNumbers(state);
}

export function between(random: Random, low: number, high: number): number {
  return low + (high - low) * random();
}

export function pick<Item>(random: Random, items: readonly Item[]): Item {
  return items[Math.floor(random() * items.length)]!;
}
