import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeNode } from '../../../../src/core/runtime/graph/model.ts';
import { readOutline } from '../../../../src/core/runtime/graph/outline.ts';
import { DataType, floatTensor, TENSOR, type Tensor } from '../../../../src/core/runtime/graph/tensor.ts';
import { integerField } from '../../../../src/core/runtime/graph/wire.ts';
import { openSession } from '../../../../src/core/runtime/onnx.ts';
import { modelFile, tinyGraph, value } from '../../../helpers/tiny-graphs.ts';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'outline-'));
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

const WIDTH = 5000;
const weights = (seed: number): Float32Array => Float32Array.from({ length: WIDTH }, (_, index) => seed + index / 7);

/** sum = input * first + second, with names of odd lengths so that no weight lies on a multiple of four. */
function scaleModel(width: number, change = (tensor: Tensor): Tensor => tensor): Uint8Array {
  const tensor = (name: string, seed: number) => change(floatTensor(name, [width], weights(seed).slice(0, width)));
  const graph = tinyGraph({
    nodes: [makeNode('Mul', ['input', 'first'], ['scaled']), makeNode('Add', ['scaled', 'second.one'], ['sum'])],
    tensors: [tensor('first', 1), tensor('second.one', 2)],
    inputs: [value('input', DataType.float, [width])],
    outputs: [value('sum', DataType.float, [width])],
  });
  return modelFile(graph);
}

function write(name: string, bytes: Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

/** Bytes, for comparing arrays of numbers one by one takes seconds. */
async function sumOf(path: string): Promise<Buffer> {
  const session = await openSession(path, { threads: 1 });
  const data = Float32Array.from({ length: WIDTH }, (_, index) => index % 13);
  const { sum } = await session.run({ input: { type: 'float32', data, shape: [WIDTH] } });
  await session.dispose();
  return bytesOf(sum!.data);
}

function bytesOf(numbers: Float32Array): Buffer {
  return Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength);
}

describe('the outline of a model', () => {
  it('would catch weights taken from a wrong place of the file', async () => {
    const expected = Float32Array.from({ length: WIDTH }, (_, index) =>
      Math.fround(Math.fround((index % 13) * weights(1)[index]!) + weights(2)[index]!),
    );
    expect((await sumOf(write('scale.onnx', scaleModel(WIDTH)))).equals(bytesOf(expected))).toBe(true);
  });

  it('would catch a tensor that says at its end that its weights lie within, and is believed', async () => {
    const word = integerField(TENSOR.dataLocation, 0);
    const said = scaleModel(WIDTH, (tensor) => ({
      ...tensor,
      length: tensor.length + word.length,
      chunks: () => [...tensor.chunks(), word],
    }));
    const unsaid = await sumOf(write('unsaid.onnx', scaleModel(WIDTH)));
    expect((await sumOf(write('said.onnx', said))).equals(unsaid)).toBe(true);
  });

  it('would catch weights that are copied into every session all the same', async () => {
    const bytes = scaleModel(WIDTH);
    const outline = await readOutline(write('large.onnx', bytes));
    expect(bytes.length).toBeGreaterThan(2 * 4 * WIDTH);
    expect(outline.length).toBeLessThan(1000);
  });

  it('is the file itself, byte for byte, where no weight is large', async () => {
    const bytes = scaleModel(16);
    expect(await readOutline(write('small.onnx', bytes))).toEqual(bytes);
  });

  it('would catch a model behind a link, or in a folder with an odd name, that finds no weights', async () => {
    const odd = join(folder, 'Łódź – models & more');
    mkdirSync(odd);
    writeFileSync(join(odd, 'scale.onnx'), scaleModel(WIDTH));
    symlinkSync(join(odd, 'scale.onnx'), join(folder, 'link.onnx'));
    const straight = await sumOf(join(odd, 'scale.onnx'));
    expect((await sumOf(join(folder, 'link.onnx'))).equals(straight)).toBe(true);
  });

  it('would catch a cut model that is opened, or that brings the process down when its weights are touched', async () => {
    const whole = scaleModel(WIDTH);
    for (const kept of [0.99, 0.75, 0.5, 0.25, 0.01, 0.001]) {
      const path = write(`cut-${String(kept)}.onnx`, whole.slice(0, Math.floor(whole.length * kept)));
      await expect(openSession(path, { threads: 1 }), String(kept)).rejects.toMatchObject({ code: 'corrupt' });
    }
    await expect(openSession(write('empty.onnx', new Uint8Array()), { threads: 1 })).rejects.toMatchObject({
      code: 'corrupt',
    });
  });
});
