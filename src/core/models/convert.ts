/** What is done to a model's files at installation, by the name that the registry uses. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { StudioError } from '../../shared/errors.ts';
import { dequantise } from '../runtime/graph/dequantise.ts';
import { modelChunks, modelLength, readModel } from '../runtime/graph/model.ts';
import type { Model } from '../runtime/graph/model.ts';
import { fixNoise } from '../runtime/graph/noise.ts';
import { setSpeechInterface } from '../runtime/graph/speech-interface.ts';
import { createSink } from './files.ts';
import type { HashedFile } from './files.ts';
import { startPhase } from './progress.ts';
import type { ModelProgress } from './progress.ts';

interface ConversionContext {
  /** Absolute path of a fetched file by its name. */
  path(name: string): string;
  /** Where the converted files go. */
  readonly directory: string;
  readonly signal: AbortSignal | undefined;
  readonly onProgress: ((progress: ModelProgress) => void) | undefined;
}

interface Converted {
  readonly files: readonly HashedFile[];
  /** Names of files that are the same network in different number formats. */
  readonly graphs: Readonly<Record<string, string>>;
}

export interface Conversion {
  /** Raised whenever the same source would give other files than before: installed models are then made again. */
  readonly version: number;
  /** Names of the fetched files that it reads; all others are installed as they are. */
  readonly consumes: readonly string[];
  /** Bytes that its files take, for the check of free space. */
  readonly outputBytes: number;
  run(context: ConversionContext): Promise<Converted>;
}

export type Conversions = Readonly<Record<string, Conversion>>;

const FP32 = 'kokoro-fp32.onnx';
const INT8 = 'kokoro-int8.onnx';

/** Both number formats are kept: which one is faster depends on the runtime's version and is measured. */
const kokoroInt8: Conversion = {
  version: 1,
  consumes: [INT8],
  outputBytes: 386_000_000,
  async run(context) {
    const model = await readGraphFile(context.path(INT8));
    const int8 = { ...model, graph: speechGraph(model) };
    const { graph, replaced } = dequantise(int8.graph);
    if (replaced === 0) throw new StudioError('corrupt', 'The int8 model has no integer operations to convert.');
    const files = await writeModels(context, { [INT8]: int8, [FP32]: { ...model, graph } });
    return { files, graphs: { fp32: FP32, int8: INT8 } };
  },
};

const kokoroFp32: Conversion = {
  version: 1,
  consumes: [FP32],
  outputBytes: 326_000_000,
  async run(context) {
    const model = await readGraphFile(context.path(FP32));
    const files = await writeModels(context, { [FP32]: { ...model, graph: speechGraph(model) } });
    return { files, graphs: { fp32: FP32 } };
  },
};

const ENCODER = 'vae_encoder/model.onnx';

/**
 * Older exports of Stable Diffusion's encoder give a latent that they have drawn themselves, from noise without a seed: the same
 * picture painted over twice would come out twice. Theirs is the same noise each time then; newer ones give mean and deviation.
 */
const repeatableEncoder: Conversion = {
  version: 1,
  consumes: [ENCODER],
  outputBytes: 140_000_000,
  async run(context) {
    const model = await readGraphFile(context.path(ENCODER));
    const files = await writeModels(context, { [ENCODER]: { ...model, graph: fixNoise(model.graph).graph } });
    return { files, graphs: {} };
  },
};

export const REPEATABLE_ENCODER = 'repeatable-encoder';

export const CONVERSIONS: Conversions = {
  'kokoro-int8': kokoroInt8,
  'kokoro-fp32': kokoroFp32,
  [REPEATABLE_ENCODER]: repeatableEncoder,
};

/** Whether the encoder among a picture model's files draws noise of its own. @throws StudioError `corrupt` when it is no model */
export async function encoderDrawsNoise(
  files: readonly { readonly name: string; readonly path: string }[],
): Promise<boolean> {
  const encoder = files.find(({ name }) => name === ENCODER);
  return encoder !== undefined && fixNoise((await readGraphFile(encoder.path)).graph).replaced > 0;
}

function speechGraph(model: Model): Model['graph'] {
  return fixNoise(setSpeechInterface(model.graph)).graph;
}

async function readGraphFile(path: string): Promise<Model> {
  const bytes = await readFile(path);
  try {
    return readModel(bytes);
  } catch (cause) {
    throw new StudioError('corrupt', `${path} is not an ONNX model.`, { cause });
  }
}

/** Writes tensor by tensor and lets the thread do other things in between. */
async function writeModels(
  { directory, signal, onProgress }: ConversionContext,
  models: Readonly<Record<string, Model>>,
): Promise<HashedFile[]> {
  const total = Object.values(models).reduce((sum, model) => sum + modelLength(model), 0);
  const phase = startPhase('convert', total, onProgress);
  const files: HashedFile[] = [];
  for (const [name, model] of Object.entries(models)) {
    const sink = await createSink(join(directory, name));
    try {
      for (const chunk of modelChunks(model)) {
        signal?.throwIfAborted();
        await sink.write(chunk);
        phase.add(chunk.length);
        await nextTurn();
      }
      files.push({ name, ...(await sink.finish()) });
    } finally {
      await sink.close();
    }
  }
  phase.finish();
  return files;
}
