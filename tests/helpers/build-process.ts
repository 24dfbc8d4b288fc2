import type { ChildProcessByStdio } from 'node:child_process';
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';

export interface Child {
  /** The line 'ready' has come: it is about to open the store. */
  readonly ready: Promise<void>;
  /** Lines after 'ready', as they come. */
  readonly lines: string[];
  /** Waits for the next line after 'ready'. */
  line(): Promise<string>;
  /** Its exit code, null when it was killed; rejects with its complaint when it failed. */
  readonly ended: Promise<number | null>;
  /** Kill -9. */
  kill(): void;
}

/** Starts tests/helpers/build-child.ts. */
export function startChild(...words: string[]): Child {
  return startScript('build-child.ts', ...words);
}

/** Starts a script of tests/helpers that prints 'ready' before its first real line. */
export function startScript(name: string, ...words: string[]): Child {
  const script = fileURLToPath(new URL(name, import.meta.url));
  const process_: ChildProcessByStdio<null, Readable, Readable> = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', script, ...words],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let complaint = '';
  process_.stderr.on('data', (data: Buffer) => (complaint += data.toString()));
  const lines: string[] = [];
  const waiting: ((line: string) => void)[] = [];
  const ended = new Promise<number | null>((resolve, reject) => {
    process_.on('error', reject);
    process_.on('close', (code) => {
      if (code) reject(new Error(`${name} ${words.join(' ')} ended with ${String(code)}:\n${complaint}`));
      else resolve(code);
    });
  });
  const ready = new Promise<void>((resolve, reject) => {
    createInterface({ input: process_.stdout }).on('line', (text) => {
      if (text === 'ready') resolve();
      else {
        lines.push(text);
        waiting.shift()?.(text);
      }
    });
    ended.then(() => {
      resolve();
    }, reject);
  });
  return {
    ready,
    lines,
    line: () =>
      new Promise((resolve, reject) => {
        waiting.push(resolve);
        ended.catch(reject);
      }),
    ended,
    kill: () => process_.kill('SIGKILL'),
  };
}
