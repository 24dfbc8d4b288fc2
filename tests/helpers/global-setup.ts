import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Every test run gets its own data folder, so that a developer's own films and models are never touched. */
export default function setup(): () => void {
  const directory = mkdtempSync(join(tmpdir(), 'storyloom-test-'));
  process.env['STORYLOOM_DATA'] = directory;
  return () => {
    rmSync(directory, { recursive: true, force: true });
  };
}
