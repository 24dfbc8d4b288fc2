import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { ProjectScene } from '../../../../shared/project.ts';
import type { StudioClient } from '../../../client/studio-client.ts';
import { useStudio } from '../../../client/studio.tsx';
import { useEditor, useSession } from '../state/context.tsx';

type TakeView = Awaited<ReturnType<StudioClient['scenes']['takes']>>[number];

export interface TakesOfScene {
  readonly views: ReadonlyMap<string, TakeView>;
  readonly error: unknown;
  /** What was missing was stopped, and is not made by itself. */
  readonly isStopped: boolean;
  readonly stop: () => void;
  readonly goOn: () => void;
}

/**
 * The pictures of a scene's takes, drawn or painted where they were not yet. A lone take is the scene's own picture and needs no
 * asking. They are asked for again when there is another take or the scene was drawn anew, not with every word that is typed.
 */
export function useTakes(scene: ProjectScene): TakesOfScene {
  const { client, queries, cache } = useStudio();
  const session = useSession();
  const { projectId } = session;
  // Of the scene's news only these: how far it is, is news ten times a second.
  const picture = useEditor(({ states }) => states[scene.id]?.picture);
  const thumbnail = useEditor(({ states }) => states[scene.id]?.thumbnail);
  const isReady = useEditor(({ states }) => states[scene.id]?.state === 'ready');
  const engine = useEditor(({ document }) => scene.pictures ?? document.pictures);
  const input = { projectId, sceneId: scene.id };
  const takes = scene.takes.map((take) => (take.kind === 'own' ? `${take.id}-${take.fit}` : take.id)).join();
  const isLone = scene.takes.length === 1;
  const made = isReady ? picture : 'changing';
  const queryKey = [...queries.scenes.takes.queryKey({ input }), takes, engine, made];
  const asked = queryKey.slice(-3).join();
  const [stoppedAt, setStoppedAt] = useState<string>();
  const isSceneStopped = useEditor(({ stopped }) => stopped[scene.id] !== undefined);
  const isStopped = stoppedAt === asked || isSceneStopped;
  const { data = [], error } = useQuery({
    queryKey,
    queryFn: ({ signal }) => client.scenes.takes(input, { signal }),
    enabled: !isLone && !isStopped,
    placeholderData: keepPreviousData,
  });
  // What was seen of a take is shown until it is drawn anew.
  const seen = useRef(new Map<string, TakeView>());
  for (const view of data) seen.current.set(view.takeId, view);
  if (isLone && picture !== undefined && thumbnail !== undefined) {
    seen.current.set(scene.take, { takeId: scene.take, picture, thumbnail });
  }
  // Whoever stops it: nobody waits for the pictures any more, and so they are not painted.
  useEffect(() => {
    if (isStopped)
      void cache.cancelQueries({
        queryKey: queries.scenes.takes.queryKey({ input: { projectId, sceneId: scene.id } }),
      });
  }, [isStopped, cache, queries, projectId, scene.id]);
  return {
    views: seen.current,
    error,
    isStopped,
    stop: () => {
      setStoppedAt(asked);
    },
    goOn: () => {
      setStoppedAt(undefined);
      if (isSceneStopped) session.retry(scene.id);
    },
  };
}
