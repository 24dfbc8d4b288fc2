/** Latent diffusion (Rombach et al. 2022, arXiv 2112.10752): from noise, or from a picture (SDEdit, Meng et al. 2021), to pictures. */
import type { OnnxSession } from '../onnx.ts';
import type { RgbImage } from '../rgb-image.ts';
import { decode, encode } from './autoencoder.ts';
import { condition } from './conditioning.ts';
import { createDenoiser } from './denoise.ts';
import type { DiffusionModel } from './model.ts';
import type { Noise } from './noise.ts';
import { checkNumbers } from './numbers.ts';
import type { Size } from './pixels.ts';
import type { Rows } from './rows.ts';
import { createScheduler, type Scheduler } from './schedulers/scheduler.ts';
import type { PaintTask } from './tasks.ts';

/** The model's networks, each opened when it is first needed. */
export type Networks = Readonly<Record<'textEncoder' | 'unet' | 'decoder' | 'encoder', () => Promise<OnnxSession>>>;

export interface PaintedStep {
  /** 1 for the first. */
  readonly step: number;
  readonly steps: number;
  /** After it, of all pictures. */
  readonly latents: Rows;
  /** Latents of the pictures as they would be if the model were right already. */
  foresee(): Float32Array;
}

export interface PaintHooks {
  readonly noise: Noise;
  /** Called before every pass of a network; what it throws ends the work. */
  readonly pass: () => void;
  /** 0..1, by the work that is done. */
  readonly onProgress: (value: number) => void;
  readonly onStep: (step: PaintedStep) => void;
}

/** Shares of the work: the prompt is read by so much, and so much is left when the last step is done. */
const READ = 0.04;
const DECODED = 0.12;

/** Sides of the latents that are painted: at least as large as what is wanted, and as the UNet can have them. */
export function latentSize({ width, height }: Size, { latent }: Pick<DiffusionModel, 'latent'>): Size {
  const { unit, multiple } = latent;
  const side = (pixels: number) => Math.ceil(pixels / (unit * multiple)) * multiple;
  return { width: side(width), height: side(height) };
}

/** @throws StudioError `option` for steps that cannot be, `corrupt` when the model's numbers are none */
export async function paint(
  task: PaintTask,
  networks: Networks,
  hooks: PaintHooks,
): Promise<{ readonly pictures: readonly RgbImage[]; readonly steps: number }> {
  const { model, seeds } = task;
  const { width, height } = latentSize(task, model);
  const shape = [model.latent.channels, height, width];
  const { scheduler, first } = createScheduler(model.scheduler, {
    steps: task.steps,
    strength: task.start?.strength ?? 1,
  });
  hooks.pass();
  const conditioning = await condition(task, await networks.textEncoder());
  hooks.onProgress(READ);
  let latents = await begin(task, networks, hooks, { scheduler, first });
  const denoiser = createDenoiser(model, await networks.unet(), conditioning, hooks.pass);
  const steps = scheduler.times.length - first;
  for (let index = first; index < scheduler.times.length; index += 1) {
    const input = { data: scheduler.modelInput(latents, index), shape };
    const output = await denoiser.predict(input, scheduler.times[index]!);
    checkNumbers(output, `in step ${index - first + 1}`);
    const before = { index, latents, output };
    latents = scheduler.step({ ...before, noise: hooks.noise });
    const step = index - first + 1;
    hooks.onProgress(READ + (1 - READ - DECODED) * (step / steps));
    hooks.onStep({ step, steps, latents: { data: latents, shape }, foresee: () => scheduler.foresee(before) });
  }
  const decoder = await networks.decoder();
  const pictures = await decode(
    model,
    decoder,
    { data: latents, shape },
    {
      size: task,
      step: (done) => {
        hooks.pass();
        hooks.onProgress(1 - DECODED * (1 - done / seeds.length));
      },
    },
  );
  return { pictures, steps };
}

/** The latents before the first step. */
async function begin(
  { model, seeds, start, ...size }: PaintTask,
  networks: Networks,
  { noise, pass }: PaintHooks,
  { scheduler, first }: { readonly scheduler: Scheduler; readonly first: number },
): Promise<Float32Array> {
  if (!start) return noise().map((value) => value * scheduler.initialScale);
  const { width, height } = latentSize(size, model);
  const { unit } = model.latent;
  const whole = { width: width * unit, height: height * unit };
  pass();
  const session = await networks.encoder();
  const picture = await encode(model, session, start.picture, { size: whole, count: seeds.length, noise });
  return scheduler.addNoise(picture, noise(), first);
}
