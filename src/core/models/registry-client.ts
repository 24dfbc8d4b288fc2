/**
 * Package registries through their ordinary clients, as set up on this machine (mirrors, proxies, logins): this file
 * is the only one here that starts programs, and no registry is named anywhere.
 */
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { StudioError } from '../../shared/errors.ts';
import type { PackageEntry } from './registry.ts';

/** A program with the words that come before its arguments. */
export type Command = readonly string[];

interface FetchOptions {
  readonly signal?: AbortSignal | undefined;
  /** Bytes that lie in the folder so far, a few times a second. */
  readonly onBytes?: (bytes: number) => void;
}

export interface PackageClients {
  /**
   * Fetches the package's archive (a wheel, a tarball) into `directory` and returns its path.
   * Throws StudioError `missing` (no such client here) or `tool` (the client failed; its last words are in `data`).
   */
  fetch(entry: PackageEntry, directory: string, options: FetchOptions): Promise<string>;
}

/** The clients of this machine; a given command takes the place of the search for one. */
export function createPackageClients(
  commands: { readonly pip?: Command | undefined; readonly npm?: Command | undefined } = {},
): PackageClients {
  const found = new Map<string, Promise<Command>>();
  const commandFor = (client: PackageEntry['client']) => {
    const known = found.get(client) ?? (commands[client] ? Promise.resolve(commands[client]) : findClient(client));
    found.set(client, known);
    // A client that is missing now may be installed before the next try.
    known.catch(() => found.delete(client));
    return known;
  };
  return {
    async fetch(entry, directory, options) {
      const command = await commandFor(entry.client);
      await mkdir(directory, { recursive: true });
      const incoming = await mkdtemp(join(directory, 'incoming-'));
      const watcher = setInterval(() => void sizeOf(incoming).then(options.onBytes), 250);
      try {
        const words = entry.client === 'pip' ? pipArguments(entry, incoming) : npmArguments(entry, incoming);
        await run([...command, ...words], { entry, directory: incoming, signal: options.signal });
        const archive = (await readdir(incoming)).find((name) => /\.(whl|tgz)$/.test(name));
        if (archive === undefined) throw clientFailed(entry, 'it left no archive');
        return join(incoming, archive);
      } catch (error) {
        await rm(incoming, { recursive: true, force: true });
        throw error;
      } finally {
        clearInterval(watcher);
      }
    },
  };
}

function pipArguments({ name, version }: PackageEntry, directory: string): string[] {
  const options = '--no-deps --only-binary=:all: --no-cache-dir --disable-pip-version-check --no-input --retries 2';
  return ['download', ...options.split(' '), '--timeout', '15', '-d', directory, `${name}==${version}`];
}

function npmArguments({ name, version }: PackageEntry, directory: string): string[] {
  const options =
    '--ignore-scripts --silent --fetch-retries=2 --fetch-retry-mintimeout=500 --fetch-retry-maxtimeout=4000';
  return ['pack', ...options.split(' '), '--pack-destination', directory, `${name}@${version}`];
}

const PIP_COMMANDS: readonly Command[] = [
  ['python3', '-m', 'pip'],
  ['python', '-m', 'pip'],
  ['py', '-m', 'pip'],
  ['pip3'],
  ['pip'],
];

async function findClient(client: PackageEntry['client']): Promise<Command> {
  for (const command of client === 'pip' ? PIP_COMMANDS : npmCommands()) {
    if (await answers(command)) return command;
  }
  throw client === 'pip'
    ? new StudioError('missing', 'Python with pip was not found; this source of the model needs it.', {
        hint: 'Install Python 3 with pip (on Debian: apt install python3-pip) and try again.',
      })
    : new StudioError('missing', 'npm was not found; this source of the model needs it.', {
        hint: 'Install Node.js with npm and try again.',
      });
}

function npmCommands(): Command[] {
  // Set while an npm script runs; another package manager puts its own program there.
  const current = process.env['npm_execpath'];
  const running = current !== undefined && basename(current) === 'npm-cli.js' ? [[process.execPath, current]] : [];
  return [...running, ['npm']];
}

async function answers(command: Command): Promise<boolean> {
  const child = start([...command, '--version'], {});
  return new Promise((resolve) => {
    child.once('error', () => resolve(false));
    child.once('close', (code) => resolve(code === 0));
  });
}

function start(command: Command, options: { cwd?: string; env?: NodeJS.ProcessEnv }) {
  const [program = '', ...words] = command;
  return spawn(program, words, {
    ...options,
    stdio: ['ignore', 'pipe', 'pipe'],
    // npm is a .cmd file on Windows, which only a shell can start. All words are from the registry's checked patterns.
    shell: process.platform === 'win32' && program === 'npm',
    windowsHide: true,
  });
}

const KILL_AFTER_MS = 2_000;

interface RunOptions {
  readonly entry: PackageEntry;
  readonly directory: string;
  readonly signal: AbortSignal | undefined;
}

async function run(command: Command, { entry, directory, signal }: RunOptions): Promise<void> {
  signal?.throwIfAborted();
  // Temporary files lie in our folder: they show how far it is, and go with it.
  const child = start(command, {
    cwd: directory,
    env: { ...process.env, TMPDIR: directory, TEMP: directory, TMP: directory },
  });
  let words = '';
  const listen = (chunk: Buffer) => (words = (words + chunk.toString()).slice(-2_000));
  child.stdout.on('data', listen);
  child.stderr.on('data', listen);
  let killer: NodeJS.Timeout | undefined;
  const stop = () => {
    child.kill('SIGTERM');
    killer = setTimeout(() => child.kill('SIGKILL'), KILL_AFTER_MS);
  };
  signal?.addEventListener('abort', stop, { once: true });
  try {
    const code = await new Promise<number | null>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', resolve);
    });
    signal?.throwIfAborted();
    if (code !== 0) throw clientFailed(entry, `it ended with ${code ?? 'a signal'}`, words.trim());
  } finally {
    clearTimeout(killer);
    signal?.removeEventListener('abort', stop);
  }
}

function clientFailed({ client, name, version }: PackageEntry, what: string, output = ''): StudioError {
  return new StudioError('tool', `${client} could not fetch ${name} ${version}: ${what}.`, {
    hint: `Check the network and the settings of ${client}, then try again.`,
    data: { client, package: name, version, output },
  });
}

async function sizeOf(directory: string): Promise<number> {
  const names = await readdir(directory, { recursive: true }).catch(() => []);
  const sizes = names.map(async (name) => {
    const entry = await stat(join(directory, name)).catch(() => undefined);
    return entry?.isFile() ? entry.size : 0;
  });
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}
