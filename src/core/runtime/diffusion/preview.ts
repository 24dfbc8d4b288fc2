/** A latent as a rough picture, a pixel for each of its own: no network, so it costs nothing beside a step. */
import type { RgbImage } from '../rgb-image.ts';
import type { LatentFormat } from './model.ts';
import type { Size } from './pixels.ts';

/**
 * Red, green and blue of the four channels of Stable Diffusion 1 and 2: a linear fit that its users found
 * (https://discuss.huggingface.co/t/decoding-latents-to-rgb-without-upscaling/23204).
 */
const STABLE_DIFFUSION = [
  [0.298, 0.207, 0.208],
  [0.187, 0.286, 0.173],
  [-0.158, 0.189, 0.264],
  [-0.184, -0.271, -0.473],
];

/** @param latents of one picture, [channels, height, width] */
export function preview(latents: Float32Array, { channels, rgb }: LatentFormat, { width, height }: Size): RgbImage {
  const factors = rgb ?? (channels === 4 ? STABLE_DIFFUSION : grey(channels));
  const pixels = new Uint8ClampedArray(3 * width * height);
  for (let place = 0; place < width * height; place += 1) {
    for (let colour = 0; colour < 3; colour += 1) {
      let sum = 0;
      for (let channel = 0; channel < channels; channel += 1) {
        sum += latents[channel * width * height + place]! * factors[channel]![colour]!;
      }
      pixels[3 * place + colour] = (sum + 1) * 127.5;
    }
  }
  return { width, height, pixels: new Uint8Array(pixels.buffer) };
}

function grey(channels: number): readonly (readonly number[])[] {
  const share = 1 / channels;
  return Array.from({ length: channels }, () => [share, share, share]);
}
