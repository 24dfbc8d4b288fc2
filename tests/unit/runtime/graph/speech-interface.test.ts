import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeInteger } from '../../../../src/core/runtime/graph/attribute.ts';
import { makeNode } from '../../../../src/core/runtime/graph/model.ts';
import type { Graph } from '../../../../src/core/runtime/graph/model.ts';
import { setSpeechInterface } from '../../../../src/core/runtime/graph/speech-interface.ts';
import { DataType, floatTensor } from '../../../../src/core/runtime/graph/tensor.ts';
import { openSession } from '../../../../src/core/runtime/onnx.ts';
import { modelFile, tinyGraph, value } from '../../../helpers/tiny-graphs.ts';

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'storyloom-speech-'));
});
afterAll(() => rm(directory, { recursive: true, force: true }));

interface Names {
  readonly tokens: string;
  readonly audio: string;
  readonly clip: string;
  readonly outputs?: readonly string[];
}

/** Has Kokoro's inputs and outputs and does next to nothing: durations = tokens / speed, audio = durations x style. */
function lookalike({ tokens, audio, clip, outputs = [audio] }: Names): Graph {
  return tinyGraph({
    nodes: [
      makeNode('Cast', [tokens], ['float'], [makeInteger('to', DataType.float)]),
      makeNode('Div', ['float', 'speed'], ['divided']),
      makeNode('Clip', ['divided', 'one'], [clip]),
      makeNode('ReduceMean', ['style'], ['tone'], [makeInteger('keepdims', 1)]),
      makeNode('Mul', [clip, 'tone'], [audio]),
    ],
    tensors: [floatTensor('one', [], [1])],
    inputs: [
      value(tokens, DataType.int64, [1, 'sequence_length']),
      value('style', DataType.float, [1, 256]),
      value('speed', DataType.float, [1]),
    ],
    outputs: outputs.map((name) => value(name, DataType.float, [1, 'n'])),
  });
}

async function speak(graph: Graph) {
  const path = join(directory, `${Math.random()}.onnx`);
  await writeFile(path, modelFile(graph));
  const session = await openSession(path, { threads: 1 });
  const results = await session.run({
    tokens: { type: 'int64', data: BigInt64Array.from([0n, 4n, 8n, 0n]), shape: [1, 4] },
    style: { type: 'float32', data: new Float32Array(256).fill(0.5), shape: [1, 256] },
    speed: { type: 'float32', data: Float32Array.of(2), shape: [1] },
  });
  await session.dispose();
  return Object.fromEntries(
    Object.entries(results).map(([name, { data, shape }]) => [name, { data: [...data], shape }]),
  );
}

const spoken = {
  durations: { data: [1, 2, 4, 1], shape: [4] },
  audio: { data: [0.5, 1, 2, 0.5], shape: [4] },
};

describe('the speech interface', () => {
  it.each<[string, Names]>([
    ['the package registry', { tokens: 'tokens', audio: 'audio', clip: '/encoder/Clip_output_0' }],
    ['the hub', { tokens: 'input_ids', audio: 'waveform', clip: '/encoder/Clip_output_0' }],
    [
      'the timestamped export',
      { tokens: 'input_ids', audio: 'waveform', clip: 'durations', outputs: ['waveform', 'durations'] },
    ],
    [
      'an export with the durations first',
      { tokens: 'tokens', audio: 'audio', clip: 'duration', outputs: ['duration', 'audio'] },
    ],
  ])('is one and the same for the export of %s', async (_, names) => {
    const graph = setSpeechInterface(lookalike(names));
    expect(graph.inputs.map((input) => input.name)).toEqual(['tokens', 'style', 'speed']);
    expect(graph.outputs.map((output) => output.name)).toEqual(['audio', 'durations']);
    expect(await speak(graph)).toEqual(spoken);
  });

  it('changes nothing when it is applied twice', async () => {
    const once = setSpeechInterface(lookalike({ tokens: 'input_ids', audio: 'audio', clip: '/encoder/Clip_output_0' }));
    const twice = setSpeechInterface(once);
    expect(twice.nodes).toEqual(once.nodes);
    expect(await speak(twice)).toEqual(spoken);
  });

  it('refuses a graph without durations: its words could not be timed', () => {
    const graph = lookalike({ tokens: 'tokens', audio: 'audio', clip: 'something' });
    expect(() => setSpeechInterface(graph)).toThrow(expect.objectContaining({ code: 'corrupt' }));
  });

  it('refuses a model that is not for speech', () => {
    const graph = tinyGraph({
      nodes: [makeNode('Abs', ['pixels'], ['y'])],
      inputs: [value('pixels', DataType.float, [1, 3, 64, 64])],
      outputs: [value('y', DataType.float, [1, 3, 64, 64])],
    });
    expect(() => setSpeechInterface(graph)).toThrow('not those of a Kokoro voice model');
  });
});
