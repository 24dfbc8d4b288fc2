import type { ContractRouterClient } from '@orpc/contract';
import type { contract } from '../../shared/contract.ts';

/** Every request of the contract, as functions: `client.library.list()`. Each takes an AbortSignal in its options. */
export type StudioClient = ContractRouterClient<typeof contract>;

export type ConnectionState = 'connecting' | 'connected' | 'lost';

/** The page's one line to its host. */
export interface StudioConnection {
  readonly client: StudioClient;
  /** Whatever was watched must be asked for anew when it is 'connected' again: calls and streams end with a lost line. */
  state(): ConnectionState;
  /** For useSyncExternalStore. */
  subscribe(listener: () => void): () => void;
  close(): void;
}
