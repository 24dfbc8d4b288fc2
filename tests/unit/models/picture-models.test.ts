import { createHash } from 'node:crypto';
import { cp, mkdtemp, readdir, readFile, rename, rm, truncate, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defaultPictureModel } from '../../../src/core/models/default-picture-model.ts';
import { createModelManager, type ModelManager, type ModelStatus } from '../../../src/core/models/manager.ts';
import { parseRegistry, type Registry } from '../../../src/core/models/registry.ts';
import { makeInteger } from '../../../src/core/runtime/graph/attribute.ts';
import { makeNode, modelChunks, readModel, type GraphNode } from '../../../src/core/runtime/graph/model.ts';
import { DataType } from '../../../src/core/runtime/graph/tensor.ts';
import { openSession } from '../../../src/core/runtime/onnx.ts';
import { Workplace } from '../../../src/core/workplace.ts';
import { startBadServer, type BadServer } from '../../helpers/bad-server.ts';
import { deadClients } from '../../helpers/model-lab.ts';

const fixture = resolve(import.meta.dirname, '../../fixtures/diffusion/models/turbo-tiny');
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const licence = { name: 'MIT', url: 'https://example.org/licence', commercialUse: 'Allowed.' };
const picture = { side: 96, steps: 1, guidance: 1, over: true, fixed: false };

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'storyloom-pictures-'));
});
afterEach(async () => {
  await rm(root, { recursive: true, force: true });
});

const none: Registry = { version: 1, models: [] };

function manager(registry = none, change: { hub?: string; shipped?: string } = {}): ModelManager {
  return createModelManager({
    ...{ directory: join(root, 'models'), registry, clients: deadClients },
    ...{ fetchTimeoutMs: 500, retry: { attempts: 2, baseMs: 5 }, hub: 'http://127.0.0.1:9', ...change },
  });
}

/** A copy that may be broken. */
async function copy(name = 'Fox Painter 2'): Promise<string> {
  await cp(fixture, join(root, name), { recursive: true });
  return join(root, name);
}

async function filesOf(folder: string): Promise<Record<string, Buffer>> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = names.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(
    await Promise.all(paths.map(async (path) => [path.slice(folder.length + 1), await readFile(path)] as const)),
  );
}

