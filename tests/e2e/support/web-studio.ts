/** The real web host in a process of its own, as `npm run web` starts it. */
import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import type { Readable } from 'node:stream';
import type { FilmOptions } from '../../../src/shared/film.ts';
import { modelsCache } from '../../helpers/models.ts';

const root = resolve(import.meta.dirname, '../../..');

export interface WebStudio {
  /** Opens the studio once: it has the token. */
  readonly url: string;
  /** All that it has written to its streams, and how it ended, if it did. */
  said(): string;
  /** Ctrl-C. */
  stop(): Promise<void>;
  /** kill -9. */
  kill(): Promise<void>;
}

export interface WebStudioOptions {
  readonly data: string;
  /** 'tone' where the voice is not what is tested. */
  readonly narrator: FilmOptions['narrator'];
  /** Where its models are; those of all tests by default. */
  readonly models?: string;
}

/** Starts it on a free port; throws with all that it said when it ends instead. */
export async function startWebStudio({ data, narrator, models = modelsCache }: WebStudioOptions): Promise<WebStudio> {
  const options = ['--port', '0', '--no-open', '--data', data, '--narrator', narrator];
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', 'src/web/main.ts', ...options], {
    cwd: root,
    env: { ...process.env, STORYLOOM_MODELS_CACHE: models },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes: Buffer) => (said += bytes.toString()));
  child.on('exit', (code, signal) => (said += `\nended: ${String(code ?? signal)}`));
  const url = await readUrl(child, () => said);
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill(signal);
    await once(child, 'exit');
  };
  return { url, said: () => said, stop: () => end('SIGINT'), kill: () => end('SIGKILL') };
}

function readUrl(child: ChildProcessByStdio<null, Readable, Readable>, said: () => string): Promise<string> {
  return new Promise((settle, reject) => {
    child.stdout.on('data', () => {
      const url = /http:\/\/\S+token=\S+/.exec(said())?.[0];
      if (url !== undefined) settle(url);
    });
    child.on('error', reject);
    child.on('exit', () => {
      reject(new Error(`The web host did not start:\n${said()}`));
    });
  });
}
