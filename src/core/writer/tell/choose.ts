/** Choices that a seed decides, each from its own stream: another choice elsewhere changes none of them. */
import { randomNumbers } from '../../../shared/random.ts';

/** FNV-1a, 32 bits (Fowler, Noll, Vo: public domain). */
function hash(text: string): number {
  let state = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) state = Math.imul(state ^ text.charCodeAt(index), 0x01000193) >>> 0;
  return state;
}

export function stream(seed: number, name: string): () => number {
  const next = randomNumbers(hash(`${String(seed)}/${name}`));
  next();
  return next;
}

export function pick<Item>(items: readonly Item[], random: () => number): Item {
  return items[Math.min(items.length - 1, Math.floor(random() * items.length))]!;
}

/** The items in turn by the seed: as many seeds that follow one another as there are items begin with different ones. */
export function inTurn<Item>(items: readonly Item[], seed: number, name: string): Item[] {
  if (items.length < 2) return [...items];
  const round = Math.floor((seed - 1) / items.length);
  const mixed = shuffled(items, () => 1, stream(round, `${name}/turn`));
  const start = seed - 1 - round * items.length;
  return [...mixed.slice(start), ...mixed.slice(0, start)];
}

/** Best first, where weights pull and chance decides. */
export function shuffled<Item>(items: readonly Item[], weight: (item: Item) => number, random: () => number): Item[] {
  return items
    .map((item) => ({ item, rank: Math.pow(random(), 1 / Math.max(weight(item), 0.001)) }))
    .sort((left, right) => right.rank - left.rank)
    .map(({ item }) => item);
}