describe('a picture model of the user’s own', () => {
  it('would catch an import that changes the folder, takes what is no part of the model, or is not listed with what it can do', async () => {
    const folder = await copy();
    await writeFile(join(folder, 'README.md'), 'not of the model');
    const before = await filesOf(folder);
    const models = manager();
    const installed = await models.importOwn(folder, { licence: 'OpenRAIL-M' });
    expect(installed).toMatchObject({ id: 'fox-painter-2', source: { kind: 'folder', name: folder } });
    expect(installed.files['unet/model.onnx']).toBe(join(root, 'models/fox-painter-2/unet/model.onnx'));
    expect(Object.keys(installed.files)).not.toContain('README.md');
    expect(await filesOf(folder)).toEqual(before);
    expect(await models.verify('fox-painter-2')).toEqual([]);
    // Another process, or the next start.
    expect(manager().list()).toMatchObject([
      {
        ...{ id: 'fox-painter-2', title: 'Fox Painter 2', task: 'illustrate', isOwn: true, bytes: installed.bytes },
        licence: { name: 'OpenRAIL-M' },
        picture: { side: 96, steps: 1, guidance: 1, over: true, fixed: false },
      },
    ]);
    expect(await models.remove('fox-painter-2')).toBe(true);
    expect(models.list()).toEqual([]);
  });

  it('would catch an encoder that draws its own noise: the same picture would be painted over otherwise each time', async () => {
    const folder = await copy();
    const path = join(folder, 'vae_encoder/model.onnx');
    const model = readModel(await readFile(path));
    const { graph } = model;
    const drawn = { name: 'drawn', opType: 'RandomNormalLike', inputs: ['mean'], outputs: ['noise'] };
    const nodes = [
      ...graph.nodes.map((node) => withOutput(node, 'latent_sample', 'mean')),
      makeNode(drawn.opType, drawn.inputs, drawn.outputs, [makeInteger('dtype', DataType.float)]),
      makeNode('Add', ['mean', 'noise'], ['latent_sample']),
    ];
    await writeFile(path, Buffer.concat([...modelChunks({ ...model, graph: { ...graph, nodes } })]));
    const installed = await manager().importOwn(folder);
    expect(installed.conversion).toEqual({ name: 'repeatable-encoder', version: 1 });
    const session = await openSession(installed.files['vae_encoder/model.onnx']!, { threads: 1 });
    const encode = async () => {
      const sample = { type: 'float32', data: new Float32Array(3 * 16 * 16), shape: [1, 3, 16, 16] } as const;
      return (await session.run({ sample }))['latent_sample']!.data.slice();
    };
    expect(await encode()).toEqual(await encode());
    await session.dispose();
  });

  it('would catch a model that is replaced without being asked, and one that hides a model of the registry', async () => {
    const folder = await copy('painter');
    const models = manager(registryOf(Object.keys(await filesOf(fixture)), { id: 'known' }));
    const first = await models.importOwn(folder);
    await writeFile(join(folder, 'storyloom.json'), JSON.stringify({ steps: 3 }));
    await expect(models.importOwn(folder)).rejects.toMatchObject({ code: 'option', hint: /--replace/u });
    expect(models.resolve('painter')?.sha256).toBe(first.sha256);
    const second = await models.importOwn(folder, { replace: true });
    expect(second.sha256).not.toBe(first.sha256);
    expect(second.notices.join(' ')).toMatch(/taken the place/u);
    expect(models.list().find(({ id }) => id === 'painter')?.picture?.steps).toBe(3);
    await expect(models.importOwn(folder, { id: 'known' })).rejects.toMatchObject({ code: 'option' });
    await expect(models.importOwn(folder, { id: '../outside' })).rejects.toMatchObject({
      code: 'option',
      hint: /--id/u,
    });
  });

  it('would catch an import that is not stopped while it copies, or that leaves half a model or none of the old one', async () => {
    const folder = await copy('painter');
    const models = manager();
    const first = await models.importOwn(folder);
    await writeFile(join(folder, 'storyloom.json'), JSON.stringify({ steps: 3 }));
    const stop = new AbortController();
    const onProgress = ({ loaded, total }: { readonly loaded: number; readonly total: number }) => {
      // All is read and nothing copied yet.
      if (loaded === total) stop.abort();
    };
    const importing = models.importOwn(folder, { replace: true, signal: stop.signal, onProgress });
    await expect(importing).rejects.toMatchObject({ name: 'CancelledError' });
    expect(await readdir(join(root, 'models/.partial'), { recursive: true })).toEqual(['painter']);
    expect(models.resolve('painter')?.sha256).toBe(first.sha256);
  });

  it.each([
    ['no folder at all', 'not-found', /There is no folder/u, (folder: string) => rm(folder, { recursive: true })],
    [
      'no model_index.json',
      'not-found',
      /model_index\.json/u,
      (folder: string) => rm(join(folder, 'model_index.json')),
    ],
    ['no network', 'corrupt', /unet\/model\.onnx is missing/u, (folder: string) => rm(join(folder, 'unet/model.onnx'))],
    [
      'a network that is cut short',
      'corrupt',
      /unet\/model\.onnx .*cut short/u,
      (folder: string) => truncate(join(folder, 'unet/model.onnx'), 300_000),
    ],
    ['two networks that changed places', 'corrupt', /vae_decoder\/model\.onnx has the inputs sample/u, swapAutoencoder],
    [
      'a text encoder of another model',
      'corrupt',
      /encoder_hidden_states of unet\/model\.onnx is \d+ wide where text_encoder\/model\.onnx has \d+/u,
      foreignTextEncoder,
    ],
    [
      'settings that are no JSON',
      'corrupt',
      /scheduler\/scheduler_config\.json/u,
      (folder: string) => writeFile(join(folder, 'scheduler/scheduler_config.json'), '{"beta'),
    ],
    [
      'no tokenizer',
      'corrupt',
      /tokenizer\/vocab\.json/u,
      (folder: string) => rm(join(folder, 'tokenizer/merges.txt')),
    ],
    [
      'a tokenizer without words',
      'corrupt',
      /tokenizer\/vocab\.json/u,
      (folder: string) => writeFile(join(folder, 'tokenizer/vocab.json'), '{"a": 1}'),
    ],
  ] as const)('would catch %s being taken, or an error that does not name the file', async (_, code, message, harm) => {
    const folder = await copy('broken');
    await harm(folder);
    const models = manager();
    await expect(models.importOwn(folder)).rejects.toMatchObject({ code, message });
    expect(models.list()).toEqual([]);
    const left = await readdir(join(root, 'models')).catch(() => []);
    expect(left.filter((name) => !name.startsWith('.'))).toEqual([]);
  });
});

function withOutput(node: GraphNode, from: string, to: string): GraphNode {
  if (!node.outputs.includes(from)) return node;
  const outputs = node.outputs.map((name) => (name === from ? to : name));
  return makeNode(node.opType, node.inputs, outputs, node.attributes);
}

