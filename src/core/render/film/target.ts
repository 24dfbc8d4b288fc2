import { readdir, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { ErrorCode, StudioError } from '../../../shared/errors.ts';
import { EXTRAS } from '../../../shared/film.ts';
import { extraPath } from '../../extras/names.ts';
import { isPartOf } from '../../media/part-name.ts';
import { checkPlace } from '../../media/place.ts';
import { listJobs } from '../../store/jobs.ts';
import type { Store } from '../../store/store.ts';

/**
 * Finds out before the work, not after it, that the film cannot be written where it should go.
 * @throws StudioError `option` when no film can have that name, `permission` or `disk-full` when nothing can be written there
 */
export async function checkTarget(film: string): Promise<void> {
  const found = await stat(film).catch(() => undefined);
  if (found?.isDirectory()) {
    throw new StudioError(ErrorCode.option, `${film} is a folder.`, { hint: 'Name a file in it, such as film.mp4.' });
  }
  if (!/\.(mp4|m4v|mov)$/i.test(film)) {
    throw new StudioError(ErrorCode.option, `${basename(film)} does not end in .mp4.`, {
      hint: 'A film is an MP4 file: give it a name that ends in .mp4.',
    });
  }
  await checkPlace(film);
}

/**
 * Removes what runs that were killed while they wrote this very film, or what goes beside it, have left there. Nothing is touched while
 * another job, in whatever process, is making the same film.
 */
export async function sweepUnfinished(store: Store, film: string, jobId: string): Promise<void> {
  store.sweep();
  const others = listJobs(store, { states: ['running'] }).filter(
    ({ id, options }) => id !== jobId && (options as { film?: unknown } | null)?.film === film,
  );
  if (others.length > 0) return;
  const names = await readdir(dirname(film)).catch(() => []);
  const targets = [film, ...EXTRAS.map((extra) => extraPath(film, extra))];
  for (const name of names.filter((each) => targets.some((target) => isPartOf(target, each))))
    await rm(join(dirname(film), name), { recursive: true, force: true }).catch(() => undefined);
}
