import { create } from 'zustand';
import type { WriteRequest } from '../../../../shared/writing.ts';
import { toFailure } from '../../../client/failure.ts';
import type { StudioClient } from '../../../client/studio-client.ts';
import { changeStory, putStory, refuseIdea, storyOf, throwAway } from './desk.ts';
import { startPace } from './pace.ts';
import type { DeskStory } from './types.ts';
import { withEvent } from './with-event.ts';

/** What this window is writing just now, with the way to stop it. */
const useStops = create<ReadonlyMap<string, AbortController>>(() => new Map());

/** The story that this window is writing; one at a time is enough for a computer. */
export function useWriting(): string | undefined {
  return useStops((stops) => stops.keys().next().value);
}

/** Puts a new story on the desk and has it written, on whatever screen its author is meanwhile. */
export function startStory(client: StudioClient, request: WriteRequest): string {
  const id = newId();
  putStory({ ...blank(request), id, startedAt: Date.now() });
  void follow(client, id, request);
  return id;
}

/** The same request once more, in the place of what was broken off or has failed. */
export function writeAgain(client: StudioClient, { id, startedAt, request }: DeskStory): void {
  putStory({ ...blank(request), id, startedAt });
  void follow(client, id, request);
}

/** What is written by then stays. */
export function stopStory(id: string): void {
  useStops.getState().get(id)?.abort();
}

async function follow(client: StudioClient, id: string, request: WriteRequest): Promise<void> {
  const stop = new AbortController();
  const pace = startPace(stop.signal);
  setStop(id, stop);
  try {
    for await (const event of await client.writer.write(request, { signal: stop.signal })) {
      changeStory(id, (story) => withEvent(story, event));
      await pace(event);
    }
    // A host that goes down ends its streams without a word.
    if (storyOf(id)?.state === 'writing') changeStory(id, (story) => ({ ...story, state: 'broken-off' }));
  } catch (error) {
    const { code, message, hint } = toFailure(error);
    // Nothing can be written of this idea: it is told where it stands, and there is no story to be kept.
    if (code === 'input' && storyOf(id)?.outline === undefined) {
      throwAway(id);
      refuseIdea([message, hint].filter(Boolean).join(' '));
      return;
    }
    changeStory(id, (story) =>
      stop.signal.aborted
        ? { ...story, state: 'stopped' }
        : { ...story, state: 'failed', failure: { message, ...(hint === undefined ? {} : { hint }) } },
    );
  } finally {
    setStop(id, undefined);
  }
}

function setStop(id: string, stop: AbortController | undefined): void {
  useStops.setState((before) => {
    const others = [...before].filter(([each]) => each !== id);
    return new Map(stop ? [...others, [id, stop]] : others);
  }, true);
}

function blank(request: WriteRequest): Omit<DeskStory, 'id' | 'startedAt'> {
  return { request, state: 'writing', title: '', scenes: [], broken: [], notices: [], isEdited: false };
}

/** `crypto.randomUUID` is not there for who reaches the studio over a network without encryption. */
function newId(): string {
  return [...crypto.getRandomValues(new Uint32Array(3))].map((part) => part.toString(36)).join('-');
}
