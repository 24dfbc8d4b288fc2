/**
 * Dynamic int8 quantisation undone: each DynamicQuantizeLinear -> ConvInteger | MatMulInteger -> (Add bias) -> Cast ->
 * Mul(scale) becomes one Conv | MatMul on float weights. The weights keep their 8-bit precision, the activations
 * regain theirs. Worth 1.7x the speed under onnxruntime-node 1.30, whose integer convolutions are slow.
 * The pattern is the one that onnxruntime's quantize_dynamic writes.
 */
import { StudioError } from '../../../shared/errors.ts';
import { makeNode } from './model.ts';
import type { Graph, GraphNode } from './model.ts';
import { prune } from './prune.ts';
import { elementCount, lazyFloatTensor } from './tensor.ts';
import type { Tensor } from './tensor.ts';

export interface Dequantised {
  readonly graph: Graph;
  /** How many convolutions and matrix products became float. */
  readonly replaced: number;
}

/** Throws StudioError `corrupt` when an integer product is followed by something else than the known pattern. */
export function dequantise(graph: Graph): Dequantised {
  const search = searchable(graph);
  const replacements = new Map<GraphNode, GraphNode>();
  const weights = new Map<string, Tensor>();
  for (const node of graph.nodes) {
    if (node.opType !== 'ConvInteger' && node.opType !== 'MatMulInteger') continue;
    const found = matchPattern(node, search);
    if (!found) continue;
    weights.set(found.weight.name, found.weight);
    const opType = node.opType === 'ConvInteger' ? 'Conv' : 'MatMul';
    const inputs = [found.activation, found.weight.name, ...found.bias];
    replacements.set(found.last, makeNode(opType, inputs, found.last.outputs, node.attributes));
  }
  const nodes = graph.nodes.map((node) => replacements.get(node) ?? node);
  const initializers = [...graph.initializers, ...weights.values()];
  return { graph: prune({ ...graph, nodes, initializers }), replaced: replacements.size };
}

interface Search {
  readonly tensors: ReadonlyMap<string, Tensor>;
  readonly producers: ReadonlyMap<string, GraphNode>;
  readonly consumers: ReadonlyMap<string, readonly GraphNode[]>;
}

function searchable(graph: Graph): Search {
  const producers = new Map(graph.nodes.flatMap((node) => node.outputs.map((name) => [name, node] as const)));
  const consumers = new Map<string, GraphNode[]>();
  for (const node of graph.nodes) {
    for (const name of node.inputs) consumers.set(name, [...(consumers.get(name) ?? []), node]);
  }
  return { tensors: new Map(graph.initializers.map((tensor) => [tensor.name, tensor])), producers, consumers };
}

interface Match {
  readonly activation: string;
  readonly weight: Tensor;
  readonly bias: readonly string[];
  /** The Mul whose output the float node takes over. */
  readonly last: GraphNode;
}

function matchPattern(node: GraphNode, search: Search): Match | undefined {
  const quantiser = search.producers.get(node.inputs[0]!);
  const quantised = search.tensors.get(node.inputs[1]!);
  if (quantiser?.opType !== 'DynamicQuantizeLinear' || !quantised) return undefined;

  let next = onlyConsumer(node, search);
  let bias: string[] = [];
  if (next.opType === 'Add') {
    bias = [floatBias(otherInput(next, node), search)];
    next = onlyConsumer(next, search);
  }
  if (next.opType !== 'Cast') throw unexpected(node, `then ${next.opType}`);
  const last = onlyConsumer(next, search);
  if (last.opType !== 'Mul') throw unexpected(node, `scaled by ${last.opType}`);

  // The other factor is activation scale x weight scale; only the second is a constant.
  const scales = search.producers.get(otherInput(last, next));
  const scale = scales?.inputs.map((name) => search.tensors.get(name)).find((tensor) => tensor !== undefined);
  if (!scale) throw unexpected(node, 'no constant weight scale');
  const zeroPoint = node.inputs[3] ? search.tensors.get(node.inputs[3]) : undefined;
  return {
    activation: quantiser.inputs[0]!,
    weight: floatWeight(quantised, scale, zeroPoint, node.opType === 'ConvInteger'),
    bias,
    last,
  };
}

/** The float bias that was divided by the scale and rounded to fit into the integer sum. */
function floatBias(name: string, search: Search): string {
  let current = search.producers.get(name);
  while (current && current.opType !== 'Div') current = search.producers.get(current.inputs[0]!);
  const bias = current?.inputs[0];
  if (bias === undefined || !search.tensors.has(bias)) throw unexpected(undefined, 'a bias that is not a constant');
  return bias;
}

/**
 * (quantised - zero point) x scale. The scale is one number, or one for each output channel: the first dimension of a
 * convolution's weight, the last of a matrix.
 */
function floatWeight(quantised: Tensor, scale: Tensor, zeroPoint: Tensor | undefined, isConvolution: boolean): Tensor {
  const { dims } = quantised;
  const count = elementCount(dims);
  const channels = (isConvolution ? dims[0] : dims.at(-1)) ?? 1;
  const inner = isConvolution ? count / channels : 1;
  return lazyFloatTensor(`${quantised.name}|${scale.name}|float`, dims, () => {
    const integers = quantised.values();
    const scales = scale.values();
    const zeros = zeroPoint?.values() ?? [0];
    const weight = new Float32Array(count);
    for (let index = 0; index < count; index++) {
      const channel = Math.floor(index / inner) % channels;
      const zero = zeros.length > 1 ? zeros[channel]! : zeros[0]!;
      weight[index] = (integers[index]! - zero) * (scales.length > 1 ? scales[channel]! : scales[0]!);
    }
    return weight;
  });
}

function onlyConsumer(node: GraphNode, search: Search): GraphNode {
  const consumers = search.consumers.get(node.outputs[0]!) ?? [];
  if (consumers.length !== 1) throw unexpected(node, `read by ${consumers.length} nodes`);
  return consumers[0]!;
}

function otherInput(node: GraphNode, from: GraphNode): string {
  return node.inputs.find((name) => name !== from.outputs[0])!;
}

function unexpected(node: GraphNode | undefined, what: string): StudioError {
  return new StudioError('corrupt', `The model's graph is not the expected one (${node?.name ?? 'a node'}: ${what}).`);
}
