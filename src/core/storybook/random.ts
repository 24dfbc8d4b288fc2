/** Numbers 0..1, the same for the same seed on every machine (mulberry32, public domain, T. Ettinger 2017). */
export type Random = () => number;

export function randomFrom(...seeds: readonly (number | string)[]): Random {
  let state = 2166136261;
  for (const letter of seeds.join('|')) state = Math.imul(state ^ letter.codePointAt(0)!, 16777619) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export function between(random: Random, low: number, high: number): number {
  return low + (high - low) * random();
}

export function pick<Item>(random: Random, items: readonly Item[]): Item {
  return items[Math.floor(random() * items.length)]!;
}
