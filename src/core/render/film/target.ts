import { open, readdir, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { ErrorCode, StudioError } from '../../../shared/errors.ts';
import { isPartOf, partName } from '../../media/write-aside.ts';
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
  // The folders that are missing are made when the film is joined; here the first one that is there has to do.
  let folder = dirname(film);
  let place = await stat(folder).catch(() => undefined);
  while (!place && dirname(folder) !== folder) {
    folder = dirname(folder);
    place = await stat(folder).catch(() => undefined);
  }
  if (place && !place.isDirectory()) {
    throw new StudioError(ErrorCode.option, `${folder} is a file, so nothing can be written in it.`, {
      hint: 'Choose another place for the film.',
    });
  }
  await tryWriting(folder, film);
}

/** Asks the system itself: root is told yes by `access` for places (/proc) where even root can write nothing. */
export async function tryWriting(folder: string, film: string): Promise<void> {
  const trial = join(folder, partName(film));
  try {
    await (await open(trial, 'wx')).close();
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code ?? '';
    if (code === 'ENOSPC' || code === 'EDQUOT') {
      throw new StudioError(ErrorCode.diskFull, `The disk is full: nothing can be written in ${folder}.`, {
        hint: 'Free some space, or choose another place for the film.',
        cause,
      });
    }
    throw new StudioError(ErrorCode.permission, `Nothing may be written in ${folder} (${code}).`, {
      hint: 'Choose another folder, or give yourself the right to write there.',
      cause,
    });
  }
  await rm(trial, { force: true });
}

/**
 * Removes what runs that were killed while they joined this very film have left beside it. Nothing is touched while
 * another job, in whatever process, is making the same film.
 */
export async function sweepUnfinished(store: Store, film: string, jobId: string): Promise<void> {
  store.sweep();
  const others = listJobs(store, { states: ['running'] }).filter(
    ({ id, options }) => id !== jobId && (options as { film?: unknown } | null)?.film === film,
  );
  if (others.length > 0) return;
  const names = await readdir(dirname(film)).catch(() => []);
  for (const name of names.filter((each) => isPartOf(film, each)))
    await rm(join(dirname(film), name), { force: true }).catch(() => undefined);
}
