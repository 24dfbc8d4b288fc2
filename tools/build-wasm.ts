/**
 * Compiles src/core/motion/kernel/*.as (AssemblyScript) into src/core/motion/kernel-bytes.ts.
 *
 *   node tools/run.mjs tools/build-wasm.ts
 *
 * The module's bytes are kept as text in a TypeScript file, because every bundler and every host then finds them. The
 * compiler wants its source to be called `.ts`, which would make it part of our own type check: so it is handed over
 * under that name here. tests/unit/motion/kernel.test.ts compiles it again and compares.
 */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { main as compile } from 'assemblyscript/asc';

const motion = resolve(dirname(fileURLToPath(import.meta.url)), '..', 'src', 'core', 'motion');

const options = [
  '-O3',
  '--noAssert',
  ...['--runtime', 'stub'],
  ...['--importMemory', '--noExportMemory', '--sharedMemory', '--initialMemory', '1', '--maximumMemory', '16384'],
  ...['--enable', 'simd', '--enable', 'relaxed-simd', '--enable', 'threads'],
];

export const kernelModule = join(motion, 'kernel-bytes.ts');

/** The text of kernel-bytes.ts, made anew from kernel/*.as. */
export async function buildKernel(): Promise<string> {
  const sources = new Map<string, string>();
  for (const name of await readdir(join(motion, 'kernel'))) {
    sources.set(name.replace(/as$/, 'ts'), await readFile(join(motion, 'kernel', name), 'utf8'));
  }
  let bytes: Uint8Array | undefined;
  let messages = '';
  const { error } = await compile(['kernel.ts', '--outFile', 'kernel.wasm', ...options], {
    readFile: (name) => sources.get(name) ?? null,
    writeFile: (name, contents) => {
      if (name === 'kernel.wasm' && typeof contents !== 'string') bytes = contents;
    },
    listFiles: () => null,
    stderr: { write: (text) => void (messages += String(text)) },
  });
  if (error || !bytes) throw new Error(`kernel/*.as does not compile:\n${messages}`, { cause: error });
  const lines = Buffer.from(bytes)
    .toString('base64')
    .match(/.{1,112}/g)!;
  return [
    '// Made by tools/build-wasm.ts from kernel/*.as; do not edit.',
    'export const kernelBytes = `',
    ...lines,
    '`;',
    '',
  ].join('\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await writeFile(kernelModule, await buildKernel());
