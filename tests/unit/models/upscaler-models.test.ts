import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createModelManager, type ModelManager } from '../../../src/core/models/manager.ts';
import type { Registry } from '../../../src/core/models/registry.ts';
import { tryUpscaler } from '../../../src/core/runtime/upscale/trial.ts';
import { Workplace } from '../../../src/core/workplace.ts';
import { deadClients } from '../../helpers/model-lab.ts';
import { tinyUpscaler, type TinyUpscaler } from '../../helpers/tiny-upscalers.ts';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'storyloom-upscalers-'));
});
afterEach(async () => {
  await rm(root, { recursive: true, force: true });
});

function manager(models: Registry['models'] = []): ModelManager {
  return createModelManager({
    ...{ directory: join(root, 'models'), registry: { version: 1, models }, clients: deadClients },
    ...{
      shipped: join(root, 'shipped'),
      hub: 'http://127.0.0.1:9',
      tryUpscaler: (graph) => tryUpscaler(graph, { threads: 1 }),
    },
  });
}

async function write(path: string, contents: Uint8Array | string): Promise<string> {
  const whole = join(root, path);
  await mkdir(dirname(whole), { recursive: true });
  await writeFile(whole, contents);
  return whole;
}

const refusal = async (path: string) =>
  manager()
    .importOwn(path)
    .then(
      () => 'taken',
      (error: unknown) => {
        const { code, message } = error as { readonly code?: string; readonly message: string };
        return `${code ?? ''}: ${message.replaceAll(root, '')}`;
      },
    );

describe('an upscaler of the user’s own', () => {
  it('would catch a file that is not taken for what it is, or is not listed with what it does, or not removed', async () => {
    const path = await write('down loads/Sharp X3.onnx', tinyUpscaler({ blur: 3 }));
    const models = manager();
    const installed = await models.importOwn(path, { licence: 'BSD-3-Clause' });
    expect(installed).toMatchObject({ id: 'sharp-x3', notices: [], source: { kind: 'folder', name: path } });
    expect(Object.keys(installed.files)).toEqual(['model.onnx']);
    expect(await readFile(installed.files['model.onnx']!)).toEqual(await readFile(path));
    const status = {
      ...{ id: 'sharp-x3', title: 'Sharp X3', task: 'upscale', isOwn: true, picture: undefined },
      ...{ upscaler: { scale: 3, reach: 4 }, licence: { name: 'BSD-3-Clause' } },
    };
    expect(manager().list()).toMatchObject([status]);
    expect(await models.verify('sharp-x3')).toEqual([]);
    expect(await models.remove('sharp-x3')).toBe(true);
    expect(models.list()).toEqual([]);
    expect(await readdir(dirname(path))).toEqual(['Sharp X3.onnx']);
  });

  it('would catch a folder with settings beside its model that is not taken, or whose settings are not heeded', async () => {
    await write('crisp/storyloom.json', '{ "scale": 2, "title": "Crisp" }');
    await write('crisp/model.onnx', tinyUpscaler({ scale: 2 }));
    await write('crisp/README.md', 'not of the model');
    const installed = await manager().importOwn(join(root, 'crisp'), { id: 'mine' });
    expect(Object.keys(installed.files).sort()).toEqual(['model.onnx', 'storyloom.json']);
    expect(installed.own).toMatchObject({ title: 'Crisp', upscaler: { scale: 2, reach: 0 } });
    await write('crisp/storyloom.json', '{ "scale": 4 }');
    expect(await refusal(join(root, 'crisp'))).toMatch(/2 times as large, and is said to make it 4 times/);
    await write('crisp/storyloom.json', '{ "size": 4 }');
    expect(await refusal(join(root, 'crisp'))).toMatch(/corrupt: .*storyloom\.json cannot be used: .*size/s);
  });

  it.each<[string, TinyUpscaler, RegExp]>([
    ['grey pictures', { channels: 1 }, /input has 1 channels, not the 3 of red, green and blue/],
    ['more than a picture', { isConditioned: true }, /It takes input, noise, not one picture/],
    ['tiny pictures alone', { side: 48 }, /pictures of 48 x 48 alone, too small to be joined/],
    ['a picture that it leaves as large as it is', { scale: 1 }, /1 times as large, where 2, 3, 4 can be used/],
    ['too much of it', { scale: 8 }, /8 times as large/],
    ['other numbers than 0 to 1', { range: 255 }, /has to take and give 0 to 1/],
  ])('would catch a graph that is taken although it takes or gives %s', async (_, model, said) => {
    const path = await write('one.onnx', tinyUpscaler(model));
    expect(await refusal(path)).toMatch(/^corrupt: The upscaler \/one\.onnx cannot be used/);
    expect(await refusal(path)).toMatch(said);
    expect(manager().list()).toEqual([]);
  });

  it('would catch a file cut short, one that is no model, or none, refused without a word of what it is', async () => {
    const cut = await write('cut.onnx', tinyUpscaler().subarray(0, 400));
    expect(await refusal(cut)).toMatch(/corrupt: .*cut\.onnx is no ONNX model, or has been cut short/);
    expect(await refusal(await write('words.onnx', 'not a model at all'))).toMatch(/^corrupt: /);
    expect(await refusal(await write('words.txt', 'x'))).toBe(
      "option: words.txt is no model: an upscaler's file ends in .onnx.",
    );
    expect(await refusal(await write('Lanczos.onnx', tinyUpscaler()))).toMatch(/^option: A model cannot be named/);
    expect(await refusal(join(root, 'none.onnx'))).toBe('not-found: There is no file or folder /none.onnx.');
  });

  it('would catch a folder of a picture model that is taken for an upscaler', async () => {
    await write('painter/model_index.json', '{}');
    await write('painter/model.onnx', tinyUpscaler());
    expect(await refusal(join(root, 'painter'))).toMatch(/The picture model in \/painter cannot be used/);
  });

  it('would catch an upscaler that looks too far to be joined without seams, taken without a word', async () => {
    const installed = await manager().importOwn(await write('far.onnx', tinyUpscaler({ blur: 40 })));
    expect(installed.own?.upscaler?.reach).toBe(32);
    expect(installed.notices).toEqual([expect.stringMatching(/further than 32 pixels .* seams may be seen/)]);
  });
});

