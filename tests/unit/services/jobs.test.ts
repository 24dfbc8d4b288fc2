import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openRunLog } from '../../../src/core/log.ts';
import { JobBoard } from '../../../src/core/services/jobs/job-board.ts';
import type { JobRun, JobRunner } from '../../../src/core/services/jobs/job-kind.ts';
import { openStore, type Store } from '../../../src/core/store/store.ts';
import { ErrorCode, StudioError, throwIfCancelled } from '../../../src/shared/errors.ts';
import type { JobView, StudioEvent } from '../../../src/shared/views.ts';
import { temporaryFolder } from '../../helpers/build-lab.ts';
import { until } from '../../helpers/studio-lab.ts';

/** Counts to ten, a count a few milliseconds, and goes on where it was: what a film does with its cache. */
function counter(pauseMs = 5): JobRunner & { counts: Map<string, number[]>; most: number } {
  const counts = new Map<string, number[]>();
  let active = 0;
  return {
    atOnce: 1,
    acrossProcesses: true,
    counts,
    most: 0,
    async run({ job, signal, onProgress }: JobRun) {
      active += 1;
      this.most = Math.max(this.most, active);
      const done = counts.get(job.id) ?? [];
      counts.set(job.id, done);
      try {
        for (let next = done.length; next < 10; next += 1) {
          await new Promise((resolve) => setTimeout(resolve, pauseMs));
          throwIfCancelled(signal);
          done.push(next);
          onProgress({ stage: 'count', value: (next + 1) / 10 });
        }
        return { notices: ['counted'] };
      } finally {
        active -= 1;
      }
    },
  };
}

interface Lab {
  readonly folder: string;
  readonly store: Store;
  readonly board: JobBoard;
  readonly events: StudioEvent[];
  close(): Promise<void>;
}

function openBoard(runner: JobRunner, folder = temporaryFolder()): Lab {
  const { store } = openStore(join(folder, 'storyloom.sqlite'));
  const events: StudioEvent[] = [];
  const board = new JobBoard({
    store,
    runners: { export: runner, preview: runner, 'fetch-model': runner, listen: runner },
    publish: (event) => events.push(event),
    openLog: (name) => openRunLog(join(folder, 'logs'), name).log,
    notify: (message) => events.push({ type: 'notice', message }),
  });
  let closed: Promise<void> | undefined;
  const close = () =>
    (closed ??= board.close().then(() => {
      store.close();
    }));
  onTestFinished(close);
  return { folder, store, board, events, close };
}

const states = (events: readonly StudioEvent[], id: string): string[] => {
  const all = events.flatMap((event) => (event.type === 'job' && event.job.id === id ? [event.job.state] : []));
  return all.filter((state, index) => state !== all[index - 1]);
};
const values = (events: readonly StudioEvent[], id: string): number[] =>
  events.flatMap((event) => (event.type === 'job' && event.job.id === id ? (event.job.progress?.value ?? []) : []));
const reaches = (board: JobBoard, id: string, state: JobView['state']) =>
  until(() => board.get(id).state === state, { what: `job ${state}` });
const logOf = (folder: string): string =>
  readdirSync(join(folder, 'logs'))
    .map((name) => readFileSync(join(folder, 'logs', name), 'utf8'))
    .join('');

