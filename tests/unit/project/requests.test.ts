import { call } from '@orpc/server';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import type { StudioRouter } from '../../../src/core/studio.ts';
import { createStudio } from '../../../src/core/studio.ts';
import { Uploads } from '../../../src/core/serve/uploads.ts';
import type { StudioEvent } from '../../../src/shared/views.ts';
import { temporaryFolder } from '../../helpers/build-lab.ts';

interface Requests {
  readonly router: StudioRouter;
  readonly events: StudioEvent[];
  readonly data: string;
  upload(name: string, bytes: Uint8Array): Promise<string>;
}

async function openStudio(): Promise<Requests> {
  const data = temporaryFolder();
  const studio = createStudio({ data });
  const events: StudioEvent[] = [];
  onTestFinished(studio.watch((event) => events.push(event)));
  onTestFinished(() => studio.close());
  const upload = async (name: string, bytes: Uint8Array): Promise<string> => {
    const body = (async function* () {
      await Promise.resolve();
      yield bytes;
    })();
    return (await new Uploads(join(data, 'uploads')).receive(name, body)).uploadId;
  };
  return { router: await studio.router(), events, data, upload };
}

describe('requests about projects', () => {
  it('would catch a view that does not fit the document: scenes, cast, undo, notices', async () => {
    const { router } = await openStudio();
    const text = 'Nib the otter swam in the sea at night.\n\n***\n\n“Hello,” said Pearl the whale.';
    const { projectId } = await call(router.library.create, { from: 'text', text });
    const view = await call(router.project.open, { projectId });
    expect(view).toMatchObject({ id: projectId, revision: 1, notices: [] });
    expect(view.undo).toBeUndefined();
    expect(view.cast.map(({ id, kind, speaks }) => [id, kind, speaks])).toEqual([
      ['nib', 'otter', false],
      ['pearl', 'whale', true],
    ]);
    expect(view.scenes.map(({ id }) => id)).toEqual(view.document.scenes.map(({ id }) => id));
    expect(view.scenes[0]).toMatchObject({ setting: 'sea', time: 'night', cast: ['nib'] });
    expect(view.scenes[0]!.picture).toMatch(/^Nib the otter swims/);
    const edit = { type: 'add-scene', before: view.scenes[1]!.id, text: '' } as const;
    const added = await call(router.project.edit, { projectId, edit });
    expect(added.scenes.map(({ setting, time, cast }) => [setting, time, cast])).toEqual([
      ['sea', 'night', ['nib']],
      ['sea', 'night', []],
      ['sea', 'night', ['pearl']],
    ]);
    expect(added).toMatchObject({
      revision: 2,
      undo: { type: 'add-scene' },
      notices: [expect.stringMatching(/Scene 2 has no/)],
    });
    const undone = await call(router.project.undo, { projectId });
    expect(undone).toEqual({ ...view, revision: 3, redo: { type: 'add-scene' } });
  });

  it('would catch a voice that does not exist and is found out when the film is made', async () => {
    const { router } = await openStudio();
    const { projectId } = await call(router.library.create, { from: 'sample' });
    const { scenes } = (await call(router.project.open, { projectId })).document;
    const edits = [
      { type: 'set-project', set: { voice: 'af_hart' } },
      { type: 'set-scene', sceneId: scenes[0]!.id, set: { voice: 'af_hart' } },
      { type: 'set-all-scenes', set: { voice: 'af_hart' } },
      { type: 'set-character-voice', castId: 'nib', voice: 'af_hart' },
    ] as const;
    for (const edit of edits) {
      const refused = call(router.project.edit, { projectId, edit });
      await expect(refused).rejects.toMatchObject({ code: 'not-found', message: expect.stringMatching(/af_hart/) });
    }
    expect((await call(router.project.open, { projectId })).revision).toBe(1);
  });

  it('would catch a failure that reaches the page without its code and what to do next', async () => {
    const { router } = await openStudio();
    const unknown = call(router.project.open, { projectId: 'nobody' });
    await expect(unknown).rejects.toMatchObject({
      code: 'not-found',
      data: { hint: expect.stringMatching(/library/) },
    });
    const { projectId } = await call(router.library.create, { from: 'text', text: 'Nib.' });
    await expect(call(router.project.undo, { projectId })).rejects.toMatchObject({ code: 'option' });
    const wild = { type: 'add-scene', before: null, text: 'x'.repeat(20_001) } as const;
    await expect(call(router.project.edit, { projectId, edit: wild })).rejects.toThrow(/20000 characters at most/);
  });

  it('would catch an upload that does not become a project, a picture, or comes back from a pack changed', async () => {
    const { router, data, upload, events } = await openStudio();
    const uploadId = await upload('my-story.md', Buffer.from('# Pearl\n\nPearl sang.'));
    const { projectId } = await call(router.library.create, { from: 'upload', uploadId });
    const frames = Buffer.from(Array.from({ length: 32 * 64 }, (_, at) => [at < 1024 ? 255 : 0, 9, at % 99]).flat());
    const gif = sharp(frames, { raw: { width: 32, height: 64, channels: 3, pageHeight: 32 } }).gif();
    const picture = await upload('dance.gif', await gif.toBuffer());
    const { asset, ...kept } = await call(router.project.addPicture, { projectId, uploadId: picture });
    expect(kept).toEqual({ name: 'dance.gif', width: 32, height: 32 });
    expect(events.filter(({ type }) => type === 'notice')).toHaveLength(1);
    const view = await call(router.project.open, { projectId });
    const edit = { type: 'add-own-picture', sceneId: view.scenes[0]!.id, asset, name: kept.name, fit: 'blur' } as const;
    const { document } = await call(router.project.edit, { projectId, edit });
    const pack = await call(router.library.pack, { projectId });
    expect(pack.fileName).toBe('Pearl.storyloom');
    const bytes = readFileSync(join(data, 'downloads', pack.url.split('/')[3]!, pack.fileName));
    expect(bytes.length).toBe(pack.bytes);
    const again = await upload(pack.fileName, bytes);
    const copy = await call(router.library.create, { from: 'upload', uploadId: again });
    expect((await call(router.project.open, { projectId: copy.projectId })).document).toEqual(document);
    const cards = await call(router.library.list, undefined);
    expect(cards.map(({ title, words }) => [title, words])).toEqual([
      ['Pearl', 2],
      ['Pearl', 2],
    ]);
    await call(router.library.remove, { projectId });
    await expect(call(router.project.open, { projectId })).rejects.toMatchObject({ code: 'not-found' });
    await call(router.library.restore, { projectId });
    await call(router.library.rename, { projectId, title: 'Pearl the whale' });
    expect((await call(router.project.open, { projectId })).document.title).toBe('Pearl the whale');
  });
});