describe('an upscaler that comes with the program', () => {
  it('would catch one that is not here at once, or that can be removed', async () => {
    const bytes = tinyUpscaler();
    await write('shipped/crisp/model.onnx', bytes);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const files = [{ name: 'model.onnx', bytes: bytes.length, sha256, verified: true }];
    const models = manager([
      {
        ...{ id: 'crisp', title: 'Crisp', task: 'upscale', upscaler: { scale: 3, reach: 0 } },
        licence: { name: 'MIT', url: 'https://example.org/licence', commercialUse: 'Allowed.' },
        sources: [{ kind: 'shipped', folder: 'crisp', files }],
      },
    ]);
    expect(models.list()).toMatchObject([{ id: 'crisp', upscaler: { scale: 3 }, isOwn: false }]);
    expect((await models.ensure('crisp')).directory).toBe(join(root, 'shipped/crisp'));
    await expect(models.remove('crisp')).rejects.toMatchObject({ code: 'option' });
  });
});

describe('who enlarges where nothing is said', () => {
  it('would catch Lanczos in the place of an upscaler that is there, or of one that is broken', async () => {
    const place = new Workplace({
      ...{ data: join(root, 'data'), models: join(root, 'own'), registry: { version: 1, models: [] }, cores: 2 },
    });
    try {
      expect(await place.enlarger(undefined, {})).toBe('lanczos');
      const installed = await place.models().importOwn(await write('crisp.onnx', tinyUpscaler()));
      expect(await place.enlarger(undefined, {})).toMatchObject({ id: 'crisp', scale: 3 });
      expect(await place.enlarger('lanczos', {})).toBe('lanczos');
      await truncate(installed.files['model.onnx']!, 100);
      expect(await place.enlargerHere(undefined)).toBeUndefined();
      await expect(place.enlarger(undefined, {})).rejects.toMatchObject({
        code: 'missing',
        message: 'crisp, which is to enlarge, is not on this computer, or not whole.',
        hint: expect.stringMatching(/--id crisp --replace, or enlarge without a model: lanczos\.$/) as string,
      });
    } finally {
      await place.close();
    }
  });
});
