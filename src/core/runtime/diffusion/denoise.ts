/** One look of the UNet at latents, with guidance (Ho and Salimans 2022, arXiv 2207.12598) in the same pass. */
import type { Feed, OnnxSession } from '../onnx.ts';
import type { Conditioning } from './conditioning.ts';
import type { DiffusionModel } from './model.ts';
import { feedOf, pieces, repeatRows, rowLength, type Rows, runFor, tileRows } from './rows.ts';

/**
 * Latent pixels of one pass, of all its rows: two pictures of 384x384, or one that is guided. A larger batch is no faster on a CPU
 * (SD-Turbo's UNet: 1.06 s of processor for one, 4.2 s for four), each row takes its room in memory, and between passes painting
 * can be stopped. Always the same, so that a request gives the same bytes however much memory is free.
 */
export const PIXELS_AT_ONCE = 2 * 48 * 48;

export interface Denoiser {
  /** What the model makes of the latents of each picture at a time; of the latents' length. */
  predict(latents: Rows, time: number): Promise<Float32Array>;
}

/** @param step called before each pass of the network, which cannot be stopped itself */
export function createDenoiser(
  model: DiffusionModel,
  session: OnnxSession,
  { states, guidance, scale }: Conditioning,
  step: () => void,
): Denoiser {
  const all = states.data.length / rowLength(states);
  const wanted = { ...states, data: states.data.subarray((all - 1) * rowLength(states)) };
  const { unet, guidedBelow = Infinity } = model;
  const rank = unet.inputs.find(({ name }) => name === 'timestep')?.shape?.length ?? 1;
  return {
    predict: async (latents, time) => {
      // A model may be left to itself until the composition stands.
      const passes = time < guidedBelow ? all : 1;
      const length = rowLength(latents);
      const pictures = latents.data.length / length;
      // A picture's rows, with and without what is wanted, lie together and go through the network together.
      const rows = repeatRows(latents, passes);
      const told = tileRows(passes === all ? states : wanted, pictures);
      const embedded = guidance && tileRows(guidance, pictures * passes);
      const [, height, width] = latents.shape;
      const most = Math.max(1, Math.floor(PIXELS_AT_ONCE / (width! * height! * passes))) * passes;
      const output = new Float32Array(rows.data.length);
      for (const { first, count } of pieces(unet, pictures * passes, most)) {
        step();
        const feeds: Record<string, Feed> = {
          sample: feedOf(rows, first, count),
          timestep: { type: 'float32', data: Float32Array.of(time), shape: rank === 0 ? [] : [1] },
          encoder_hidden_states: feedOf(told, first, count),
          ...(embedded ? { timestep_cond: feedOf(embedded, first, count) } : {}),
        };
        output.set((await runFor(session, 'out_sample', feeds)).data, first * length);
      }
      return passes === 1 ? output : guide(output, length, scale);
    },
  };
}

/** From what the model sees without the prompt, past what it sees with it. */
function guide(output: Float32Array, length: number, scale: number): Float32Array {
  const guided = new Float32Array(output.length / 2);
  for (let place = 0; place < guided.length; place += 1) {
    const without = place + Math.floor(place / length) * length;
    guided[place] = output[without]! + scale * (output[without + length]! - output[without]!);
  }
  return guided;
}
