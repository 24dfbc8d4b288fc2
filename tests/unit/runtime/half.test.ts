import { describe, expect, it } from 'vitest';
import { fromHalves, toHalves } from '../../../src/core/runtime/half.ts';

describe('half floats', () => {
  it('would catch one of the 65,536 that is read or written as another', () => {
    const halves = Uint16Array.from({ length: 65_536 }, (_, index) => index);
    const values = fromHalves(halves);
    const isNumber = (half: number) => !Number.isNaN(values[half]);
    expect([...toHalves(values)].filter(isNumber)).toEqual([...halves].filter(isNumber));
    expect([values[0x3c00], values[0xc000], values[0x7bff], values[1], values[0xfc00]]).toEqual([
      ...[1, -2, 65_504, 2 ** -24, -Infinity],
    ]);
  });

  it('would catch a number between two that is not rounded to the nearest, halves to even', () => {
    const between = [
      1 + 2 ** -11,
      1 + 3 * 2 ** -11,
      1 + 2 ** -11 + 2 ** -20,
      65_519,
      65_520,
      2 ** -25,
      2 ** -14 - 2 ** -26,
      NaN,
    ];
    const halves = [...toHalves(Float32Array.from(between))];
    expect(halves).toEqual([0x3c00, 0x3c02, 0x3c01, 0x7bff, 0x7c00, 0, 0x400, 0x7e00]);
  });
});
