import { randomBytes } from 'node:crypto';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { storageErrorOnDisk } from '../store/storage-error.ts';

/**
 * Makes a file of the data folder under a temporary name beside it and renames it when it is whole: it is there, or it is not.
 * @param make gets the temporary name; a file there is on the disk when it ends
 * @throws StudioError `disk-full` or `permission`, or what `make` threw
 */
export async function makeFile(path: string, make: (temporary: string) => Promise<void>): Promise<void> {
  const folder = dirname(path);
  const temporary = `${path}.${randomBytes(6).toString('hex')}.part`;
  try {
    await mkdir(folder, { recursive: true });
    await make(temporary);
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw await storageErrorOnDisk(error, folder);
  }
}

export async function keepFile(path: string, content: Uint8Array | string): Promise<void> {
  await makeFile(path, (temporary) => writeFile(temporary, content, { flag: 'wx', flush: true }));
}
