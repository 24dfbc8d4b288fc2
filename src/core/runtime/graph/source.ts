/** A protobuf file that is read in small pieces, and mostly passed over: models are larger than one wants to hold. */
import { type FileHandle, open } from 'node:fs/promises';
import { readVarint, WireError, WireType } from './wire.ts';

/** What is read from the file at a time. */
const WINDOW = 16_384;
/** A field's number and length take two varints of ten bytes at most. */
const MOST_HEADER = 20;

/** A field by its place in the file. */
export interface Place {
  readonly number: number;
  /** Of the field with its tag. */
  readonly start: number;
  readonly valueStart: number;
  readonly end: number;
}

/** Closed by whoever opened it. */
export async function openSource(path: string): Promise<Source> {
  const file = await open(path);
  return new Source(file, (await file.stat()).size);
}

export class Source {
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

  close(): Promise<void> {
    return this.#file.close();
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
