/** TensorProto: weights and constants of a graph, read as they are and written without holding more than one. */
import { StudioError } from '../../../shared/errors.ts';
import { bytesField, bytesHeader, concat, integerField, integersOf, readFields, textField, textOf } from './wire.ts';

export const TENSOR = {
  dims: 1,
  dataType: 2,
  floatData: 4,
  int32Data: 5,
  int64Data: 7,
  name: 8,
  rawData: 9,
  externalData: 13,
  dataLocation: 14,
} as const;

/** TensorProto.DataType, those that we read or make. */
export const DataType = { float: 1, uint8: 2, int8: 3, int32: 6, int64: 7, bool: 9, float16: 10, double: 11 } as const;

export interface Tensor {
  readonly name: string;
  /** A DataType. */
  readonly dataType: number;
  readonly dims: readonly number[];
  /** Bytes of the encoded TensorProto. */
  readonly length: number;
  /** The encoded TensorProto in pieces; computed when asked for. */
  chunks(): Iterable<Uint8Array>;
  /** The elements in row-major order; for the types of DataType except float16 and double. */
  values(): Float32Array | Int8Array | Uint8Array | Int32Array | number[];
}

export function elementCount(dims: readonly number[]): number {
  return dims.reduce((product, size) => product * size, 1);
}

export function readTensor(bytes: Uint8Array): Tensor {
  const fields = readFields(bytes);
  const all = (number: number) => fields.filter((field) => field.number === number);
  if (integersOf(all(TENSOR.dataLocation)).includes(1)) {
    throw new StudioError('corrupt', 'The model keeps its weights in a second file, which is not supported.');
  }
  const name = all(TENSOR.name)[0];
  const dataType = integersOf(all(TENSOR.dataType))[0] ?? 0;
  const raw = all(TENSOR.rawData)[0]?.value;
  return {
    name: name ? textOf(name) : '',
    dataType,
    dims: integersOf(all(TENSOR.dims)),
    length: bytes.length,
    chunks: () => [bytes],
    values() {
      if (raw) return fromRaw(raw, dataType);
      if (dataType === DataType.float) {
        return fromRaw(concat(all(TENSOR.floatData).map((field) => field.value)), dataType);
      }
      const integers = integersOf(all(dataType === DataType.int64 ? TENSOR.int64Data : TENSOR.int32Data));
      if (dataType === DataType.int8) return Int8Array.from(integers);
      return dataType === DataType.uint8 ? Uint8Array.from(integers) : integers;
    },
  };
}

function fromRaw(raw: Uint8Array, dataType: number): ReturnType<Tensor['values']> {
  const { buffer, byteOffset, length } = raw;
  // Typed arrays want an aligned start, which a view into a file rarely has. (Not slice(): a Buffer's does not copy.)
  const aligned = () =>
    byteOffset % 4 === 0 ? { buffer, byteOffset } : { buffer: new Uint8Array(raw).buffer, byteOffset: 0 };
  switch (dataType) {
    case DataType.int8:
      return new Int8Array(buffer, byteOffset, length);
    case DataType.uint8:
    case DataType.bool:
      return raw;
    case DataType.float: {
      const at = aligned();
      return new Float32Array(at.buffer, at.byteOffset, length / 4);
    }
    case DataType.int32: {
      const at = aligned();
      return new Int32Array(at.buffer, at.byteOffset, length / 4);
    }
    case DataType.int64: {
      const view = new DataView(buffer, byteOffset, length);
      return Array.from({ length: length / 8 }, (_, index) => Number(view.getBigInt64(8 * index, true)));
    }
    default:
      throw new StudioError('corrupt', `The model has a tensor of the unexpected type ${dataType}.`);
  }
}

/** A float32 tensor whose values are computed when the model is written, and not kept. */
export function lazyFloatTensor(name: string, dims: readonly number[], compute: () => Float32Array): Tensor {
  const dataLength = 4 * elementCount(dims);
  const head = concat([header(name, DataType.float, dims), bytesHeader(TENSOR.rawData, dataLength)]);
  return {
    name,
    dataType: DataType.float,
    dims,
    length: head.length + dataLength,
    *chunks() {
      yield head;
      const values = compute();
      yield new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
    },
    values: compute,
  };
}

export function floatTensor(name: string, dims: readonly number[], values: readonly number[] | Float32Array): Tensor {
  return lazyFloatTensor(name, dims, () => Float32Array.from(values));
}

/** A tensor of int64 or of bytes, for constants and tests. */
export function integerTensor(
  name: string,
  dims: readonly number[],
  values: readonly number[],
  dataType: number = DataType.int64,
): Tensor {
  const number = dataType === DataType.int64 ? TENSOR.int64Data : TENSOR.int32Data;
  const encoded = concat([header(name, dataType, dims), ...values.map((value) => integerField(number, value))]);
  return { ...readTensor(encoded), chunks: () => [encoded] };
}

function header(name: string, dataType: number, dims: readonly number[]): Uint8Array {
  return concat([
    ...dims.map((size) => integerField(TENSOR.dims, size)),
    integerField(TENSOR.dataType, dataType),
    textField(TENSOR.name, name),
  ]);
}

/** The fields of a TensorProto whose bytes lie in a file beside the model (external_data, data_location). */
export function externalData(file: string, offset: number, length: number): Uint8Array {
  const entries = { location: file, offset: String(offset), length: String(length) };
  return concat([
    ...Object.entries(entries).map(([key, value]) =>
      bytesField(TENSOR.externalData, concat([textField(1, key), textField(2, value)])),
    ),
    integerField(TENSOR.dataLocation, 1),
  ]);
}
