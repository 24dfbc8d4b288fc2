import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Studio } from '../../../src/core/studio.ts';
import { JobWatch } from '../../../src/main/job-watch.ts';
import { quitSafely } from '../../../src/main/quit.ts';
import { openWindow } from '../../../src/main/window.ts';
import { wordsFor } from '../../../src/shared/desktop-words.ts';
import type { JobView } from '../../../src/shared/views.ts';
import { clearDesk, desk, heard, standInApp } from './electron-lab.ts';

vi.mock('electron', () => import('../../fixtures/electron/stand-in.mjs'));

const words = wordsFor('en', 'en');
const job = (state: JobView['state'], value?: number, id = 'a'): JobView => ({
  id,
  kind: 'export',
  title: 'The Otter',
  state,
  createdAt: 0,
  progress: { stage: 'compose', ...(value !== undefined && { value }) },
});

beforeEach(() => {
  clearDesk();
  process.env['STAND_IN_FOLDER'] = '/nowhere';
});

describe('jobs on the desktop', () => {
  it('would catch a task bar that stands still, jumps back or stays when all is done', () => {
    openWindow();
    const jobs = new JobWatch(() => words);
    for (const each of [
      job('queued'),
      job('running'),
      job('running', 0.5),
      job('running', 0.1, 'b'),
      job('done', 1),
      job('cancelled', 0.2, 'b'),
    ]) {
      jobs.hear(each);
    }
    expect(desk.windows[0]?.progress).toEqual([2, 2, 0.5, 0.3, 0.1, -1]);
  });

  it('would catch an export that ends while nobody looks and is not announced, or one that is while somebody does', () => {
    openWindow();
    const jobs = new JobWatch(() => words);
    desk.focused = desk.windows[0];
    jobs.hear(job('running'));
    jobs.hear(job('done'));
    expect(desk.notifications).toEqual([]);
    desk.focused = undefined;
    jobs.hear(job('running'));
    jobs.hear(job('done'));
    // Told again, as after a reload: it is old news.
    jobs.hear(job('done'));
    expect(desk.notifications.map(({ options }) => options)).toEqual([
      { title: 'The film is ready', body: 'The Otter' },
    ]);
    desk.notifications[0]?.emit('click');
    expect(heard()).toEqual([{ type: 'show-job', jobId: 'a' }]);
    expect(desk.focused).toBe(desk.windows[0]);
  });

  it('would catch a failed or cancelled export that is called ready', () => {
    openWindow();
    const jobs = new JobWatch(() => words);
    for (const state of ['running', 'cancelled', 'running', 'paused', 'running'] as const) jobs.hear(job(state));
    jobs.hear({ ...job('failed'), failure: { code: 'disk-full', message: 'The disk is full.' } });
    expect(desk.notifications.map(({ options }) => options)).toEqual([
      { title: 'The export stopped', body: 'The disk is full.' },
    ]);
  });
});

describe('quitting', () => {
  const open = (isBusy: boolean): { closed: number } => {
    const studio = { closed: 0, close: () => Promise.resolve(void studio.closed++) };
    quitSafely(
      studio as unknown as Studio,
      () => isBusy,
      () => words,
    );
    openWindow();
    return studio;
  };
  const settled = (): Promise<unknown> => vi.waitFor(() => expect(desk.exitCode).toBe(0));

  it('would catch work that ends without a question, or goes on being asked about once it was answered', async () => {
    const studio = open(true);
    desk.answers.button = 1;
    standInApp.quit();
    expect(desk.windows[0]?.close()).toBe(false);
    expect(desk.dialogs).toHaveLength(2);
    expect(desk.dialogs[0]).toMatchObject({ buttons: ['Quit', 'Keep Working'], defaultId: 1, cancelId: 1 });
    expect(studio.closed).toBe(0);
    desk.answers.button = 0;
    desk.windows[0]?.close();
    await settled();
    expect(desk.dialogs).toHaveLength(3);
    expect(studio.closed).toBe(1);
  });

  it('would catch a question when nothing is lost, and a studio that is not closed', async () => {
    const studio = open(false);
    standInApp.quit();
    await settled();
    expect([desk.dialogs.length, studio.closed]).toEqual([0, 1]);
  });
});
