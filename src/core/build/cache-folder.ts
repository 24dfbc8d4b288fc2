import { randomUUID } from 'node:crypto';
import { existsSync, renameSync } from 'node:fs';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { storageError, systemCode } from '../store/storage-error.ts';
import { renamePatiently, syncFolder } from './files.ts';

/**
 * The cache on disk:
 *
 *     objects/ab/ab12.../   finished artefacts by key: the stage's files and artefact.json
 *     tmp/OWNER_.../        being made, or being dropped, by a live process; swept when it is dead
 *     damaged/DATE-KEY/     moved aside because its bytes were not what they should be
 */
export class CacheFolder {
  readonly root: string;
  readonly #owner: string;

  constructor(root: string, owner: string) {
    this.root = root;
    this.#owner = owner;
  }

  /** Makes the folders. Throws StudioError permission or diskFull. */
  async prepare(): Promise<void> {
    try {
      for (const name of ['objects', 'tmp', 'damaged']) await mkdir(join(this.root, name), { recursive: true });
    } catch (error) {
      throw storageError(error, this.root);
    }
  }

  objectOf(key: string): string {
    return objectFolder(this.root, key);
  }

  has(key: string): boolean {
    return existsSync(this.objectOf(key));
  }

  /** A new empty folder of this process. */
  async makeWorkFolder(): Promise<string> {
    const folder = this.#temporaryPath();
    await mkdir(folder);
    return folder;
  }

  /** The step that makes an artefact be there, whole. False when something is in its place already. */
  async publish(workFolder: string, key: string): Promise<boolean> {
    const object = this.objectOf(key);
    await mkdir(dirname(object), { recursive: true });
    if (existsSync(object)) return false;
    try {
      await renamePatiently(workFolder, object);
    } catch (error) {
      if (['ENOTEMPTY', 'EEXIST'].includes(systemCode(error))) return false;
      throw error;
    }
    await syncFolder(dirname(object));
    return true;
  }

  /** The step that makes an artefact not be there; its bytes are freed by `remove`. Undefined when it was not there. */
  withdraw(key: string): string | undefined {
    const trash = this.#temporaryPath();
    try {
      renameSync(this.objectOf(key), trash);
    } catch (error) {
      if (systemCode(error) === 'ENOENT') return undefined;
      throw error;
    }
    return trash;
  }

  /** Keeps a damaged artefact for who wants to know what happened to it. False when it was not there any more. */
  async setAside(key: string, now: number): Promise<boolean> {
    try {
      await renamePatiently(this.objectOf(key), join(this.root, 'damaged', `${fileDate(now)}-${key}-${randomUUID()}`));
      return true;
    } catch (error) {
      if (systemCode(error) === 'ENOENT') return false;
      throw error;
    }
  }

  async remove(folder: string): Promise<void> {
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
  }

  /** Keys of all finished artefacts on the disk. */
  async listObjects(): Promise<string[]> {
    const objects = join(this.root, 'objects');
    const prefixes = (await readdir(objects)).filter((name) => /^[0-9a-f]{2}$/.test(name));
    const lists = await Promise.all(prefixes.map((prefix) => readdir(join(objects, prefix))));
    return lists.flat().filter((name) => /^[0-9a-f]{64}$/.test(name));
  }

  /** Removes what dead processes were making or dropping. */
  async sweepTemporary(isAlive: (owner: string) => boolean): Promise<void> {
    const folder = join(this.root, 'tmp');
    for (const name of await readdir(folder)) {
      if (!isAlive(name.split('_')[0] ?? '')) await this.remove(join(folder, name));
    }
  }

  /** Removes what was set aside before that time. */
  async sweepDamaged(before: number): Promise<void> {
    const folder = join(this.root, 'damaged');
    for (const name of await readdir(folder)) {
      if (name < fileDate(before)) await this.remove(join(folder, name));
    }
  }

  #temporaryPath(): string {
    return join(this.root, 'tmp', `${this.#owner}_${randomUUID()}`);
  }
}

/** Where a finished artefact lies, if it does. */
export function objectFolder(cache: string, key: string): string {
  return join(cache, 'objects', key.slice(0, 2), key);
}

/** Sorts as the times do, and is a file name everywhere. */
function fileDate(time: number): string {
  return new Date(time).toISOString().replace(/[:.]/g, '-');
}
