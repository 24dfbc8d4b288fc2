/** What a model file wants and gives, read without its weights: a model of gigabytes is looked at in milliseconds. */
import { GRAPH, MODEL, readNode, readValueInfo } from './model.ts';
import { openSource, type Source } from './source.ts';
import { DataType, TENSOR } from './tensor.ts';
import { type Dimension, readTensorType } from './value-type.ts';
import { readFields, textOf } from './wire.ts';

export interface GraphValue {
  readonly name: string;
  /** As onnxruntime names it; the number of its DataType where that is none of ours. */
  readonly type: string;
  /** Sizes that are known only when the graph runs are names; undefined when the model does not say. */
  readonly shape: readonly Dimension[] | undefined;
}

export interface GraphInterface {
  readonly inputs: readonly GraphValue[];
  readonly outputs: readonly GraphValue[];
  /** Files beside the model that hold weights of it, as it names them, and the bytes that each must have at least. */
  readonly external: Readonly<Record<string, number>>;
  /**
   * It can make tensors as large as others are (Resize by sizes): a UNet without that fails where sides do not halve evenly.
   */
  readonly resizesToFit: boolean;
  /** Of the model file alone. */
  readonly bytes: number;
}

const NAMES: ReadonlyMap<number, string> = new Map([
  [DataType.float, 'float32'],
  [DataType.float16, 'float16'],
  [DataType.double, 'float64'],
  [DataType.int32, 'int32'],
  [DataType.int64, 'int64'],
  [DataType.int8, 'int8'],
  [DataType.uint8, 'uint8'],
  [DataType.bool, 'bool'],
]);

/** @throws WireError when the file is not protobuf or ends too early */
export async function readInterface(path: string): Promise<GraphInterface> {
  const source = await openSource(path);
  try {
    const inputs: GraphValue[] = [];
    const outputs: GraphValue[] = [];
    const external: Record<string, number> = {};
    let resizesToFit = false;
    for await (const part of source.fields(0, source.size)) {
      if (part.number !== MODEL.graph) continue;
      for await (const field of source.fields(part.valueStart, part.end)) {
        const read = async () => toValue(await source.read(field.valueStart, field.end));
        if (field.number === GRAPH.node) {
          const { opType, inputs: taken } = readNode(await source.read(field.valueStart, field.end));
          resizesToFit ||= opType === 'Resize' && Boolean(taken[3]);
        } else if (field.number === GRAPH.input) inputs.push(await read());
        else if (field.number === GRAPH.output) outputs.push(await read());
        else if (field.number === GRAPH.initializer) {
          const place = await externalPlace(source, field.valueStart, field.end);
          if (place) external[place.file] = Math.max(external[place.file] ?? 0, place.end);
        }
      }
    }
    return { inputs, outputs, external, resizesToFit, bytes: source.size };
  } finally {
    await source.close();
  }
}

function toValue(bytes: Uint8Array): GraphValue {
  const { name, type } = readValueInfo(bytes);
  const tensor = readTensorType(type);
  const elementType = tensor?.elementType ?? 0;
  return { name, type: NAMES.get(elementType) ?? String(elementType), shape: tensor?.shape };
}

/** Where a tensor's external_data lies; undefined when its weights are in the model file itself. */
async function externalPlace(
  source: Source,
  start: number,
  end: number,
): Promise<{ readonly file: string; readonly end: number } | undefined> {
  const entries = new Map<string, string>();
  for await (const field of source.fields(start, end)) {
    if (field.number !== TENSOR.externalData) continue;
    const [key, value] = readFields(await source.read(field.valueStart, field.end)).map(textOf);
    if (key !== undefined && value !== undefined) entries.set(key, value);
  }
  const file = entries.get('location');
  if (file === undefined) return undefined;
  return { file, end: Number(entries.get('offset') ?? 0) + Number(entries.get('length') ?? 0) };
}
