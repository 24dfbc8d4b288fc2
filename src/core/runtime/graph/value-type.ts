/** TypeProto of tensors: element type and shape of a graph's inputs and outputs. */
import { bytesField, concat, integerField, integersOf, readFields, textField, textOf } from './wire.ts';

/** A size, or the name of one that is known only when the graph runs. */
export type Dimension = number | string;

export interface TensorType {
  /** A DataType (tensor.ts). */
  readonly elementType: number;
  /** Undefined when the model does not say. */
  readonly shape: readonly Dimension[] | undefined;
}

/** Undefined for what is not a tensor (a sequence, a map). */
export function readTensorType(type: Uint8Array): TensorType | undefined {
  const tensor = readFields(type).find((field) => field.number === 1);
  if (!tensor) return undefined;
  const fields = readFields(tensor.value);
  const shape = fields.find((field) => field.number === 2);
  return {
    elementType: integersOf(fields.filter((field) => field.number === 1))[0] ?? 0,
    shape: shape && readFields(shape.value).map((field) => readDimension(field.value)),
  };
}

function readDimension(bytes: Uint8Array): Dimension {
  const fields = readFields(bytes);
  const name = fields.find((field) => field.number === 2);
  return name ? textOf(name) : (integersOf(fields.filter((field) => field.number === 1))[0] ?? '');
}

export function makeTensorType(elementType: number, shape: readonly Dimension[]): Uint8Array {
  const dimensions = shape.map((size) =>
    bytesField(1, typeof size === 'number' ? integerField(1, size) : textField(2, size)),
  );
  return bytesField(1, concat([integerField(1, elementType), bytesField(2, concat(dimensions))]));
}
