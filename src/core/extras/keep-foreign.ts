import { createReadStream } from 'node:fs';
import { rename, stat } from 'node:fs/promises';
import { dirname, extname, basename, join } from 'node:path';

/** The very file that was written: its bytes, and milliseconds since 1970 of its last change. */
export interface KnownFile {
  readonly bytes: number;
  readonly changedAt: number;
}

/**
 * Before a file is replaced: one that is not ours, or was changed since we wrote it, is the user's work. It gets a name of
 * its own beside the new one, unless both are the same.
 * @param fresh what will stand in its place
 * @returns its new path, when it was moved
 */
export async function keepForeign(
  target: string,
  fresh: string,
  known: KnownFile | undefined,
): Promise<string | undefined> {
  const there = await stat(target).catch(() => undefined);
  if (!there || (known && there.size === known.bytes && there.mtimeMs === known.changedAt)) return undefined;
  if (await isSameFile(target, fresh)) return undefined;
  const kept = await freeName(target);
  await rename(target, kept);
  return kept;
}

/** 'otter.kept-1.srt', where nothing is yet. */
async function freeName(target: string): Promise<string> {
  const ending = extname(target);
  for (let number = 1; ; number += 1) {
    const path = join(dirname(target), `${basename(target, ending)}.kept-${String(number)}${ending}`);
    if (!(await stat(path).catch(() => undefined))) return path;
  }
}

async function isSameFile(one: string, other: string): Promise<boolean> {
  const [first, second] = await Promise.all([stat(one), stat(other)]);
  if (!first.isFile() || !second.isFile() || first.size !== second.size) return false;
  const rest = createReadStream(other)[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  for await (const piece of createReadStream(one)) {
    const { value } = (await rest.next()) as IteratorResult<Buffer, undefined>;
    if (value?.equals(piece as Buffer) !== true) {
      await rest.return?.();
      return false;
    }
  }
  return true;
}
