import { useCallback } from 'react';
import type { Edit } from '../../../../shared/project.ts';
import { useSession } from '../state/context.tsx';

type ProjectSet = Extract<Edit, { type: 'set-project' }>['set'];

/** Sets something of the whole film, as one step of undo. */
export function useSetFilm(): (set: ProjectSet) => void {
  const session = useSession();
  return useCallback(
    (set) => {
      void session.edit({ type: 'set-project', set });
    },
    [session],
  );
}
