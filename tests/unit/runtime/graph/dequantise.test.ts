import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeInteger, makeIntegers } from '../../../../src/core/runtime/graph/attribute.ts';
import { dequantise } from '../../../../src/core/runtime/graph/dequantise.ts';
import { makeNode, modelChunks, modelLength, readModel } from '../../../../src/core/runtime/graph/model.ts';
import type { GraphNode } from '../../../../src/core/runtime/graph/model.ts';
import { DataType, floatTensor, integerTensor } from '../../../../src/core/runtime/graph/tensor.ts';
import type { Tensor } from '../../../../src/core/runtime/graph/tensor.ts';
import { concat } from '../../../../src/core/runtime/graph/wire.ts';
import { openSession } from '../../../../src/core/runtime/onnx.ts';
import { modelFile, tinyGraph, value } from '../../../helpers/tiny-graphs.ts';

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'storyloom-graph-'));
});
afterAll(() => rm(directory, { recursive: true, force: true }));

async function run(bytes: Uint8Array, input: Float32Array, shape: readonly number[]): Promise<Float32Array> {
  const path = join(directory, `${Math.random()}.onnx`);
  await writeFile(path, bytes);
  const session = await openSession(path, { threads: 1 });
  try {
    return (await session.run({ x: { type: 'float32', data: input, shape } }))['y']!.data.slice();
  } finally {
    await session.dispose();
  }
}

const noise = (count: number, seed: number) =>
  Array.from({ length: count }, (_, index) => Math.sin(index * 12.9898 + seed) * 2);
const bytesLike = (count: number, seed: number) => noise(count, seed).map((n) => Math.round(n * 60));

/** What quantize_dynamic makes of x -> Conv(weight, bias): the sum is in integers, the bias rounded into it. */
function quantisedConv(weightType: number): { nodes: GraphNode[]; tensors: Tensor[] } {
  const offset = weightType === DataType.uint8 ? 128 : 0;
  const weight = bytesLike(4 * 3 * 3, 1).map((n) => n + offset);
  const nodes = [
    makeNode('DynamicQuantizeLinear', ['x'], ['xq', 'xs', 'xz']),
    makeNode('Mul', ['xs', 'ws'], ['scales']),
    makeNode('Div', ['bias', 'scales'], ['scaled-bias']),
    makeNode('Floor', ['scaled-bias'], ['floored']),
    makeNode('Cast', ['floored'], ['integer-bias'], [makeInteger('to', DataType.int32)]),
    makeNode('Reshape', ['integer-bias', 'bias-shape'], ['shaped-bias']),
    makeNode(
      'ConvInteger',
      ['xq', 'w', 'xz', 'wz'],
      ['sum'],
      [makeIntegers('kernel_shape', [3]), makeIntegers('pads', [2, 2]), makeIntegers('dilations', [2])],
    ),
    makeNode('Add', ['sum', 'shaped-bias'], ['biased']),
    makeNode('Cast', ['biased'], ['float'], [makeInteger('to', DataType.float)]),
    makeNode('Mul', ['float', 'scales'], ['y']),
  ];
  const tensors = [
    integerTensor('w', [4, 3, 3], weight, weightType),
    integerTensor('wz', [], [offset], weightType),
    floatTensor('ws', [], [0.013]),
    floatTensor('bias', [4], [0.5, -1, 0, 2]),
    integerTensor('bias-shape', [3], [1, -1, 1]),
  ];
  return { nodes, tensors };
}

/** x -> MatMul with a scale and a zero point for each column. */
function quantisedMatMul(): { nodes: GraphNode[]; tensors: Tensor[] } {
  const nodes = [
    makeNode('DynamicQuantizeLinear', ['x'], ['xq', 'xs', 'xz']),
    makeNode('MatMulInteger', ['xq', 'w', 'xz', 'wz'], ['sum']),
    makeNode('Cast', ['sum'], ['float'], [makeInteger('to', DataType.float)]),
    makeNode('Mul', ['xs', 'ws'], ['scales']),
    makeNode('Mul', ['float', 'scales'], ['y']),
  ];
  const tensors = [
    integerTensor('w', [3, 5], bytesLike(15, 2), DataType.int8),
    integerTensor('wz', [5], [0, 1, -2, 3, 0], DataType.int8),
    floatTensor('ws', [5], [0.01, 0.02, 0.005, 0.03, 0.015]),
  ];
  return { nodes, tensors };
}

const inputs = [value('x', DataType.float, [1, 3, 'n'])];
const outputs = [value('y', DataType.float, [])];

