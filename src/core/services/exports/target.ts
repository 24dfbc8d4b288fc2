import { stat } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';
import { ErrorCode, StudioError } from '../../../shared/errors.ts';
import { safeFileName } from '../../../shared/file-name.ts';
import { checkTarget } from '../../render/film/target.ts';
import type { Workplace } from '../../workplace.ts';
import { mayNameFolders } from '../desktop.ts';
import { currentSettings } from '../settings.ts';

/**
 * Where an export goes: a name that every system can keep, in the folder that was chosen or that of the settings.
 * @throws StudioError `option` or `permission`
 */
export function exportTarget(
  workplace: Workplace,
  { fileName, folder }: { readonly fileName: string; readonly folder?: string | undefined },
): string {
  const name = `${safeFileName(fileName.replace(/\.mp4$/i, ''), 'film')}.mp4`;
  if (folder === undefined) return join(currentSettings(workplace).filmsFolder, name);
  if (!mayNameFolders(workplace)) {
    throw new StudioError(ErrorCode.permission, 'A folder can be chosen only on the computer itself.', {
      hint: 'Export without one, and fetch the film by its download.',
    });
  }
  if (!isAbsolute(folder)) {
    throw new StudioError(ErrorCode.option, `${folder} is not a whole path.`, {
      hint: 'Name the folder from the top of its disk, such as /home/me/Videos.',
    });
  }
  return join(folder, name);
}

/**
 * What can be known before the work: that the film can be written there, that a folder that was named is there.
 * @throws StudioError `not-found`, `permission`, `disk-full` or `option`
 */
export async function checkExportTarget(file: string, folder: string | undefined): Promise<void> {
  if (folder !== undefined && !(await isFolder(folder))) {
    throw new StudioError(ErrorCode.notFound, `There is no folder ${folder}.`, {
      hint: 'It may have been moved, or be on a disk that is not connected: choose another one.',
      data: { folder },
    });
  }
  await checkTarget(file);
}

async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isDirectory() ?? false;
}
