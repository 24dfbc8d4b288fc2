/**
 * A diffusion model in the ONNX layout of diffusers, as optimum exports it:
 * model_index.json; tokenizer/{vocab.json, merges.txt} or tokenizer/tokenizer.json, with tokenizer_config.json; scheduler/scheduler_config.json;
 * text_encoder, unet, vae_decoder and perhaps vae_encoder, each a folder with model.onnx and config.json. Weights may lie beside
 * a model.onnx, in external data.
 */
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { ErrorCode, StudioError } from '../../../shared/errors.ts';
import * as files from './folder/files.ts';
import { DECODER, ENCODER, findGraph, type FoundGraph, type GraphRole, TEXT_ENCODER, UNET } from './folder/graphs.ts';
import type { DiffusionModel, LatentFormat } from './model.ts';
import { readSchedulerConfig, type SchedulerConfig } from './schedulers/config.ts';

const INDEX = 'model_index.json';
const SCHEDULER = 'scheduler/scheduler_config.json';
/** Ours, where the makers of a model have more to say than the layout holds. */
const OWN = 'storyloom.json';
const TOKENIZERS = [['tokenizer/tokenizer.json'], ['tokenizer/vocab.json', 'tokenizer/merges.txt']] as const;
/** Used where they are there. */
const OPTIONAL = [
  OWN,
  'tokenizer/tokenizer_config.json',
  'tokenizer/special_tokens_map.json',
  'text_encoder/config.json',
  'unet/config.json',
  'vae_decoder/config.json',
  'vae_encoder/config.json',
];

/**
 * Reads and checks a model folder; no weights are loaded.
 * @throws StudioError `not-found` when there is no such model, `corrupt` when a file is missing or is not what it should be:
 *   `data.file` names it
 */
export async function readModelFolder(directory: string): Promise<DiffusionModel> {
  if (!(await exists(directory, INDEX))) throw notAModel(directory);
  const index = await files.readRequired(directory, INDEX, files.indexSchema);
  if (/XL|3|Flux|Inpaint/u.test(index._class_name)) {
    const what = `${INDEX} says that it is a ${index._class_name}; models of the Stable Diffusion 1 and 2 family can be used.`;
    throw files.brokenFile(directory, INDEX, what);
  }
  const own = await files.readOptional(directory, OWN, files.ownSchema);
  const [text, unet, decoder] = await Promise.all([
    required(directory, TEXT_ENCODER),
    required(directory, UNET),
    required(directory, DECODER),
  ]);
  const encoder = await findGraph(directory, ENCODER);
  const config = await files.readOptional(directory, 'unet/config.json', files.unetSchema);
  const latent = await readLatent(directory, { ...config, fits: unet.resizesToFit }, own);
  const { scheduler, notices } = await readScheduler(directory);
  const encoded = await files.readOptional(directory, 'text_encoder/config.json', files.textSchema);
  const tokenizer = await findTokenizer(directory);
  const optional = await Promise.all(OPTIONAL.map(async (file) => ((await exists(directory, file)) ? [file] : [])));
  const size = Array.isArray(config.sample_size) ? Math.min(...config.sample_size) : (config.sample_size ?? 64);
  const guidanceWidth = config.time_cond_proj_dim ?? undefined;
  return {
    directory,
    files: [
      ...[INDEX, SCHEDULER, ...tokenizer, ...optional.flat()],
      ...[text, unet, decoder, ...(encoder ? [encoder] : [])].flatMap((graph) => graph.files),
    ].sort(),
    tokens: encoded.max_position_embeddings,
    textEncoder: text.graph,
    unet: { ...unet.graph, ...(guidanceWidth === undefined ? {} : { guidanceWidth }) },
    decoder: decoder.graph,
    ...(encoder ? { encoder: encoder.graph } : {}),
    latent,
    side: own.side ?? size * latent.unit,
    scheduler,
    ...usual(scheduler, guidanceWidth !== undefined, own),
    ...(own.guided_below === undefined ? {} : { guidedBelow: own.guided_below }),
    ...(own.words ? { words: own.words } : {}),
    notices,
  };
}

