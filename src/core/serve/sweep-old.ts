import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

const KEPT_MS = 24 * 3600e3;

/** Drops what has lain in a folder for more than a day. A folder that is not there has nothing to drop. */
export async function sweepOld(root: string): Promise<void> {
  for (const name of await readdir(root).catch(() => [])) {
    const path = join(root, name);
    // Another process may be sweeping too.
    const facts = await stat(path).catch(() => undefined);
    if (facts && facts.mtimeMs < Date.now() - KEPT_MS) await rm(path, { recursive: true, force: true });
  }
}
