import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinSpeech } from '../../../src/core/runtime/speech/join.ts';
import { shape } from '../../../src/core/runtime/speech/shape.ts';
import { decodeWav, encodeWav } from '../../../src/core/runtime/speech/wav.ts';

const RATE = 24_000;

/** A tone that begins and ends at full strength, with an offset: the worst to join. */
function harshTone(seconds: number, amplitude = 0.3, offset = 0.05, silenceAround = 0.3): Float32Array {
  const silence = Math.round(silenceAround * RATE);
  const length = Math.round(seconds * RATE);
  return Float32Array.from({ length: length + 2 * silence }, (_, index) =>
    index < silence || index >= silence + length
      ? 0
      : offset + amplitude * Math.cos((2 * Math.PI * 220 * index) / RATE),
  );
}

function largestStep(samples: Int16Array): number {
  let largest = 0;
  for (let index = 1; index < samples.length; index += 1) {
    largest = Math.max(largest, Math.abs(samples[index]! - samples[index - 1]!));
  }
  return largest;
}

describe('shape', () => {
  it('cuts the silence off, but for some milliseconds around the speech', () => {
    const { samples, cutStart } = shape(harshTone(1));
    expect(samples.length / RATE).toBeGreaterThan(1);
    expect(samples.length / RATE).toBeLessThan(1.08);
    expect(cutStart / RATE).toBeGreaterThan(0.27);
    expect(cutStart / RATE).toBeLessThan(0.3);
  });

  it('makes a quiet and a loud voice about equally loud, and clips neither', () => {
    const power = (amplitude: number) => {
      const { samples } = shape(harshTone(1, amplitude, 0));
      return samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
    };
    expect(10 * Math.log10(power(0.2) / power(0.1))).toBeLessThan(0.5);
    expect(Math.max(...shape(harshTone(0.5, 3)).samples)).toBeLessThan(32_000);
  });

  it('leaves silence silent', () => {
    expect(shape(new Float32Array(500)).samples.every((sample) => sample === 0)).toBe(true);
  });
});

describe('joinSpeech', () => {
  it('joins without a click: no step is larger than those within the speech', () => {
    const piece = shape(harshTone(0.5, 0.3, 0.05, 0)).samples;
    const within = largestStep(piece.subarray(1_000, piece.length - 1_000));
    const joined = joinSpeech(
      [
        { samples: piece, startSample: 0 },
        { samples: piece, startSample: piece.length },
        { samples: piece, startSample: piece.length * 2 + 5_000 },
      ],
      piece.length * 3 + 6_000,
    );
    expect(largestStep(joined)).toBeLessThanOrEqual(within * 1.1);
  });

  it('puts every sample where the timeline says, silence elsewhere, and is exactly as long', () => {
    const piece = fc.record({
      samples: fc.array(fc.integer({ min: 1, max: 99 }), { maxLength: 5 }).map((values) => Int16Array.from(values)),
      gap: fc.nat(5),
    });
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), fc.nat(10), (pieces, rest) => {
        let startSample = 0;
        const expected: number[] = [];
        const laid = pieces.map(({ samples, gap }) => {
          const one = { samples, startSample };
          startSample += samples.length + gap;
          expected.push(...samples, ...Array.from({ length: gap }, () => 0));
          return one;
        });
        const total = startSample + rest;
        expect([...joinSpeech(laid, total)]).toEqual([...expected, ...Array.from({ length: rest }, () => 0)]);
      }),
    );
  });

  it('holds overlapping speech within 16 bits and leaves out what lies beyond the ends', () => {
    const loud = Int16Array.of(30_000, -30_000, 30_000);
    const joined = joinSpeech(
      [
        { samples: loud, startSample: -1 },
        { samples: loud, startSample: 0 },
      ],
      2,
    );
    expect([...joined]).toEqual([0, 0]);
    expect([
      ...joinSpeech(
        [
          { samples: loud, startSample: 0 },
          { samples: loud, startSample: 0 },
        ],
        3,
      ),
    ]).toEqual([32_767, -32_768, 32_767]);
  });
});

describe('WAV', () => {
  it('comes back as it went in', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -32_768, max: 32_767 })), (values) => {
        const sound = { samples: Int16Array.from(values), sampleRate: RATE };
        expect(decodeWav(encodeWav(sound))).toEqual(sound);
      }),
    );
  });

  it('that was cut short or is something else is refused as corrupt, whatever the bytes', () => {
    const whole = encodeWav({ samples: new Int16Array(100), sampleRate: RATE });
    for (const length of [0, 3, 11, 20, 43, 44, whole.length - 1]) {
      expect(() => decodeWav(whole.subarray(0, length))).toThrow(expect.objectContaining({ code: 'corrupt' }));
    }
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), fc.nat(whole.length), (bytes, at) => {
        const damaged = Uint8Array.from(whole);
        damaged.set(bytes.subarray(0, whole.length - at), at);
        try {
          decodeWav(damaged);
        } catch (error) {
          expect(error).toMatchObject({ code: 'corrupt' });
        }
      }),
    );
  });
});
