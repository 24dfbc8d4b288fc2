/** The JSON files of a model folder in the layout of diffusers, as far as painting needs them. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { ErrorCode, StudioError } from '../../../../shared/errors.ts';
import { MOST_GUIDANCE, MOST_PICTURE_STEPS } from '../../../../shared/pictures.ts';
import { isMissing } from '../../graph/whole.ts';

export const indexSchema = z.looseObject({ _class_name: z.string() });

export const textSchema = z.looseObject({ max_position_embeddings: z.int().min(3).default(77) });

export const unetSchema = z.looseObject({
  /** Of latents; two numbers where they are no square. */
  sample_size: z.union([z.int().min(1), z.array(z.int().min(1)).min(2)]).nullish(),
  in_channels: z.int().min(1).default(4),
  down_block_types: z.array(z.string()).default(['', '', '', '']),
  time_cond_proj_dim: z.int().nullish(),
});

export const autoencoderSchema = z.looseObject({
  _class_name: z.string().default('AutoencoderKL'),
  latent_channels: z.int().min(1).default(4),
  /** Each but one halves the sides (AutoencoderKL; AutoencoderTiny). */
  block_out_channels: z.array(z.int()).optional(),
  decoder_block_out_channels: z.array(z.int()).optional(),
  scaling_factor: z.number().positive().optional(),
  shift_factor: z.number().nullish(),
});

/** Of our own, beside model_index.json: what the layout has no place for. All may be left out. */
export const ownSchema = z.strictObject({
  /** Red, green and blue, -1..1, of each latent channel: colours of previews (a linear fit of pictures to latents). */
  latent_rgb: z.array(z.array(z.number()).length(3)).optional(),
  steps: z.int().min(1).max(MOST_PICTURE_STEPS).optional(),
  guidance: z.number().min(0).max(MOST_GUIDANCE).optional(),
  /** Times (0..1000) that are guided; absent: all. */
  guided_below: z.number().min(0).max(1000).optional(),
  /** Pixels. */
  side: z.int().min(8).optional(),
  /** Every word that it was taught, of a model that was taught few. */
  words: z.array(z.string().toLowerCase()).optional(),
});

/** A file's contents; what `schema` makes of `{}` when there is none. */
export async function readOptional<Schema extends z.ZodType>(
  directory: string,
  file: string,
  schema: Schema,
): Promise<z.output<Schema>> {
  return (await readIfThere(directory, file, schema)) ?? schema.parse({});
}

/** @throws StudioError `corrupt` when the file is missing or is not what it should be */
export async function readRequired<Schema extends z.ZodType>(
  directory: string,
  file: string,
  schema: Schema,
): Promise<z.output<Schema>> {
  const found = await readIfThere(directory, file, schema);
  if (found !== undefined) return found;
  throw brokenFile(directory, file, `${file} is missing.`);
}

async function readIfThere<Schema extends z.ZodType>(
  directory: string,
  file: string,
  schema: Schema,
): Promise<z.output<Schema> | undefined> {
  let text;
  try {
    text = await readFile(join(directory, file), 'utf8');
  } catch (cause) {
    if (isMissing(cause)) return undefined;
    throw brokenFile(directory, file, `${file} cannot be read.`, cause);
  }
  try {
    return schema.parse(JSON.parse(withoutInfinity(text)));
  } catch (cause) {
    throw brokenFile(directory, file, `${file} is not what it should be: ${explain(cause)}`, cause);
  }
}

/** diffusers writes `"lambda_min_clipped": -Infinity`, which is no JSON; it means that nothing is clipped. */
function withoutInfinity(text: string): string {
  return text.replace(/(:\s*)-?Infinity\b/gu, '$1null');
}

function explain(cause: unknown): string {
  if (!(cause instanceof z.ZodError)) return 'it is no JSON.';
  return cause.issues
    .map(({ path, message }) => `${path.length > 0 ? `${path.join('.')}: ` : ''}${message}`)
    .join('; ');
}

/** What is wrong with a file of a model folder. */
export function brokenFile(directory: string, file: string, what: string, cause?: unknown): StudioError {
  return new StudioError(ErrorCode.corrupt, `The picture model in ${directory} cannot be used: ${what}`, {
    hint: 'Fetch or export the model again, in the ONNX layout of diffusers (docs/diffusion.md).',
    data: { directory, file },
    cause,
  });
}
