import { ErrorCode, isStudioError } from '../../../shared/errors.ts';
import type { Pool } from '../../pool/pool.ts';

export interface Room {
  readonly pool: Pick<Pool, 'release'>;
  /** Lets other models go that are loaded and not at work; called once when memory is short, before the work fails. */
  readonly makeRoom?: (() => Promise<void>) | undefined;
}

/** Once more after other models were let go, where the first try found too little memory. */
export async function runWithRoom<Output>({ pool, makeRoom }: Room, run: () => Promise<Output>): Promise<Output> {
  try {
    return await run();
  } catch (error) {
    if (!isStudioError(error) || error.code !== ErrorCode.memory) throw error;
    pool.release();
    await makeRoom?.();
    return run();
  }
}
