/**
 * Recordings that wait to be listened to, or are being: the sound alone, as it came, until the job is over.
 *
 *     DATA/listening/ID/recording.mka
 */
import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { takeMusic } from '../../media/own-music.ts';
import type { MediaTools } from '../../media/tools.ts';
import { storageErrorOnDisk } from '../../store/storage-error.ts';

/** @returns the id of what was kept */
export async function keepForListening(
  root: string,
  tools: MediaTools,
  { path, name }: { readonly path: string; readonly name: string },
): Promise<string> {
  const id = randomUUID();
  try {
    await mkdir(join(root, id), { recursive: true });
    await takeMusic(tools, { path, name, target: keptPath(root, id) });
    return id;
  } catch (error) {
    await dropKept(root, id);
    throw await storageErrorOnDisk(error, root);
  }
}

export function keptPath(root: string, id: string): string {
  return join(root, id, 'recording.mka');
}

export async function dropKept(root: string, id: string): Promise<void> {
  await rm(join(root, id), { recursive: true, force: true });
}

/** What no job will come back to. */
export async function dropOthers(root: string, needed: ReadonlySet<string>): Promise<void> {
  const names = await readdir(root).catch(() => []);
  await Promise.all(names.filter((id) => !needed.has(id)).map((id) => dropKept(root, id)));
}
