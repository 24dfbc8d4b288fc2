/** Whether a file or folder is a super-resolution model that can be used. */
import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { StudioError } from '../../shared/errors.ts';
import type { UpscaleFacts, UpscaleGraph } from '../runtime/upscale/model.ts';
import { readUpscaleGraph, UPSCALER_FILE } from '../runtime/upscale/read-graph.ts';
import type { UpscalerFacts } from './registry.ts';

/** Runs a graph once, to see what it does: the pool's. @throws StudioError `corrupt`, `memory` */
export type UpscalerTrial = (graph: UpscaleGraph, signal: AbortSignal | undefined) => Promise<UpscaleFacts>;

export interface CheckedUpscaler {
  readonly graph: UpscaleGraph;
  readonly facts: UpscalerFacts;
}

/**
 * @param file in the folder
 * @throws StudioError `not-found` when there is no such file, `corrupt` that says what is wrong with it
 */
export async function checkUpscaler(
  directory: string,
  tryUpscaler: UpscalerTrial,
  {
    file = UPSCALER_FILE,
    scale,
    signal,
  }: {
    readonly file?: string;
    /** By how much it has to enlarge; whatever it does by default. */
    readonly scale?: number | undefined;
    readonly signal?: AbortSignal | undefined;
  } = {},
): Promise<CheckedUpscaler> {
  const graph = await readUpscaleGraph(directory, file);
  const facts = await tryUpscaler({ ...graph, scale: graph.scale ?? scale }, signal);
  return { graph, facts };
}

export interface UpscalerPlace {
  readonly directory: string;
  readonly file: string;
}

/**
 * Where an upscaler may be, by the looks of it: an .onnx file, or a folder with one such file at its top and no model_index.json, which
 * only picture models have. Undefined where it is a folder of another kind.
 * @throws StudioError `not-found` when there is nothing, `option` for a file that is no .onnx
 */
export async function findUpscaler(path: string): Promise<UpscalerPlace | undefined> {
  const found = await stat(path).catch(() => undefined);
  if (!found) throw new StudioError('not-found', `There is no file or folder ${path}.`, { data: { path } });
  if (!found.isDirectory()) {
    if (isOnnx(path)) return { directory: dirname(path), file: basename(path) };
    throw new StudioError('option', `${basename(path)} is no model: an upscaler's file ends in .onnx.`, {
      hint: 'Name the .onnx file, or the folder of a picture model (storyloom models import --help).',
      data: { path },
    });
  }
  const names = await readdir(path);
  const graphs = names.filter(isOnnx);
  if (graphs.length !== 1 || names.includes('model_index.json')) return undefined;
  return { directory: path, file: graphs[0]! };
}

/** What a folder would be called by: the name of the file, unless it says nothing. */
export function nameOf({ directory, file }: UpscalerPlace): string {
  return file === UPSCALER_FILE ? basename(directory) : basename(file, extname(file));
}

/** Its file is installed under the name that all have. */
export function installedName(name: string, { file }: UpscalerPlace): string {
  return name === file ? UPSCALER_FILE : name;
}

export function pathIn({ directory }: UpscalerPlace, name: string): string {
  return join(directory, ...name.split('/'));
}

function isOnnx(name: string): boolean {
  return extname(name).toLowerCase() === '.onnx';
}
