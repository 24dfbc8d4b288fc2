import { describe, expect, it } from 'vitest';
import { EventBacklog, streamEvents } from '../../../src/core/services/event-stream.ts';
import type { JobView, StudioEvent } from '../../../src/shared/views.ts';

const job = (id: string, value: number): StudioEvent => ({
  type: 'job',
  job: {
    id,
    kind: 'export',
    title: id,
    state: 'running',
    createdAt: 0,
    progress: { stage: 's', value },
  } satisfies JobView,
});
const scene = (sceneId: string): StudioEvent => ({
  type: 'scene',
  projectId: 'p',
  scene: { sceneId, state: 'waiting', seconds: 1, isGuess: true },
});

function source() {
  const listeners = new Set<(event: StudioEvent) => void>();
  return {
    listeners,
    publish: (event: StudioEvent) => {
      for (const listener of listeners) listener(event);
    },
    subscribe: (listener: (event: StudioEvent) => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

describe('what waits to be sent', () => {
  it('would catch memory that grows with how often things change, or news of a job after that it is gone', () => {
    const backlog = new EventBacklog();
    for (let i = 0; i < 10_000; i += 1) {
      backlog.add(job(`job-${String(i % 5)}`, i / 10_000));
      backlog.add(scene(`scene-${String(i % 7)}`));
      backlog.add({ type: 'library' });
      backlog.add({ type: 'notice', message: String(i) });
    }
    expect(backlog.size).toBe(5 + 7 + 1 + 50);
    backlog.add({ type: 'job-removed', jobId: 'job-0' });
    const sent: StudioEvent[] = [];
    for (let event = backlog.take(); event; event = backlog.take()) sent.push(event);
    expect(sent.filter((event) => event.type === 'job').map((event) => event.job.id)).not.toContain('job-0');
    expect(sent.filter((event) => event.type === 'job').map((event) => event.job.progress?.value)).toContain(0.9999);
    expect(sent.filter((event) => event.type === 'notice').at(-1)).toEqual({ type: 'notice', message: '9999' });
  });
});

describe('a stream of events', () => {
  it('would catch a reader who hears nothing of what happens between asking and reading, or a listener that stays', async () => {
    const { publish, subscribe, listeners } = source();
    const stop = new AbortController();
    const stream = streamEvents(subscribe, stop.signal);
    expect((await stream.next()).value).toEqual({ type: 'listening' });
    publish({ type: 'library' });
    publish({ type: 'models' });
    expect((await stream.next()).value).toEqual({ type: 'library' });
    expect((await stream.next()).value).toEqual({ type: 'models' });
    const next = stream.next();
    publish({ type: 'settings' });
    expect((await next).value).toEqual({ type: 'settings' });
    const last = stream.next();
    stop.abort();
    expect(await last).toEqual({ done: true, value: undefined });
    expect(listeners.size).toBe(0);
  });

  it('would catch a listener that stays when the reader goes away while nothing happens', async () => {
    const { subscribe, listeners } = source();
    const stream = streamEvents(subscribe, undefined);
    await stream.next();
    expect(listeners.size).toBe(1);
    await stream.return();
    expect(listeners.size).toBe(0);
  });
});
