import { mkdir } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { isAbsolute } from 'node:path';
import { ErrorCode, StudioError } from '../../shared/errors.ts';
import type { Settings } from '../../shared/views.ts';
import { tryWriting } from '../media/place.ts';
import { keepSettings, readSettings } from '../settings.ts';
import type { Workplace } from '../workplace.ts';
import { mayNameFolders } from './desktop.ts';

export function currentSettings(workplace: Workplace): Settings {
  return readSettings(workplace.store(), workplace.paths);
}

/**
 * Changes what is given and leaves the rest. Limits of the cache take effect at once, cores at the next start.
 * @throws StudioError `option` for a value that cannot be, `permission` for a folder that cannot be written
 */
export async function changeSettings(
  workplace: Workplace,
  change: { readonly [Name in keyof Settings]?: Settings[Name] | undefined },
): Promise<Settings> {
  const chosen = Object.fromEntries(
    Object.entries(change).filter(([, value]) => value !== undefined),
  ) as Partial<Settings>;
  if (chosen.cores !== undefined && chosen.cores > availableParallelism()) {
    throw new StudioError(ErrorCode.option, `This computer has ${String(availableParallelism())} cores.`, {
      hint: 'Choose that many at most.',
    });
  }
  const before = currentSettings(workplace);
  if (chosen.filmsFolder !== undefined && chosen.filmsFolder !== before.filmsFolder) {
    await checkFolder(workplace, chosen.filmsFolder);
  }
  keepSettings(workplace.store(), chosen);
  const after = currentSettings(workplace);
  if (after.cacheBytes !== before.cacheBytes || after.cacheDays !== before.cacheDays) {
    const builder = await workplace.builder();
    builder.limit({ bytes: after.cacheBytes, days: after.cacheDays });
    await builder.trim();
  }
  workplace.events.publish({ type: 'settings' });
  return after;
}

async function checkFolder(workplace: Workplace, folder: string): Promise<void> {
  if (!mayNameFolders(workplace)) {
    throw new StudioError(ErrorCode.permission, 'The folder of films can be chosen only on the computer itself.', {
      hint: 'Open Storyloom there, or fetch the films by their download.',
    });
  }
  if (!isAbsolute(folder)) {
    throw new StudioError(ErrorCode.option, `${folder} is not a whole path.`, {
      hint: 'Name the folder from the top of its disk, such as /home/me/Videos.',
    });
  }
  try {
    await mkdir(folder, { recursive: true });
  } catch (cause) {
    throw new StudioError(ErrorCode.permission, `${folder} cannot be made a folder of films.`, {
      hint: 'Choose another folder, or give yourself the right to write there.',
      cause,
    });
  }
  await tryWriting(folder, `${folder}/film.mp4`);
}
