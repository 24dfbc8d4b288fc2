import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { CancelledError } from '../../shared/errors.ts';

/** SHA-256 of a file's bytes, hex. */
export async function hashFile(path: string, signal?: AbortSignal): Promise<string> {
  const sum = createHash('sha256');
  for await (const piece of createReadStream(path)) {
    if (signal?.aborted) throw new CancelledError();
    sum.update(piece as Buffer);
  }
  return sum.digest('hex');
}
