import { open, rm, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { ErrorCode, StudioError } from '../../shared/errors.ts';
import { partName } from './part-name.ts';

/**
 * Finds out whether a file can be written where it should go: before the work rather than after it, and before its folders are
 * made, for which Node would try for ever in places such as /proc.
 * @throws StudioError `option` when a file is in the way of a folder, `permission` or `disk-full` when nothing can be written there
 */
export async function checkPlace(file: string): Promise<void> {
  // Folders that are missing are made later; here the first one that is there has to do.
  let folder = dirname(resolve(file));
  let place = await stat(folder).catch(() => undefined);
  while (!place && dirname(folder) !== folder) {
    folder = dirname(folder);
    place = await stat(folder).catch(() => undefined);
  }
  if (place && !place.isDirectory()) {
    throw new StudioError(ErrorCode.option, `${folder} is a file, so nothing can be written in it.`, {
      hint: 'Choose another place, in a folder.',
    });
  }
  await tryWriting(folder, file);
}

/** Asks the system itself: root is told yes by `access` for places (/proc) where even root can write nothing. */
export async function tryWriting(folder: string, file: string): Promise<void> {
  const trial = join(folder, partName(file));
  try {
    await (await open(trial, 'wx')).close();
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code ?? '';
    if (code === 'ENOSPC' || code === 'EDQUOT') {
      throw new StudioError(ErrorCode.diskFull, `The disk is full: nothing can be written in ${folder}.`, {
        hint: 'Free some space, or choose another place.',
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
