import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sceneOf, useFilmLab } from '../helpers/film-lab.ts';

const lab = useFilmLab();

describe('a process that is killed', () => {
  // Which process is whose child is read from /proc.
  it.runIf(process.platform === 'linux')(
    'would catch an ffmpeg that is left behind and goes on writing (Linux only: reads /proc)',
    async () => {
      const folder = join(lab.folder, 'killed');
      mkdirSync(folder);
      const script = join(import.meta.dirname, '../fixtures/media/compose-for-ever.ts');
      const parent = spawn(process.execPath, [script, sceneOf(lab).picture.path, folder], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const ended = once(parent, 'exit');
      await once(parent.stdout, 'data');
      const tools = childrenOf(parent.pid!);
      expect(tools.length).toBeGreaterThan(0);
      parent.kill('SIGKILL');
      await ended;
      await expect.poll(() => tools.filter(isRunning), { timeout: 5000 }).toEqual([]);
    },
    30_000,
  );
});

/** ffmpeg processes that the process has started. */
function childrenOf(parent: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      const status = statusOf(pid);
      return status.includes(`PPid:\t${String(parent)}\n`) && status.startsWith('Name:\tffmpeg\n');
    });
}

function isRunning(pid: number): boolean {
  return existsSync(`/proc/${String(pid)}`) && !statusOf(pid).includes('State:\tZ');
}

function statusOf(pid: number): string {
  try {
    return readFileSync(`/proc/${String(pid)}/status`, 'utf8');
  } catch {
    return '';
  }
}