async function required(directory: string, role: GraphRole): Promise<FoundGraph> {
  const found = await findGraph(directory, role);
  if (found) return found;
  const weights = role.file.replace('model.onnx', 'diffusion_pytorch_model.safetensors');
  const isTorch =
    (await exists(directory, weights)) || (await exists(directory, weights.replace('diffusion_pytorch_', '')));
  const what = isTorch ? ' The folder holds PyTorch weights, which have to be exported to ONNX first.' : '';
  throw files.brokenFile(directory, role.file, `${role.file} is missing.${what}`);
}

async function readLatent(
  directory: string,
  unet: z.infer<typeof files.unetSchema> & { readonly fits: boolean },
  own: z.infer<typeof files.ownSchema>,
): Promise<LatentFormat> {
  const file = 'vae_decoder/config.json';
  const autoencoder = await files.readOptional(directory, file, files.autoencoderSchema);
  const isTiny = autoencoder._class_name === 'AutoencoderTiny';
  const channels = autoencoder.latent_channels;
  if (channels !== unet.in_channels) {
    const what = `${file} has ${channels} latent channels where unet/config.json has ${unet.in_channels}.`;
    throw files.brokenFile(directory, file, what);
  }
  if (own.latent_rgb && own.latent_rgb.length !== channels) {
    const what = `latent_rgb of ${OWN} has ${own.latent_rgb.length} colours for ${channels} latent channels.`;
    throw files.brokenFile(directory, OWN, what);
  }
  const blocks = (isTiny ? autoencoder.decoder_block_out_channels : autoencoder.block_out_channels)?.length ?? 4;
  return {
    channels,
    unit: 2 ** (blocks - 1),
    multiple: unet.fits ? 1 : 2 ** Math.max(0, unet.down_block_types.length - 1),
    scale: autoencoder.scaling_factor ?? (isTiny ? 1 : 0.18215),
    shift: autoencoder.shift_factor ?? 0,
    ...(own.latent_rgb ? { rgb: own.latent_rgb } : {}),
  };
}

async function readScheduler(
  directory: string,
): Promise<{ readonly scheduler: SchedulerConfig; readonly notices: readonly string[] }> {
  const read = z.unknown().transform((json) => readSchedulerConfig(json));
  const { config, notices } = await files.readRequired(directory, SCHEDULER, read);
  return { scheduler: config, notices };
}

async function findTokenizer(directory: string): Promise<readonly string[]> {
  for (const names of TOKENIZERS) {
    const there = await Promise.all(names.map((name) => exists(directory, name)));
    if (there.every(Boolean)) return names;
  }
  throw files.brokenFile(
    directory,
    TOKENIZERS[1][0],
    `tokenizer/vocab.json with merges.txt, or tokenizer.json, is missing.`,
  );
}

/** Distilled models are given few steps and no guidance; turbo models are known by their times, the last of each stretch. */
function usual(
  scheduler: SchedulerConfig,
  isGuidanceEmbedded: boolean,
  own: z.infer<typeof files.ownSchema>,
): { readonly steps: number; readonly guidance: number } {
  const byKind =
    scheduler.name === 'lcm'
      ? { steps: 4, guidance: isGuidanceEmbedded ? 8 : 1 }
      : scheduler.name.startsWith('euler') && scheduler.spacing === 'trailing'
        ? { steps: 1, guidance: 1 }
        : { steps: 20, guidance: 7.5 };
  return { steps: own.steps ?? byKind.steps, guidance: own.guidance ?? byKind.guidance };
}

async function exists(directory: string, file: string): Promise<boolean> {
  return access(join(directory, file)).then(
    () => true,
    () => false,
  );
}

function notAModel(directory: string): StudioError {
  return new StudioError(ErrorCode.notFound, `There is no picture model in ${directory}: ${INDEX} is missing.`, {
    hint: 'Name a folder in the ONNX layout of diffusers: model_index.json with unet, text_encoder and vae_decoder beside it.',
    data: { directory, file: INDEX },
  });
}
