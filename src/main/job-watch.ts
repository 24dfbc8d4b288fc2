import { BrowserWindow, Notification } from 'electron';
import type { JobView } from '../shared/views.ts';
import { command, focusWindow } from './window.ts';
import type { Words } from '../shared/desktop-words.ts';

/** The jobs that are under way, as the desktop shows them: on the task bar or dock, and in a notification. */
export class JobWatch {
  readonly #active = new Map<string, JobView>();
  readonly #words: () => Words;

  constructor(words: () => Words) {
    this.#words = words;
  }

  /** Would be interrupted by quitting. */
  get isBusy(): boolean {
    return this.#active.size > 0;
  }

  hear(job: JobView): void {
    const before = this.#active.get(job.id);
    if (job.state === 'running' || job.state === 'queued') this.#active.set(job.id, job);
    else this.#active.delete(job.id);
    this.#showProgress();
    if (before && job.kind === 'export' && (job.state === 'done' || job.state === 'failed')) this.#announce(job);
  }

  #showProgress(): void {
    const values = [...this.#active.values()].map((job) => job.progress?.value);
    const known = values.filter((value) => value !== undefined);
    // Nothing known of any: it moves without saying how far. Below 0 there is no bar, above 1 it is of unknown length.
    const mean = known.reduce((sum, value) => sum + value, 0) / values.length;
    const shown = values.length === 0 ? -1 : known.length === 0 ? 2 : mean;
    for (const window of BrowserWindow.getAllWindows()) window.setProgressBar(shown);
  }

  #announce(job: JobView): void {
    if (BrowserWindow.getFocusedWindow() || !Notification.isSupported()) return;
    const words = this.#words();
    const title = job.state === 'done' ? words.done : words.failed;
    const notification = new Notification({ title, body: job.failure?.message ?? job.title });
    notification.on('click', () => {
      command(focusWindow(), { type: 'show-job', jobId: job.id });
    });
    notification.show();
  }
}
