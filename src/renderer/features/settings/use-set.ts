import { useMutation } from '@tanstack/react-query';
import type { Settings } from '../../../shared/views.ts';
import { useStudio } from '../../client/studio.tsx';

/** Changes settings: seen at once, saved by the host, taken back with its reason where the host refuses. */
export function useSetSettings({ isShown = false }: { readonly isShown?: boolean } = {}) {
  const { cache, queries } = useStudio();
  const key = queries.system.settings.queryKey();
  return useMutation(
    queries.system.set.mutationOptions({
      meta: { isShown },
      onMutate: (change) => {
        const before = cache.getQueryData(key);
        if (before && !isShown) cache.setQueryData(key, { ...before, ...withoutUndefined(change) });
      },
      onSuccess: (settings) => {
        cache.setQueryData(key, settings);
      },
      onError: () => void cache.invalidateQueries({ queryKey: key }),
    }),
  );
}

function withoutUndefined(change: { readonly [K in keyof Settings]?: Settings[K] | undefined }): Partial<Settings> {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
}