async function swapAutoencoder(folder: string): Promise<void> {
  await rename(join(folder, 'vae_decoder/model.onnx'), join(folder, 'aside'));
  await rename(join(folder, 'vae_encoder/model.onnx'), join(folder, 'vae_decoder/model.onnx'));
  await rename(join(folder, 'aside'), join(folder, 'vae_encoder/model.onnx'));
}

/** The width that the text encoder says to have is changed in place: 32 becomes 33. */
async function foreignTextEncoder(folder: string): Promise<void> {
  const path = join(folder, 'text_encoder/model.onnx');
  const bytes = await readFile(path);
  const at = bytes.lastIndexOf('last_hidden_state');
  const width = bytes.indexOf(Buffer.from([0x08, 0x20]), at);
  expect(width).toBeGreaterThan(at);
  bytes[width + 1] = 0x21;
  await writeFile(path, bytes);
}

/** Its files without checksums, on a hub of ours; their lengths are only about right. */
function registryOf(names: readonly string[], change: { id?: string } = {}): Registry {
  return parseRegistry({
    version: 1,
    models: [
      {
        ...{ id: 'hubbed', title: 'From the hub', task: 'illustrate', picture, licence, ...change },
        sources: [
          {
            ...{ kind: 'hub', repository: 'maker/hubbed', revision: 'main' },
            files: names
              .filter((name) => name !== 'scheduler/scheduler_config.json')
              .map((name) => ({ name, path: name, bytes: 1000, verified: false })),
            written: [
              {
                name: 'scheduler/scheduler_config.json',
                json: {
                  _class_name: 'EulerDiscreteScheduler',
                  beta_schedule: 'scaled_linear',
                  timestep_spacing: 'trailing',
                },
              },
            ],
          },
        ],
      },
    ],
  });
}

describe('a file whose checksum nobody has published', () => {
  let hub: BadServer;
  let names: string[];
  beforeEach(async () => {
    const files = await filesOf(fixture);
    names = Object.keys(files);
    hub = await startBadServer(
      Object.fromEntries(Object.entries(files).map(([name, bytes]) => [`/maker/hubbed/resolve/main/${name}`, bytes])),
    );
  });
  afterEach(() => hub.close());

  it('would catch trust that is not said, not remembered, or given a second time to other bytes', async () => {
    const models = manager(registryOf(names), { hub: hub.url });
    const first = await models.ensure('hubbed');
    expect(first.notices).toEqual([expect.stringMatching(/checksums of 12 files .*trusted/u)]);
    expect(await models.verify('hubbed')).toEqual([]);
    await models.remove('hubbed');
    const again = await models.ensure('hubbed');
    expect(again.sha256).toBe(first.sha256);
    expect(again.notices).toEqual([]);
    await models.remove('hubbed');
    const changed = await readFile(join(fixture, 'tokenizer/merges.txt'));
    changed[changed.length - 2] = 0x7a;
    hub.set('/maker/hubbed/resolve/main/tokenizer/merges.txt', changed);
    await expect(models.ensure('hubbed')).rejects.toMatchObject({
      code: 'corrupt',
      message: /It was another file when it was fetched the first time/u,
      hint: /delete .*hubbed\.json/u,
    });
    expect(models.resolve('hubbed')).toBeUndefined();
  });

  it('would catch a model of the hub that is installed although its networks do not fit', async () => {
    const text = await readFile(resolve(fixture, '../turbo-tiny/vae_encoder/model.onnx'));
    hub.set('/maker/hubbed/resolve/main/text_encoder/model.onnx', text);
    const models = manager(registryOf(names), { hub: hub.url });
    await expect(models.ensure('hubbed')).rejects.toMatchObject({ message: /text_encoder\/model\.onnx/u });
    expect(models.resolve('hubbed')).toBeUndefined();
  });
});

