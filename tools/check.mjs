// `npm run check`: types of every layer, lint, formatting, unused code. All of them run, then the failures are listed.
// The layers test (which folder may import which) is part of `npm test`: tests/unit/layers/layers.test.ts.
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const run = join(dirname(fileURLToPath(import.meta.url)), 'run.mjs');

const steps = {
  'types: shared': ['tsc', '-p', 'src/shared'],
  'types: core and hosts': ['tsc', '-p', 'src/core'],
  'types: preload': ['tsc', '-p', 'src/preload'],
  'types: renderer': ['tsc', '-p', 'src/renderer'],
  'types: tests and tools': ['tsc', '-p', 'tests'],
  'types: browser tests': ['tsc', '-p', 'tests/e2e'],
  lint: ['eslint', '.', '--max-warnings=0'],
  layers: ['vitest', 'run', 'tests/unit/layers'],
  'unused code': ['knip'],
  notices: ['tools/third-party.mjs', '--check'],
  format: ['prettier', '--check', '--log-level=warn', '.'],
};

const failed = [];
for (const [name, command] of Object.entries(steps)) {
  const started = Date.now();
  const { status } = spawnSync(process.execPath, [run, ...command], { stdio: ['ignore', 'inherit', 'inherit'] });
  console.log(`${status === 0 ? 'ok    ' : 'FAILED'} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
  if (status !== 0) failed.push(name);
}
if (failed.length > 0) {
  console.error(`\nFailed: ${failed.join(', ')}`);
  process.exit(1);
}
