import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bytesField,
  concat,
  floatField,
  integerField,
  integerOf,
  integersOf,
  readFields,
  readVarint,
  textField,
  textOf,
  varint,
} from '../../../../src/core/runtime/graph/wire.ts';

const field = fc.oneof(
  fc.tuple(fc.integer({ min: 1, max: 5000 }), fc.maxSafeInteger()).map(([number, n]) => integerField(number, n)),
  fc.tuple(fc.integer({ min: 1, max: 5000 }), fc.string()).map(([number, text]) => textField(number, text)),
  fc.tuple(fc.integer({ min: 1, max: 5000 }), fc.float()).map(([number, n]) => floatField(number, n)),
  fc.tuple(fc.integer({ min: 1, max: 5000 }), fc.uint8Array()).map(([number, bytes]) => bytesField(number, bytes)),
);

describe('the wire format', () => {
  it('gives every unknown message back byte for byte', () => {
    fc.assert(
      fc.property(fc.array(field), (fields) => {
        const message = concat(fields);
        expect(concat(readFields(message).map((read) => read.raw))).toEqual(message);
      }),
    );
  });

  it('keeps every 64-bit number, negative ones too', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }), (number) => {
        const bytes = varint(number);
        const { value, end } = readVarint(bytes, 0);
        expect(BigInt.asIntN(64, value)).toBe(number);
        expect(end).toBe(bytes.length);
      }),
    );
  });

  it('reads repeated numbers packed and one by one alike', () => {
    const values = [3, -1, 0, 1e12];
    const packed = bytesField(8, concat(values.map(varint)));
    const single = concat(values.map((n) => integerField(8, n)));
    expect(integersOf(readFields(packed))).toEqual(values);
    expect(integersOf(readFields(single))).toEqual(values);
  });

  it('never takes a cut-off message for a whole one', () => {
    const message = concat([textField(1, 'name'), integerField(2, 300), bytesField(7, new Uint8Array(40))]);
    const boundaries = readFields(message).map((read) => read.raw.byteOffset - message.byteOffset);
    for (let length = 1; length < message.length; length++) {
      if (boundaries.includes(length)) continue;
      expect(() => readFields(message.subarray(0, length)), `${length} bytes`).toThrow('ends');
    }
  });

  it('crashes on no bytes, whatever they are', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        try {
          for (const read of readFields(bytes)) if (read.wireType === 0) integerOf(read);
        } catch (error) {
          expect((error as Error).name).toBe('WireError');
        }
      }),
    );
  });

  it('writes text as UTF-8', () => {
    expect(textOf(readFields(textField(1, 'Löwe 🦁'))[0]!)).toBe('Löwe 🦁');
  });
});
