import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { workerEntry } from '../../src/core/paths.ts';
import { createPool, type Pool } from '../../src/core/pool/pool.ts';
import { createDiffusionPainter } from '../../src/core/providers/local/diffusion-painter.ts';
import type { Painter } from '../../src/core/providers/painter.ts';
import { readOutline } from '../../src/core/runtime/graph/outline.ts';
import { DIFFUSION } from '../fixtures/diffusion/read.ts';

const GOOD = join(DIFFUSION, 'models', 'turbo-tiny');
const FOX = { prompt: 'a fox in a forest', negative: '', width: 64, height: 64, seed: 1 } as const;

let pool: Pool;
let folder: string;
let count = 0;

beforeAll(() => {
  pool = createPool({ threads: 1, entry: workerEntry(), areaLimits: { diffusion: 1 } });
  folder = mkdtempSync(join(tmpdir(), 'diffusion-folders-'));
});

afterAll(async () => {
  await pool.dispose();
  rmSync(folder, { recursive: true, force: true });
});

/** A copy of a good model, to be spoiled. */
function copy(spoil: (directory: string) => void | Promise<void>): Promise<string> {
  const directory = join(folder, `model-${String((count += 1))}`);
  cpSync(GOOD, directory, { recursive: true });
  return Promise.resolve(spoil(directory)).then(() => directory);
}

const open = (directory: string): Promise<Painter> =>
  createDiffusionPainter({ pool, id: 'spoiled', title: 'Spoiled', directory, sha256: directory, threads: 1 });

/** Other bytes of the same length, wherever they are in a file. */
function rename(file: string, from: string, to: string): void {
  writeFileSync(file, Buffer.from(readFileSync(file, 'latin1').replaceAll(from, to), 'latin1'));
}

function editJson(file: string, change: object): void {
  writeFileSync(file, JSON.stringify({ ...(JSON.parse(readFileSync(file, 'utf8')) as object), ...change }));
}

/** The UNet's weights in a file of their own. */
async function externalise(directory: string): Promise<string> {
  const weights = join(directory, 'unet', 'weights.pb');
  renameSync(join(directory, 'unet', 'model.onnx'), weights);
  writeFileSync(join(directory, 'unet', 'model.onnx'), await readOutline(weights));
  return weights;
}

