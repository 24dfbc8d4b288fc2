import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { DiffusionModel } from '../../../../src/core/runtime/diffusion/model.ts';
import { readModelFolder } from '../../../../src/core/runtime/diffusion/model-folder.ts';
import { type Networks, paint } from '../../../../src/core/runtime/diffusion/paint.ts';
import { readSchedulerConfig } from '../../../../src/core/runtime/diffusion/schedulers/config.ts';
import type { PaintTask } from '../../../../src/core/runtime/diffusion/tasks.ts';
import { openTokenizer } from '../../../../src/core/runtime/diffusion/tokenizer.ts';
import { type OnnxSession, openSession } from '../../../../src/core/runtime/onnx.ts';
import { difference, DIFFUSION, readBytes, readFloats, readJson } from '../../../fixtures/diffusion/read.ts';

interface Case {
  readonly model: string;
  readonly scheduler: string;
  /** Of the scheduler, beside the model's own. */
  readonly settings?: object;
  readonly prompt: string;
  readonly negative: string;
  readonly width: number;
  readonly height: number;
  readonly steps: number;
  readonly guidance: number;
  readonly count: number;
  readonly strength?: number;
}

const opened = new Map<string, Promise<OnnxSession>>();
afterAll(async () => {
  for (const session of opened.values()) await (await session).dispose();
});

function networksOf({ directory }: DiffusionModel): Networks {
  const open = (part: string) => () => {
    const path = join(directory, part, 'model.onnx');
    const session = opened.get(path) ?? openSession(path, { threads: 1 });
    opened.set(path, session);
    return session;
  };
  return {
    textEncoder: open('text_encoder'),
    unet: open('unet'),
    decoder: open('vae_decoder'),
    encoder: open('vae_encoder'),
  };
}

async function taskOf(name: string, asked: Case): Promise<PaintTask> {
  const folder = await readModelFolder(join(DIFFUSION, 'models', asked.model));
  const own = readJson(`models/${asked.model}/scheduler/scheduler_config.json`) as { readonly _class_name: string };
  // In diffusers another scheduler takes over what was set, but not what was the first one's default.
  const taken = own._class_name === asked.scheduler ? own : { ...own, timestep_spacing: undefined };
  const { config } = readSchedulerConfig({ ...taken, ...asked.settings, _class_name: asked.scheduler });
  const model = { ...folder, scheduler: config };
  const tokenizer = await openTokenizer(model);
  const { width, height, steps, guidance, count, strength } = asked;
  return {
    ...{ model, sha256: '', width, height, steps, guidance, previews: false },
    prompt: tokenizer.fit(asked.prompt).ids,
    negative: tokenizer.fit(asked.negative).ids,
    seeds: Array.from({ length: count }, (_, index) => index),
    ...(strength === undefined
      ? {}
      : { start: { picture: { width, height, pixels: readBytes(`pictures/${name}/start.npy`).data }, strength } }),
  };
}

/** The reference's own noise, in the order in which it was drawn. */
function drawn(name: string): () => Float32Array {
  const { data, shape } = readFloats(`pictures/${name}/noise.npy`);
  const length = data.length / shape[0]!;
  let next = 0;
  return () => data.slice(next++ * length, next * length);
}

const names = [
  ...['sd-guided', 'sd-plain', 'sd-dpm-two', 'sd-over', 'turbo-one', 'turbo-wide', 'turbo-over', 'lcm-four'],
  ...['lcm-over', 'zero-ddim', 'zero-dpm'],
];

describe('pictures of the reference', () => {
  it.each(names)('%s: would catch a prompt, a step or a pixel that is not as diffusers makes it', async (name) => {
    const asked = readJson(`pictures/${name}/case.json`) as Case;
    const task = await taskOf(name, asked);
    const latents: Float32Array[] = [];
    const values: number[] = [];
    const { pictures, steps } = await paint(task, networksOf(task.model), {
      noise: drawn(name),
      pass: () => undefined,
      onProgress: (value) => values.push(value),
      onStep: (step) => latents.push(step.latents.data),
    });
    const wanted = readFloats(`pictures/${name}/latents.npy`);
    const length = wanted.data.length / wanted.shape[0]!;
    expect(steps).toBe(wanted.shape[0]);
    for (const [index, each] of latents.entries()) {
      expect(difference(each, wanted.data.subarray(index * length, (index + 1) * length))).toBeLessThan(1e-3);
    }
    const pixels = readBytes(`pictures/${name}/pixels.npy`);
    const [count, height, width] = pixels.shape;
    expect(pictures).toHaveLength(count!);
    for (const [index, picture] of pictures.entries()) {
      expect([picture.width, picture.height]).toEqual([width, height]);
      const size = pixels.data.length / count!;
      expect(difference(picture.pixels, pixels.data.subarray(index * size, (index + 1) * size))).toBeLessThanOrEqual(2);
    }
    expect(values).toEqual([...values].sort((a, b) => a - b));
  });
});
