import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import { createContext, use, useEffect, useSyncExternalStore, type ReactNode } from 'react';
import type { StudioEvent } from '../../shared/views.ts';
import { showToast } from '../ui/toast.tsx';
import { applyEvent } from './apply-event.ts';
import { followEvents } from './follow-events.ts';
import { createQueries, type StudioQueries } from './queries.ts';
import { createQueryClient } from './query-client.ts';
import type { ConnectionState, StudioClient, StudioConnection } from './studio-client.ts';

export interface Studio {
  readonly connection: StudioConnection;
  readonly client: StudioClient;
  readonly queries: StudioQueries;
  readonly cache: QueryClient;
  /** Hears every event, after it was applied to the cache, until the function it gives is called. */
  readonly listen: (listener: StudioListener) => () => void;
  readonly listeners: ReadonlySet<StudioListener>;
}

type StudioListener = (event: StudioEvent) => void;

export function createStudio(connection: StudioConnection): Studio {
  const { client } = connection;
  const listeners = new Set<StudioListener>();
  return {
    connection,
    client,
    queries: createQueries(client),
    cache: createQueryClient(connection),
    listeners,
    listen(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}

const StudioContext = createContext<Studio | undefined>(undefined);

/** The line to the host for all below, and the one subscription that keeps what was asked for true. */
export function StudioProvider({ studio, children }: { readonly studio: Studio; readonly children: ReactNode }) {
  useEffect(() => {
    const stop = new AbortController();
    void followEvents(
      studio.connection,
      (event) => {
        applyEvent(studio.cache, studio.queries, event);
        for (const listener of studio.listeners) listener(event);
        if (event.type === 'notice') showToast({ tone: 'info', title: event.message });
      },
      stop.signal,
    );
    return () => {
      stop.abort();
    };
  }, [studio]);
  return (
    <StudioContext value={studio}>
      <QueryClientProvider client={studio.cache}>{children}</QueryClientProvider>
    </StudioContext>
  );
}

export function useStudio(): Studio {
  const studio = use(StudioContext);
  if (!studio) throw new Error('useStudio outside StudioProvider');
  return studio;
}

export function useConnectionState(): ConnectionState {
  const { connection } = useStudio();
  return useSyncExternalStore(connection.subscribe, connection.state);
}
