/** AttributeProto: a node's settings. */
import { concat, floatField, integerField, integersOf, readFields, textField, textOf } from './wire.ts';

const ATTRIBUTE = { name: 1, float: 2, integer: 3, graph: 6, integers: 8, graphs: 11, type: 20 } as const;
const TYPE = { float: 1, integer: 2, integers: 7 } as const;

function attributeName(attribute: Uint8Array): string {
  const name = readFields(attribute).find((field) => field.number === ATTRIBUTE.name);
  return name ? textOf(name) : '';
}

function valueOf(attributes: readonly Uint8Array[], name: string, number: number) {
  const attribute = attributes.find((candidate) => attributeName(candidate) === name);
  return attribute ? readFields(attribute).filter((field) => field.number === number) : [];
}

export function floatAttribute(attributes: readonly Uint8Array[], name: string, otherwise: number): number {
  const bytes = valueOf(attributes, name, ATTRIBUTE.float)[0]?.value;
  return bytes ? new DataView(bytes.buffer, bytes.byteOffset, 4).getFloat32(0, true) : otherwise;
}

export function integerAttribute(attributes: readonly Uint8Array[], name: string): number | undefined {
  return integersOf(valueOf(attributes, name, ATTRIBUTE.integer))[0];
}

export function integersAttribute(attributes: readonly Uint8Array[], name: string): number[] {
  return integersOf(valueOf(attributes, name, ATTRIBUTE.integers));
}

/** The encoded graphs inside a node: the bodies of If, Loop and Scan. */
export function innerGraphs(attributes: readonly Uint8Array[]): Uint8Array[] {
  return attributes
    .flatMap((attribute) => readFields(attribute))
    .filter((field) => field.number === ATTRIBUTE.graph || field.number === ATTRIBUTE.graphs)
    .map((field) => field.value);
}

export function makeInteger(name: string, value: number): Uint8Array {
  return concat([
    textField(ATTRIBUTE.name, name),
    integerField(ATTRIBUTE.integer, value),
    integerField(ATTRIBUTE.type, TYPE.integer),
  ]);
}

export function makeFloat(name: string, value: number): Uint8Array {
  return concat([
    textField(ATTRIBUTE.name, name),
    floatField(ATTRIBUTE.float, value),
    integerField(ATTRIBUTE.type, TYPE.float),
  ]);
}

export function makeIntegers(name: string, values: readonly number[]): Uint8Array {
  return concat([
    textField(ATTRIBUTE.name, name),
    ...values.map((value) => integerField(ATTRIBUTE.integers, value)),
    integerField(ATTRIBUTE.type, TYPE.integers),
  ]);
}
