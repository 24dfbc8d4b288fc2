import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export interface StudioChild {
  /** An export is on its way: one scene of several is whole. */
  readonly composed: Promise<{ readonly jobId: string }>;
  readonly ended: Promise<void>;
  /** Kill -9. */
  kill(): void;
}

/** Starts tests/helpers/studio-child.ts. */
export function startStudioChild(data: string): StudioChild {
  const script = fileURLToPath(new URL('studio-child.ts', import.meta.url));
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script, data], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let complaint = '';
  child.stderr.on('data', (words: Buffer) => (complaint += words.toString()));
  const ended = new Promise<void>((resolve) => {
    child.once('close', () => {
      resolve();
    });
  });
  const composed = new Promise<{ jobId: string }>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      resolve(JSON.parse(line) as { jobId: string });
    });
    void ended.then(() => {
      reject(new Error(`The studio ended: ${complaint}`));
    });
  });
  return { composed, ended, kill: () => child.kill('SIGKILL') };
}
