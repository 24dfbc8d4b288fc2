import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readPicture } from '../../src/core/media/picture.ts';
import { openKernel } from '../../src/core/motion/kernel.ts';
import type { FlatLayout } from '../../src/core/motion/layout.ts';
import { createCanvas, createSampler, frameIn, loadPicture } from '../../src/core/motion/sampler.ts';
import { drawPicture, useFilmLab } from '../helpers/film-lab.ts';

const lab = useFilmLab();

describe('the sampler', () => {
  it('would catch a picture that the camera makes soft or grainy: as good as ffmpeg’s bicubic scaler, to 45 dB', async () => {
    const picture = { width: 1080, height: 608 };
    const frame = { width: 960, height: 540 };
    // Soft shading, hard edges and fine lines, as drawings have them.
    const path = drawPicture(join(lab.folder, 'drawing.pgm'), picture, (x, y) => {
      const disc = Math.hypot(x - 400, y - 300) < 150 ? 60 : 0;
      const line = Math.abs(((x + 2 * y) % 90) - 45) < 2 ? 40 : 0;
      return 40 + (x / 1080) * 90 + disc + line;
    });
    const pixels = await readPicture(lab.tools, path, picture);
    const canvas = createCanvas([{ kind: 'flat', size: picture }], frame, 1);
    const { layout, memory } = canvas;
    const source = layout.sources[0] as FlatLayout;
    loadPicture(canvas, source, pixels);
    // The same part of the picture that ffmpeg scales: all of it.
    createSampler(openKernel(memory), layout, source)({ x: 0, y: 0, width: 1, height: 1 }, layout.slots[0]!);
    const raw = ['-f', 'rawvideo', '-pixel_format', 'yuv420p', '-video_size', '1080x608', '-i', 'pipe:0'];
    const scale = ['-vf', 'scale=960:540:flags=bicubic+accurate_rnd', '-f', 'rawvideo', 'pipe:1'];
    const { stdout } = await lab.tools.run(['-v', 'error', ...raw, ...scale], {
      feed: async (input) => {
        await new Promise((resolve) => {
          input.write(pixels, resolve);
        });
      },
    });
    expect(decibels(frameIn(canvas, 0), stdout, frame.width * frame.height)).toBeGreaterThan(45);
  });
});

/** Peak signal to noise ratio of the first bytes. */
function decibels(one: Uint8Array, other: Uint8Array, bytes: number): number {
  let sum = 0;
  for (let index = 0; index < bytes; index += 1) sum += (one[index]! - other[index]!) ** 2;
  return 10 * Math.log10(255 ** 2 / (sum / bytes));
}