describe('a folder that is no picture model', () => {
  it.each<[string, (directory: string) => void | Promise<void>, string, RegExp]>([
    ['model_index.json', (at) => rmSync(join(at, 'model_index.json')), 'not-found', /model_index\.json is missing/],
    [
      'model_index.json',
      (at) => editJson(join(at, 'model_index.json'), { _class_name: 'StableDiffusionXLPipeline' }),
      'corrupt',
      /StableDiffusionXLPipeline/,
    ],
    ['unet/model.onnx', (at) => rmSync(join(at, 'unet', 'model.onnx')), 'corrupt', /unet\/model\.onnx is missing/],
    [
      'unet/model.onnx',
      (at) => {
        renameSync(join(at, 'unet', 'model.onnx'), join(at, 'unet', 'diffusion_pytorch_model.safetensors'));
      },
      'corrupt',
      /PyTorch weights, which have to be exported/,
    ],
    ['vae_decoder/model.onnx', (at) => rmSync(join(at, 'vae_decoder'), { recursive: true }), 'corrupt', /is missing/],
    [
      'scheduler/scheduler_config.json',
      (at) => rmSync(join(at, 'scheduler'), { recursive: true }),
      'corrupt',
      /scheduler_config\.json/,
    ],
    ['tokenizer/vocab.json', (at) => rmSync(join(at, 'tokenizer'), { recursive: true }), 'corrupt', /is missing/],
    [
      'unet/model.onnx',
      (at) => rename(join(at, 'unet', 'model.onnx'), 'encoder_hidden_states', 'encoder_hidden_things'),
      'corrupt',
      /has the inputs .*encoder_hidden_things.* where .*encoder_hidden_states.* belong/,
    ],
    [
      'vae_decoder/model.onnx',
      (at) => rename(join(at, 'vae_decoder', 'model.onnx'), 'latent_sample', 'latent_simple'),
      'corrupt',
      /latent_simple.* where latent_sample/,
    ],
    [
      'text_encoder/model.onnx',
      (at) => truncateSync(join(at, 'text_encoder', 'model.onnx'), 100_000),
      'corrupt',
      /no ONNX model, or has been cut short/,
    ],
    [
      'text_encoder/model.onnx',
      (at) => writeFileSync(join(at, 'text_encoder', 'model.onnx'), 'version https://git-lfs.github.com/spec/v1\n'),
      'corrupt',
      /no ONNX model/,
    ],
    [
      'unet/model.onnx',
      (at) => writeFileSync(join(at, 'unet', 'model.onnx'), ''),
      'corrupt',
      /no ONNX model, or has been cut short/,
    ],
    [
      'unet/weights.pb',
      async (at) => rmSync(await externalise(at)),
      'corrupt',
      /unet\/weights\.pb is missing; it holds weights of unet\/model\.onnx/,
    ],
    [
      'unet/weights.pb',
      async (at) => truncateSync(await externalise(at), 200_000),
      'corrupt',
      /unet\/weights\.pb has been cut short/,
    ],
  ])('would catch %s that is wrong and is not named', async (file, spoil, code, message) => {
    const error = await open(await copy(spoil)).catch((failure: unknown) => failure);
    expect(error).toMatchObject({
      name: 'StudioError',
      code,
      message: expect.stringMatching(message) as string,
      hint: expect.stringMatching(/.+/) as string,
      data: { file },
    });
  });

  it('would catch a file of the user that is read as weights', async () => {
    const directory = await copy(async (at) => {
      const weights = await externalise(at);
      renameSync(weights, join(at, 'weights'));
      rename(join(at, 'unet', 'model.onnx'), 'weights.pb', '../weights');
    });
    await expect(open(directory)).rejects.toMatchObject({
      code: 'corrupt',
      message: expect.stringContaining('outside its folder, in ../weights') as string,
    });
  });
});

describe('an export that takes one size alone', () => {
  it('would catch another size being tried, or a film of another shape that is not told why', async () => {
    const painter = await open(
      await copy((at) => {
        const unet = join(at, 'unet', 'model.onnx');
        // A dimension by name becomes 12, in a varint that is as long.
        rename(unet, '\x12\x06height', '\x08\x8c\x80\x80\x80\x80\x80\0');
        rename(unet, '\x12\x05width', '\x08\x8c\x80\x80\x80\x80\0');
      }),
    );
    expect((await painter.paint({ ...FOX, width: 96, height: 96 })).pictures).toHaveLength(1);
    await expect(painter.paint({ ...FOX, width: 128, height: 72 })).rejects.toMatchObject({
      code: 'option',
      message: 'This model cannot paint 128 x 72.',
      hint: expect.stringMatching(/Choose 96 x 96: .* square \(1:1\)/u) as string,
    });
  });
});

describe('weights in a file of their own', () => {
  it('would catch another picture than with weights within, or a model too large for any memory that is loaded', async () => {
    const within = await (await open(GOOD)).paint(FOX);
    let weights = '';
    const directory = await copy(async (at) => {
      weights = await externalise(at);
    });
    const apart = await (await open(directory)).paint(FOX);
    expect(Buffer.compare(apart.pictures[0]!.pixels, within.pictures[0]!.pixels)).toBe(0);
    // A file of holes: as large as a model of two million million numbers, and on the disk no larger than before.
    truncateSync(weights, 8e12);
    const error = await (await copyNamed(directory)).paint(FOX).catch((failure: unknown) => failure);
    expect(error).toMatchObject({
      name: 'StudioError',
      code: 'memory',
      message: expect.stringMatching(/needs \d+\.\d GB of memory more, and \d+\.\d GB are free/) as string,
      hint: expect.stringContaining('smaller model') as string,
    });
    expect(pool.stats().killed).toBe(0);
    expect((await (await open(GOOD)).paint(FOX)).pictures).toHaveLength(1);
  });
});

/** As if it were another model: what is loaded already is not loaded again. */
function copyNamed(directory: string): Promise<Painter> {
  return createDiffusionPainter({ pool, id: 'large', title: 'Large', directory, sha256: 'large', threads: 1 });
}
