import type { QueryClient, QueryKey } from '@tanstack/react-query';
import type { JobView, SceneState, StudioEvent } from '../../shared/views.ts';
import type { StudioQueries } from './queries.ts';

/** Makes what was asked for before true again: by the event's own data, or by asking again. */
export function applyEvent(cache: QueryClient, queries: StudioQueries, event: StudioEvent): void {
  switch (event.type) {
    case 'listening':
      // What was answered before the stream began may have changed since.
      void cache.invalidateQueries({ predicate: ({ state }) => state.dataUpdatedAt > 0 });
      return;
    case 'library':
      void cache.invalidateQueries({ queryKey: queries.library.key() });
      return;
    case 'project': {
      const key = queries.project.open.queryKey({ input: { projectId: event.projectId } });
      const known = cache.getQueryData(key)?.revision;
      if (known === undefined || known < event.revision) void cache.invalidateQueries({ queryKey: key });
      return;
    }
    case 'scene':
      setNewest(
        cache,
        queries.scenes.states.queryKey({ input: { projectId: event.projectId } }),
        (states: SceneState[] | undefined) => states && withScene(states, event.scene),
      );
      return;
    case 'job':
      setNewest(cache, queries.jobs.list.queryKey(), (jobs: JobView[] | undefined) => jobs && withJob(jobs, event.job));
      return;
    case 'job-removed':
      setNewest(cache, queries.jobs.list.queryKey(), (jobs: JobView[] | undefined) =>
        jobs?.filter(({ id }) => id !== event.jobId),
      );
      return;
    case 'models':
      void cache.invalidateQueries({ queryKey: queries.models.key() });
      // Who can write hangs on which models are here.
      void cache.invalidateQueries({ queryKey: queries.writer.key() });
      return;
    case 'writers':
      void cache.invalidateQueries({ queryKey: queries.writer.key() });
      void cache.invalidateQueries({ queryKey: queries.system.settings.key() });
      return;
    case 'settings':
      void cache.invalidateQueries({ queryKey: queries.system.settings.key() });
      void cache.invalidateQueries({ queryKey: queries.system.view.key() });
      return;
    case 'health':
      cache.setQueryData(queries.system.health.queryKey(), event.health);
      return;
    // Shown as they come, and not kept: a look at how far a picture is, and a remark.
    case 'painting':
    case 'notice':
      return;
  }
}

/**
 * Changes what is known, and changes it again when an answer that is on its way has come: that was given before the event,
 * and would undo it for good.
 */
function setNewest<Data>(
  cache: QueryClient,
  key: QueryKey,
  update: (data: Data | undefined) => NoInfer<Data> | undefined,
): void {
  cache.setQueryData<Data>(key, update);
  const queries = cache.getQueryCache();
  const asked = queries.find({ queryKey: key, exact: true });
  if (asked?.state.fetchStatus !== 'fetching') return;
  const unsubscribe = queries.subscribe(({ query }) => {
    if (query !== asked || query.state.fetchStatus === 'fetching') return;
    unsubscribe();
    cache.setQueryData<Data>(key, update);
  });
}

/** In the states' own order; a scene that is new to them goes to the end until they are asked for again. */
function withScene(states: readonly SceneState[], scene: SceneState): SceneState[] {
  return states.some(({ sceneId }) => sceneId === scene.sceneId)
    ? states.map((state) => (state.sceneId === scene.sceneId ? scene : state))
    : [...states, scene];
}

/** The newest first, as the host lists them. */
export function withJob(jobs: readonly JobView[], job: JobView): JobView[] {
  return jobs.some(({ id }) => id === job.id)
    ? jobs.map((known) => (known.id === job.id ? job : known))
    : [job, ...jobs];
}
