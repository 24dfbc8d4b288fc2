/** The real web host in a process of its own, as `npm run web` starts it. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import type { FilmOptions } from '../../../src/shared/film.ts';
import { modelsCache } from '../../helpers/models.ts';

const root = resolve(import.meta.dirname, '../../..');

export interface WebStudio {
  /** Opens the studio once: it has the token. */
  readonly url: string;
  /** Ctrl-C. */
  stop(): Promise<void>;
  /** kill -9. */
  kill(): Promise<void>;
}

export interface WebStudioOptions {
  readonly data: string;
  /** 'tone' where the voice is not what is tested. */
  readonly narrator: FilmOptions['narrator'];
}

/** Starts it on a free port; throws with all that it said when it ends instead. */
export async function startWebStudio({ data, narrator }: WebStudioOptions): Promise<WebStudio> {
  const options = ['--port', '0', '--no-open', '--data', data, '--narrator', narrator];
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', 'src/web/main.ts', ...options], {
    cwd: root,
    env: { ...process.env, STORYLOOM_MODELS_CACHE: modelsCache },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const url = await readUrl(child);
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill(signal);
    await once(child, 'exit');
  };
  return { url, stop: () => end('SIGINT'), kill: () => end('SIGKILL') };
}

function readUrl(child: ChildProcess): Promise<string> {
  return new Promise((settle, reject) => {
    let said = '';
    const hear = (bytes: Buffer): void => {
      said += bytes.toString();
      const url = /http:\/\/\S+token=\S+/.exec(said)?.[0];
      if (url !== undefined) settle(url);
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.on('error', reject);
    child.on('exit', (code) => {
      reject(new Error(`The web host ended with ${String(code)}:\n${said}`));
    });
  });
}
