import type { Writable } from 'node:stream';

/** Resolves when the bytes have been handed to the system, so that a reader that is slower sets the pace. */
export function writeBytes(stream: Writable, bytes: Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.write(bytes, (error) => {
      if (error) reject(error);
      else resolve();
    });
  });
}
