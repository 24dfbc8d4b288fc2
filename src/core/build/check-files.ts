import { join } from 'node:path';
import type { StoredFile } from '../store/artefacts.ts';
import { hashFile, statOrNothing } from './files.ts';

/**
 * How closely to look. 'glance': the files are there with their sizes. 'first': small files are read, large ones only
 * when their time of writing is not the one remembered. 'full': every byte is read.
 */
export type Depth = 'glance' | 'first' | 'full';

export type Check =
  | { readonly state: 'sound'; readonly files: readonly StoredFile[] }
  | { readonly state: 'absent' }
  | { readonly state: 'damaged'; readonly fault: string };

/** Up to this many bytes a file is read when it is first used: some 0.5 ms, for a narrated sentence or a picture. */
const SMALL = 1_048_576;

/** Compares an artefact's folder with what is known of it; the answer carries the files' present times of writing. */
export async function checkFiles(directory: string, files: readonly StoredFile[], depth: Depth): Promise<Check> {
  if (!(await statOrNothing(directory))) return { state: 'absent' };
  const seen: StoredFile[] = [];
  for (const file of files) {
    const status = await statOrNothing(join(directory, file.path));
    if (!status) return { state: 'damaged', fault: `${file.path} is missing` };
    if (status.size !== file.bytes) {
      return { state: 'damaged', fault: `${file.path} has ${String(status.size)} bytes, not ${String(file.bytes)}` };
    }
    const isTouched = status.mtimeMs !== file.mtimeMs;
    if (depth === 'full' || (depth === 'first' && (isTouched || file.bytes <= SMALL))) {
      const { sha256 } = await hashFile(directory, file.path);
      if (sha256 !== file.sha256) return { state: 'damaged', fault: `${file.path} has other bytes` };
    }
    seen.push({ ...file, mtimeMs: depth === 'glance' ? file.mtimeMs : status.mtimeMs });
  }
  return { state: 'sound', files: seen };
}
