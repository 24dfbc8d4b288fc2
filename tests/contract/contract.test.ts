import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ORPCError } from '@orpc/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createStudio, type Studio } from '../../src/core/studio.ts';
import type { StudioEvent } from '../../src/shared/views.ts';
import { TRANSPORTS, type StudioClient, type Transport } from './transports.ts';

const STORY = 'Once there was an otter.\n\nShe lived in a lighthouse.';

describe.each(Object.entries(TRANSPORTS))('the contract, %s', (_name, open) => {
  let folder: string;
  let studio: Studio;
  let transport: Transport;
  let client: StudioClient;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'storyloom-contract-'));
    studio = createStudio({ data: folder });
    transport = await open(studio);
    ({ client } = transport);
  });

  afterEach(async () => {
    await transport.close();
    await studio.close();
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
    for (const each of refused) {
      const failure = await each.catch((error: unknown) => error);
      expect(failure).toMatchObject({
        code: 'option',
        status: 400,
        defined: true,
        data: { hint: expect.any(String) as string },
      });
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

  it('would catch a stream that goes on at the host when the page has let it go', async () => {
    const watch = vi.spyOn(studio, 'watch');
    expect(watch).not.toHaveBeenCalled();
    const stop = new AbortController();
    const ended = listen(stop.signal, (event) => {
      if (event.type === 'listening') stop.abort();
      return false;
    }).catch((error: unknown) => error);
    await expect(
      Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 5000, 'goes on'))]),
    ).resolves.not.toBe('goes on');
  });
});
