import { setImmediate as breathe } from 'node:timers/promises';
import type { Droppable } from '../store/artefacts.ts';
import { listDroppable, totalBytes } from '../store/artefacts.ts';
import type { Store } from '../store/store.ts';
import type { CacheLimits, TrimResult } from './contract.ts';
import type { Shelf } from './shelf.ts';

const DAY = 86_400_000;

/** Drops what was not used for too long, then the least recently used until the rest fits the limit. */
export async function trim(store: Store, shelf: Shelf, limits: CacheLimits): Promise<TrimResult> {
  const oldest = store.clock() - limits.days * DAY;
  let total = totalBytes(store);
  const result = await drop(store, shelf, (one) => {
    if (one.lastUsedAt >= oldest && total <= limits.bytes) return false;
    total -= one.bytes;
    return true;
  });
  await shelf.folder.sweepDamaged(oldest);
  return result;
}

/** Drops of what no live process holds all that `isUnwanted` says, asked in the order of last use, the oldest first. */
export async function drop(store: Store, shelf: Shelf, isUnwanted: (one: Droppable) => boolean): Promise<TrimResult> {
  // What the dead held is free.
  store.sweep();
  let dropped = 0;
  let bytes = 0;
  for (const one of listDroppable(store)) {
    if (!isUnwanted(one)) continue;
    const withdrawn = shelf.withdraw(one.key);
    if (!withdrawn) continue;
    dropped++;
    bytes += one.bytes;
    if (withdrawn.trash !== undefined) await shelf.folder.remove(withdrawn.trash);
    else await breathe();
  }
  return { dropped, bytes };
}
