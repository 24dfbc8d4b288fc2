import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Registry } from '../../../src/core/models/registry.ts';
import { createJob, startJob } from '../../../src/core/store/jobs.ts';
import { startBadServer, type BadServer } from '../../helpers/bad-server.ts';
import { hubPaths, labRegistry, network, put, voice } from '../../helpers/model-lab.ts';
import { openStudio, until, type StudioLab } from '../../helpers/studio-lab.ts';

let hub: BadServer;
let before: string | undefined;

beforeEach(async () => {
  hub = await startBadServer({ [hubPaths.network]: network, [hubPaths.voice]: voice });
  before = process.env['STORYLOOM_HUB'];
  process.env['STORYLOOM_HUB'] = hub.url;
});
afterEach(async () => {
  if (before === undefined) delete process.env['STORYLOOM_HUB'];
  else process.env['STORYLOOM_HUB'] = before;
  await hub.close();
});

/** From the hub only: no test may ask a real package registry. */
function registry(id = 'tiny'): Registry {
  const { models, ...rest } = labRegistry();
  return {
    ...rest,
    models: models.map((model) => ({ ...model, id, sources: model.sources.filter(({ kind }) => kind === 'hub') })),
  };
}

const open = (options: Parameters<typeof openStudio>[0] = {}): StudioLab => {
  const lab = openStudio({ registry: registry(), ...options });
  return lab;
};
const tiny = async ({ client }: StudioLab) => (await client.models.list())[0]!;
const slow = { kind: 'slow', piece: 10_000, pauseMs: 50 } as const;