describe('dequantise', () => {
  it.each([
    ['int8', DataType.int8],
    ['uint8 with a zero point', DataType.uint8],
  ])('keeps what a convolution computes (%s weights)', async (_, weightType) => {
    const { nodes, tensors } = quantisedConv(weightType);
    const bytes = modelFile(tinyGraph({ nodes, tensors, inputs, outputs: [value('y', DataType.float, [1, 4, 'n'])] }));
    await expectClose(bytes, new Float32Array(noise(3 * 20, 3)), [1, 3, 20], 'Conv');
  });

  it('keeps what a matrix product computes, scale and zero point by column', async () => {
    const { nodes, tensors } = quantisedMatMul();
    const input = [value('x', DataType.float, ['n', 3])];
    const bytes = modelFile(
      tinyGraph({ nodes, tensors, inputs: input, outputs: [value('y', DataType.float, ['n', 5])] }),
    );
    await expectClose(bytes, new Float32Array(noise(3 * 7, 4)), [7, 3], 'MatMul');
  });

  it('leaves nothing behind that only the integers needed', () => {
    const { nodes, tensors } = quantisedConv(DataType.int8);
    const model = readModel(modelFile(tinyGraph({ nodes, tensors, inputs, outputs })));
    const { graph, replaced } = dequantise(model.graph);
    expect(replaced).toBe(1);
    expect(graph.nodes.map((node) => node.opType)).toEqual(['Conv']);
    expect(graph.initializers.map((tensor) => tensor.name)).toEqual(['bias', 'w|ws|float']);
    expect(graph.initializers[1]!.dims).toEqual([4, 3, 3]);
  });

  it('leaves a product of two activations as it is', () => {
    const nodes = [
      makeNode('DynamicQuantizeLinear', ['x'], ['xq', 'xs', 'xz']),
      makeNode('MatMulInteger', ['xq', 'xq'], ['y']),
    ];
    const graph = tinyGraph({ nodes, inputs, outputs });
    expect(dequantise(graph)).toMatchObject({ replaced: 0, graph: { nodes } });
  });

  it('refuses a graph that goes on in another way than expected, rather than change what it computes', () => {
    const { nodes, tensors } = quantisedMatMul();
    const changed = nodes.map((node) => (node.outputs[0] === 'y' ? makeNode('Div', node.inputs, ['y']) : node));
    const graph = tinyGraph({ nodes: changed, tensors, inputs, outputs });
    expect(() => dequantise(graph)).toThrow(expect.objectContaining({ code: 'corrupt' }));
  });
});

describe('a model that is read and written', () => {
  it('is the same to the byte of its weights, and as long as was said', async () => {
    const { nodes, tensors } = quantisedConv(DataType.int8);
    const bytes = modelFile(tinyGraph({ nodes, tensors, inputs, outputs: [value('y', DataType.float, [1, 4, 'n'])] }));
    const model = readModel(bytes);
    const again = concat([...modelChunks(model)]);
    expect(again.length).toBe(modelLength(model));
    expect(concat([...modelChunks(readModel(again))])).toEqual(again);
    const input = new Float32Array(noise(3 * 20, 3));
    expect(await run(again, input, [1, 3, 20])).toEqual(await run(bytes, input, [1, 3, 20]));
  });

  it('keeps an output that was added by appending bytes to the file', () => {
    const graph = tinyGraph({ nodes: [makeNode('Abs', ['x'], ['y'])], inputs, outputs });
    const added = tinyGraph({ nodes: [], inputs: [], outputs: [value('z', DataType.float, [1])] });
    const model = readModel(concat([modelFile(graph), modelFile(added)]));
    expect(model.graph.outputs.map((output) => output.name)).toEqual(['y', 'z']);
    expect(model.opset).toBe(20);
  });
});

/** Rounding the activations to 8 bits costs up to half a step of their range in each product. */
async function expectClose(bytes: Uint8Array, input: Float32Array, shape: readonly number[], opType: string) {
  const model = readModel(bytes);
  const { graph, replaced } = dequantise(model.graph);
  expect(replaced).toBe(1);
  expect(graph.nodes.map((node) => node.opType)).toEqual([opType]);
  const expected = await run(bytes, input, shape);
  const actual = await run(concat([...modelChunks({ ...model, graph })]), input, shape);
  expect(actual).toHaveLength(expected.length);
  const loudest = Math.max(...expected.map(Math.abs));
  const worst = Math.max(...actual.map((n, index) => Math.abs(n - expected[index]!)));
  expect(worst / loudest).toBeLessThan(0.015);
  expect(worst).toBeGreaterThan(0);
}
