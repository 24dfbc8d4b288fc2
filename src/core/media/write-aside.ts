import { mkdir, open, readdir, rename, rm, stat, statfs } from 'node:fs/promises';
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
    await syncFile(temporary);
    await rename(temporary, path);
  } catch (error) {
    const known = await explainWrite(error, path);
    await rm(temporary, { force: true }).catch(() => undefined);
    throw known;
  }
}

/**
 * The same for a folder. A new one appears when it is whole; in one that is there already the files are replaced one after the
 * other when all are made, and what else lies in it stays.
 * @param last the file that tells of the others: it is put in its place when they are there
 * @param onReplace hears of each file before it is put in its place
 * @returns the files' names
 */
export async function writeFolderAside(
  target: string,
  make: (temporary: string) => Promise<void>,
  { last, onReplace }: { readonly last: string; readonly onReplace: (path: string, fresh: string) => Promise<void> },
): Promise<readonly string[]> {
  const path = resolve(target);
  const temporary = join(dirname(path), partName(path));
  await checkPlace(path);
  try {
    await mkdir(temporary, { recursive: true });
    await make(temporary);
    const names = (await readdir(temporary)).sort().sort((a, b) => Number(a === last) - Number(b === last));
    for (const name of names) await syncFile(join(temporary, name));
    if ((await stat(path).catch(() => undefined))?.isDirectory()) {
      for (const name of names) {
        await onReplace(join(path, name), join(temporary, name));
        await rename(join(temporary, name), join(path, name));
      }
      await rm(temporary, { recursive: true, force: true });
    } else {
      await onReplace(path, temporary);
      await rename(temporary, path);
    }
    return names;
  } catch (error) {
    const known = await explainWrite(error, path);
    await rm(temporary, { recursive: true, force: true }).catch(() => undefined);
    throw known;
  }
}

async function syncFile(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
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
