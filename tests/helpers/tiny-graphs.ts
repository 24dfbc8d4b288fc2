/** Small ONNX models made by our own writer: whole files as bytes. */
import { modelChunks } from '../../src/core/runtime/graph/model.ts';
import type { Graph, GraphNode, ValueInfo } from '../../src/core/runtime/graph/model.ts';
import type { Tensor } from '../../src/core/runtime/graph/tensor.ts';
import { makeTensorType } from '../../src/core/runtime/graph/value-type.ts';
import type { Dimension } from '../../src/core/runtime/graph/value-type.ts';
import { bytesField, concat, integerField, textField } from '../../src/core/runtime/graph/wire.ts';

export function value(name: string, elementType: number, shape: readonly Dimension[]): ValueInfo {
  return { name, type: makeTensorType(elementType, shape) };
}

export interface TinyGraph {
  readonly nodes: readonly GraphNode[];
  readonly tensors?: readonly Tensor[];
  readonly inputs: readonly ValueInfo[];
  readonly outputs: readonly ValueInfo[];
}

export function tinyGraph({ nodes, tensors = [], inputs, outputs }: TinyGraph): Graph {
  return { nodes, initializers: tensors, inputs, outputs, valueInfos: [], rest: [textField(2, 'tiny')] };
}

/** A model file: IR version 9, operator set 20. */
export function modelFile(graph: Graph): Uint8Array {
  const opset = bytesField(8, concat([textField(1, ''), integerField(2, 20)]));
  return concat([...modelChunks({ graph, opset: 20, rest: [integerField(1, 9), opset] })]);
}
