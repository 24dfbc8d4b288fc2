import { describe, expect, it } from 'vitest';
import { createNoise } from '../../../../src/core/runtime/diffusion/noise.ts';
import { fromPlanes, toPlanes } from '../../../../src/core/runtime/diffusion/pixels.ts';
import { preview } from '../../../../src/core/runtime/diffusion/preview.ts';

describe('noise', () => {
  it('would catch noise of another width or middle, or that two seeds share', () => {
    const length = 20_000;
    const noise = createNoise([1, 2], length)();
    const [one, two] = [noise.subarray(0, length), noise.subarray(length)];
    const mean = (values: Float32Array) => values.reduce((sum, value) => sum + value, 0) / length;
    for (const values of [one, two]) {
      expect(Math.abs(mean(values))).toBeLessThan(0.03);
      expect(Math.abs(mean(values.map((value) => value * value)) - 1)).toBeLessThan(0.03);
    }
    expect(Math.abs(mean(one.map((value, index) => value * two[index]!)))).toBeLessThan(0.03);
  });

  it('would catch a picture whose noise depends on those beside it, or on how often was drawn before', () => {
    const [alone, beside] = [createNoise([7], 5), createNoise([3, 7], 5)];
    expect([...alone(), ...alone()]).toEqual([...beside().subarray(5), ...beside().subarray(5)]);
  });
});

describe('pixels', () => {
  it('would catch a picture that is moved, mirrored or changed on its way through planes of a larger size', () => {
    const pixels = Uint8Array.from({ length: 3 * 4 * 2 }, (_, index) => index * 10);
    const picture = { width: 4, height: 2, pixels };
    const size = { width: 8, height: 4 };
    const planes = toPlanes(picture, size);
    expect([planes.length, Math.min(...planes), Math.max(...planes)]).toEqual(
      [96, -1, 230 / 127.5 - 1].map(Math.fround),
    );
    expect(fromPlanes(planes, size, picture)).toEqual(picture);
    // What is around it is as its edge.
    expect(planes[0]).toBe(planes[2 + 8]);
  });

  it('would catch a number beyond white or black that wraps around', () => {
    const one = { width: 1, height: 1 };
    expect([...fromPlanes(Float32Array.of(-3, 0, 3), one, one).pixels]).toEqual([0, 128, 255]);
  });
});

describe('previews', () => {
  const format = { channels: 2, unit: 8, multiple: 1, scale: 1, shift: 0 };

  it('would catch colours of a model’s own that are passed over', () => {
    const rgb = [
      [1, 0, 0],
      [0, 0, -1],
    ];
    const size = { width: 2, height: 1 };
    const { pixels } = preview(Float32Array.of(1, -1, 1, -1), { ...format, rgb }, size);
    expect([...pixels]).toEqual([255, 128, 0, 0, 128, 255]);
  });

  it('would catch a model without colours that has no preview: it is grey', () => {
    const { pixels } = preview(Float32Array.of(0.5, -0.5), format, { width: 1, height: 1 });
    expect([...pixels]).toEqual([128, 128, 128]);
  });
});
