/** The only importer of onnxruntime: sessions that name their tensors, check them, and can be let go. */
import { realpath } from 'node:fs/promises';
import { dirname } from 'node:path';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { ErrorCode, StudioError } from '../../shared/errors.ts';
import { readOutline } from './graph/outline.ts';
import { fromHalves, toHalves } from './half.ts';

export interface FloatTensor {
  readonly data: Float32Array;
  readonly shape: readonly number[];
}

/** Numbers for an input; where the graph wants others (half floats, int32, a time that is no integer), they are made into these. */
export type Feed =
  | { readonly type: 'float32'; readonly data: Float32Array; readonly shape: readonly number[] }
  | { readonly type: 'int64'; readonly data: BigInt64Array; readonly shape: readonly number[] };

export interface OnnxSession {
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  /**
   * Every output of the graph that is of floats, by name, or those that are wanted. The call cannot be stopped once it runs.
   */
  run(
    feeds: Readonly<Record<string, Feed>>,
    wanted?: readonly string[],
  ): Promise<Readonly<Record<string, FloatTensor>>>;
  dispose(): Promise<void>;
}

export interface SessionOptions {
  /** Cores that the session may keep busy, the calling thread included. */
  readonly threads: number;
  /**
   * Weights are packed anew for the processor, once: a copy of each session's own, and the file's are let go. Convolutions in int8
   * and large products take twice as long without (SD-Turbo's UNet 7.4 s of processor for four pictures against 4.2 s).
   */
  readonly isPacked?: boolean;
}

/**
 * Opens a graph on the CPU. Its weights are not read but mapped from the file (graph/outline.ts), which has to stay as it is
 * meanwhile; models are only ever replaced by renaming. Weights are not packed anew unless that is asked for: Kokoro is as fast
 * without, and its sessions share one copy. The memory arena stays on: without it a run of Kokoro asks the system
 * for every tensor anew and takes twice the time.
 * @throws StudioError `corrupt` when the file is not a graph that the runtime can load.
 */
export async function openSession(path: string, { threads, isPacked = false }: SessionOptions): Promise<OnnxSession> {
  try {
    const file = await realpath(path);
    const session = await InferenceSession.create(await readOutline(file), {
      executionProviders: ['cpu'],
      intraOpNumThreads: threads,
      interOpNumThreads: 1,
      executionMode: 'sequential',
      graphOptimizationLevel: 'all',
      logSeverityLevel: 3,
      extra: {
        session: {
          model_external_initializers_file_folder_path: dirname(file),
          disable_prepacking: isPacked ? '0' : '1',
          // Threads that wait for the next piece of work sleep: as fast on a quiet machine, and a fifth less of a busy one.
          intra_op: { allow_spinning: '0' },
        },
      },
    });
    return wrap(session);
  } catch (cause) {
    throw new StudioError(ErrorCode.corrupt, `The model ${path} cannot be loaded.`, {
      hint: 'Run `storyloom models verify`, and fetch the model again if it is damaged.',
      data: { path },
      cause,
    });
  }
}

function wrap(session: InferenceSession): OnnxSession {
  const types = new Map(session.inputMetadata.map((input) => [input.name, input.isTensor ? input.type : undefined]));
  return {
    inputs: session.inputNames,
    outputs: session.outputNames,
    run: async (feeds, wanted = session.outputNames) => {
      checkInputs(session, feeds);
      const results = await session.run(
        Object.fromEntries(Object.entries(feeds).map(([name, feed]) => [name, toTensor(feed, types.get(name))])),
        wanted,
      );
      return Object.fromEntries(
        Object.entries(results).flatMap(([name, tensor]) => {
          const data = toFloats(tensor);
          return data ? [[name, { data, shape: tensor.dims }] as const] : [];
        }),
      );
    },
    dispose: () => session.release(),
  };
}

function checkInputs(session: InferenceSession, feeds: Readonly<Record<string, Feed>>): void {
  const missing = session.inputNames.filter((name) => !(name in feeds));
  const unknown = Object.keys(feeds).filter((name) => !session.inputNames.includes(name));
  if (missing.length + unknown.length > 0) {
    throw new Error(`The graph wants [${session.inputNames.join()}] and got [${Object.keys(feeds).join()}].`);
  }
}

function toTensor({ type, data, shape }: Feed, wanted: Tensor.Type | undefined = type): Tensor {
  if (wanted === type) return type === 'int64' ? new Tensor(type, data, shape) : new Tensor(type, data, shape);
  switch (wanted) {
    case 'float16':
      return halfTensor(toHalves(Float32Array.from(data, Number)), shape);
    case 'float32':
      return new Tensor(wanted, Float32Array.from(data, Number), shape);
    case 'float64':
      return new Tensor(wanted, Float64Array.from(data, Number), shape);
    case 'int32':
      return new Tensor(wanted, Int32Array.from(data, Number), shape);
    case 'int64':
      return new Tensor(
        wanted,
        BigInt64Array.from(Array.from(data, Number).map((value) => BigInt(Math.trunc(value)))),
        shape,
      );
    default:
      throw new Error(`The graph wants ${wanted}, which cannot be made of ${type}.`);
  }
}

/**
 * Where the language has half floats of its own (Node 24) the library keeps them as these, of which its native half finds no byte (1.30).
 * It takes the same bits as whole numbers.
 */
function halfTensor(halves: Uint16Array, shape: readonly number[]): Tensor {
  const tensor = new Tensor('float16', halves, shape);
  return Object.defineProperty(tensor, 'data', { value: halves });
}

function toFloats({ type, data }: Tensor): Float32Array | undefined {
  if (data instanceof Float32Array) return data;
  // Where the language has half floats of its own (Node 24), they come as these.
  if (type !== 'float16' || !ArrayBuffer.isView(data)) return undefined;
  return fromHalves(new Uint16Array(data.buffer, data.byteOffset, data.byteLength / 2));
}
