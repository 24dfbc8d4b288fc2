import { describe, expect, it } from 'vitest';
import { viewOfFrame } from '../../../src/core/motion/path.ts';
import { planMove, whereIs } from '../../../src/core/render/camera.ts';
import type { Shot } from '../../../src/core/render/shot.ts';

const picture = { path: 'p', digest: 'd', width: 2160, height: 1216 };
const size = { width: 1920, height: 1080 };
const shot = { picture, motion: 'gentle', seed: 3, frames: 240 } satisfies Shot;

describe('whereIs', () => {
  it('would catch a caption that avoids where a head was in the picture, not where it is in the frame', () => {
    for (const frame of [0, 100, 239]) {
      const view = viewOfFrame(planMove({ ...shot, size, fps: 30 }), frame, shot.frames);
      const whole = whereIs(view, shot, size, 30, frame);
      expect(whole.x).toBeCloseTo(0, 9);
      expect(whole.width).toBeCloseTo(1, 9);
      const middle = { x: view.x + view.width / 2, y: view.y + view.height / 2, width: 0, height: 0 };
      expect(whereIs(middle, shot, size, 30, frame)).toMatchObject({ x: expect.closeTo(0.5, 9) as number });
    }
  });
});

describe('planMove', () => {
  it('would catch a camera that cuts the head of somebody at the side when it has room for them', () => {
    const focus = { x: 0.2, y: 0.4, width: 0.2, height: 0.5 };
    const head = { x: 0.86, y: 0.45, width: 0.07, height: 0.1 };
    for (let seed = 0; seed < 30; seed += 1) {
      const filmed = { ...shot, seed, motion: 'parallax' as const, size, fps: 30 };
      const { from, to } = planMove({ ...filmed, picture: { ...picture, focus, heads: [head] } });
      for (const view of [from, to]) {
        expect(view.x + view.width).toBeGreaterThanOrEqual(head.x + head.width - 1e-9);
        expect(view.x).toBeLessThanOrEqual(focus.x + 1e-9);
      }
    }
  });

  it('would catch heads that change the moves of films without parallax, which are made already', () => {
    const heads = [{ x: 0.86, y: 0.45, width: 0.07, height: 0.1 }];
    const plain = planMove({ ...shot, size, fps: 30 });
    expect(planMove({ ...shot, picture: { ...picture, heads }, size, fps: 30 })).toEqual(plain);
  });
});
