/** What the UNet is told of the picture that is wanted: the prompt's hidden states, and how closely to keep to it. */
import type { OnnxSession } from '../onnx.ts';
import type { DiffusionModel } from './model.ts';
import { type Rows, runFor } from './rows.ts';
import type { PaintTask } from './tasks.ts';

/** Without guidance by a second pass there is one row, with it two: what is not to be seen, and what is. */
export interface Conditioning {
  readonly states: Rows;
  /** Of a distilled model: the guidance as an embedding, one row. */
  readonly guidance?: Rows;
  /** How far to go from the first row's answer towards the second's, and beyond; 1 where there is one row alone. */
  readonly scale: number;
}

export async function condition(task: PaintTask, encoder: OnnxSession): Promise<Conditioning> {
  const { model, guidance } = task;
  const width = model.unet.guidanceWidth;
  const isGuided = width === undefined && guidance > 1;
  const states = await encode(model, isGuided ? [task.negative, task.prompt] : [task.prompt], encoder);
  return {
    states,
    scale: isGuided ? guidance : 1,
    ...(width === undefined ? {} : { guidance: { data: embed(guidance - 1, width), shape: [width] } }),
  };
}

/** One pass for each text: two at once are no faster, and some graphs take one only. */
async function encode(
  model: DiffusionModel,
  texts: readonly (readonly number[])[],
  encoder: OnnxSession,
): Promise<Rows> {
  const found = [];
  for (const ids of texts) {
    const data = BigInt64Array.from(ids, BigInt);
    const feeds = { input_ids: { type: 'int64', data, shape: [1, model.tokens] } } as const;
    found.push(await runFor(encoder, 'last_hidden_state', feeds));
  }
  const [first] = found;
  const data = new Float32Array(first!.data.length * found.length);
  for (const [index, states] of found.entries()) data.set(states.data, index * first!.data.length);
  return { data, shape: first!.shape.slice(1) };
}

/** Sines and cosines of many frequencies, as times are told to networks (Vaswani et al. 2017); LCM's guidance is told so. */
function embed(value: number, width: number): Float32Array {
  const half = Math.floor(width / 2);
  const pace = Math.log(10_000) / (half - 1);
  const embedding = new Float32Array(width);
  for (let index = 0; index < half; index += 1) {
    const angle = value * 1000 * Math.exp(-pace * index);
    embedding[index] = Math.sin(angle);
    embedding[half + index] = Math.cos(angle);
  }
  return embedding;
}
