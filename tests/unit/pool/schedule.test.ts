import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planThreads, RESERVED_BYTES } from '../../../src/core/pool/budget.ts';
import { Schedule, type Waiting } from '../../../src/core/pool/schedule.ts';

const GiB = 1024 ** 3;

describe('planThreads', () => {
  it.each([
    { cores: 2, free: 8, bytes: 0.7, most: undefined, expected: { workers: 2, threadsPerWorker: 1 } },
    { cores: 8, free: 3, bytes: 0.7, most: undefined, expected: { workers: 3, threadsPerWorker: 2 } },
    { cores: 8, free: 32, bytes: 0.7, most: 1, expected: { workers: 1, threadsPerWorker: 8 } },
    { cores: 1, free: 0.1, bytes: 0.7, most: undefined, expected: { workers: 1, threadsPerWorker: 1 } },
    { cores: 4, free: 0, bytes: 0.7, most: undefined, expected: { workers: 1, threadsPerWorker: 4 } },
  ])('$cores cores, $free GiB free -> $expected', ({ cores, free, bytes, most, expected }) => {
    const machine = { cores, freeBytes: free * GiB };
    expect(planThreads(machine, { bytesPerWorker: bytes * GiB, ...(most ? { most } : {}) })).toEqual(expected);
  });

  it('never plans more threads than cores, nor more models than memory (one is always tried)', () => {
    fc.assert(
      fc.property(
        fc.record({
          cores: fc.integer({ min: 1, max: 256 }),
          freeBytes: fc.double({ min: 0, max: 1e12, noNaN: true }),
        }),
        fc.record({ bytesPerWorker: fc.integer({ min: 1e6, max: 1e11 }), most: fc.integer({ min: 1, max: 500 }) }),
        (machine, needs) => {
          const { workers, threadsPerWorker } = planThreads(machine, needs);
          expect(workers * threadsPerWorker).toBeLessThanOrEqual(machine.cores);
          expect(workers).toBeGreaterThanOrEqual(1);
          expect(threadsPerWorker).toBeGreaterThanOrEqual(1);
          if (workers > 1)
            expect(workers * needs.bytesPerWorker + RESERVED_BYTES).toBeLessThanOrEqual(machine.freeBytes);
        },
      ),
    );
  });
});

describe('Schedule', () => {
  const item = (priority: number, threads = 1, area = 'a') => ({ priority, threads, area });

  it('starts the higher priority first and equals in their order', () => {
    const schedule = new Schedule<Waiting & { name: string }>({ threads: 1, areas: {} });
    for (const [name, priority] of [
      ['a', 0],
      ['b', 5],
      ['c', 0],
      ['d', 5],
    ] as const) {
      schedule.add({ ...item(priority), name });
    }
    const order: string[] = [];
    for (let next = schedule.next(); next; next = schedule.next()) {
      order.push(next.name);
      schedule.finish(next);
    }
    expect(order).toEqual(['b', 'd', 'a', 'c']);
  });

  it('does not let narrow tasks starve a wide one', () => {
    const schedule = new Schedule({ threads: 2, areas: {} });
    const narrow = item(0);
    schedule.add(narrow);
    expect(schedule.next()).toBe(narrow);
    const wide = item(0, 2);
    schedule.add(wide);
    schedule.add(item(0));
    expect(schedule.next()).toBeUndefined();
    schedule.finish(narrow);
    expect(schedule.next()).toBe(wide);
  });

  it('lets others pass a task whose area is full', () => {
    const schedule = new Schedule({ threads: 4, areas: { speech: 1 } });
    const [first, second, other] = [item(0, 1, 'speech'), item(0, 1, 'speech'), item(0, 1, 'drawing')];
    for (const waiting of [first, second, other]) schedule.add(waiting);
    expect([schedule.next(), schedule.next(), schedule.next()]).toEqual([first, other, undefined]);
    schedule.finish(first);
    expect(schedule.next()).toBe(second);
  });

  it('starts every task in the end and never exceeds its threads, whatever comes', () => {
    const waiting = fc.record({
      priority: fc.integer({ min: -2, max: 2 }),
      threads: fc.integer({ min: 0, max: 9 }),
      area: fc.constantFrom('a', 'b'),
    });
    fc.assert(
      fc.property(fc.array(waiting, { maxLength: 30 }), fc.integer({ min: 1, max: 4 }), (items, threads) => {
        const schedule = new Schedule<Waiting>({ threads, areas: { b: 1 } });
        for (const each of items) schedule.add(each);
        let started = 0;
        const running: Waiting[] = [];
        while (started < items.length) {
          for (let next = schedule.next(); next; next = schedule.next()) {
            started += 1;
            running.push(next);
          }
          expect(schedule.busyThreads).toBeLessThanOrEqual(threads);
          expect(running.length).toBeGreaterThan(0);
          schedule.finish(running.shift()!);
        }
      }),
    );
  });
});
