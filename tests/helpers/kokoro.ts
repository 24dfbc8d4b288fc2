import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { SpeechModel } from '../../src/core/providers/local/kokoro-narrator.ts';

/**
 * A converted Kokoro model in a folder (kokoro-fp32.onnx, kokoro-int8.onnx, voices/*.bin): STORYLOOM_TEST_KOKORO.
 * Undefined where there is none.
 */
export function findKokoro(): SpeechModel | undefined {
  const folder = process.env['STORYLOOM_TEST_KOKORO'];
  if (!folder || !existsSync(join(folder, 'kokoro-fp32.onnx'))) return undefined;
  const names = [...readdirSync(folder), ...readdirSync(join(folder, 'voices')).map((name) => `voices/${name}`)].filter(
    (name) => /\.(?:onnx|bin)$/u.test(name),
  );
  const files = Object.fromEntries(names.map((name) => [name, resolve(folder, name)]));
  const hashes = Object.fromEntries(names.map((name) => [name, sha256(files[name]!)]));
  return {
    files,
    hashes,
    graphs: {
      fp32: files['kokoro-fp32.onnx']!,
      ...(files['kokoro-int8.onnx'] ? { int8: files['kokoro-int8.onnx'] } : {}),
    },
  };
}

function sha256(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}
