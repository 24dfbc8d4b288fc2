/** What the parts of this folder do with files: hash them, check them, make sure that they are on the disk. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rename, statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { StudioError } from '../../shared/errors.ts';

export interface HashedFile {
  readonly name: string;
  readonly bytes: number;
  /** Hex. */
  readonly sha256: string;
}

/** Reads a file whole, in pieces. Throws what the signal gives when it is aborted. */
export async function hashFile(
  path: string,
  options: { readonly signal?: AbortSignal | undefined; readonly onBytes?: (count: number) => void } = {},
): Promise<{ readonly bytes: number; readonly sha256: string }> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
    options.signal?.throwIfAborted();
    hash.update(chunk);
    bytes += chunk.length;
    options.onBytes?.(chunk.length);
  }
  return { bytes, sha256: hash.digest('hex') };
}

/** One digest for a set of files: over the names and hashes, in the order of the names. */
export function digestOf(files: readonly HashedFile[]): string {
  const lines = files.map((file) => `${file.sha256}  ${file.name}\n`).sort();
  return createHash('sha256').update(lines.join('')).digest('hex');
}

export interface FileSink {
  write(chunk: Uint8Array): Promise<void>;
  /** Flushes to the disk, then gives the file its name. */
  finish(): Promise<{ readonly bytes: number; readonly sha256: string }>;
  /** Closes what is open; for `finally`. */
  close(): Promise<void>;
}

const PIECE = 4 << 20;

/** A new file that is hashed while it is written and has its name only when it is whole and on the disk. */
export async function createSink(path: string): Promise<FileSink> {
  await mkdir(dirname(path), { recursive: true });
  const temporary = `${path}.tmp`;
  const handle = await open(temporary, 'w');
  const hash = createHash('sha256');
  let bytes = 0;
  let isOpen = true;
  const close = async () => {
    if (isOpen) await handle.close();
    isOpen = false;
  };
  return {
    async write(chunk) {
      // In pieces, so that no single step keeps the thread from its other work for long.
      for (let offset = 0; offset < chunk.length; offset += PIECE) {
        const piece = chunk.subarray(offset, offset + PIECE);
        hash.update(piece);
        await handle.write(piece);
      }
      bytes += chunk.length;
    },
    async finish() {
      await handle.sync();
      await close();
      await rename(temporary, path);
      return { bytes, sha256: hash.digest('hex') };
    },
    close,
  };
}

/** Makes a rename in the folder last through a power cut. Windows cannot open folders and does not need it. */
export async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Throws StudioError `disk-full` before anything is fetched, rather than in the middle. */
export async function requireSpace(directory: string, bytes: number): Promise<void> {
  const { bavail, bsize } = await statfs(directory);
  const free = bavail * bsize;
  if (free >= bytes) return;
  throw new StudioError('disk-full', `There is not enough room in ${directory}: ${megabytes(bytes)} are needed.`, {
    hint: `Free ${megabytes(bytes - free)} or choose another data folder with --data or STORYLOOM_DATA.`,
    data: { directory, needed: bytes, free },
  });
}

function megabytes(bytes: number): string {
  return `${Math.ceil(bytes / 1e6)} MB`;
}

/** A file-system error that the user can mend, as a StudioError; anything else as it was. */
export function describeFileError(error: unknown, directory: string): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return new StudioError('disk-full', `The disk became full while writing to ${directory}.`, {
      hint: 'Free some room and try again: what was fetched so far is kept.',
      cause: error,
    });
  }
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    return new StudioError('permission', `Models cannot be written to ${directory}.`, {
      hint: 'Allow writing there, or choose another data folder with --data or STORYLOOM_DATA.',
      cause: error,
    });
  }
  if (code === 'ENOTDIR' || code === 'EEXIST') {
    return new StudioError('option', `${directory} cannot be a folder of models: a file is in the way.`, {
      hint: 'Choose another data folder with --data or STORYLOOM_DATA.',
      cause: error,
    });
  }
  return error;
}
