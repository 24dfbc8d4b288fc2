import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import type { StudioClient } from './studio-client.ts';

/** Every request as options and keys for TanStack Query: `queries.library.list.queryOptions()`. */
export type StudioQueries = ReturnType<typeof createQueries>;

export function createQueries(client: StudioClient) {
  return createTanstackQueryUtils(client);
}
