import { randomUUID } from 'node:crypto';
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { storageErrorOnDisk } from '../store/storage-error.ts';
import { downloadUrl } from './addresses.ts';
import { sweepOld } from './sweep-old.ts';

export interface Download {
  /** A path on the host, good for a day. */
  readonly url: string;
  readonly fileName: string;
  readonly bytes: number;
}

/** Files that were made to be saved by the page: a packed project, a diagnostics file. On disk: ID/NAME. */
export class Downloads {
  readonly root: string;

  constructor(root: string) {
    this.root = root;
  }

  /** A new folder to make a file in, on the disk that `offer` moves it within. */
  async makeFolder(): Promise<string> {
    const folder = join(this.root, `.${randomUUID()}.part`);
    try {
      await sweepOld(this.root);
      await mkdir(folder, { recursive: true });
      return folder;
    } catch (error) {
      throw await storageErrorOnDisk(error, this.root);
    }
  }

  /** Moves a file in and offers it under that name. `path` must be on the data folder's disk (@see makeFolder). */
  async offer(path: string, name: string): Promise<Download> {
    const id = randomUUID();
    const fileName = saveableName(name);
    try {
      await sweepOld(this.root);
      const { size } = await stat(path);
      await mkdir(join(this.root, id), { recursive: true });
      await rename(path, this.path(id, fileName));
      return { url: downloadUrl(id, fileName), fileName, bytes: size };
    } catch (error) {
      await rm(join(this.root, id), { recursive: true, force: true });
      throw await storageErrorOnDisk(error, this.root);
    }
  }

  path(id: string, name: string): string {
    return join(this.root, id, name);
  }
}

/** A title as the name of a file that every system can keep. */
function saveableName(name: string): string {
  const plain = name
    .replaceAll(/[\p{Cc}<>:"/\\|?*]/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .slice(-120)
    .replaceAll(/^[. ]+|[. ]+$/g, '');
  return plain === '' ? 'storyloom' : plain;
}
