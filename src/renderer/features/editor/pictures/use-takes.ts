import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import type { ProjectScene } from '../../../../shared/project.ts';
import type { StudioClient } from '../../../client/studio-client.ts';
import { useStudio } from '../../../client/studio.tsx';
import { useEditor, useSession } from '../state/context.tsx';

type TakeView = Awaited<ReturnType<StudioClient['scenes']['takes']>>[number];

/**
 * The pictures of a scene's takes, drawn where they were not yet. A lone take is the scene's own picture and needs no asking.
 * They are asked for again when there is another take or the scene was drawn anew, not with every word that is typed.
 */
export function useTakes(scene: ProjectScene): {
  readonly views: ReadonlyMap<string, TakeView>;
  readonly error: unknown;
} {
  const { client, queries } = useStudio();
  const { projectId } = useSession();
  const state = useEditor(({ states }) => states[scene.id]);
  const input = { projectId, sceneId: scene.id };
  const takes = scene.takes.map((take) => (take.kind === 'own' ? `${take.id}-${take.fit}` : take.id)).join();
  const isLone = scene.takes.length === 1;
  const { data = [], error } = useQuery({
    queryKey: [
      ...queries.scenes.takes.queryKey({ input }),
      takes,
      state?.state === 'ready' ? state.picture : 'changing',
    ],
    queryFn: ({ signal }) => client.scenes.takes(input, { signal }),
    enabled: !isLone,
    placeholderData: keepPreviousData,
  });
  const { picture, thumbnail } = state ?? {};
  // What was seen of a take is shown until it is drawn anew.
  const seen = useRef(new Map<string, TakeView>());
  for (const view of data) seen.current.set(view.takeId, view);
  if (isLone && picture !== undefined && thumbnail !== undefined) {
    seen.current.set(scene.take, { takeId: scene.take, picture, thumbnail });
  }
  return { views: seen.current, error };
}
