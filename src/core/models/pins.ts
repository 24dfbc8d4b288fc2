/**
 * Checksums of files whose right ones nobody has told us: the first seen is kept, and a file that differs from it later
 * is refused (trust on first use, as ssh does with hosts).
 */
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface Pins {
  get(address: string): Promise<string | undefined>;
  set(address: string, sha256: string): Promise<void>;
}

export function createPins(directory: string): Pins {
  const path = join(directory, 'first-seen.json');
  const read = async (): Promise<Record<string, string>> => {
    try {
      return JSON.parse(await readFile(path, 'utf8')) as Record<string, string>;
    } catch {
      return {};
    }
  };
  return {
    async get(address) {
      return (await read())[address];
    },
    async set(address, sha256) {
      const temporary = `${path}.${process.pid}.tmp`;
      await writeFile(temporary, JSON.stringify({ ...(await read()), [address]: sha256 }, null, 2));
      await rename(temporary, path);
    },
  };
}
