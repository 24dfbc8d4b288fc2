import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createProgress } from '../../../src/core/progress.ts';
import { STAGES, type Progress } from '../../../src/shared/job.ts';

const weights = Object.fromEntries(STAGES.map((stage, index) => [stage, index + 1]));

const updates = fc.array(
  fc.record({
    stage: fc.constantFrom(...STAGES),
    done: fc.integer({ min: 0, max: 20 }),
    total: fc.integer({ min: 0, max: 20 }),
    wait: fc.integer({ min: 0, max: 400 }),
  }),
  { maxLength: 200 },
);

function play(steps: readonly { stage: string; done: number; total: number; wait: number }[]) {
  let time = 0;
  const sent: { at: number; progress: Progress }[] = [];
  const tracker = createProgress({
    weights,
    estimateSeconds: 20,
    emit: (progress) => sent.push({ at: time, progress }),
    now: () => time,
  });
  for (const step of steps) {
    time += step.wait;
    tracker.update(step.stage, step);
  }
  tracker.finish();
  return sent;
}

describe('progress', () => {
  it('would catch a bar that runs backwards or passes its end before the end', () => {
    fc.assert(
      fc.property(updates, (steps) => {
        const values = play(steps).flatMap(({ progress }) => (progress.value === undefined ? [] : [progress.value]));
        values.forEach((value, index) => {
          expect(value).toBeGreaterThanOrEqual(values[index - 1] ?? 0);
        });
        expect(values.slice(0, -1).every((value) => value < 1)).toBe(true);
        expect(values.at(-1)).toBe(1);
      }),
    );
  });

  it('would catch a flood: never two reports within 50 ms, and of one stage not within 100 ms', () => {
    fc.assert(
      fc.property(updates, (steps) => {
        const sent = play(steps).slice(0, -1);
        sent.forEach(({ at, progress }, index) => {
          const before = sent[index - 1];
          if (!before) return;
          expect(at - before.at).toBeGreaterThanOrEqual(before.progress.stage === progress.stage ? 100 : 50);
        });
      }),
    );
  });

  it('would catch a made-up zero: nothing is said about the whole while nothing is known', () => {
    const [first] = play([{ stage: 'read', done: 0, total: 1, wait: 0 }]);
    expect(first?.progress).toEqual({ stage: 'read', done: 0, total: 1, etaSeconds: 20 });
  });
});
