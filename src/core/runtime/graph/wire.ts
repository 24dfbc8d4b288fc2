/**
 * The protobuf wire format, as far as ONNX files need it (https://protobuf.dev/programming-guides/encoding).
 * A message is read as a list of raw fields, so that whatever we do not know is written back byte for byte.
 */

export const WireType = { varint: 0, fixed64: 1, bytes: 2, fixed32: 5 } as const;

export interface Field {
  readonly number: number;
  readonly wireType: number;
  /** The whole field with its tag: what is written back when nothing changes. */
  readonly raw: Uint8Array;
  /** Only the value; for `bytes` without the length. A view, never a copy. */
  readonly value: Uint8Array;
}

const decoder = new TextDecoder();
const encoder = new TextEncoder();

export class WireError extends Error {
  override readonly name = 'WireError';
}

/** Reads a base-128 varint; returns the value's low 64 bits and where it ends. */
export function readVarint(bytes: Uint8Array, start: number): { value: bigint; end: number } {
  // Nearly all are below 2^28: plain numbers are ten times faster than bigint there.
  let small = 0;
  for (let index = 0; index < 4; index++) {
    const byte = bytes[start + index];
    if (byte === undefined) throw new WireError('The message ends inside a number.');
    small |= (byte & 0x7f) << (7 * index);
    if (byte < 0x80) return { value: BigInt(small), end: start + index + 1 };
  }
  let value = BigInt(small);
  for (let index = 4; index < 10; index++) {
    const byte = bytes[start + index];
    if (byte === undefined) throw new WireError('The message ends inside a number.');
    value |= BigInt(byte & 0x7f) << BigInt(7 * index);
    if (byte < 0x80) return { value: BigInt.asUintN(64, value), end: start + index + 1 };
  }
  throw new WireError('A number has more than ten bytes.');
}

/** All fields of a message in their order. Throws when the bytes are not a whole message. */
export function readFields(bytes: Uint8Array): Field[] {
  const fields: Field[] = [];
  let offset = 0;
  while (offset < bytes.length) {
    const tag = readVarint(bytes, offset);
    const wireType = Number(tag.value & 7n);
    const number = Number(tag.value >> 3n);
    let start = tag.end;
    let end: number;
    if (wireType === WireType.varint) end = readVarint(bytes, start).end;
    else if (wireType === WireType.fixed64) end = start + 8;
    else if (wireType === WireType.fixed32) end = start + 4;
    else if (wireType === WireType.bytes) {
      const length = readVarint(bytes, start);
      start = length.end;
      end = start + Number(length.value);
    } else throw new WireError(`Field ${number} has the unknown wire type ${wireType}.`);
    if (number === 0 || end > bytes.length) throw new WireError(`Field ${number} ends outside its message.`);
    fields.push({ number, wireType, raw: bytes.subarray(offset, end), value: bytes.subarray(start, end) });
    offset = end;
  }
  return fields;
}

export function textOf(field: Field): string {
  return decoder.decode(field.value);
}

/** A varint field's value as a signed 64-bit number that fits a double. */
export function integerOf(field: Field): number {
  return Number(BigInt.asIntN(64, readVarint(field.value, 0).value));
}

/** Signed integers of a repeated field, packed or one by one. */
export function integersOf(fields: readonly Field[]): number[] {
  return fields.flatMap((field) => {
    if (field.wireType === WireType.varint) return [integerOf(field)];
    const values: number[] = [];
    for (let offset = 0; offset < field.value.length;) {
      const { value, end } = readVarint(field.value, offset);
      values.push(Number(BigInt.asIntN(64, value)));
      offset = end;
    }
    return values;
  });
}

/** Bytes of a varint; negative numbers take ten, as protobuf's int64 does. */
export function varint(value: number | bigint): Uint8Array {
  let rest = BigInt.asUintN(64, BigInt(value));
  const bytes: number[] = [];
  do {
    const more = rest > 0x7fn;
    bytes.push(Number(rest & 0x7fn) | (more ? 0x80 : 0));
    rest >>= 7n;
  } while (rest > 0n);
  return Uint8Array.from(bytes);
}

/** Tag and length of a field that holds `length` bytes; the bytes follow. */
export function bytesHeader(number: number, length: number): Uint8Array {
  return concat([varint((number << 3) | WireType.bytes), varint(length)]);
}

export function bytesField(number: number, value: Uint8Array): Uint8Array {
  return concat([bytesHeader(number, value.length), value]);
}

export function textField(number: number, value: string): Uint8Array {
  return bytesField(number, encoder.encode(value));
}

export function integerField(number: number, value: number): Uint8Array {
  return concat([varint((number << 3) | WireType.varint), varint(value)]);
}

export function floatField(number: number, value: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setFloat32(0, value, true);
  return concat([varint((number << 3) | WireType.fixed32), bytes]);
}

export function concat(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    all.set(part, offset);
    offset += part.length;
  }
  return all;
}
