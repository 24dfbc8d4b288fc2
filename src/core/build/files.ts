import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { open, readdir, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { systemCode } from '../store/storage-error.ts';
import type { FileEntry } from './manifest.ts';

/** Paths of all files below a folder, with `/` between parts, sorted. Throws for anything but files and folders. */
export async function listFiles(directory: string): Promise<string[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const files: string[] = [];
  for (const entry of entries) {
    if (entry.isDirectory()) continue;
    const path = join(entry.parentPath, entry.name).slice(directory.length + 1);
    // A link would leave the artefact's bytes outside of it.
    if (!entry.isFile()) throw new Error(`A stage left something other than a file: ${path}`);
    files.push(path.replaceAll('\\', '/'));
  }
  return files.sort();
}

/** Folders below a folder, itself last: each before the one that holds it. */
export async function listFolders(directory: string): Promise<string[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const below = entries.filter((entry) => entry.isDirectory()).map((entry) => join(entry.parentPath, entry.name));
  return [...below.sort((a, b) => b.length - a.length), directory];
}

/** Size and SHA-256 of a file; `durable` waits until its bytes are on the disk. */
export async function hashFile(directory: string, path: string, { durable = false } = {}): Promise<FileEntry> {
  // Windows flushes only what is open for writing.
  const file = await open(join(directory, path), durable ? 'r+' : 'r');
  try {
    const entry = await hashOpen(file, path);
    if (durable) await file.sync();
    return entry;
  } finally {
    await file.close();
  }
}

async function hashOpen(file: FileHandle, path: string): Promise<FileEntry> {
  const sum = createHash('sha256');
  const buffer = Buffer.allocUnsafe(1 << 18);
  let bytes = 0;
  for (;;) {
    const { bytesRead } = await file.read(buffer, 0, buffer.length);
    if (bytesRead === 0) return { path, bytes, sha256: sum.digest('hex') };
    sum.update(buffer.subarray(0, bytesRead));
    bytes += bytesRead;
  }
}

/** Waits until a folder's list of names is on the disk. Windows has no such call and needs none. */
export async function syncFolder(directory: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(directory, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/** Undefined when it is not there. */
export async function statOrNothing(path: string): Promise<{ size: number; mtimeMs: number } | undefined> {
  try {
    return await stat(path);
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(systemCode(error))) return undefined;
    throw error;
  }
}

/** On Windows a folder cannot be moved while a virus scanner reads in it; that passes within a second or two. */
export async function renamePatiently(from: string, to: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await rename(from, to);
      return;
    } catch (error) {
      const passing = process.platform === 'win32' && ['EPERM', 'EACCES', 'EBUSY'].includes(systemCode(error));
      if (!passing || attempt === 20) throw error;
      await delay(attempt * 10);
    }
  }
}
