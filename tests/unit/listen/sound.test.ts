import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evenLoudness } from '../../../src/core/listen/even.ts';
import { Tape } from '../../../src/core/listen/tape.ts';

describe('the tape', () => {
  it('would catch samples that are lost or out of place at the seams of its pieces', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 12 }),
        fc.nat(60),
        fc.nat(60),
        fc.nat(60),
        (lengths, a, b, forgotten) => {
          const tape = new Tape();
          const all: number[] = [];
          for (const length of lengths) {
            const piece = Array.from({ length }, (_, index) => all.length + index);
            all.push(...piece);
            tape.append(Float32Array.from(piece));
          }
          const [from, to] = [Math.min(a, b), Math.max(a, b)];
          tape.forget(Math.min(forgotten, from));
          expect([...tape.slice(from, to)]).toEqual(all.slice(from, to));
        },
      ),
    );
  });
});

describe('loudness', () => {
  const RATE = 1000;
  const tone = (length: number, level: number) => Float32Array.from({ length }, (_, index) => level * Math.sin(index));
  const loudness = (samples: Float32Array) =>
    Math.sqrt(samples.reduce((sum, value) => sum + value * value, 0) / samples.length);
  const span = (start: number, end: number) => ({ start, end, goesOn: false });

  it('makes who is far from the microphone as loud as who is near, without clipping', () => {
    const samples = new Float32Array(4600);
    samples.set(tone(2000, 0.5), 0);
    samples.set(tone(2000, 0.02), 2600);
    const even = evenLoudness(samples, 0, [span(0, 2000), span(2600, 4600)], RATE);
    expect(loudness(even.subarray(0, 2000))).toBeCloseTo(0.1, 2);
    expect(loudness(even.subarray(2700, 4600))).toBeCloseTo(0.1, 2);
    expect(Math.max(...even.map(Math.abs))).toBeLessThanOrEqual(1);
  });

  it('would catch a bed of music that is left between sentences, for words to be heard in it', () => {
    const samples = tone(9000, 0.3);
    const even = evenLoudness(samples, 5000, [span(5000, 7000), span(12_000, 14_000)], RATE);
    expect(loudness(even.subarray(2600, 6500))).toBe(0);
    expect(loudness(even.subarray(7200, 9000))).toBeCloseTo(0.1, 1);
  });
});
