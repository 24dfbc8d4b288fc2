import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tileSide } from '../../../../src/core/runtime/upscale/tiles.ts';

describe('tiles along a side', () => {
  it('would catch a pixel that no tile or two tiles answer for, one too near to a tile’s end, or tiles without bounds', () => {
    const sides = fc.record({
      length: fc.integer({ min: 1, max: 4000 }),
      reach: fc.integer({ min: 0, max: 32 }),
      fixed: fc.option(fc.integer({ min: 65, max: 512 }), { nil: undefined }),
    });
    fc.assert(
      fc.property(sides, ({ length, reach, fixed }) => {
        const { side, stretches } = tileSide(length, reach, fixed);
        expect(side).toBe(fixed ?? Math.min(256, side));
        if (fixed === undefined) expect(side % 16).toBe(0);
        expect(stretches[0]!.from).toBe(0);
        expect(stretches.at(-1)!.to).toBe(length);
        for (const [index, { start, from, to }] of stretches.entries()) {
          const before = stretches[index - 1];
          if (before)
            expect([from, from - start >= reach, before.start + side - from >= reach]).toEqual([before.to, true, true]);
          expect(to).toBeGreaterThan(from);
          if (stretches.length > 1) expect(start + side).toBeLessThanOrEqual(length);
        }
      }),
    );
  });

  it('would catch a picture cut into more, or larger, tiles than it needs', () => {
    const shape = (length: number, reach: number) => {
      const { side, stretches } = tileSide(length, reach);
      return `${String(stretches.length)} x ${String(side)}`;
    };
    expect([256, 257, 272, 512, 680, 144].map((length) => shape(length, 16))).toEqual([
      '1 x 256',
      '2 x 160',
      '2 x 160',
      '3 x 192',
      '3 x 256',
      '1 x 144',
    ]);
  });
});
