import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Box, Shot } from '../../../src/core/motion/path.ts';
import { chooseMove, viewAt, viewOfFrame } from '../../../src/core/motion/path.ts';
import { cubicTaps } from '../../../src/core/motion/taps.ts';

const EPSILON = 1e-9;
const part = fc.double({ min: 0, max: 1, noNaN: true });
const focus = fc
  .record({ x: part, y: part, width: part, height: part })
  .map(({ x, y, width, height }): Box => ({ x, y, width: width * (1 - x), height: height * (1 - y) }));
const even = fc.integer({ min: 32, max: 2000 }).map((half) => half * 2);
const shot = fc.record({
  picture: fc.record({ width: even, height: even }),
  frame: fc.record({ width: even, height: even }),
  focus: fc.option(focus, { nil: undefined }),
  seconds: fc.double({ min: 0.02, max: 60, noNaN: true }),
  seed: fc.integer({ min: 0 }),
  motion: fc.constantFrom('gentle' as const, 'none' as const),
});
const film = { picture: { width: 2160, height: 1216 }, frame: { width: 1920, height: 1080 } };

function inside(inner: Box, outer: Box): boolean {
  return (
    inner.x >= outer.x - EPSILON &&
    inner.y >= outer.y - EPSILON &&
    inner.x + inner.width <= outer.x + outer.width + EPSILON &&
    inner.y + inner.height <= outer.y + outer.height + EPSILON
  );
}

describe('chooseMove', () => {
  it('would catch a camera that looks past the edge of the picture or squeezes it', () => {
    fc.assert(
      fc.property(shot, part, (one, moment) => {
        const view = viewAt(chooseMove(one), moment);
        expect(inside(view, { x: 0, y: 0, width: 1, height: 1 })).toBe(true);
        const shape = (view.width * one.picture.width) / (view.height * one.picture.height);
        expect(shape).toBeCloseTo(one.frame.width / one.frame.height, 6);
      }),
    );
  });

  it('would catch a move that cuts off who acts, at any moment, when the frame has room for them', () => {
    fc.assert(
      fc.property(shot, focus, part, (one, box, moment) => {
        const move = chooseMove({ ...one, focus: box });
        const fits = (view: Box) => box.width <= view.width && box.height <= view.height;
        fc.pre(fits(chooseMove({ ...one, focus: box, motion: 'none' }).from));
        expect(inside(box, viewAt(move, moment))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('would catch a restless camera: the view grows or slides by less than 4 % of itself a second', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0 }), fc.double({ min: 4, max: 15, noNaN: true }), focus, (seed, seconds, box) => {
        const move = chooseMove({ ...film, seed, seconds, focus: box, motion: 'gentle' });
        const frames = Math.round(seconds * 30);
        for (let frame = 1; frame < frames; frame += 7) {
          const before = viewOfFrame(move, frame - 1, frames);
          const after = viewOfFrame(move, frame, frames);
          expect((Math.abs(after.width - before.width) / before.width) * 30).toBeLessThan(0.04);
          expect((Math.abs(after.x - before.x) / before.width) * 30).toBeLessThan(0.04);
          expect((Math.abs(after.y - before.y) / before.height) * 30).toBeLessThan(0.04);
        }
      }),
    );
  });

  it('would catch scenes that stand still, and scenes that all move alike', () => {
    const box = { x: 0.55, y: 0.5, width: 0.2, height: 0.35 };
    const kinds = new Set<string>();
    for (let seed = 0; seed < 40; seed += 1) {
      const move = chooseMove({ ...film, seed, seconds: 8, focus: box, motion: 'gentle' } satisfies Shot);
      kinds.add(move.kind);
      const way = Math.abs(move.to.x - move.from.x) + Math.abs(move.to.width - move.from.width);
      expect(way).toBeGreaterThan(0.015);
    }
    expect([...kinds].sort()).toEqual(['pan', 'pull-out', 'push-in']);
  });

  it('would catch a move that another seed, or the same one later, cannot repeat', () => {
    const one = { ...film, seed: 7, seconds: 6, motion: 'gentle' } satisfies Shot;
    expect(chooseMove(one)).toEqual(chooseMove(one));
    expect(chooseMove({ ...one, seed: 8 })).not.toEqual(chooseMove(one));
  });

  it('would catch motion in a film that was asked to have none', () => {
    const move = chooseMove({ ...film, seed: 7, seconds: 6, motion: 'none' });
    expect(viewAt(move, 0)).toEqual(viewAt(move, 1));
  });
});

describe('viewAt', () => {
  it('would catch a jerk: speed changes by little from one frame to the next, and starts and ends near rest', () => {
    const move = {
      kind: 'pan',
      from: { x: 0, y: 0, width: 0.8, height: 0.8 },
      to: { x: 0.1, y: 0, width: 0.8, height: 0.8 },
    } as const;
    const at = Array.from({ length: 120 }, (_, frame) => viewOfFrame(move, frame, 120).x * 2160);
    const speed = at.slice(1).map((x, index) => x - at[index]!);
    const change = speed.slice(1).map((value, index) => Math.abs(value - speed[index]!));
    expect(Math.max(...change)).toBeLessThan(0.15);
    expect(Math.max(speed[0]!, speed.at(-1)!)).toBeLessThan(0.01);
    expect(at[0]).toBe(0);
    expect(at.at(-1)).toBeCloseTo(216, 9);
  });
});

describe('cubicTaps', () => {
  it('would catch weights that do not sum to one, or that the kernel would saturate before its last sum', () => {
    const taps = cubicTaps(1 / 3, 1 / 3);
    for (let phase = 0; phase < taps.length; phase += 4) {
      const [a, b, c, d] = [...taps.subarray(phase, phase + 4)] as [number, number, number, number];
      expect(a + b + c + d).toBe(32_767);
      expect(Math.abs(a) + Math.abs(b)).toBeLessThan(32_768);
      expect(Math.abs(c) + Math.abs(d)).toBeLessThan(32_768);
    }
  });
});
