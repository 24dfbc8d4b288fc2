import { MutationCache, onlineManager, QueryClient } from '@tanstack/react-query';
import { showToast } from '../ui/toast.tsx';
import { toFailure } from './failure.ts';
import type { StudioConnection } from './studio-client.ts';

declare module '@tanstack/react-query' {
  interface Register {
    mutationMeta: {
      /** The failure is shown where it happened, so no toast is needed. */
      readonly isShown?: boolean;
    };
  }
}

/** A failed change that no one else shows becomes a toast; a failed read is shown by its screen. */
export function createQueryClient(connection: StudioConnection): QueryClient {
  // While the connection is lost, reads and changes wait; both go on when it is back.
  onlineManager.setEventListener((setOnline) =>
    connection.subscribe(() => {
      setOnline(connection.state() !== 'lost');
    }),
  );
  return new QueryClient({
    mutationCache: new MutationCache({
      onError(error, _variables, _context, mutation) {
        if (mutation.meta?.isShown) return;
        showFailure(error);
      },
    }),
    defaultOptions: {
      // Events say what changed; asking again just because the window was focused would be work for nothing.
      queries: { staleTime: Infinity, refetchOnWindowFocus: false, retry: false },
      mutations: { retry: false },
    },
  });
}

export function showFailure(error: unknown): void {
  const { message, hint } = toFailure(error);
  showToast({ tone: 'danger', title: message, hint });
}
