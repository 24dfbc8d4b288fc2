import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ORPCError } from '@orpc/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createRouter } from '../../src/core/router/router.ts';
import { Workplace } from '../../src/core/workplace.ts';
import type { StudioEvent } from '../../src/shared/views.ts';
import { TRANSPORTS, type StudioClient, type Transport } from './transports.ts';

const STORY = 'Once there was an otter.\n\nShe lived in a lighthouse.';

describe.each(Object.entries(TRANSPORTS))('the contract, %s', (name, open) => {
  let folder: string;
  let workplace: Workplace;
  let transport: Transport;
  let client: StudioClient;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'storyloom-contract-'));
    workplace = new Workplace({ data: folder, narrator: 'tone' });
    const router = createRouter(workplace);
    transport = await open({ router: () => Promise.resolve(router), serve: () => Promise.resolve(undefined) });
    ({ client } = transport);
  });

  afterEach(async () => {
    await transport.close();
    await workplace.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Until `isLast`, or for ever. */
  async function listen(signal: AbortSignal, isLast: (event: StudioEvent) => boolean): Promise<StudioEvent[]> {
    const heard: StudioEvent[] = [];
    for await (const event of await client.events.watch(undefined, { signal })) {
      heard.push(event);
      if (isLast(event)) break;
    }
    return heard;
  }

  it('would catch a value that arrives as something else', async () => {
    const { projectId, notices } = await client.library.create({ from: 'text', text: STORY, title: ' Otter ' });
    expect(notices).toEqual([]);
    const view = await client.project.open({ projectId });
    expect(view.document).toMatchObject({ storyloom: 2, title: 'Otter' });
    expect(view.undo).toBeUndefined();
    const [card] = await client.library.list();
    expect(card).toMatchObject({ id: projectId, title: 'Otter', words: 10 });
    expect(await client.library.rename({ projectId, title: 'Ötter' })).toBeUndefined();
    expect((await client.project.open({ projectId })).document.title).toBe('Ötter');
  });

  it('would catch a failure that loses its code, its words or what to do next', async () => {
    const failure = await client.project.open({ projectId: 'none' }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ORPCError);
    expect(failure).toMatchObject({
      code: 'not-found',
      status: 404,
      defined: true,
      message: expect.stringMatching(/\w/) as string,
      data: { hint: expect.stringMatching(/\w/) as string },
    });
  });

  it('would catch input that the contract forbids and a handler gets all the same', async () => {
    const { projectId } = await client.library.create({ from: 'text', text: STORY });
    const refused = [
      client.library.create({ from: 'text', text: '' }),
      client.project.open({ projectId: '../etc' }),
      client.library.rename({ projectId, title: '  ' }),
      client.project.edit({ projectId, edit: { type: 'nonsense' } as never }),
      client.system.set({ cores: -1 }),
    ];
    for (const each of await Promise.allSettled(refused)) {
      const reason = { code: 'option', status: 400, defined: true, data: { hint: expect.any(String) as string } };
      expect(each).toMatchObject({ status: 'rejected', reason });
    }
    const named = await client.library.rename({ projectId, title: '' }).catch((error: unknown) => error);
    expect(named).toMatchObject({ data: { facts: { issues: [{ field: 'title' }] } } });
  });

  it('would catch a change that a window which listens never hears of', async () => {
    const stop = new AbortController();
    let hearing = (): void => undefined;
    const isHearing = new Promise<void>((resolve) => (hearing = resolve));
    const heard = listen(stop.signal, (event) => {
      if (event.type === 'listening') hearing();
      return event.type === 'project';
    });
    await isHearing;
    const { projectId } = await client.library.create({ from: 'text', text: STORY });
    await client.project.edit({ projectId, edit: { type: 'set-project', set: { title: 'Fox' } } });
    const events = await heard;
    expect(events[0]).toEqual({ type: 'listening' });
    expect(events.at(-1)).toMatchObject({ type: 'project', projectId });
  });

  it('would catch a stream that goes on at the host when the page has let it go, or its line is gone', async () => {
    const others = workplace.events.size;
    const ways: ((stop: AbortController) => unknown)[] = [
      (stop) => {
        stop.abort();
      },
      // In one process there is no line that could break.
      ...(name === 'in process' ? [] : [() => transport.close()]),
    ];
    for (const end of ways) {
      const stop = new AbortController();
      const heard = listen(stop.signal, (event) => {
        expect(event).toEqual({ type: 'listening' });
        expect(workplace.events.size).toBe(others + 1);
        void end(stop);
        return false;
      });
      await Promise.allSettled([heard]);
      await vi.waitFor(() => {
        expect(workplace.events.size).toBe(others);
      });
    }
  });

  it('would catch a story that does not come piece by piece, and a refusal in the midst of a stream that comes as a bug', async () => {
    const types: string[] = [];
    const idea = 'A shy dragon named Ember learns to make a friend.';
    for await (const { type } of await client.writer.write({ idea })) types.push(type);
    expect([types[0], types.at(-1)]).toEqual(['outline', 'done']);
    expect(types.filter((type) => type === 'text').length).toBeGreaterThan(10);
    const refused = async (): Promise<void> => {
      for await (const event of await client.writer.write({ idea: 'Ein Drache sucht heute einen Freund.' })) {
        expect(event).toBeUndefined();
      }
    };
    await expect(refused()).rejects.toMatchObject({ code: 'input', data: { hint: expect.any(String) as string } });
  });

  it('would catch work that goes on although it was called off', async () => {
    const stop = new AbortController();
    const [voice] = await client.voices.list();
    const text = 'Once there was an otter.';
    const call = client.voices.say({ voice: voice?.id ?? '', text }, { signal: stop.signal });
    stop.abort();
    await expect(call).rejects.toThrow(/abort|cancel/i);
  });
});
