import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { RisingPriority } from '../../../src/core/build/rising-priority.ts';
import { createPool, type Pool, type PoolOptions } from '../../../src/core/pool/pool.ts';
import { ErrorCode, isCancelled, isStudioError } from '../../../src/shared/errors.ts';
import type { Priority } from '../../../src/shared/priority.ts';
import type { TestTasks } from '../../fixtures/pool/tasks.ts';

const entry = new URL('../../fixtures/pool/entry.ts', import.meta.url);

let folder: string;
let log: string;
let pool: Pool<TestTasks>;

function open(options: Partial<PoolOptions> = {}): Pool<TestTasks> {
  pool = createPool<TestTasks>({ threads: 2, entry, ...options });
  return pool;
}

function lines(file = log): string[] {
  return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'storyloom-pool-'));
  log = join(folder, 'log');
});

afterEach(async () => {
  await pool.dispose();
  rmSync(folder, { recursive: true, force: true });
});

describe('a task', () => {
  it('gives back what the handler returned, buffers whole after being moved', async () => {
    const { run } = bind(open());
    expect(await run('test.echo', { a: [1, 'x', null] })).toEqual({ a: [1, 'x', null] });
    const bytes = await run('test.buffer', 100_000);
    expect(bytes.length).toBe(100_000);
    expect(bytes.every((byte) => byte === 7)).toBe(true);
  });

  it('fails with the code, hint and data of its StudioError, not with a bare message', async () => {
    const error = await open()
      .run('test.fail', 'studio')
      .catch((reason: unknown) => reason);
    expect(isStudioError(error) && [error.code, error.message, error.hint, error.data]).toEqual([
      ErrorCode.notFound,
      'No such thing.',
      'Try another.',
      { name: 'thing' },
    ]);
  });

  it('that has a bug keeps the name and the stack of where it was thrown', async () => {
    const error = await open()
      .run('test.fail', 'bug')
      .catch((reason: unknown) => reason);
    expect(error).toMatchObject({ name: 'RangeError', message: 'a bug' });
    expect((error as Error).stack).toContain('tasks.ts');
  });

  it('that no worker knows is an error and does not hang', async () => {
    await expect(open().run('test.unknown', null)).rejects.toMatchObject({ code: ErrorCode.internal });
  });

  it('with an input that cannot be cloned fails at once and is not retried', async () => {
    await expect(open().run('test.echo', () => 1)).rejects.toMatchObject({ name: 'DataCloneError' });
    expect(pool.stats().retried).toBe(0);
    expect(await pool.run('test.echo', 'still alive')).toBe('still alive');
  });

  it('reports progress that never falls, stays in 0..1 and ends with exactly 1', async () => {
    const seen: number[] = [];
    await open().run('test.steps', { steps: 30 }, { onProgress: (value) => seen.push(value) });
    expect(seen.at(-1)).toBe(1);
    expect(seen.filter((value) => value === 1)).toHaveLength(1);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    // 30 steps of 20 ms: every one of them would be 30 reports.
    expect(seen.length).toBeGreaterThan(2);
    expect(seen.length).toBeLessThan(15);
  });
});

describe('cancelling', () => {
  it('stops a running task at its next step and keeps the thread with what it has loaded', async () => {
    open({ threads: 1 });
    const before = await pool.run('test.resident', { log });
    const control = new AbortController();
    const steps = join(folder, 'steps');
    const running = pool.run('test.steps', { steps: 10_000, log: steps }, { signal: control.signal });
    await vi.waitUntil(() => lines(steps).length > 2);
    control.abort();
    expect(isCancelled(await running.catch((reason: unknown) => reason))).toBe(true);
    expect(await pool.run('test.resident', { log })).toBe(before);
    expect(lines()).toEqual(['load']);
    expect(pool.stats()).toMatchObject({ killed: 0, liveThreads: 1 });
  });

  it('gives an area where killing is worse than waiting its own grace time', async () => {
    open({ threads: 1, graceMs: 50, areaGraceMs: { test: 700 } });
    const control = new AbortController();
    const running = pool.run('test.deaf', { log }, { signal: control.signal });
    await vi.waitUntil(() => lines().length > 0);
    control.abort();
    const started = performance.now();
    expect(isCancelled(await running.catch((reason: unknown) => reason))).toBe(true);
    expect(performance.now() - started).toBeGreaterThan(600);
  });

  it('kills the thread of a task that does not look at the flag, after the grace time, and goes on', async () => {
    open({ threads: 1, graceMs: 50 });
    const control = new AbortController();
    const running = pool.run('test.deaf', { log }, { signal: control.signal });
    await vi.waitUntil(() => lines().length > 0);
    control.abort();
    expect(isCancelled(await running.catch((reason: unknown) => reason))).toBe(true);
    expect(pool.stats()).toMatchObject({ killed: 1, retried: 0 });
    expect(await pool.run('test.echo', 'next')).toBe('next');
  });

  it('takes a waiting task out of the queue, so that it never runs', async () => {
    open({ threads: 1 });
    const control = new AbortController();
    const first = pool.run('test.steps', { steps: 5 });
    const second = pool.run('test.steps', { steps: 1, log }, { signal: control.signal });
    control.abort();
    expect(isCancelled(await second.catch((reason: unknown) => reason))).toBe(true);
    await first;
    expect(lines()).toEqual([]);
    expect(pool.stats()).toMatchObject({ queued: 0, running: 0 });
  });

  it('refuses a task whose signal was aborted before', async () => {
    const error = await open()
      .run('test.echo', 1, { signal: AbortSignal.abort() })
      .catch((reason: unknown) => reason);
    expect(isCancelled(error)).toBe(true);
  });

  it('by disposal cancels what runs and what waits and leaves no thread', async () => {
    open({ threads: 1 });
    const all = [1, 2, 3].map(() => pool.run('test.steps', { steps: 10_000 }).catch((reason: unknown) => reason));
    await vi.waitUntil(() => pool.stats().running === 1);
    await pool.dispose();
    expect((await Promise.all(all)).every(isCancelled)).toBe(true);
    expect(pool.stats()).toMatchObject({ liveThreads: 0, running: 0, queued: 0 });
  });
});

