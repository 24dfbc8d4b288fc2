import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { makeLoop, type LoopName } from '../../../src/core/sound/make-loop.ts';
import { BEDS } from '../../../src/shared/film.ts';
import { AMBIENCES } from '../../../src/shared/story.ts';

const NAMES: readonly LoopName[] = [
  ...BEDS.map((music) => ({ music })),
  ...AMBIENCES.map((ambience) => ({ ambience })),
];

/** One side. */
function side(samples: Int16Array, which: 0 | 1): Float64Array {
  return Float64Array.from({ length: samples.length / 2 }, (_, index) => samples[index * 2 + which]! / 32_768);
}

function rms(samples: Float64Array): number {
  return Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length);
}

/** Goes round. */
function around(samples: Float64Array, from: number, length: number): Float64Array {
  const all = samples.length;
  return Float64Array.from({ length }, (_, index) => samples[(((from + index) % all) + all) % all]!);
}

/** Energy above about 6 kHz: where a click is seen, and hardly anything else (three differences one after the other). */
function edge(samples: Float64Array): number {
  let now = samples;
  for (let time = 0; time < 3; time += 1) now = now.slice(1).map((sample, index) => sample - now[index]!);
  return Math.max(...now.map(Math.abs));
}

describe.each(NAMES)('the loop %o', (name) => {
  const { samples, sampleRate } = makeLoop(name);
  const sides = [side(samples, 0), side(samples, 1)] as const;
  const seconds = samples.length / 2 / sampleRate;

  it('would catch a seam: where the end meets the beginning nothing jumps and no sound is cut off', () => {
    for (const one of sides) {
      const steps = one.map((sample, index) => Math.abs(sample - one[(index + one.length - 1) % one.length]!));
      expect(steps[0]!).toBeLessThanOrEqual([...steps.slice(1)].reduce((most, step) => Math.max(most, step), 0));
      // Against ten thousand other places: a click stands out among the sharpest of the neighbourhoods.
      const edges = Array.from({ length: 2000 }, (_, place) => edge(around(one, place * 997, 64)));
      const sorted = edges.sort((a, b) => a - b);
      expect(edge(around(one, -32, 64))).toBeLessThanOrEqual(sorted[Math.floor(sorted.length * 0.995)]!);
    }
  });

  it('would catch a sound that swells or stops around the seam more than elsewhere', () => {
    const piece = Math.round(sampleRate * 0.5);
    for (const one of sides) {
      const levels = Array.from({ length: Math.floor(one.length / piece) }, (_, index) =>
        rms(around(one, index * piece, piece)),
      );
      const change = (a: number, b: number): number => Math.abs(20 * Math.log10((a + 1e-4) / (b + 1e-4)));
      const changes = levels.slice(1).map((level, index) => change(level, levels[index]!));
      expect(change(rms(around(one, 0, piece)), rms(around(one, -piece, piece)))).toBeLessThanOrEqual(
        Math.max(...changes, 1),
      );
    }
  });

  it('would catch a loop that is too loud, lopsided, silent for long, or whose length is no film’s', () => {
    expect(sampleRate).toBe(48_000);
    expect(seconds).toBeGreaterThanOrEqual('music' in name ? 40 : 30);
    expect(seconds).toBeLessThanOrEqual('music' in name ? 90 : 60);
    const [left, right] = sides.map((one) => 20 * Math.log10(rms(one))) as [number, number];
    expect(Math.abs(left - right)).toBeLessThan(3);
    for (const level of [left, right]) {
      expect(level).toBeGreaterThan(-30);
      expect(level).toBeLessThan(-21);
    }
    const piece = Math.round(sampleRate);
    for (let from = 0; from + piece <= sides[0].length; from += piece) {
      expect(rms(around(sides[0], from, piece)) + rms(around(sides[1], from, piece))).toBeGreaterThan(0.002);
    }
  });

  it('would catch what startles: no moment is far louder than the half second before it', () => {
    const piece = Math.round(sampleRate * 0.1);
    for (const one of sides) {
      const levels = Array.from(
        { length: Math.floor(one.length / piece) },
        (_, index) => 20 * Math.log10(rms(around(one, index * piece, piece)) + 1e-3),
      );
      const jumps = levels.map(
        (level, index) => level - Math.max(...[1, 2, 3, 4, 5].map((back) => levels.at(index - back)!)),
      );
      expect(Math.max(...jumps)).toBeLessThan(16);
    }
  });
});

it('would catch a loop that is another one each time it is made', () => {
  for (const name of [{ music: 'playful' }, { ambience: 'fire' }] as const) {
    const sum = () => createHash('sha256').update(makeLoop(name).samples).digest('hex');
    expect(sum()).toBe(sum());
  }
});
