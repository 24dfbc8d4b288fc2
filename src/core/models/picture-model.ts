/** Whether a folder is a picture model that can be used, down to whether its networks fit together; no weights are loaded. */
import { brokenFile } from '../runtime/diffusion/folder/files.ts';
import type { DiffusionModel } from '../runtime/diffusion/model.ts';
import { readModelFolder } from '../runtime/diffusion/model-folder.ts';
import { openTokenizer } from '../runtime/diffusion/tokenizer.ts';
import type { GraphValue } from '../runtime/graph/interface.ts';
import type { PictureFacts } from './registry.ts';

export interface CheckedPictureModel {
  /** Names of the files that it consists of; whatever else lies in the folder is not part of it. */
  readonly files: readonly string[];
  readonly facts: PictureFacts;
  /** What is done otherwise than its makers meant it. */
  readonly notices: readonly string[];
}

/** @throws StudioError `not-found` when there is no such model, `corrupt` that names the file and what is wrong with it */
export async function checkPictureModel(directory: string): Promise<CheckedPictureModel> {
  const model = await readModelFolder(directory);
  await openTokenizer(model);
  checkTypes(model);
  checkWidths(model);
  const { side, steps, guidance, files, notices } = model;
  const fixed =
    valueOf(model.unet.inputs, 'sample')
      ?.shape?.slice(2)
      .every((size) => typeof size === 'number') ?? false;
  return { files, facts: { side, steps, guidance, over: model.encoder !== undefined, fixed }, notices };
}

const FLOATS = ['float32', 'float16'];
const INTEGERS = ['int32', 'int64'];

function checkTypes({ directory, textEncoder, unet, decoder, encoder }: DiffusionModel): void {
  const wanted: readonly (readonly [string, GraphValue | undefined, readonly string[]])[] = [
    [textEncoder.file, valueOf(textEncoder.inputs, 'input_ids'), INTEGERS],
    [unet.file, valueOf(unet.inputs, 'sample'), FLOATS],
    [unet.file, valueOf(unet.inputs, 'timestep'), [...INTEGERS, ...FLOATS]],
    [unet.file, valueOf(unet.inputs, 'encoder_hidden_states'), FLOATS],
    [decoder.file, valueOf(decoder.inputs, 'latent_sample'), FLOATS],
    ...(encoder ? ([[encoder.file, valueOf(encoder.inputs, 'sample'), FLOATS]] as const) : []),
  ];
  for (const [file, value, types] of wanted) {
    if (!value || types.includes(value.type)) continue;
    const what = `${value.name} of ${file} is ${value.type}, not ${types.join(' or ')}.`;
    throw brokenFile(directory, file, what);
  }
}

/** A text encoder of another model, or a decoder of another latent, is what most broken folders have. */
function checkWidths({ directory, textEncoder, unet, decoder, encoder, latent }: DiffusionModel): void {
  const fit = (file: string, value: GraphValue | undefined, axis: number, wanted: unknown, of: string) => {
    const size = value?.shape?.[axis];
    if (typeof size !== 'number' || typeof wanted !== 'number' || size === wanted) return;
    throw brokenFile(directory, file, `${value!.name} of ${file} is ${size} wide where ${of} has ${wanted}.`);
  };
  const text = valueOf(textEncoder.outputs, 'last_hidden_state');
  fit(unet.file, valueOf(unet.inputs, 'encoder_hidden_states'), 2, text?.shape?.[2], textEncoder.file);
  const { channels } = latent;
  fit(unet.file, valueOf(unet.inputs, 'sample'), 1, channels, 'the latent');
  fit(unet.file, valueOf(unet.outputs, 'out_sample'), 1, channels, 'the latent');
  fit(decoder.file, valueOf(decoder.inputs, 'latent_sample'), 1, channels, 'the latent');
  fit(decoder.file, valueOf(decoder.outputs, 'sample'), 1, 3, 'a picture');
  if (!encoder) return;
  fit(encoder.file, valueOf(encoder.inputs, 'sample'), 1, 3, 'a picture');
  fit(encoder.file, valueOf(encoder.outputs, 'latent_sample'), 1, channels, 'the latent');
  // Mean and deviation of each channel.
  fit(encoder.file, valueOf(encoder.outputs, 'latent_parameters'), 1, 2 * channels, 'the latent');
}

function valueOf(values: readonly GraphValue[], name: string): GraphValue | undefined {
  return values.find((value) => value.name === name);
}