describe('a job', () => {
  it('would catch one that is not told whole: at once, as it goes, and its end with exactly 1', async () => {
    const { board, events, folder } = openBoard(counter());
    const job = board.start({ kind: 'export', title: 'Otter', options: {} });
    expect(job).toMatchObject({ kind: 'export', title: 'Otter', state: 'running' });
    await reaches(board, job.id, 'done');
    expect(states(events, job.id)).toEqual(['queued', 'running', 'done']);
    const seen = values(events, job.id);
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
    expect(seen.slice(0, -1).every((value) => value < 1)).toBe(true);
    expect(seen.at(-1)).toBe(1);
    expect(board.get(job.id)).toMatchObject({ state: 'done', progress: { value: 1 }, notices: ['counted'] });
    expect(logOf(folder)).toContain('"msg":"done"');
  });

  it('would catch a flood of events: ten a second, whatever the runner says', async () => {
    const chatty: JobRunner = {
      atOnce: 1,
      acrossProcesses: false,
      async run({ onProgress }) {
        for (let i = 1; i <= 5000; i += 1) {
          onProgress({ stage: 'talk', value: i / 5000 });
          if (i % 100 === 0) await new Promise((resolve) => setTimeout(resolve, 10));
        }
        return {};
      },
    };
    const { board, events } = openBoard(chatty);
    const started = performance.now();
    const { id } = board.start({ kind: 'preview', title: 'All scenes' });
    await reaches(board, id, 'done');
    const seconds = (performance.now() - started) / 1000;
    expect(events.length).toBeLessThanOrEqual(seconds * 10 + 5);
  });

  it('would catch a cancelled job that is called failed, logged as an error, or that can be gone on with', async () => {
    const { board, events, folder } = openBoard(counter(20));
    const { id } = board.start({ kind: 'export', title: 'Otter' });
    await until(() => values(events, id).length > 0);
    expect(await board.cancel(id)).toMatchObject({ state: 'cancelled' });
    expect(board.get(id).failure).toBeUndefined();
    expect(logOf(folder)).not.toContain('"level":50');
    await expect(board.resume(id)).rejects.toMatchObject({
      code: 'option',
      message: expect.stringContaining('cancelled') as string,
    });
    board.remove(id);
    expect(board.list()).toEqual([]);
    expect(events.at(-1)).toEqual({ type: 'job-removed', jobId: id });
  });

  it('would catch a pause that forgets what is done, or a bar that jumps back when it is gone on with', async () => {
    const runner = counter(20);
    const { board, events } = openBoard(runner);
    const { id } = board.start({ kind: 'export', title: 'Otter' });
    await until(() => (runner.counts.get(id)?.length ?? 0) >= 4);
    expect(await board.pause(id)).toMatchObject({ state: 'paused' });
    expect(() => {
      board.remove(id);
    }).toThrow(expect.objectContaining({ code: 'option' }));
    const atPause = board.get(id).progress!.value!;
    expect(atPause).toBeGreaterThan(0.3);
    expect((await board.resume(id)).progress!.value).toBe(atPause);
    await reaches(board, id, 'done');
    expect(runner.counts.get(id)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    const seen = values(events, id);
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
  });

  it('would catch a failure without what to do next, one of a bug that shows its insides, or one that cannot be tried again', async () => {
    let error: Error = new StudioError(ErrorCode.diskFull, 'The disk is full.', { hint: 'Free some space.' });
    let isMended = false;
    const { board, folder } = openBoard({
      atOnce: 1,
      acrossProcesses: true,
      run: () => (isMended ? Promise.resolve({}) : Promise.reject(error)),
    });
    const { id } = board.start({ kind: 'export', title: 'Otter' });
    await reaches(board, id, 'failed');
    expect(board.get(id).failure).toEqual({
      code: 'disk-full',
      message: 'The disk is full.',
      hint: 'Free some space.',
    });
    error = new TypeError('undefined is not a story');
    await board.resume(id);
    await reaches(board, id, 'failed');
    expect(board.get(id).failure).toMatchObject({
      code: 'internal',
      message: expect.not.stringContaining('undefined') as string,
    });
    expect(logOf(folder)).toContain('undefined is not a story');
    isMended = true;
    await board.resume(id);
    await reaches(board, id, 'done');
  });
});

describe('the queue', () => {
  it('would catch two exports at once, one out of turn, or a queued one that cannot be paused', async () => {
    const runner = counter(10);
    const { board, events } = openBoard(runner);
    const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((title) => board.start({ kind: 'export', title }).id);
    expect(board.list().map(({ title, state }) => [title, state])).toEqual([
      ['d', 'queued'],
      ['c', 'queued'],
      ['b', 'queued'],
      ['a', 'running'],
    ]);
    expect(await board.pause(c!)).toMatchObject({ state: 'paused' });
    expect(await board.cancel(b!)).toMatchObject({ state: 'cancelled' });
    await reaches(board, d!, 'done');
    expect(states(events, c!)).toEqual(['queued', 'paused']);
    expect(runner.counts.has(b!)).toBe(false);
    await board.resume(c!);
    await reaches(board, c!, 'done');
    expect(runner.most).toBe(1);
    expect([...runner.counts.keys()]).toEqual([a, d, c]);
  });
});

describe('a restart', () => {
  it('would catch jobs that are lost or begun anew: they come back paused, say so, and go on', async () => {
    const runner = counter(20);
    const first = openBoard(runner);
    const running = first.board.start({ kind: 'export', title: 'a' }).id;
    const queued = first.board.start({ kind: 'export', title: 'b' }).id;
    const paused = first.board.start({ kind: 'export', title: 'c' }).id;
    await first.board.pause(paused);
    await until(() => (runner.counts.get(running)?.length ?? 0) >= 3);
    await first.close();

    const { board } = openBoard(runner, first.folder);
    const said = expect.arrayContaining([expect.stringContaining('Resume it')]) as string[];
    expect(board.get(running)).toMatchObject({ state: 'paused', notices: said });
    expect(board.get(queued)).toMatchObject({ state: 'paused', notices: said });
    expect(board.get(paused).state).toBe('paused');
    expect(board.get(paused).notices).toBeUndefined();
    expect(board.get(running).progress!.value).toBeGreaterThan(0.2);
    for (const id of [running, queued, paused]) await board.resume(id);
    await reaches(board, paused, 'done');
    expect(runner.counts.get(running)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });
});

describe('two processes on one data folder', () => {
  it('would catch a second window that sees nothing of the first one’s jobs, or cannot stop them', async () => {
    const runner = counter(300);
    const one = openBoard(runner);
    const two = openBoard(counter(), one.folder);
    const leave = two.board.watch();
    onTestFinished(leave);
    const { id } = one.board.start({ kind: 'export', title: 'Otter' });
    await until(() => values(two.events, id).length > 0, { what: 'news of the other one’s job' });
    expect(two.board.list()).toMatchObject([{ id, state: 'running', title: 'Otter' }]);

    const waiting = two.board.start({ kind: 'export', title: 'Second' });
    expect(waiting.state).toBe('queued');
    await two.board.pause(id);
    await until(() => states(two.events, id).includes('paused'), { what: 'the pause' });
    expect(one.board.get(id).state).toBe('paused');
    await reaches(two.board, waiting.id, 'done');

    await two.board.cancel(id);
    expect(one.board.get(id).state).toBe('cancelled');
    one.board.remove(id);
    await until(() => two.events.some((event) => event.type === 'job-removed' && event.jobId === id));
  });
});