describe('a thread that dies', () => {
  it.each(['exit', 'throw'] as const)('by %s is replaced and its task begun again once', async (how) => {
    open({ threads: 1 });
    expect(await pool.run('test.die', { once: log, how })).toBe('survived');
    expect(pool.stats()).toMatchObject({ retried: 1, completed: 1 });
  });

  it('twice over one task fails that task with what to do next, and no other', async () => {
    open({ threads: 1 });
    const doomed = pool.run('test.die', { how: 'exit' }).catch((reason: unknown) => reason);
    const waiting = pool.run('test.echo', 'unharmed');
    const error = await doomed;
    expect(isStudioError(error) && error.code).toBe(ErrorCode.internal);
    expect(isStudioError(error) && error.hint).toBeTruthy();
    expect(await waiting).toBe('unharmed');
    expect(pool.stats().retried).toBe(1);
  });

  it('does not get its task again when the input was given away', async () => {
    open({ threads: 1 });
    const buffer = new ArrayBuffer(8);
    const input = { how: 'exit' as const, once: log, buffer };
    await expect(pool.run('test.die', input, { transfer: [buffer] })).rejects.toMatchObject({ name: 'StudioError' });
    expect(pool.stats().retried).toBe(0);
  });
});

describe('threads', () => {
  it('never keep more cores busy than the pool has, wide tasks counted by their width', async () => {
    open({ threads: 3 });
    const counter = new SharedArrayBuffer(4);
    const widths = [1, 2, 1, 3, 1, 2, 2, 1, 9];
    const seen = await Promise.all(
      widths.map((width) => pool.run('test.crowd', { counter, threads: Math.min(width, 3) }, { threads: width })),
    );
    expect(Math.max(...seen)).toBeLessThanOrEqual(3);
  });

  it('would catch a waiting task that is not moved forward when it becomes urgent', async () => {
    open({ threads: 1 });
    const order: string[] = [];
    const urgency = new RisingPriority(0);
    const task = (name: string, priority?: Priority) =>
      pool.run('test.steps', { steps: 3 }, priority ? { priority } : {}).then(() => order.push(name));
    const all = [task('running'), task('first'), task('second'), task('raised', urgency)];
    urgency.raise(2);
    await Promise.all(all);
    expect(order).toEqual(['running', 'raised', 'first', 'second']);
  });

  it('are as few as the area limit says, so that no more models are loaded than fit in memory', async () => {
    open({ threads: 3, areaLimits: { test: 1 } });
    const ids = await Promise.all(Array.from({ length: 6 }, () => pool.run('test.thread', null)));
    expect(new Set(ids).size).toBe(1);
  });

  it('let their models go after the idle time', async () => {
    open({ threads: 1, idleMs: 50 });
    await pool.run('test.resident', { log });
    await vi.waitUntil(() => lines().includes('dispose'), { timeout: 10_000 });
    expect(lines()).toEqual(['load', 'dispose']);
  });

  it('let their models go when told to', async () => {
    open({ threads: 1 });
    await pool.run('test.resident', { log });
    pool.release();
    await vi.waitUntil(() => lines().includes('dispose'), { timeout: 10_000 });
    await pool.run('test.resident', { log });
    expect(lines()).toEqual(['load', 'dispose', 'load']);
  });
});

function bind(target: Pool<TestTasks>) {
  return { run: target.run.bind(target) };
}
