/**
 * Random nodes made repeatable. onnxruntime's generators go on from run to run, so the same sentence would sound
 * (bitwise) different each time, and a film that was resumed would differ from one that was not. Here every random
 * node reads from a constant pool of noise instead, from a place of its own: equal input, equal bytes.
 *
 * The pool has a prime length, so over rows of any width it repeats only every 262,139 rows: 10.9 s at 24 kHz.
 */
import { StudioError } from '../../../shared/errors.ts';
import { floatAttribute, innerGraphs, integerAttribute, integersAttribute, makeInteger } from './attribute.ts';
import { makeNode, readGraph } from './model.ts';
import type { Graph, GraphNode } from './model.ts';
import { DataType, floatTensor, integerTensor, lazyFloatTensor } from './tensor.ts';
import type { Tensor } from './tensor.ts';

const POOL_LENGTH = 262_139;
/** Random nodes start this far from each other in the pool, so that they are not the same noise. */
const STEP = 98_317;

const LIKE = ['RandomNormalLike', 'RandomUniformLike'];
const SHAPED = ['RandomNormal', 'RandomUniform'];
const UNKNOWN = ['Bernoulli', 'Multinomial'];

/** Throws StudioError `corrupt` when the graph draws random numbers in a way that cannot be replaced. */
export function fixNoise(graph: Graph): { readonly graph: Graph; readonly replaced: number } {
  const tensors = new Map<string, Tensor>();
  let replaced = 0;
  const nodes = graph.nodes.flatMap((node) => {
    if (UNKNOWN.includes(node.opType) || hasRandomInside(node)) {
      throw new StudioError(
        'corrupt',
        `The model's random node ${node.name} (${node.opType}) cannot be made repeatable.`,
      );
    }
    if (!isRandom(node)) return [node];
    const replacement = readPool(node, replaced++);
    for (const tensor of replacement.tensors) tensors.set(tensor.name, tensor);
    return replacement.nodes;
  });
  return { graph: { ...graph, nodes, initializers: [...graph.initializers, ...tensors.values()] }, replaced };
}

function isRandom(node: GraphNode): boolean {
  return node.domain === '' && [...LIKE, ...SHAPED].includes(node.opType);
}

function hasRandomInside(node: GraphNode): boolean {
  return innerGraphs(node.attributes).some((bytes) =>
    readGraph(bytes).nodes.some((inner) => isRandom(inner) || UNKNOWN.includes(inner.opType) || hasRandomInside(inner)),
  );
}

function readPool(node: GraphNode, index: number): { nodes: GraphNode[]; tensors: Tensor[] } {
  const output = node.outputs[0]!;
  const name = (part: string) => `storyloom/noise/${index}/${part}`;
  const isNormal = node.opType.startsWith('RandomNormal');
  const pool = isNormal ? normalPool() : uniformPool();
  const isLike = LIKE.includes(node.opType);
  const start = (index * STEP) % POOL_LENGTH;

  const low = floatAttribute(node.attributes, 'low', 0);
  const scale = isNormal
    ? floatAttribute(node.attributes, 'scale', 1)
    : floatAttribute(node.attributes, 'high', 1) - low;
  const shift = isNormal ? floatAttribute(node.attributes, 'mean', 0) : low;

  const dataType = integerAttribute(node.attributes, 'dtype');
  const shape = integersAttribute(node.attributes, 'shape');
  const tensors = [
    pool,
    integerTensor(name('start'), [1], [start]),
    integerTensor(name('round-up'), [1], [start + POOL_LENGTH - 1]),
    integerTensor(name('pool-length'), [1], [POOL_LENGTH]),
    integerTensor(name('axis'), [1], [0]),
    floatTensor(name('scale'), [], [scale]),
    floatTensor(name('shift'), [], [shift]),
    ...(isLike ? [] : [integerTensor(name('shape'), [shape.length], shape)]),
  ];
  const nodes = [
    ...(isLike ? [makeNode('Shape', [node.inputs[0]!], [name('shape')])] : []),
    makeNode('ReduceProd', [name('shape')], [name('count')], [makeInteger('keepdims', 1)]),
    makeNode('Add', [name('count'), name('start')], [name('end')]),
    makeNode('Add', [name('count'), name('round-up')], [name('rounded')]),
    makeNode('Div', [name('rounded'), name('pool-length')], [name('times')]),
    makeNode('Tile', [pool.name, name('times')], [name('tiled')]),
    makeNode('Slice', [name('tiled'), name('start'), name('end'), name('axis')], [name('flat')]),
    makeNode('Reshape', [name('flat'), name('shape')], [name('shaped')]),
    makeNode('Mul', [name('shaped'), name('scale')], [name('scaled')]),
    makeNode('Add', [name('scaled'), name('shift')], [name('float')]),
    // Without a type of its own, a Like node has its input's.
    isLike && dataType === undefined
      ? makeNode('CastLike', [name('float'), node.inputs[0]!], [output])
      : makeNode('Cast', [name('float')], [output], [makeInteger('to', dataType ?? DataType.float)]),
  ];
  return { nodes, tensors };
}

function uniformPool(): Tensor {
  return lazyFloatTensor('storyloom/noise/uniform', [POOL_LENGTH], () => {
    const next = generator(0x6b6f6b6f);
    return Float32Array.from({ length: POOL_LENGTH }, next);
  });
}

/** Standard normal numbers by the transform of Box and Muller. */
function normalPool(): Tensor {
  return lazyFloatTensor('storyloom/noise/normal', [POOL_LENGTH], () => {
    const next = generator(0x726f6b6f);
    return Float32Array.from({ length: POOL_LENGTH }, () => {
      const radius = Math.sqrt(-2 * Math.log(1 - next()));
      return radius * Math.cos(2 * Math.PI * next());
    });
  });
}

/** Uniform numbers in [0, 1): a Weyl sequence through the mixing function of MurmurHash3 (public domain). */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = state ^ (state >>> 16);
    mixed = Math.imul(mixed, 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32;
  };
}
