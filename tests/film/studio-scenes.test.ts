import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { makingOrder } from '../../src/core/services/scenes/order.ts';
import { objectFolder } from '../../src/core/build/cache-folder.ts';
import { probeMedia } from '../../src/core/media/probe.ts';
import { openMediaTools } from '../../src/core/media/tools.ts';
import type { SceneState, StudioEvent } from '../../src/shared/views.ts';
import { makeSmallProject, setText } from '../helpers/studio-project.ts';
import { openStudio, until, type StudioLab } from '../helpers/studio-lab.ts';

const told = (events: readonly StudioEvent[]) =>
  events.flatMap((event) => (event.type === 'scene' ? [event.scene] : []));
/** Scenes in the order in which they were first told to be so. */
const firstTo = (events: readonly StudioEvent[], state: SceneState['state']): string[] => [
  ...new Set(
    told(events)
      .filter((scene) => scene.state === state)
      .map(({ sceneId }) => sceneId),
  ),
];
const statesOf = async ({ client }: StudioLab, projectId: string) =>
  (await client.scenes.states({ projectId })).map(({ state }) => state);
const fileOf = ({ workplace }: StudioLab, url: string): string => {
  const [, , , key, file] = url.split('/');
  return join(objectFolder(workplace.paths.cache, key!), file!);
};

describe('the order of making', () => {
  it('would catch a neighbour that comes after one farther away, or a whole film made ahead', () => {
    const ids = Array.from({ length: 20 }, (_, index) => String(index));
    expect(makingOrder(ids, '5')).toEqual(['5', '6', '4', '7', '3', '8', '9', '10', '11']);
    expect(makingOrder(ids, '0')).toEqual(['0', '1', '2', '3', '4', '5', '6']);
    expect(makingOrder(ids, '19')).toEqual(['19', '18', '17']);
    expect(makingOrder(ids, 'gone')).toEqual([]);
  });
});

