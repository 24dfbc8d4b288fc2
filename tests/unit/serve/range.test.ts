import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseRange } from '../../../src/core/serve/range.ts';

describe('a Range header', () => {
  it('would catch a range that is off by one, or of several digits and cut', () => {
    expect(parseRange('bytes=0-0', 10)).toEqual({ first: 0, last: 0 });
    expect(parseRange('bytes=1048576-2097151', 5_000_000)).toEqual({ first: 1_048_576, last: 2_097_151 });
    expect(parseRange('bytes=1234567890-', 9_876_543_210)).toEqual({ first: 1_234_567_890, last: 9_876_543_209 });
    expect(parseRange('bytes=5-99', 10)).toEqual({ first: 5, last: 9 });
    expect(parseRange('bytes=-3', 10)).toEqual({ first: 7, last: 9 });
    expect(parseRange('bytes=-99', 10)).toEqual({ first: 0, last: 9 });
  });

  it('would catch nonsense that is not answered with the whole file, and what cannot be had that is', () => {
    for (const header of [
      null,
      '',
      'bytes',
      'bytes=',
      'bytes=-',
      'bytes=9-5',
      'bytes=0-1,3-4',
      'lines=0-1',
      'bytes=a-b',
    ]) {
      expect(parseRange(header, 10)).toBeUndefined();
    }
    for (const header of ['bytes=10-', 'bytes=10-20', 'bytes=-0']) expect(parseRange(header, 10)).toBe('unsatisfiable');
    expect(parseRange('bytes=0-', 0)).toBe('unsatisfiable');
  });

  it('would catch any header that gives bytes outside the file', () => {
    const part = fc.option(fc.nat({ max: 1e15 }), { nil: undefined });
    fc.assert(
      fc.property(part, part, fc.nat(1e12), (from, to, size) => {
        const range = parseRange(`bytes=${String(from ?? '')}-${String(to ?? '')}`, size);
        if (range === undefined || range === 'unsatisfiable') return true;
        return 0 <= range.first && range.first <= range.last && range.last < size;
      }),
    );
  });
});
