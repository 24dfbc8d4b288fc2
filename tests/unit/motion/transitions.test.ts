import { describe, expect, it } from 'vitest';
import { openKernel } from '../../../src/core/motion/kernel.ts';
import { frameBytes, type Size } from '../../../src/core/motion/layout.ts';
import { createCanvas } from '../../../src/core/motion/sampler.ts';
import { createTransition, momentOf, type TransitionKind } from '../../../src/core/motion/transitions/transition.ts';

const KINDS = ['dissolve', 'dip', 'wipe', 'page-turn'] as const satisfies readonly TransitionKind[];
const SIZES = [
  { width: 160, height: 90 },
  { width: 90, height: 160 },
  { width: 34, height: 32 },
];

/** A transition between two frames of flat colours, or of those given. */
function open(kind: TransitionKind, size: Size, before = flat(size, 60, 90), after = flat(size, 200, 150)) {
  const source = { kind: 'flat', size } as const;
  const { memory, layout } = createCanvas([source, source], size, 3);
  const bytes = new Uint8Array(memory.buffer);
  const { transition, slots } = layout;
  bytes.set(before, transition!.before);
  bytes.set(after, transition!.after);
  // What lies around the slot that is written: to be found again as it was.
  for (const slot of slots) bytes.fill(7, slot, slot + layout.frameBytes);
  const join = createTransition(kind, openKernel(memory), memory, layout);
  return (moment: number) => {
    join(moment, slots[1]!);
    for (const slot of [slots[0]!, slots[2]!]) {
      expect(new Set(bytes.subarray(slot, slot + layout.frameBytes))).toEqual(new Set([7]));
    }
    expect(Buffer.compare(bytes.subarray(transition!.before, transition!.before + before.length), before)).toBe(0);
    expect(Buffer.compare(bytes.subarray(transition!.after, transition!.after + after.length), after)).toBe(0);
    return Uint8Array.from(bytes.subarray(slots[1], slots[1]! + layout.frameBytes));
  };
}

function flat({ width, height }: Size, luma: number, chroma: number): Uint8Array {
  return new Uint8Array(frameBytes({ width, height })).fill(luma, 0, width * height).fill(chroma, width * height);
}

function mean(frame: Uint8Array, { width, height }: Size): number {
  return frame.subarray(0, width * height).reduce((sum, value) => sum + value, 0) / (width * height);
}

describe.each(KINDS)('%s', (kind) => {
  it.each(SIZES)('would catch samples outside of the frame, and a beginning or end that jumps: %o', (size) => {
    const before = flat(size, 60, 90);
    const after = flat(size, 200, 150);
    const at = open(kind, size, before, after);
    expect(Buffer.compare(at(0), before)).toBe(0);
    expect(Buffer.compare(at(1), after)).toBe(0);
    for (let step = 1; step < 20; step += 1) at(step / 20);
  });

  it('would catch a frame that hangs on the frames before it', () => {
    const [size] = SIZES as [Size];
    const noise = new Uint8Array(frameBytes(size)).map(
      (_value, index) => (Math.imul(index, 2_654_435_761) >>> 24) & 255,
    );
    const at = open(kind, size, noise);
    const first = at(0.4);
    at(0.9);
    expect(Buffer.compare(at(0.4), first)).toBe(0);
  });

  it('would catch a jerk: from frame to frame little changes', () => {
    const [size] = SIZES as [Size];
    const at = open(kind, size);
    const means = Array.from({ length: 24 }, (_, frame) => mean(at(momentOf(frame, 24)), size));
    const steps = [60, ...means, 200].map((value, index, all) => Math.abs(value - (all[index - 1] ?? value)));
    expect(Math.max(...steps)).toBeLessThan({ dissolve: 16, dip: 32, wipe: 16, 'page-turn': 24 }[kind]);
  });
});

describe('transitions', () => {
  it.each(['dissolve', 'wipe'] as const)('would catch a %s whose weights do not sum to one', (kind) => {
    const [size] = SIZES as [Size];
    const same = new Uint8Array(frameBytes(size)).map((_value, index) => (index * 37) & 255);
    const at = open(kind, size, same, same);
    for (const moment of [0.1, 0.33, 0.5, 0.77]) expect(Buffer.compare(at(moment), same)).toBe(0);
  });

  it('would catch a dip that is not dark in the middle', () => {
    const [size] = SIZES as [Size];
    expect(mean(open('dip', size)(0.5), size)).toBeLessThan(21);
  });

  it('would catch a wipe that goes the wrong way, and colour that lags behind light', () => {
    const size = { width: 320, height: 180 };
    const frame = open('wipe', size)(0.5);
    const row = frame.subarray(90 * 320, 91 * 320);
    expect(row[0]).toBe(60);
    expect(row[319]).toBe(200);
    const chroma = frame.subarray(320 * 180 + 45 * 160, 320 * 180 + 46 * 160);
    for (let x = 0; x < 160; x += 1) {
      expect(Math.abs((row[2 * x]! - 60) / 140 - (chroma[x]! - 90) / 60)).toBeLessThan(0.04);
    }
  });

  it('would catch a page without a back, or one that lies over the next picture', () => {
    const size = { width: 320, height: 180 };
    const frame = open('page-turn', size, flat(size, 40, 128), flat(size, 120, 128))(0.5);
    const row = [...frame.subarray(60 * 320, 61 * 320)];
    // Its back is paper; right of it is the next picture, dark in the roll's shadow and then as it is.
    const paper = row.findLastIndex((value) => value > 180);
    expect(paper).toBeGreaterThan(0);
    expect(Math.min(...row.slice(paper))).toBeLessThan(100);
    expect(row.at(-1)).toBe(120);
  });
});