describe('a hub that sends large files from elsewhere', () => {
  let server: Server;
  afterEach(() => new Promise((done) => server.close(done)));

  it('would catch a file that is not what the hub says of it, though nobody else knows it', async () => {
    const files = await filesOf(fixture);
    let isHonest = false;
    server = createServer((request, response) => {
      const name = (request.url ?? '').replace(/^\/(maker\/hubbed\/resolve\/main|elsewhere)\//u, '');
      const bytes = files[name]!;
      if (request.url!.startsWith('/elsewhere/')) {
        const body = Buffer.from(bytes);
        if (!isHonest && name === 'unet/model.onnx') body[body.length >> 1]! ^= 1;
        return void response.writeHead(200, { 'content-length': body.length }).end(body);
      }
      const linked = { 'x-linked-size': String(bytes.length), 'x-linked-etag': `"${sha256(bytes)}"` };
      response.writeHead(302, { location: `/elsewhere/${name}`, 'content-length': 30, ...linked }).end('x'.repeat(30));
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const hub = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
    const models = manager(registryOf(Object.keys(files)), { hub });
    await expect(models.ensure('hubbed')).rejects.toMatchObject({ code: 'corrupt', message: /unet\/model\.onnx/u });
    isHonest = true;
    expect((await models.ensure('hubbed')).hashes['unet/model.onnx']).toBe(sha256(files['unet/model.onnx']!));
  });
});

describe('a model that comes with the program', () => {
  async function shipped(): Promise<{ registry: Registry; folder: string }> {
    const folder = join(root, 'program');
    await cp(fixture, join(folder, 'picture-book'), { recursive: true });
    const files = Object.entries(await filesOf(join(folder, 'picture-book')));
    const source = {
      ...{ kind: 'shipped', folder: 'picture-book' },
      files: files.map(([name, bytes]) => ({ name, bytes: bytes.length, sha256: sha256(bytes), verified: true })),
    };
    const model = {
      id: 'picture-book',
      title: 'Picture book',
      task: 'illustrate',
      picture,
      licence,
      sources: [source],
    };
    return { registry: parseRegistry({ version: 1, models: [model] }), folder };
  }

  it('would catch one that is not there at once, is copied, or can be removed from the program', async () => {
    const { registry, folder } = await shipped();
    const models = manager(registry, { shipped: folder });
    expect(models.list()).toMatchObject([{ id: 'picture-book', isOwn: false, partialBytes: 0 }]);
    const model = await models.ensure('picture-book');
    expect(model).toMatchObject({ directory: join(folder, 'picture-book'), source: { kind: 'shipped' }, notices: [] });
    expect(await models.verify('picture-book')).toEqual([]);
    await expect(models.remove('picture-book')).rejects.toMatchObject({ code: 'option' });
    expect(models.resolve('picture-book')?.sha256).toBe(model.sha256);
  });

  it('would catch a program that is not whole being filmed with, or sent to the hub', async () => {
    const { registry, folder } = await shipped();
    await truncate(join(folder, 'picture-book/unet/model.onnx'), 100);
    const models = manager(registry, { shipped: folder });
    expect(models.resolve('picture-book')).toBeUndefined();
    expect(await models.verify('picture-book')).toEqual([{ file: 'unet/model.onnx', problem: 'length' }]);
    await expect(models.ensure('picture-book')).rejects.toMatchObject({
      code: 'missing',
      hint: /Install Storyloom again/u,
    });
  });
});

describe('who paints', () => {
  const status = (id: string, kind: 'hub' | 'shipped' | undefined, fixed = false) =>
    ({
      ...{ id, title: id, task: 'illustrate', licence, isOwn: false, bytes: 1, partialBytes: 0, isOutdated: false },
      picture: { ...picture, fixed },
      installed: kind && { source: { kind, name: '' } },
    }) as ModelStatus;

  it('would catch a default that is not here, cannot paint wide pictures, or is not what the user has fetched', () => {
    const first = (...models: ModelStatus[]) => defaultPictureModel(models)?.id;
    expect(first(status('a', undefined))).toBeUndefined();
    expect(first(status('a', undefined), status('ours', 'shipped'))).toBe('ours');
    expect(first(status('ours', 'shipped'), status('fetched', 'hub'))).toBe('fetched');
    expect(first(status('square', 'hub', true), status('ours', 'shipped'))).toBe('ours');
    expect(first(status('square', 'hub', true))).toBe('square');
  });

  it('would catch a painter for a model that is not here, and an error without a way out', async () => {
    const folder = await copy('painter');
    const registry = registryOf(Object.keys(await filesOf(fixture)));
    const place = new Workplace({ data: join(root, 'data'), models: join(root, 'models'), registry });
    try {
      await expect(place.painter(undefined, {})).rejects.toMatchObject({ code: 'missing', hint: /storybook/u });
      await expect(place.painter('hubbed', {})).rejects.toMatchObject({
        code: 'missing',
        hint: /models fetch hubbed/u,
      });
      await expect(place.painter('nobody', {})).rejects.toMatchObject({ code: 'not-found', hint: /hubbed/u });
      expect(await place.painterHere('nobody')).toBeUndefined();
      const { sha256: digest } = await place.models().importOwn(folder, { title: 'Mine' });
      const painter = await place.painter(undefined, {});
      expect(painter).toMatchObject({ id: 'mine', title: 'Mine', side: 96, steps: 1 });
      expect(painter.identity()).toMatchObject({ model: digest });
      expect(await place.painterHere('mine')).toBe(painter);
    } finally {
      await place.close();
    }
  });
});
