import { throwIfCancelled } from '../../shared/errors.ts';
import { getArtefact, listArtefactKeys, totalBytes } from '../store/artefacts.ts';
import type { Claims } from '../store/claims.ts';
import type { Store } from '../store/store.ts';
import type { VerifyResult } from './contract.ts';
import type { Shelf } from './shelf.ts';

export interface VerifyOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (value: number) => void;
}

/** Reads every artefact whole; what is not as it should be is moved aside. What is being made is left alone. */
export async function verify(
  store: Store,
  shelf: Shelf,
  claims: Claims,
  { signal, onProgress }: VerifyOptions,
): Promise<VerifyResult> {
  await shelf.reconcile();
  const damaged: VerifyResult['damaged'][number][] = [];
  const total = totalBytes(store);
  let checked = 0;
  let bytes = 0;
  for (const key of listArtefactKeys(store)) {
    if (signal) throwIfCancelled(signal);
    const record = getArtefact(store, key);
    if (!record) continue;
    const check = await shelf.check(record, 'full');
    checked++;
    bytes += record.bytes;
    onProgress?.(total === 0 ? 1 : Math.min(1, bytes / total));
    if (check.state !== 'damaged' || !claims.take(key)) continue;
    try {
      const wasThere = await shelf.setAside(key, check.fault);
      if (wasThere) damaged.push({ key, stage: record.stage, fault: check.fault });
    } finally {
      claims.release(key);
    }
  }
  return { checked, damaged };
}
