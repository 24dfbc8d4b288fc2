/** Between latents and pictures: the halves of an AutoencoderKL (Kingma and Welling 2013) or of a tiny one (TAESD). */
import type { OnnxSession } from '../onnx.ts';
import type { RgbImage } from '../rgb-image.ts';
import { findOutput, ENCODER } from './folder/graphs.ts';
import type { DiffusionModel, LatentFormat } from './model.ts';
import type { Noise } from './noise.ts';
import { checkNumbers } from './numbers.ts';
import { fromPlanes, type Size, toPlanes } from './pixels.ts';
import { feedOf, rowLength, type Rows, runFor } from './rows.ts';

/** What the logarithm of the variance is kept within, as in the reference. */
const LOG_VARIANCE = { least: -30, most: 20 };

/** Each picture of the latents, cut to its size; one at a time, for a decoder takes far more memory than a step. */
export async function decode(
  { latent }: DiffusionModel,
  session: OnnxSession,
  latents: Rows,
  { size, step }: { readonly size: Size; readonly step: (done: number) => void },
): Promise<readonly RgbImage[]> {
  const [channels, height, width] = latents.shape;
  const data = latents.data.map((value) => value / latent.scale + latent.shift);
  const rows = { data, shape: [channels!, height!, width!] };
  const whole = { width: width! * latent.unit, height: height! * latent.unit };
  const pictures: RgbImage[] = [];
  for (let index = 0; index < data.length / rowLength(latents); index += 1) {
    step(index);
    const { data: planes } = await runFor(session, 'sample', { latent_sample: feedOf(rows, index, 1) });
    checkNumbers(planes, 'when it made pixels');
    pictures.push(fromPlanes(planes, whole, size));
  }
  return pictures;
}

/** Latents of one picture, as many times as there are pictures; an AutoencoderKL draws each from its own noise. */
export async function encode(
  model: DiffusionModel,
  session: OnnxSession,
  picture: RgbImage,
  { size, count, noise }: { readonly size: Size; readonly count: number; readonly noise: Noise },
): Promise<Float32Array> {
  const output = findOutput(ENCODER, model.encoder!.outputs)!.name;
  const sample = { type: 'float32', data: toPlanes(picture, size), shape: [1, 3, size.height, size.width] } as const;
  const { data, shape } = await runFor(session, output, { sample });
  const isDistribution = shape[1] === 2 * model.latent.channels;
  const length = isDistribution ? data.length / 2 : data.length;
  const drawn = isDistribution ? noise() : undefined;
  const latents = new Float32Array(count * length);
  for (let place = 0; place < latents.length; place += 1) {
    const from = place % length;
    const value = drawn ? data[from]! + deviation(data[length + from]!) * drawn[place]! : data[from]!;
    latents[place] = toLatent(value, model.latent);
  }
  return latents;
}

function deviation(logVariance: number): number {
  return Math.exp(Math.min(LOG_VARIANCE.most, Math.max(LOG_VARIANCE.least, logVariance)) / 2);
}

function toLatent(value: number, { scale, shift }: LatentFormat): number {
  return (value - shift) * scale;
}
