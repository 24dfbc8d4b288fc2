import { describe, expect, it } from 'vitest';
import { inTurn } from '../../../src/core/writer/tell/choose.ts';

describe('choices by the seed', () => {
  it('would catch seeds that follow one another telling the same passage', () => {
    for (const items of [
      ['a', 'b'],
      ['a', 'b', 'c'],
      ['a', 'b', 'c', 'd', 'e'],
    ]) {
      const firsts = items.map((_, index) => inTurn(items, index + 1, 'a list')[0]);
      expect(new Set(firsts).size).toBe(items.length);
    }
  });

  it('would catch a passage lost or told twice by taking turns, also for the seed 0', () => {
    for (const seed of [0, 1, 7, 123456])
      expect(inTurn(['a', 'b', 'c'], seed, 'x').toSorted()).toEqual(['a', 'b', 'c']);
  });
});
