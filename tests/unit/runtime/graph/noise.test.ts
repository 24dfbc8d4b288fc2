import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeFloat, makeIntegers } from '../../../../src/core/runtime/graph/attribute.ts';
import { makeNode } from '../../../../src/core/runtime/graph/model.ts';
import type { GraphNode } from '../../../../src/core/runtime/graph/model.ts';
import { fixNoise } from '../../../../src/core/runtime/graph/noise.ts';
import { DataType } from '../../../../src/core/runtime/graph/tensor.ts';
import { openSession } from '../../../../src/core/runtime/onnx.ts';
import { modelFile, tinyGraph, value } from '../../../helpers/tiny-graphs.ts';

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'storyloom-noise-'));
});
afterAll(() => rm(directory, { recursive: true, force: true }));

const graphOf = (...nodes: GraphNode[]) =>
  tinyGraph({
    nodes,
    inputs: [value('x', DataType.float, ['rows', 'columns'])],
    outputs: [...new Set(nodes.flatMap((node) => node.outputs))].map((name) => value(name, DataType.float, ['a', 'b'])),
  });

async function open(...nodes: GraphNode[]) {
  const path = join(directory, `${Math.random()}.onnx`);
  await writeFile(path, modelFile(fixNoise(graphOf(...nodes)).graph));
  const session = await openSession(path, { threads: 1 });
  const run = async (rows: number, columns: number) => {
    const data = new Float32Array(rows * columns);
    const results = await session.run({ x: { type: 'float32', data, shape: [rows, columns] } });
    return Object.fromEntries(Object.entries(results).map(([name, { data }]) => [name, data.slice()]));
  };
  return { run, dispose: () => session.dispose() };
}

const mean = (values: Float32Array) => values.reduce((sum, n) => sum + n, 0) / values.length;
function deviation(values: Float32Array): number {
  const middle = mean(values);
  return Math.sqrt(mean(values.map((n) => (n - middle) ** 2)));
}
const correlation = (a: Float32Array, b: Float32Array) =>
  mean(a.map((n, index) => n * b[index]!)) / (deviation(a) * deviation(b));

describe('noise that is the same each time', () => {
  it('does not change from run to run, nor with what ran before, nor in another session', async () => {
    const first = await open(makeNode('RandomNormalLike', ['x'], ['y']));
    const once = (await first.run(4000, 9))['y']!;
    await first.run(17, 3);
    const again = (await first.run(4000, 9))['y']!;
    await first.dispose();
    const second = await open(makeNode('RandomNormalLike', ['x'], ['y']));
    const elsewhere = (await second.run(4000, 9))['y']!;
    await second.dispose();
    expect(again).toEqual(once);
    expect(elsewhere).toEqual(once);
  });

  it('is normal noise with the mean and scale that the node asks for', async () => {
    const session = await open(
      makeNode('RandomNormalLike', ['x'], ['y'], [makeFloat('mean', 3), makeFloat('scale', 0.5)]),
    );
    const values = (await session.run(30_000, 9))['y']!;
    await session.dispose();
    expect(mean(values)).toBeCloseTo(3, 2);
    expect(deviation(values)).toBeCloseTo(0.5, 2);
    const inside = values.filter((n) => Math.abs(n - 3) < 0.5).length / values.length;
    expect(inside).toBeCloseTo(0.683, 2);
  });

  it('is uniform noise within the bounds that the node asks for', async () => {
    const session = await open(
      makeNode('RandomUniformLike', ['x'], ['y'], [makeFloat('low', -2), makeFloat('high', 4)]),
    );
    const values = (await session.run(10_000, 9))['y']!;
    await session.dispose();
    expect(Math.min(...values.subarray(0, 50_000))).toBeGreaterThanOrEqual(-2);
    expect(Math.max(...values.subarray(0, 50_000))).toBeLessThan(4);
    expect(mean(values)).toBeCloseTo(1, 1);
  });

  it('is longer than the pool without repeating where a listener could notice', async () => {
    const session = await open(makeNode('RandomNormalLike', ['x'], ['y']));
    const rows = 100_000;
    const values = (await session.run(rows, 9))['y']!;
    await session.dispose();
    // One of the nine channels, against itself one pool's length of values later: that is another channel's place.
    const channel = Float32Array.from({ length: 60_000 }, (_, row) => values[row * 9]!);
    for (const lag of [1, 7, Math.round(262_139 / 9), 30_000]) {
      const later = Float32Array.from({ length: 60_000 }, (_, row) => values[(row + lag) * 9]!);
      expect(Math.abs(correlation(channel, later)), `lag ${lag}`).toBeLessThan(0.02);
    }
  });

  it('is not the same noise for two nodes', async () => {
    const session = await open(makeNode('RandomNormalLike', ['x'], ['y']), makeNode('RandomNormalLike', ['x'], ['z']));
    const { y, z } = await session.run(5000, 9);
    await session.dispose();
    expect(Math.abs(correlation(y!, z!))).toBeLessThan(0.02);
  });

  it('has the shape that a node without a model names', async () => {
    const session = await open(
      makeNode('Abs', ['x'], ['unused']),
      makeNode('RandomNormal', [], ['y'], [makeIntegers('shape', [2, 3])]),
    );
    const values = (await session.run(1, 1))['y']!;
    await session.dispose();
    expect(values).toHaveLength(6);
  });

  it('touches nothing in a graph without random nodes', () => {
    const graph = graphOf(makeNode('Abs', ['x'], ['y']));
    expect(fixNoise(graph)).toEqual({ graph, replaced: 0 });
  });

  it('refuses a random node that it does not know, rather than leave it random', () => {
    const graph = graphOf(makeNode('Bernoulli', ['x'], ['y']));
    expect(() => fixNoise(graph)).toThrow(expect.objectContaining({ code: 'corrupt' }));
  });
});
