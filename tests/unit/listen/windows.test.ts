import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SpanFinder, type Span } from '../../../src/core/listen/spans.ts';
import { WindowPlanner, type Window } from '../../../src/core/listen/windows.ts';

const OPTIONS = { longest: 290, margin: 3, silence: 80, overlap: 20 };

function plan(spans: readonly Span[]): Window[] {
  const planner = new WindowPlanner(OPTIONS);
  return [...spans.flatMap((span) => planner.push(span)), ...planner.finish()];
}

const span = (start: number, end: number, goesOn = false): Span => ({ start, end, goesOn });

/** Any speech: spans of up to 240 in a row, some of which go on without a pause. */
const anySpeech = fc
  .array(
    fc.record({
      pause: fc.integer({ min: 4, max: 120 }),
      length: fc.integer({ min: 3, max: 240 }),
      goesOn: fc.boolean(),
    }),
    {
      minLength: 1,
      maxLength: 40,
    },
  )
  .map((parts) => {
    const spans: Span[] = [];
    for (const [index, { pause, length, goesOn }] of parts.entries()) {
      const before = spans.at(-1);
      const start = before?.goesOn ? before.end : (before?.end ?? 0) + pause;
      spans.push(span(start, start + length, goesOn && index < parts.length - 1));
    }
    return spans;
  });

describe('windows', () => {
  it('would catch a voice that no window hears, or that a window cuts into: whatever is spoken', () => {
    fc.assert(
      fc.property(anySpeech, (spans) => {
        const windows = plan(spans);
        expect(windows.flatMap((window) => window.spans)).toEqual(spans);
        for (const { start, end, spans: inside } of windows) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(inside.every((one) => one.end <= end && (one.start >= start || one.start === inside[0]!.start))).toBe(
            true,
          );
        }
      }),
    );
  });

  it('would catch a window that is longer than what the model can hear at once', () => {
    fc.assert(
      fc.property(anySpeech, (spans) => {
        for (const { start, end } of plan(spans)) expect(end - start).toBeLessThanOrEqual(OPTIONS.longest);
      }),
    );
  });

  it('would catch windows that overlap where there is a pause, and that do not where there is none', () => {
    fc.assert(
      fc.property(anySpeech, (spans) => {
        const windows = plan(spans);
        for (const [index, window] of windows.entries()) {
          const next = windows[index + 1];
          if (!next) continue;
          if (window.overlaps) expect(next.start).toBe(window.spans.at(-1)!.end - OPTIONS.overlap);
          else expect(next.start).toBeGreaterThanOrEqual(window.end);
        }
      }),
    );
  });

  it('cuts in the longest pause of the later half', () => {
    const windows = plan([span(0, 100), span(104, 200), span(230, 270), span(275, 330)]);
    expect(windows.map(({ spans }) => spans.length)).toEqual([2, 2]);
  });

  it('ends where nobody speaks for long, so that a bed of music is not listened to', () => {
    expect(plan([span(10, 40), span(130, 160)]).map(({ start, end }) => [start, end])).toEqual([
      [7, 43],
      [127, 163],
    ]);
  });
});

describe('spans', () => {
  const find = (probabilities: readonly number[], options = {}): Span[] => {
    const finder = new SpanFinder({ frame: 10, shortest: 3, pause: 4, longest: 30, ...options });
    return [...finder.push(probabilities), ...finder.finish()];
  };
  const row = (count: number, value: number): number[] => Array<number>(count).fill(value);

  it('keeps the quiet end of a word, and does not part words for a short breath', () => {
    expect(find([...row(3, 0), ...row(5, 0.9), 0.4, 0.4, 0.1, 0.1, ...row(4, 0.9), ...row(6, 0)])).toEqual([
      { start: 30, end: 160, goesOn: false },
    ]);
  });

  it('would catch a click that is taken for a voice', () => {
    expect(find([...row(5, 0), 0.9, 0.9, ...row(9, 0)])).toEqual([]);
  });

  it('would catch a recording without a pause that is held in memory as a whole', () => {
    const spans = find([...row(25, 0.9), 0.6, ...row(40, 0.9)]);
    expect(spans[0]).toEqual({ start: 0, end: 250, goesOn: true });
    expect(spans[1]!.start).toBe(250);
    expect(spans.at(-1)!.end).toBe(660);
  });

  it('finds the same, in whatever pieces the recording comes', () => {
    const probability = fc.constantFrom(0, 0.2, 0.4, 0.6, 0.9);
    fc.assert(
      fc.property(fc.array(probability, { maxLength: 200 }), fc.integer({ min: 1, max: 50 }), (all, size) => {
        const finder = new SpanFinder({ frame: 10, shortest: 3, pause: 4, longest: 30 });
        const spans: Span[] = [];
        for (let at = 0; at < all.length; at += size) spans.push(...finder.push(all.slice(at, at + size)));
        expect([...spans, ...finder.finish()]).toEqual(find(all));
      }),
    );
  });
});
