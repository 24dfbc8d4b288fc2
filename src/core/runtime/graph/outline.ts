/**
 * A model file without its weights: the graph's own bytes, and for each large weight its place in that same file (ONNX calls
 * this external data). The runtime then maps the file into memory where it would read and copy it: it opens in a third of the
 * time, and sessions on several threads share one copy of the weights, which the system may even drop and read again.
 */
import { type FileHandle, open } from 'node:fs/promises';
import { basename } from 'node:path';
import { GRAPH, MODEL } from './model.ts';
import { externalData, TENSOR } from './tensor.ts';
import { bytesField, concat, readVarint, WireError, WireType } from './wire.ts';

/** Smaller tensors stay in the outline: shapes and axes, which the runtime has to read while it prepares the graph. */
const LEAST_BYTES = 1024;
/** What is read from the file at a time. */
const WINDOW = 16_384;
/** A field's number and length take two varints of ten bytes at most. */
const MOST_HEADER = 20;

/** A field by its place in the file. */
interface Place {
  readonly number: number;
  /** Of the field with its tag. */
  readonly start: number;
  readonly valueStart: number;
  readonly end: number;
}

/**
 * The encoded ModelProto, to be opened with the file's folder as the place of its weights.
 * @throws WireError when the file is not protobuf or ends too early
 */
export async function readOutline(path: string): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const source = new Source(file, (await file.stat()).size);
    return await outlineMessage(source, 0, source.size, async (model) =>
      model.number === MODEL.graph
        ? outlineMessage(source, model.valueStart, model.end, async (field) =>
            field.number === GRAPH.initializer ? outlineTensor(source, field, basename(path)) : undefined,
          )
        : undefined,
    );
  } finally {
    await file.close();
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
  for await (const field of source.fields(tensor.valueStart, tensor.end)) {
    const length = field.end - field.valueStart;
    const isWeight = field.number === TENSOR.rawData && length >= LEAST_BYTES;
    parts.push(isWeight ? externalData(file, field.valueStart, length) : await source.read(field.start, field.end));
  }
  return concat(parts);
}

/** A file that is read in small pieces, and mostly passed over. */
class Source {
  readonly size: number;
  readonly #file: FileHandle;
  #window: Uint8Array = new Uint8Array();
  #windowStart = 0;

  constructor(file: FileHandle, size: number) {
    this.#file = file;
    this.size = size;
  }

  /** The bytes from `start` up to `end`; a view that stays as it is. */
  async read(start: number, end: number): Promise<Uint8Array> {
    if (start < this.#windowStart || end > this.#windowStart + this.#window.length) {
      const bytes = new Uint8Array(Math.max(end - start, Math.min(WINDOW, this.size - start)));
      const { bytesRead } = await this.#file.read(bytes, 0, bytes.length, start);
      if (bytesRead < end - start) throw new WireError('The file ended while it was read.');
      this.#window = bytes.subarray(0, bytesRead);
      this.#windowStart = start;
    }
    return this.#window.subarray(start - this.#windowStart, end - this.#windowStart);
  }

  /** The fields of the message between two places. */
  async *fields(start: number, end: number): AsyncGenerator<Place> {
    for (let position = start; position < end;) {
      const head = await this.read(position, Math.min(end, position + MOST_HEADER));
      const tag = readVarint(head, 0);
      const number = Number(tag.value >> 3n);
      const [from, to] = measure(Number(tag.value & 7n), head, tag.end);
      if (number === 0 || position + to > end) throw new WireError(`Field ${number} ends outside its message.`);
      yield { number, start: position, valueStart: position + from, end: position + to };
      position += to;
    }
  }
}

/** Where a field's value begins and ends, counted from the field's start. */
function measure(wireType: number, head: Uint8Array, tagEnd: number): readonly [number, number] {
  switch (wireType) {
    case WireType.varint:
      return [tagEnd, readVarint(head, tagEnd).end];
    case WireType.fixed64:
      return [tagEnd, tagEnd + 8];
    case WireType.fixed32:
      return [tagEnd, tagEnd + 4];
    case WireType.bytes: {
      const length = readVarint(head, tagEnd);
      return [length.end, length.end + Number(length.value)];
    }
    default:
      throw new WireError(`There is a field of the unknown wire type ${wireType}.`);
  }
}
