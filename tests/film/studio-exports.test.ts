import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { probeMedia } from '../../src/core/media/probe.ts';
import { openMediaTools } from '../../src/core/media/tools.ts';
import { createServer } from '../../src/core/serve/server.ts';
import { listSteps } from '../../src/core/store/steps.ts';
import type { JobView } from '../../src/shared/views.ts';
import { temporaryFolder } from '../helpers/build-lab.ts';
import { SMALL_OUTPUT } from '../helpers/plain.ts';
import { startStudioChild } from '../helpers/studio-child-process.ts';
import { makeSmallProject, setText } from '../helpers/studio-project.ts';
import { openStudio, until, type StudioLab } from '../helpers/studio-lab.ts';

const output = SMALL_OUTPUT;

const reaches = (lab: StudioLab, jobId: string, state: JobView['state'], within = 90_000) =>
  until(
    async () => {
      const job = await lab.client.jobs.get({ jobId });
      if (job.state === 'failed' && state !== 'failed') throw new Error(JSON.stringify(job.failure));
      return job.state === state && job;
    },
    { within, what: `an export that is ${state}` },
  );

describe('the plan of an export', () => {
  it('would catch a plan that says too much or too little, or a name that not every system can keep', async () => {
    const lab = openStudio();
    const { projectId, sceneIds } = await makeSmallProject(lab, 2);
    const plan = await lab.client.exports.plan({ projectId, output, fileName: 'Pip: a/tale?' });
    expect(plan).toMatchObject({
      file: join(lab.workplace.paths.root, 'films', 'Pip a tale.mp4'),
      replaces: false,
      cached: 0,
      notices: [],
    });
    expect(Object.fromEntries(plan.toMake.map(({ stage, count }) => [stage, count]))).toEqual({
      narrate: 2,
      illustrate: 2,
      compose: 2,
      mix: 1,
      export: 1,
    });
    expect(plan.toMake.every(({ reason }) => reason.length > 3)).toBe(true);
    expect(plan.filmSeconds).toBeGreaterThan(3);
    for (const [asked, name] of [
      ['con', 'con_.mp4'],
      ['Film.MP4', 'Film.mp4'],
      ['  ...', 'film.mp4'],
      ['ünï ✨', 'ünï ✨.mp4'],
    ]) {
      expect(basename((await lab.client.exports.plan({ projectId, output, fileName: asked! })).file)).toBe(name);
    }
    await setText(lab, projectId, sceneIds[0]!, '');
    await setText(lab, projectId, sceneIds[1]!, '');
    await expect(lab.client.exports.plan({ projectId, output, fileName: 'x' })).rejects.toMatchObject({
      code: 'input',
    });
    await expect(lab.client.exports.plan({ projectId: 'gone', output, fileName: 'x' })).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('would catch an hour of work for a film that cannot be written', async () => {
    const folder = temporaryFolder();
    const lab = openStudio();
    const { projectId } = await makeSmallProject(lab, 1);
    const start = (request: { fileName?: string; folder?: string }) =>
      lab.client.exports.start({ projectId, output, fileName: 'film', ...request });
    await expect(start({ folder: join(folder, 'gone') })).rejects.toMatchObject({ code: 'not-found' });
    await expect(start({ folder: 'films' })).rejects.toMatchObject({ code: 'option' });
    mkdirSync(join(folder, 'film.mp4'));
    await expect(start({ folder })).rejects.toMatchObject({
      code: 'option',
      message: expect.stringContaining('folder') as string,
    });
    if (process.platform === 'linux')
      await expect(start({ folder: '/proc' })).rejects.toMatchObject({ code: 'permission' });
    expect(await lab.client.jobs.list()).toEqual([]);
    const elsewhere = openStudio({ host: 'web', data: lab.workplace.paths.root });
    await expect(elsewhere.client.exports.start({ projectId, output, fileName: 'film', folder })).rejects.toMatchObject(
      { code: 'permission' },
    );
  });
});

describe('an export', () => {
  it('would catch a film that is not what was asked for, cannot be fetched, or is made of later words', async () => {
    const shown: string[] = [];
    const lab = openStudio({
      desktop: {
        reveal: (file) => Promise.resolve(void shown.push(file)),
      },
    });
    const { projectId, sceneIds } = await makeSmallProject(lab, 2);
    const job = await lab.client.exports.start({ projectId, output, fileName: 'Pip' });
    await setText(lab, projectId, sceneIds[0]!, 'These words came too late for the film that is being made.');
    expect(job).toMatchObject({ kind: 'export', title: 'Pip', projectId, state: 'running' });
    await expect(lab.client.jobs.reveal({ jobId: job.id, how: 'folder' })).rejects.toMatchObject({ code: 'not-found' });
    const done = await reaches(lab, job.id, 'done');
    const { file, film, bytes, seconds } = done;
    expect(done).toMatchObject({ progress: { value: 1 }, file: join(lab.workplace.paths.root, 'films', 'Pip.mp4') });
    const facts = await probeMedia(await openMediaTools(), file!);
    const video = facts.streams.find(({ kind }) => kind === 'video');
    expect(video).toMatchObject({ width: 1280, height: 720, frames: Math.round(seconds! * 24) });
    expect(facts.seconds).toBeCloseTo(seconds!, 1);
    // The later words are in the project and not in the film.
    const next = await lab.client.exports.plan({ projectId, output, fileName: 'Later' });
    expect(next.toMake.find(({ stage }) => stage === 'narrate')).toMatchObject({ count: 1 });
    expect(statSync(file!).size).toBe(bytes);
    // What is taken for the room that a film needs.
    expect(bytes! / (seconds! * 24 * 1280 * 720)).toBeLessThan(0.008);

    const serve = createServer(lab.workplace);
    const answer = await serve(new Request(`http://studio${film!}`, { headers: { range: 'bytes=0-99' } }));
    expect(answer!.status).toBe(206);
    expect(Buffer.from(await answer!.arrayBuffer())).toEqual(readFileSync(file!).subarray(0, 100));
    await lab.client.jobs.reveal({ jobId: job.id, how: 'folder' });
    expect(shown).toEqual([file]);
    await expect(lab.client.jobs.reveal({ jobId: job.id, how: 'play' })).rejects.toMatchObject({ code: 'missing' });

    expect((await lab.client.exports.plan({ projectId, output, fileName: 'Pip' })).replaces).toBe(true);
    writeFileSync(file!, 'another film');
    const after = await lab.client.jobs.get({ jobId: job.id });
    expect(after.film).toBeUndefined();
    expect(after.notices).toContainEqual(expect.stringContaining('replaced'));
    await lab.client.jobs.remove({ jobId: job.id });
    expect(existsSync(file!)).toBe(true);
  });

  it('would catch what was asked for beside a film left out, or told of when it is not there as it was written', async () => {
    const lab = openStudio();
    const { projectId } = await makeSmallProject(lab, 2);
    const more = { ...output, extras: ['vtt' as const, 'assets' as const] };
    const plan = await lab.client.exports.plan({ projectId, output: more, fileName: 'Pip' });
    expect(plan.toMake.find(({ stage }) => stage === 'extras')).toMatchObject({ count: 2 });
    const { id } = await lab.client.exports.start({ projectId, output: more, fileName: 'Pip' });
    const { extras, file } = await reaches(lab, id, 'done');
    expect(extras).toMatchObject([
      { extra: 'vtt', name: 'Pip.vtt', url: `/media/films/${id}/vtt` },
      { extra: 'assets', name: 'Pip-assets', url: `/media/films/${id}/assets/project.json` },
    ]);
    const serve = createServer(lab.workplace);
    const fetched = async (url: string): Promise<string> => (await serve(new Request(`http://studio${url}`)))!.text();
    expect(await fetched(extras![0]!.url)).toMatch(/^WEBVTT\n/);
    const assets = JSON.parse(await fetched(extras![1]!.url)) as { scenes: { words: string }[] };
    expect(assets.scenes).toHaveLength(2);
    expect(await fetched(`/media/films/${id}/assets/${assets.scenes[0]!.words}`)).toContain('Pip');
    writeFileSync(join(dirname(file!), 'Pip.vtt'), 'mine');
    expect((await lab.client.jobs.get({ jobId: id })).extras).toMatchObject([{ extra: 'assets' }]);
    expect(await fetched(extras![0]!.url)).toContain('not-found');
  });

  it('would catch a preview that the film makes again, or a film that was made and is made again', async () => {
    const lab = openStudio();
    const { projectId, sceneIds } = await makeSmallProject(lab, 2);
    await lab.client.scenes.show({ projectId, sceneId: sceneIds[0]! });
    await until(async () => (await lab.client.scenes.states({ projectId })).every(({ state }) => state === 'ready'), {
      within: 60_000,
    });
    const plan = await lab.client.exports.plan({ projectId, output, fileName: 'Pip' });
    expect(plan.toMake.map(({ stage }) => stage)).toEqual(['mix', 'export']);
    const { id } = await lab.client.exports.start({ projectId, output, fileName: 'Pip' });
    await reaches(lab, id, 'done');
    const remade = listSteps(lab.workplace.store(), id).filter(({ cached }) => !cached);
    expect(remade.map(({ stage }) => stage)).toEqual(['mix']);
    expect((await lab.client.exports.plan({ projectId, output, fileName: 'Pip' })).toMake).toEqual([]);
  });

  it('would catch a pause that loses what is done, or one that still works', async () => {
    const lab = openStudio();
    const { projectId } = await makeSmallProject(lab);
    const { id } = await lab.client.exports.start({ projectId, output, fileName: 'Pip' });
    const finished = () =>
      listSteps(lab.workplace.store(), id).filter(({ state, stage }) => state === 'done' && stage === 'compose').length;
    await until(() => finished() > 0, { within: 60_000 });
    await lab.client.jobs.pause({ jobId: id });
    await reaches(lab, id, 'paused');
    const count = finished();
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(finished()).toBe(count);
    const before = new Set(
      listSteps(lab.workplace.store(), id)
        .filter(({ state }) => state === 'done')
        .map(({ key }) => key),
    );
    await lab.client.jobs.resume({ jobId: id });
    await reaches(lab, id, 'done');
    const made = listSteps(lab.workplace.store(), id)
      .filter(({ key, cached, state }) => before.has(key) && !cached && state === 'done')
      .map(({ key }) => key);
    expect(made.length).toBe(before.size);
    expect(readdirSync(join(lab.workplace.paths.root, 'films'))).toEqual(['Pip.mp4']);
  });

  it('would catch a killed program whose export is lost, begun anew, or shown as running', async () => {
    const data = temporaryFolder();
    const child = startStudioChild(data);
    const { jobId } = await child.composed;
    child.kill();
    await child.ended;
    const lab = openStudio({ data });
    expect(await lab.client.jobs.get({ jobId })).toMatchObject({
      state: 'paused',
      notices: [expect.stringContaining('Resume it')],
    });
    const before = new Set(
      listSteps(lab.workplace.store(), jobId)
        .filter(({ state }) => state === 'done')
        .map(({ key }) => key),
    );
    expect(before.size).toBeGreaterThan(0);
    await lab.client.jobs.resume({ jobId });
    const { file, seconds } = await reaches(lab, jobId, 'done');
    const madeTwice = listSteps(lab.workplace.store(), jobId)
      .filter(({ state, cached }) => state === 'done' && !cached)
      .map(({ key }) => key);
    expect(new Set(madeTwice).size).toBe(madeTwice.length);
    const facts = await probeMedia(await openMediaTools(), file!);
    expect(facts.seconds).toBeCloseTo(seconds!, 1);
    rmSync(dirname(file!), { recursive: true });
  });
});
