import { ErrorCode, StudioError } from '../../shared/errors.ts';
import type { Builder, BuilderOptions } from './contract.ts';

/** Opens the cache's folder, clears away what dead processes left there and gives the builder over it. */
export function createBuilder(options: BuilderOptions): Promise<Builder> {
  return Promise.reject(new StudioError(ErrorCode.internal, `Not built yet: ${options.directory}`));
}
