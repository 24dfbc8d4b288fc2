/**
 * An ONNX model as data that can be edited (field numbers: https://github.com/onnx/onnx/blob/main/onnx/onnx.proto).
 * Nodes and tensors keep their raw bytes until they are changed, so an unedited model is written back as it was read.
 */
import { bytesField, bytesHeader, concat, integersOf, readFields, textField, textOf } from './wire.ts';
import type { Field } from './wire.ts';
import { readTensor } from './tensor.ts';
import type { Tensor } from './tensor.ts';

export const MODEL = { graph: 7, opset: 8 } as const;
export const GRAPH = { node: 1, initializer: 5, input: 11, output: 12, valueInfo: 13 } as const;
const NODE = { input: 1, output: 2, name: 3, opType: 4, attribute: 5, doc: 6, domain: 7 } as const;

export interface GraphNode {
  readonly opType: string;
  /** '' is ONNX's own operator set. */
  readonly domain: string;
  readonly name: string;
  /** '' stands for an optional input that is left out. */
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  /** Encoded AttributeProto messages (attribute.ts reads and makes them). */
  readonly attributes: readonly Uint8Array[];
  /** The encoded node, while it is as it was read. */
  readonly raw?: Uint8Array;
}

/** A graph's input, output or inner tensor with its type. */
export interface ValueInfo {
  readonly name: string;
  /** Encoded TypeProto (value-type.ts). */
  readonly type: Uint8Array;
}

export interface Graph {
  readonly nodes: readonly GraphNode[];
  readonly initializers: readonly Tensor[];
  readonly inputs: readonly ValueInfo[];
  readonly outputs: readonly ValueInfo[];
  readonly valueInfos: readonly ValueInfo[];
  /** Encoded fields that are not looked into: name, documentation, annotations. */
  readonly rest: readonly Uint8Array[];
}

export interface Model {
  readonly graph: Graph;
  /** Version of ONNX's own operator set. */
  readonly opset: number;
  readonly rest: readonly Uint8Array[];
}

/**
 * Reads a ModelProto. The model keeps views into `bytes`, which must not change afterwards.
 * Throws WireError when the bytes are not protobuf, and leaves the meaning unchecked.
 */
export function readModel(bytes: Uint8Array): Model {
  const fields = readFields(bytes);
  // A message field that occurs twice is one message (that is how a fragment can be appended to a model file).
  const graph = concatenated(fields.filter((field) => field.number === MODEL.graph));
  const opsets = fields.filter((field) => field.number === MODEL.opset).map((field) => readFields(field.value));
  const own = opsets.find((opset) => opset.every((field) => field.number !== 1 || field.value.length === 0));
  return {
    graph: readGraph(graph),
    opset: own ? (integersOf(own.filter((field) => field.number === 2))[0] ?? 1) : 1,
    rest: fields.filter((field) => field.number !== MODEL.graph).map((field) => field.raw),
  };
}

function concatenated(fields: readonly Field[]): Uint8Array {
  return fields.length === 1 ? fields[0]!.value : concat(fields.map((field) => field.value));
}

export function readGraph(bytes: Uint8Array): Graph {
  const fields = readFields(bytes);
  const values = (number: number) => fields.filter((field) => field.number === number).map((field) => field.value);
  const known: readonly number[] = Object.values(GRAPH);
  return {
    nodes: values(GRAPH.node).map(readNode),
    initializers: values(GRAPH.initializer).map(readTensor),
    inputs: values(GRAPH.input).map(readValueInfo),
    outputs: values(GRAPH.output).map(readValueInfo),
    valueInfos: values(GRAPH.valueInfo).map(readValueInfo),
    rest: fields.filter((field) => !known.includes(field.number)).map((field) => field.raw),
  };
}

export function readNode(raw: Uint8Array): GraphNode {
  const fields = readFields(raw);
  const texts = (number: number) => fields.filter((field) => field.number === number).map(textOf);
  return {
    opType: texts(NODE.opType)[0] ?? '',
    domain: texts(NODE.domain)[0] ?? '',
    name: texts(NODE.name)[0] ?? '',
    inputs: texts(NODE.input),
    outputs: texts(NODE.output),
    attributes: fields.filter((field) => field.number === NODE.attribute).map((field) => field.value),
    raw,
  };
}

export function readValueInfo(bytes: Uint8Array): ValueInfo {
  const fields = readFields(bytes);
  const name = fields.find((field) => field.number === 1);
  return {
    name: name ? textOf(name) : '',
    type: fields.find((field) => field.number === 2)?.value ?? new Uint8Array(),
  };
}

/** A new node; attributes come from attribute.ts. */
export function makeNode(
  opType: string,
  inputs: readonly string[],
  outputs: readonly string[],
  attributes: readonly Uint8Array[] = [],
): GraphNode {
  // Names of outputs are unique in a graph, so these are, and no exporter writes them.
  return { opType, domain: '', name: `storyloom/${outputs[0] ?? opType}`, inputs, outputs, attributes };
}

function encodeNode(node: GraphNode): Uint8Array {
  if (node.raw) return node.raw;
  return concat([
    ...node.inputs.map((name) => textField(NODE.input, name)),
    ...node.outputs.map((name) => textField(NODE.output, name)),
    textField(NODE.name, node.name),
    textField(NODE.opType, node.opType),
    ...node.attributes.map((attribute) => bytesField(NODE.attribute, attribute)),
    ...(node.domain ? [textField(NODE.domain, node.domain)] : []),
  ]);
}

function encodeValueInfo({ name, type }: ValueInfo): Uint8Array {
  return concat([textField(1, name), bytesField(2, type)]);
}

/** The encoded model's length in bytes, known before any weight is computed. */
export function modelLength(model: Model): number {
  const [head, tensors, tail] = layout(model);
  const weights = tensors.reduce((sum, [header, tensor]) => sum + header.length + tensor.length, 0);
  return head.length + weights + tail.length;
}

/**
 * The encoded model in pieces, one or a few for each weight, so that a model larger than memory allows is never held
 * whole: weights that are computed are computed here, one at a time.
 */
export function* modelChunks(model: Model): Generator<Uint8Array> {
  const [head, tensors, tail] = layout(model);
  yield head;
  for (const [header, tensor] of tensors) {
    yield header;
    yield* tensor.chunks();
  }
  yield tail;
}

function layout({ graph, rest }: Model): [Uint8Array, [Uint8Array, Tensor][], Uint8Array] {
  const before = concat([
    ...graph.rest,
    ...graph.nodes.map((node) => bytesField(GRAPH.node, encodeNode(node))),
    ...graph.inputs.map((value) => bytesField(GRAPH.input, encodeValueInfo(value))),
    ...graph.outputs.map((value) => bytesField(GRAPH.output, encodeValueInfo(value))),
    ...graph.valueInfos.map((value) => bytesField(GRAPH.valueInfo, encodeValueInfo(value))),
  ]);
  const tensors = graph.initializers.map((tensor): [Uint8Array, Tensor] => [
    bytesHeader(GRAPH.initializer, tensor.length),
    tensor,
  ]);
  const length = tensors.reduce((sum, [header, tensor]) => sum + header.length + tensor.length, before.length);
  return [concat([bytesHeader(MODEL.graph, length), before]), tensors, concat(rest)];
}
