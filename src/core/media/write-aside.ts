import { mkdir, open, rename, rm, statfs } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { ErrorCode, isCancelled, isStudioError, StudioError } from '../../shared/errors.ts';
import { partName } from './part-name.ts';
import { checkPlace } from './place.ts';

const FULL = new Set(['ENOSPC', 'EDQUOT']);
const FORBIDDEN = new Set(['EACCES', 'EPERM', 'EROFS']);
const NO_PLACE = new Set(['ENOTDIR', 'EISDIR', 'ENOENT', 'EEXIST', 'ENOTEMPTY', 'ENAMETOOLONG', 'EINVAL']);
/** With less than this free, a tool's failure to write is laid to the full disk. */
const NEARLY_NOTHING = 1_000_000;

/**
 * Makes a file of the user's under a temporary name beside it, and renames it when it is whole and on the disk: at no time
 * is there a half-made file under its own name, and an older one stays until then. Folders are made as needed.
 * @throws StudioError `diskFull`, `permission` or `option` (no file can have that name), or what `make` threw.
 */
export async function writeAside(target: string, make: (temporary: string) => Promise<void>): Promise<void> {
  const path = resolve(target);
  const folder = dirname(path);
  const temporary = join(folder, partName(path));
  await checkPlace(path);
  try {
    await mkdir(folder, { recursive: true });
    // Made here first: a folder that may not be written is then known by the system's own error.
    await (await open(temporary, 'wx')).close();
    await make(temporary);
    const file = await open(temporary, 'r+');
    try {
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    const known = await explainWrite(error, path);
    await rm(temporary, { force: true }).catch(() => undefined);
    throw known;
  }
}

async function explainWrite(error: unknown, path: string): Promise<unknown> {
  if (isCancelled(error)) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const data = { path, code };
  if (FULL.has(code) || code === ErrorCode.diskFull || (await isFull(dirname(path)))) {
    return new StudioError(ErrorCode.diskFull, `The disk is full: ${path} could not be written.`, {
      hint: 'Free some space, or choose another place for it; run it again and it goes on where it stopped.',
      data,
      cause: error,
    });
  }
  if (FORBIDDEN.has(code)) {
    return new StudioError(ErrorCode.permission, `${path} may not be written.`, {
      hint: 'Choose another place, or allow writing there.',
      data,
      cause: error,
    });
  }
  if (isStudioError(error) || !NO_PLACE.has(code)) return error;
  return new StudioError(ErrorCode.option, `${path} cannot be the name of a file: ${code}.`, {
    hint: 'Choose another name.',
    data,
    cause: error,
  });
}

async function isFull(folder: string): Promise<boolean> {
  const disk = await statfs(folder).catch(() => undefined);
  // /proc and the like have no size at all.
  return disk !== undefined && disk.blocks > 0 && disk.bavail * disk.bsize < NEARLY_NOTHING;
}
