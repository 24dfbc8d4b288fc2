import { spawn, type ChildProcess } from 'node:child_process';
import { join, resolve } from 'node:path';
import { once } from 'node:events';

const root = resolve(import.meta.dirname, '../..');

export interface WebProcess {
  readonly child: ChildProcess;
  /** What it printed so far, on both streams. */
  printed(): string;
  /** The address with its token, as soon as it is printed; rejects when the process ends before that. */
  address(): Promise<URL>;
  /** How it ended. */
  readonly code: Promise<number | null>;
}

/** `npm run web` in a process of its own, as the launcher starts it; no browser is opened. */
export function startWeb(words: readonly string[], environment: Readonly<Record<string, string>> = {}): WebProcess {
  const main = join(root, 'src/web/main.ts');
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', main, '--no-open', ...words], {
    cwd: root,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  let hear = (): void => undefined;
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (piece: Buffer) => {
      text += piece.toString();
      hear();
    });
  }
  const code = once(child, 'close').then(([status]) => status as number | null);
  const address = (): Promise<URL> =>
    new Promise((settle, reject) => {
      hear = () => {
        const found = /The studio is at (\S+)\n/.exec(text)?.[1];
        if (found !== undefined) settle(new URL(found));
      };
      hear();
      void code.then(() => {
        reject(new Error(`It ended without an address:\n${text}`));
      });
    });
  return { child, printed: () => text, address, code };
}
