import { createORPCClient } from '@orpc/client';
import { QueryClient } from '@tanstack/react-query';
import { beforeEach, describe, expect, it } from 'vitest';
import { applyEvent } from '../../../../src/renderer/client/apply-event.ts';
import { createQueries } from '../../../../src/renderer/client/queries.ts';
import type { StudioClient } from '../../../../src/renderer/client/studio-client.ts';
import type { JobView, ProjectView, SceneState } from '../../../../src/shared/views.ts';

/** Nothing is asked in these tests: only what is known already changes. */
const client = createORPCClient<StudioClient>({ call: () => Promise.reject(new Error('nothing is asked here')) });
const queries = createQueries(client);

const job = (id: string, state: JobView['state']): JobView => ({ id, state, kind: 'export', title: id, createdAt: 1 });
const scene = (sceneId: string, state: SceneState['state']): SceneState => ({
  sceneId,
  state,
  seconds: 5,
  isGuess: true,
});

describe('what an event does to what the page knows', () => {
  let cache: QueryClient;
  beforeEach(() => {
    cache = new QueryClient();
  });

  const jobs = () => cache.getQueryData(queries.jobs.list.queryKey());

  it('would catch a job that a second window started and this one does not show', () => {
    cache.setQueryData(queries.jobs.list.queryKey(), [job('a', 'running')]);
    applyEvent(cache, queries, { type: 'job', job: job('b', 'queued') });
    applyEvent(cache, queries, { type: 'job', job: job('a', 'done') });
    expect(jobs()?.map(({ id, state }) => `${id} ${state}`)).toEqual(['b queued', 'a done']);
    applyEvent(cache, queries, { type: 'job-removed', jobId: 'b' });
    expect(jobs()?.map(({ id }) => id)).toEqual(['a']);
  });

  it('would catch an event that makes up an answer nobody asked for', () => {
    applyEvent(cache, queries, { type: 'job', job: job('a', 'running') });
    applyEvent(cache, queries, { type: 'scene', projectId: 'p', scene: scene('s', 'ready') });
    expect(
      cache
        .getQueryCache()
        .getAll()
        .filter(({ state }) => state.data !== undefined),
    ).toEqual([]);
  });

  it('would catch a scene of one project that changes another, or the order', () => {
    const key = (projectId: string) => queries.scenes.states.queryKey({ input: { projectId } });
    cache.setQueryData(key('p'), [scene('one', 'waiting'), scene('two', 'waiting')]);
    cache.setQueryData(key('q'), [scene('one', 'waiting')]);
    applyEvent(cache, queries, { type: 'scene', projectId: 'p', scene: scene('one', 'ready') });
    expect(cache.getQueryData(key('p'))?.map(({ state }) => state)).toEqual(['ready', 'waiting']);
    expect(cache.getQueryData(key('q'))?.map(({ state }) => state)).toEqual(['waiting']);
  });

  it('would catch asking again for an edit that this window has made itself, and not asking for one it has not', () => {
    const key = queries.project.open.queryKey({ input: { projectId: 'p' } });
    cache.setQueryData(key, { revision: 4 } as ProjectView);
    applyEvent(cache, queries, { type: 'project', projectId: 'p', revision: 4 });
    expect(cache.getQueryState(key)?.isInvalidated).toBe(false);
    applyEvent(cache, queries, { type: 'project', projectId: 'p', revision: 5 });
    expect(cache.getQueryState(key)?.isInvalidated).toBe(true);
  });

  it('would catch what was missed while the line was down staying missed', () => {
    cache.setQueryData(queries.library.list.queryKey(), []);
    applyEvent(cache, queries, { type: 'listening' });
    expect(cache.getQueryState(queries.library.list.queryKey())?.isInvalidated).toBe(true);
  });

  it('would catch a scene that stays "waiting" because an older answer came after the news that it is ready', async () => {
    const key = queries.scenes.states.queryKey({ input: { projectId: 'p' } });
    for (const known of [undefined, [scene('one', 'waiting')]]) {
      cache.clear();
      if (known) cache.setQueryData(key, known);
      let answer: (states: SceneState[]) => void = () => undefined;
      const answered = new Promise<SceneState[]>((resolve) => (answer = resolve));
      const asked = cache.fetchQuery({ queryKey: key, queryFn: () => answered });
      applyEvent(cache, queries, { type: 'scene', projectId: 'p', scene: scene('one', 'working') });
      applyEvent(cache, queries, { type: 'scene', projectId: 'p', scene: scene('one', 'ready') });
      answer([scene('one', 'waiting'), scene('two', 'waiting')]);
      await asked;
      expect(cache.getQueryData(key)?.map(({ state }) => state)).toEqual(['ready', 'waiting']);
    }
  });
});
