import { describe, expect, it } from 'vitest';
import { paintSize } from '../../../src/core/render/paint-size.ts';
import { frameSize, SHAPES, SIZES } from '../../../src/shared/film.ts';

describe('the size that a scene is painted at', () => {
  it('would catch a wide film painted square, or as large as the film', () => {
    const wide = { width: 1920, height: 1080 };
    expect(paintSize(wide, 512)).toEqual({ width: 680, height: 384 });
    expect(paintSize(wide, 192)).toEqual({ width: 256, height: 144 });
    expect(paintSize({ width: 1080, height: 1920 }, 512)).toEqual({ width: 384, height: 680 });
    expect(paintSize({ width: 1080, height: 1080 }, 384)).toEqual({ width: 384, height: 384 });
  });

  it('would catch sides that are no whole latent pixels, pictures stretched visibly, and a film size that changes a painting', () => {
    for (const shape of SHAPES) {
      for (const side of [192, 256, 384, 512, 768, 1024]) {
        const { width, height } = paintSize(frameSize({ shape, size: '1080p' }), side);
        const film = frameSize({ shape, size: '720p' });
        expect([width % 8, height % 8]).toEqual([0, 0]);
        expect(Math.abs(Math.log(width / height / (film.width / film.height)))).toBeLessThan(0.02);
        expect(Math.abs(Math.log((width * height) / side ** 2))).toBeLessThan(0.06);
        for (const size of SIZES) expect(paintSize(frameSize({ shape, size }), side)).toEqual({ width, height });
      }
    }
  });

  it('would catch a side that no model takes, where the model is very small', () => {
    const { width, height } = paintSize({ width: 1920, height: 1080 }, 64);
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(64);
  });
});
