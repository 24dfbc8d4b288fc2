/**
 * A model file without its weights: the graph's own bytes, and for each large weight its place in that same file (ONNX calls
 * this external data). The runtime then maps the file into memory where it would read and copy it: it opens in a third of the
 * time, and sessions on several threads share one copy of the weights, which the system may even drop and read again.
 */
import { basename } from 'node:path';
import { GRAPH, MODEL } from './model.ts';
import { openSource, type Place, type Source } from './source.ts';
import { externalData, TENSOR } from './tensor.ts';
import { bytesField, concat } from './wire.ts';

/** Smaller tensors stay in the outline: shapes and axes, which the runtime has to read while it prepares the graph. */
const LEAST_BYTES = 1024;

/**
 * The encoded ModelProto, to be opened with the file's folder as the place of its weights.
 * @throws WireError when the file is not protobuf or ends too early
 */
export async function readOutline(path: string): Promise<Uint8Array> {
  const source = await openSource(path);
  try {
    return await outlineMessage(source, 0, source.size, async (model) =>
      model.number === MODEL.graph
        ? outlineMessage(source, model.valueStart, model.end, async (field) =>
            field.number === GRAPH.initializer ? outlineTensor(source, field, basename(path)) : undefined,
          )
        : undefined,
    );
  } finally {
    await source.close();
  }
}

/** The message with the values of some fields made anew; `change` gives undefined for what stays as it is. */
async function outlineMessage(
  source: Source,
  start: number,
  end: number,
  change: (field: Place) => Promise<Uint8Array | undefined>,
): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const field of source.fields(start, end)) {
    const value = await change(field);
    parts.push(value ? bytesField(field.number, value) : await source.read(field.start, field.end));
  }
  return concat(parts);
}

async function outlineTensor(source: Source, tensor: Place, file: string): Promise<Uint8Array | undefined> {
  if (tensor.end - tensor.valueStart < LEAST_BYTES) return undefined;
  const parts: Uint8Array[] = [];
  let place: Uint8Array | undefined;
  for await (const field of source.fields(tensor.valueStart, tensor.end)) {
    const length = field.end - field.valueStart;
    const isWeight = field.number === TENSOR.rawData && length >= LEAST_BYTES;
    if (isWeight) place = externalData(file, field.valueStart, length);
    else parts.push(await source.read(field.start, field.end));
  }
  // Last, for the last word on a field counts, and some files say outright that their weights lie within.
  return concat(place ? [...parts, place] : parts);
}