describe('scenes of a project', () => {
  it('would catch a scene on the screen that waits for others, or one that cannot be played when it is ready', async () => {
    const lab = openStudio();
    const { projectId, sceneIds } = await makeSmallProject(lab);
    expect(await statesOf(lab, projectId)).toEqual(sceneIds.map(() => 'waiting'));
    lab.events.length = 0;
    await lab.client.scenes.show({ projectId, sceneId: sceneIds[2]! });
    await until(async () => (await statesOf(lab, projectId)).every((state) => state === 'ready'), { within: 60_000 });
    expect(firstTo(lab.events, 'ready')).toEqual([2, 3, 1, 4, 0, 5].map((index) => sceneIds[index]));
    const values = told(lab.events).flatMap(({ sceneId, progress }) =>
      sceneId === sceneIds[2] && progress?.value !== undefined ? [progress.value] : [],
    );
    expect(values).toEqual(values.toSorted((a, b) => a - b));

    const [state] = (await lab.client.scenes.states({ projectId })).slice(2);
    expect(state).toMatchObject({ isGuess: false, words: expect.any(Array) as unknown[] });
    expect(state!.words!.map(({ text }) => text).join(' ')).toBe('Pip swam home in the rain.');
    for (const url of [state!.picture!, state!.thumbnail!]) expect(existsSync(fileOf(lab, url))).toBe(true);
    const facts = await probeMedia(await openMediaTools(), fileOf(lab, state!.preview!));
    expect(facts.streams.map(({ kind }) => kind).sort()).toEqual(['audio', 'video']);
    expect(facts.seconds).toBeCloseTo(state!.seconds, 1);
    // The card in the library has got its picture.
    await until(async () => (await lab.client.library.list())[0]!.cover);
  });

  it('would catch an edit that makes more anew than it changed, or that is not made anew by itself', async () => {
    const lab = openStudio();
    const { projectId, sceneIds } = await makeSmallProject(lab, 3);
    await lab.client.scenes.show({ projectId, sceneId: sceneIds[1]! });
    await until(async () => (await statesOf(lab, projectId)).every((state) => state === 'ready'), { within: 60_000 });
    const before = await lab.client.scenes.states({ projectId });
    lab.events.length = 0;
    await setText(lab, projectId, sceneIds[1]!, 'A great storm came over the green hill.');
    await until(() => told(lab.events).some(({ state }) => state === 'changed'));
    const changed = told(lab.events).find(({ state }) => state === 'changed')!;
    expect(changed).toMatchObject({ sceneId: sceneIds[1], picture: before[1]!.picture });
    await until(() => told(lab.events).some(({ state }) => state === 'ready'), { within: 30_000 });
    expect(new Set(told(lab.events).map(({ sceneId }) => sceneId))).toEqual(new Set([sceneIds[1]]));
    const after = await lab.client.scenes.states({ projectId });
    expect(after.map(({ preview }) => preview === undefined)).toEqual([false, false, false]);
    expect([after[0]!.preview, after[2]!.preview]).toEqual([before[0]!.preview, before[2]!.preview]);
    expect(after[1]!.preview).not.toBe(before[1]!.preview);
    // Taken back, it is there at once.
    lab.events.length = 0;
    await lab.client.project.undo({ projectId });
    expect((await lab.client.scenes.states({ projectId }))[1]!.preview).toBe(before[1]!.preview);
  });

  it('would catch a scene whose end waits for the next one for ever, or that is told of too late', async () => {
    const lab = openStudio();
    const { projectId, sceneIds } = await makeSmallProject(lab, 3);
    const finish = { transition: 'dissolve', captions: 'karaoke', titleCard: true, closingCard: true } as const;
    await lab.client.project.edit({ projectId, edit: { type: 'set-project', set: finish } });
    const areReady = async () => (await statesOf(lab, projectId)).every((state) => state === 'ready');
    await lab.client.scenes.show({ projectId, sceneId: sceneIds[0]! });
    await until(areReady, { within: 120_000 });
    expect(await statesOf(lab, projectId)).toHaveLength(3);
    // Another next scene: the end of the one on the screen is another one too, made without being asked for.
    const before = await lab.client.scenes.states({ projectId });
    lab.events.length = 0;
    await setText(lab, projectId, sceneIds[1]!, 'A great storm came over the green hill.');
    const changed = [sceneIds[0]!, sceneIds[1]!].sort();
    await until(() => firstTo(lab.events, 'changed').length >= 2);
    expect(firstTo(lab.events, 'changed').sort()).toEqual(changed);
    await until(() => firstTo(lab.events, 'ready').length === 2, { within: 120_000 });
    expect(firstTo(lab.events, 'ready').sort()).toEqual(changed);
    const after = await lab.client.scenes.states({ projectId });
    expect(after.map(({ preview }, index) => preview === before[index]!.preview)).toEqual([false, false, true]);
  });

  it('would catch the last wish that does not win, or work that goes on for nobody', async () => {
    const lab = openStudio();
    const { projectId, sceneIds } = await makeSmallProject(lab);
    lab.events.length = 0;
    for (const index of [0, 1, 5, 0, 5]) await lab.client.scenes.show({ projectId, sceneId: sceneIds[index]! });
    await until(() => firstTo(lab.events, 'ready').length > 0, { within: 30_000 });
    expect(firstTo(lab.events, 'ready')[0]).toBe(sceneIds[5]);
    await lab.client.scenes.hide({ projectId });
    await until(async () => !(await statesOf(lab, projectId)).includes('working'));
    const count = (await statesOf(lab, projectId)).filter((state) => state === 'ready').length;
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect((await statesOf(lab, projectId)).filter((state) => state === 'ready').length).toBe(count);
    expect(count).toBeLessThan(sceneIds.length);
    await setText(lab, projectId, sceneIds[5]!, 'Pip ate two fish.');
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect((await statesOf(lab, projectId))[5]).toBe('changed');
  });

  it('would catch a scene that is stopped and goes on, is begun again by itself, or can never be made again', async () => {
    const lab = openStudio();
    const { projectId, sceneIds } = await makeSmallProject(lab, 2);
    const [first, second] = sceneIds as [string, string];
    await lab.client.scenes.stop({ projectId, sceneId: second });
    await lab.client.scenes.show({ projectId, sceneId: first });
    await until(async () => (await statesOf(lab, projectId))[0] === 'ready', { within: 30_000 });
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(firstTo(lab.events, 'working')).toEqual([first]);
    // While it is made, as somebody would.
    await lab.client.scenes.show({ projectId, sceneId: second });
    await until(() => firstTo(lab.events, 'working').includes(second));
    await lab.client.scenes.stop({ projectId, sceneId: second });
    expect((await statesOf(lab, projectId))[1]).toBe('waiting');
    await setText(lab, projectId, second, 'Pip ate two fish.');
    await until(async () => (await statesOf(lab, projectId))[1] === 'ready', { within: 30_000 });
    await expect(lab.client.scenes.stop({ projectId, sceneId: 'gone' })).rejects.toMatchObject({ code: 'not-found' });
  });

  it('would catch a scene that fails without saying why, takes others with it for ever, or cannot be tried again', async () => {
    const lab = openStudio();
    const { projectId, sceneIds } = await makeSmallProject(lab, 2);
    const state = async (index: number) => (await lab.client.scenes.states({ projectId }))[index]!;
    const photo = join(lab.workplace.paths.root, 'photo.png');
    writeFileSync(
      photo,
      await sharp({ create: { width: 640, height: 360, channels: 3, background: 'teal' } })
        .png()
        .toBuffer(),
    );
    const { asset } = await lab.workplace.projects().addPicture(projectId, photo, 'photo.png');
    await lab.client.project.edit({
      projectId,
      edit: { type: 'add-own-picture', sceneId: sceneIds[0]!, asset, name: 'photo.png', fit: 'crop' },
    });
    rmSync(lab.workplace.projects().assetPath(projectId, asset));
    await lab.client.scenes.show({ projectId, sceneId: sceneIds[0]! });
    await until(async () => (await state(0)).state === 'failed');
    expect((await state(0)).failure).toMatchObject({
      code: expect.any(String) as string,
      hint: expect.any(String) as string,
    });
    await lab.client.project.undo({ projectId });
    await lab.client.scenes.show({ projectId, sceneId: sceneIds[0]! });
    await until(async () => (await state(0)).state === 'ready', { within: 30_000 });
  });

  it('would catch takes that are not drawn, that are all the same, or drawn for a scene that is not there', async () => {
    const lab = openStudio();
    const { projectId, sceneIds } = await makeSmallProject(lab, 1);
    const [sceneId] = sceneIds;
    for (let i = 0; i < 2; i += 1)
      await lab.client.project.edit({ projectId, edit: { type: 'add-take', sceneId: sceneId! } });
    const takes = await lab.client.scenes.takes({ projectId, sceneId: sceneId! });
    expect(new Set(takes.map(({ picture }) => picture)).size).toBe(3);
    for (const { picture, thumbnail } of takes) {
      expect([picture, thumbnail].map((url) => existsSync(fileOf(lab, url)))).toEqual([true, true]);
    }
    await expect(lab.client.scenes.takes({ projectId, sceneId: 'gone' })).rejects.toMatchObject({ code: 'not-found' });
    await expect(lab.client.scenes.show({ projectId: 'gone', sceneId: 'gone' })).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('would catch a making of all scenes that is not one job, or that makes what is there', async () => {
    const lab = openStudio();
    const { projectId } = await makeSmallProject(lab, 3);
    const job = await lab.client.scenes.makeAll({ projectId });
    expect(job).toMatchObject({ kind: 'preview', title: 'Pip', projectId });
    expect((await lab.client.scenes.makeAll({ projectId })).id).toBe(job.id);
    await until(async () => (await lab.client.jobs.get({ jobId: job.id })).state === 'done', { within: 60_000 });
    expect(await statesOf(lab, projectId)).toEqual(['ready', 'ready', 'ready']);
    const started = performance.now();
    const again = await lab.client.scenes.makeAll({ projectId });
    await until(async () => (await lab.client.jobs.get({ jobId: again.id })).state === 'done');
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});