describe('models', () => {
  it('would catch a download that is not a job, that says too little, or that nobody is told of', async () => {
    const lab = open();
    expect(await tiny(lab)).toMatchObject({
      id: 'tiny',
      installed: false,
      bytes: 205_000,
      partialBytes: 0,
      required: false,
    });
    const job = await lab.client.models.fetch({ modelId: 'tiny' });
    expect(job).toMatchObject({ kind: 'fetch-model', title: 'Tiny model', modelId: 'tiny', state: 'running' });
    await until(async () => (await lab.client.jobs.get({ jobId: job.id })).state === 'done');
    expect(await tiny(lab)).toMatchObject({ installed: true, bytes: 205_000, partialBytes: 0 });
    expect(lab.events).toContainEqual({ type: 'models' });
    const told = lab.events.flatMap((event) => (event.type === 'job' ? [event.job.progress] : []));
    expect(told.some((progress) => progress?.stage === 'download' && progress.total === 205_000)).toBe(true);
    await expect(lab.client.models.fetch({ modelId: 'big' })).rejects.toMatchObject({ code: 'not-found' });
  });

  it('would catch a pause that throws away what came, or a resume that asks for all of it again', async () => {
    const lab = open();
    hub.fail(hubPaths.network, slow);
    const { id } = await lab.client.models.fetch({ modelId: 'tiny' });
    await until(async () => (await tiny(lab)).partialBytes > 50_000);
    expect((await lab.client.models.fetch({ modelId: 'tiny' })).id).toBe(id);
    await lab.client.jobs.pause({ jobId: id });
    expect(await lab.client.jobs.get({ jobId: id })).toMatchObject({ state: 'paused' });
    const { partialBytes } = await tiny(lab);
    expect(partialBytes).toBeGreaterThan(50_000);
    await lab.close();

    const again = open({ data: lab.workplace.paths.root, models: lab.workplace.paths.models });
    expect((await tiny(again)).partialBytes).toBe(partialBytes);
    // Asked for anew, it is the same job that goes on.
    expect((await again.client.models.fetch({ modelId: 'tiny' })).id).toBe(id);
    await until(async () => (await tiny(again)).installed);
    expect(hub.requests.filter(({ path }) => path === hubPaths.network).at(-1)!.range).toBe(
      `bytes=${String(partialBytes)}-`,
    );
    const model = again.workplace.models().resolve('tiny')!;
    expect(await readFile(model.files['network.onnx']!)).toEqual(network);
  });

  it('would catch a model removed under who uses it, or one that cannot be removed', async () => {
    const lab = open();
    hub.fail(hubPaths.network, slow);
    const { id } = await lab.client.models.fetch({ modelId: 'tiny' });
    await expect(lab.client.models.remove({ modelId: 'tiny' })).rejects.toMatchObject({ code: 'option' });
    await lab.client.jobs.cancel({ jobId: id });
    await lab.client.models.remove({ modelId: 'tiny' });
    expect(await tiny(lab)).toMatchObject({ installed: false, partialBytes: 0 });
    const second = await lab.client.models.fetch({ modelId: 'tiny' });
    await until(async () => (await lab.client.jobs.get({ jobId: second.id })).state === 'done');
    await lab.client.models.remove({ modelId: 'tiny' });
    expect((await tiny(lab)).installed).toBe(false);

    const filming = open({ registry: registry('kokoro-82m'), narrator: 'kokoro' });
    const store = filming.workplace.store();
    startJob(store, createJob(store, { kind: 'export', shown: { title: 'A film' } }).id);
    await expect(filming.client.models.remove({ modelId: 'kokoro-82m' })).rejects.toMatchObject({
      code: 'option',
      message: expect.stringContaining('in use') as string,
    });
  });

  it('would catch a voice that came with the first scene, and windows that go on saying that it is missing', async () => {
    const lab = open({ registry: registry('kokoro-82m'), narrator: 'kokoro' });
    // It cannot speak: what matters here is that it came.
    await lab.workplace.narrator('kokoro', {}).catch(() => undefined);
    expect(await tiny(lab)).toMatchObject({ installed: true });
    expect(lab.events).toContainEqual({ type: 'models' });
  });

  it('would catch a failed download that does not say what to do, or that cannot be tried again', async () => {
    const lab = open();
    hub.fail(hubPaths.network, { kind: 'status', status: 403 });
    const { id } = await lab.client.models.fetch({ modelId: 'tiny' });
    const { failure } = await until(async () => {
      const job = await lab.client.jobs.get({ jobId: id });
      return job.state === 'failed' && job;
    });
    expect(failure).toMatchObject({
      message: expect.stringContaining('could not be fetched') as string,
      hint: expect.any(String) as string,
    });
    await lab.client.jobs.resume({ jobId: id });
    await until(async () => (await tiny(lab)).installed);
  });

  it('would catch a folder that is taken although its files are wrong, or not although they are right', async () => {
    const lab = open();
    const folder = join(lab.workplace.paths.root, 'mine');
    await put(join(folder, 'network.onnx'), network);
    await expect(lab.client.models.import({ modelId: 'tiny', folder })).rejects.toMatchObject({ code: 'not-found' });
    await put(join(folder, 'voices/ada.bin'), voice.subarray(1));
    await expect(lab.client.models.import({ modelId: 'tiny', folder })).rejects.toMatchObject({ code: 'corrupt' });
    await put(join(folder, 'voices/ada.bin'), voice);
    await lab.client.models.import({ modelId: 'tiny', folder });
    expect((await tiny(lab)).installed).toBe(true);
    expect(hub.requests).toEqual([]);
  });
});

describe('a picture model of the user’s own', () => {
  const fixture = resolve(import.meta.dirname, '../../fixtures/diffusion/models/lcm-tiny');

  it('would catch one that cannot be taken in the studio, is not told of, or is taken for whoever comes over a network', async () => {
    const lab = open({ host: 'electron' });
    const model = await lab.client.models.importOwn({ folder: fixture, title: 'My painter', licence: 'MIT' });
    expect(model).toMatchObject({
      ...{ id: 'my-painter', title: 'My painter', installed: true, origin: 'own', licence: { name: 'MIT', url: '' } },
      picture: { side: 96, steps: 4, guidance: 8, over: true, fixed: false, isDefault: true },
    });
    expect(await lab.client.models.list()).toContainEqual(model);
    expect(lab.events).toContainEqual({ type: 'models' });
    await expect(lab.client.models.importOwn({ folder: fixture, title: 'My painter' })).rejects.toMatchObject({
      code: 'option',
    });
    const far = open({ host: 'web', desktop: {} });
    await expect(far.client.models.importOwn({ folder: fixture })).rejects.toMatchObject({ code: 'permission' });
  });
});
