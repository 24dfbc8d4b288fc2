import { freeMemory } from '../machine.ts';
import { release } from './resident.ts';

/** Whether so many bytes are free, if need be once all is let go that this thread holds beside `key`. */
export async function hasRoom(bytes: number, key: string): Promise<boolean> {
  if (freeMemory() >= bytes) return true;
  await release((other) => other !== key);
  return freeMemory() >= bytes;
}

/** '1.2' of so many bytes. */
export function gigabytes(bytes: number): string {
  return (bytes / 1e9).toFixed(1);
}
