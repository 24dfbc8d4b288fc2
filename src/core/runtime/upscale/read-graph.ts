/** Whether a file is a super-resolution model, as far as can be told without running it. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { ErrorCode, StudioError } from '../../../shared/errors.ts';
import type { GraphValue } from '../graph/interface.ts';
import { isMissing, readWhole } from '../graph/whole.ts';
import type { Dimension } from '../graph/value-type.ts';
import { SCALES, type Scale, type UpscaleGraph } from './model.ts';

export const UPSCALER_FILE = 'model.onnx';
/** Beside it, may be left out. */
const UPSCALER_SETTINGS = 'storyloom.json';

const settingsSchema = z.strictObject({
  scale: z.int().optional(),
  title: z.string().trim().min(1).optional(),
});

/** Smaller tiles are mostly margin. */
const LEAST_SIDE = 64;
const FLOATS = ['float32', 'float16'];

/**
 * Looks at a graph's inputs and outputs, the files of its weights, and the settings beside it; loads nothing.
 * @param file in the folder
 * @throws StudioError `not-found` when there is no such file, `corrupt` that says what is wrong with it
 */
export async function readUpscaleGraph(directory: string, file = UPSCALER_FILE): Promise<UpscaleGraph> {
  const broken = (name: string, what: string, cause?: unknown) => brokenUpscaler(join(directory, name), what, cause);
  const whole = await readWhole(directory, file, broken);
  if (!whole) {
    throw new StudioError(ErrorCode.notFound, `There is no file ${join(directory, file)}.`, { data: { directory } });
  }
  const [input, ...moreInputs] = whole.inputs;
  const [output, ...moreOutputs] = whole.outputs;
  const refuse = (what: string): never => {
    throw broken(file, what);
  };
  if (!input || moreInputs.length > 0) return refuse(`It takes ${listed(whole.inputs)}, not one picture.`);
  if (!output || moreOutputs.length > 0) return refuse(`It gives ${listed(whole.outputs)}, not one picture.`);
  for (const value of [input, output]) {
    if (!FLOATS.includes(value.type)) refuse(`${value.name} is ${value.type}, not float32 or float16.`);
    checkShape(value, refuse);
  }
  const [height, width] = [sizeAt(input, 2), sizeAt(input, 3)];
  if ((height ?? LEAST_SIDE) < LEAST_SIDE || (width ?? LEAST_SIDE) < LEAST_SIDE) {
    refuse(
      `It takes pictures of ${width ?? 'any width'} x ${height ?? 'any height'} alone, too small to be joined: export it with free sides, or ${LEAST_SIDE} at least.`,
    );
  }
  const settings = await readSettings(directory);
  const scales = [scaleAt(input, output, 2), scaleAt(input, output, 3), settings?.scale].filter(
    (scale) => scale !== undefined,
  );
  if (new Set(scales).size > 1) refuse(`Its shapes and ${UPSCALER_SETTINGS} do not agree by how much it enlarges.`);
  const [scale] = scales;
  if (scale !== undefined) checkScale(scale, refuse);
  return {
    ...{
      directory,
      file,
      bytes: whole.bytes,
      isHalf: input.type === 'float16',
      input: input.name,
      output: output.name,
    },
    files: [...whole.files, ...(settings ? [UPSCALER_SETTINGS] : [])],
    ...{ width, height, scale, title: settings?.title },
  };
}

/** @param refuse throws */
export function checkScale(scale: number, refuse: (what: string) => never): Scale {
  const known = SCALES.find((one) => one === scale);
  return known ?? refuse(`It makes a picture ${scale} times as large, where ${SCALES.join(', ')} can be used.`);
}

/** What is wrong with the file of an upscaler. */
export function brokenUpscaler(path: string, what: string, cause?: unknown): StudioError {
  return new StudioError(ErrorCode.corrupt, `The upscaler ${path} cannot be used: ${what}`, {
    hint: 'It has to be one ONNX graph from [n, 3, h, w] to a picture 2, 3 or 4 times as large, RGB from 0 to 1 (docs/diffusion.md).',
    data: { path },
    cause,
  });
}

function checkShape({ name, shape }: GraphValue, refuse: (what: string) => never): void {
  if (!shape) return;
  if (shape.length !== 4) refuse(`${name} has ${shape.length} dimensions, not the 4 of [n, 3, height, width].`);
  const [batch, channels, , last] = shape;
  if (isFixed(channels) && channels !== 3) {
    const turned = last === 3 ? ' Its colours come last: export it with colours first.' : '';
    refuse(`${name} has ${channels} channels, not the 3 of red, green and blue.${turned}`);
  }
  if (isFixed(batch) && batch !== 1) refuse(`${name} has ${batch} pictures at once, neither one nor any number.`);
}

function isFixed(dimension: Dimension | undefined): dimension is number {
  // Some exporters write 0 or -1 for what is free.
  return typeof dimension === 'number' && dimension > 0;
}

function sizeAt({ shape }: GraphValue, axis: number): number | undefined {
  const size = shape?.[axis];
  return isFixed(size) ? size : undefined;
}

function scaleAt(input: GraphValue, output: GraphValue, axis: number): number | undefined {
  const [before, after] = [sizeAt(input, axis), sizeAt(output, axis)];
  return before === undefined || after === undefined ? undefined : after / before;
}

function listed(values: readonly GraphValue[]): string {
  return values.length === 0 ? 'nothing' : values.map(({ name }) => name).join(', ');
}

async function readSettings(directory: string): Promise<z.infer<typeof settingsSchema> | undefined> {
  const path = join(directory, UPSCALER_SETTINGS);
  try {
    return settingsSchema.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch (cause) {
    if (isMissing(cause)) return undefined;
    const what = cause instanceof z.ZodError ? z.prettifyError(cause) : 'it is no JSON.';
    throw brokenUpscaler(path, what, cause);
  }
}
