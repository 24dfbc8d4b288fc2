/**
 * Runs ffmpeg and ffprobe: the only place that starts them, and the only importer of fluent-ffmpeg.
 *
 * fluent-ffmpeg is archived, and its builder of command lines is not used: ours are pure functions (arguments.ts). What
 * it does here is to start one program and wait for it and for its streams in the right order.
 */
import type { ChildProcess } from 'node:child_process';
import { basename } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import Fluent from 'fluent-ffmpeg';
import { CancelledError, ErrorCode, StudioError } from '../../shared/errors.ts';
import { createProgressParser, type ToolProgress } from './progress.ts';

export interface ToolRun {
  readonly signal?: AbortSignal | undefined;
  /** Writes the program's input; it is ended afterwards. When it throws, the program is stopped and the error passed on. */
  readonly feed?: ((input: Writable) => Promise<void>) | undefined;
  /** Takes the program's standard output piece by piece, at its own pace: the program waits. When it throws, as with `feed`. */
  readonly read?: ((output: Readable) => Promise<void>) | undefined;
  /** Asks for `-progress` reports; what the program writes to its standard output is then not kept. */
  readonly onProgress?: ((progress: ToolProgress) => void) | undefined;
}

export interface ToolResult {
  readonly stdout: Buffer;
  /** The last lines. */
  readonly stderr: string;
}

/** How long a program has to end by itself after TERM. */
const GRACE_MS = 5_000;
/** Lines of stderr: enough for all that ffmpeg says about a file. */
const KEPT_LINES = 400;
const LINES_IN_ERROR = 40;
/** Exit codes of ffmpeg 6.1 and newer are system errors: 256 less ENOSPC, EDQUOT, EACCES, EPERM, EROFS of Linux. */
const DISK_FULL = new Set([256 - 28, 256 - 122]);
const FORBIDDEN = new Set([256 - 13, 256 - 1, 256 - 30]);

/**
 * For glibc's allocator: a frame's memory is kept for the next frame. Given back to the system and asked for anew, thirty times
 * a second of film, it costs a quarter of the time (and tools/run.mjs asks for just that, for the models' sake, in an
 * environment that is inherited). Other systems do not look at these.
 */
const KEEP_MEMORY = { MALLOC_MMAP_THRESHOLD_: '33554432', MALLOC_TRIM_THRESHOLD_: '134217728' };

const running = new Set<ChildProcess>();

/** The part of fluent-ffmpeg that is used; the version is pinned and will not change any more. */
interface Runner {
  setFfmpegPath(path: string): void;
  _spawnFfmpeg(
    args: string[],
    options: object,
    onStart: (child: ChildProcess, stdout: unknown, stderr: Lines) => void,
    onEnd: (error: Error | null | undefined, stdout?: unknown, stderr?: Lines) => void,
  ): void;
}

interface Lines {
  get(): string;
}

const FluentRunner = Fluent as unknown as new (options: { stdoutLines: number }) => Runner;

/**
 * Runs a program to its end.
 *
 * Aborting stops it (TERM, and KILL after 5 s) and rejects with CancelledError once it is gone. A program that reads its
 * input from us ends when we die, because its input then ends; programs that do not are short.
 * @throws StudioError `missing` when it cannot be started, `diskFull`, `permission` or `tool` when it fails; data holds
 *   the whole command, the exit code and the last lines that it wrote.
 */
export async function runTool(path: string, args: readonly string[], run: ToolRun = {}): Promise<ToolResult> {
  if (run.signal?.aborted) throw new CancelledError();
  const full = run.onProgress ? ['-nostats', '-progress', 'pipe:1', ...args] : [...args];
  const pieces: Buffer[] = [];
  const stopper = new AbortController();
  let feeding: Promise<unknown> = Promise.resolve();
  let reading: Promise<void> = Promise.resolve();
  const ended = start(path, full, (child) => {
    watchOver(child, run.signal, stopper.signal);
    if (run.onProgress) reportProgress(child, run.onProgress);
    else if (run.read) reading = run.read(child.stdout!);
    else child.stdout?.on('data', (piece: Buffer) => pieces.push(piece));
    child.stdin!.on('error', ignore);
    feeding = run.feed ? feedInput(child.stdin!, run.feed) : Promise.resolve(void child.stdin!.end());
    // An input that fails would leave the program waiting for more for ever, and an output that nobody takes likewise.
    for (const work of [feeding, reading]) {
      work.catch(() => {
        stopper.abort();
      });
    }
  });
  const [end, fed, taken] = await Promise.allSettled([ended, ended.then(() => feeding), ended.then(() => reading)]);
  if (run.signal?.aborted) throw new CancelledError();
  if (end.status === 'rejected') throw end.reason;
  const { error, exitCode, stderr } = end.value;
  // A program that died breaks its input's pipe: its own words are the better explanation, unless we stopped it.
  if (fed.status === 'rejected' && (!error || stopper.signal.aborted) && !isBrokenPipe(fed.reason)) throw fed.reason;
  if (taken.status === 'rejected' && (!error || stopper.signal.aborted)) throw taken.reason;
  if (error || exitCode !== 0) throw explain(path, full, end.value);
  return { stdout: Buffer.concat(pieces), stderr };
}

interface ProgramEnd {
  readonly error: Error | undefined;
  readonly stderr: string;
  readonly exitCode: number | null;
  readonly signal: string | null;
}

/** Resolves when the program is gone and all its streams are closed. */
async function start(path: string, args: string[], onStart: (child: ChildProcess) => void): Promise<ProgramEnd> {
  const runner = new FluentRunner({ stdoutLines: KEPT_LINES });
  // It finds the program through a value that all commands share, but reads it before `_spawnFfmpeg` returns.
  runner.setFfmpegPath(path);
  // A group of its own, or a terminal's Ctrl-C would reach it too and its end look like a failure.
  const options = {
    stdio: ['pipe', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
    windowsHide: true,
    env: { ...process.env, ...KEEP_MEMORY },
  };
  let closed: Promise<Pick<ProgramEnd, 'exitCode' | 'signal'>> | undefined;
  const said = new Promise<Pick<ProgramEnd, 'error' | 'stderr'>>((resolve) => {
    const onSpawn = (child: ChildProcess) => {
      closed = new Promise((close) => {
        child.once('close', (exitCode, signal) => {
          close({ exitCode, signal });
        });
      });
      onStart(child);
    };
    try {
      runner._spawnFfmpeg(args, options, onSpawn, (error, _stdout, stderr) => {
        resolve({ error: error ?? undefined, stderr: stderr?.get() ?? '' });
      });
    } catch (error) {
      // Some paths are refused before anything is started.
      resolve({ error: error as Error, stderr: '' });
    }
  });
  return { ...(await said), ...((await closed) ?? { exitCode: null, signal: null }) };
}

/** Stops the program when asked to, and when this process ends. */
function watchOver(child: ChildProcess, ...signals: readonly (AbortSignal | undefined)[]): void {
  let timer: NodeJS.Timeout | undefined;
  const stop = () => {
    child.kill('SIGTERM');
    timer ??= setTimeout(() => child.kill('SIGKILL'), GRACE_MS).unref();
  };
  if (running.size === 0) process.once('exit', killAll);
  running.add(child);
  for (const signal of signals) signal?.addEventListener('abort', stop, { once: true });
  child.once('close', () => {
    clearTimeout(timer);
    running.delete(child);
    if (running.size === 0) process.removeListener('exit', killAll);
    for (const signal of signals) signal?.removeEventListener('abort', stop);
  });
}

function killAll(): void {
  for (const child of running) child.kill('SIGKILL');
}

async function feedInput(input: Writable, feed: NonNullable<ToolRun['feed']>): Promise<void> {
  try {
    await feed(input);
  } finally {
    input.end();
  }
}

function reportProgress(child: ChildProcess, onProgress: NonNullable<ToolRun['onProgress']>): void {
  const parse = createProgressParser();
  child.stdout?.setEncoding('utf8').on('data', (piece: string) => {
    for (const report of parse(piece)) onProgress(report);
  });
}

function isBrokenPipe(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'EPIPE' || code === 'ERR_STREAM_DESTROYED' || code === 'ECONNRESET' || code === 'EOF';
}

function explain(path: string, args: readonly string[], end: ProgramEnd): StudioError {
  const { exitCode, signal } = end;
  const name = basename(path);
  const lines = end.stderr
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(-LINES_IN_ERROR);
  const data = { command: [path, ...args], exitCode, signal, stderr: lines };
  const cause = end.error;
  // No process came to be: there is no exit code but what the system said.
  const reason = cause && 'code' in cause ? cause.code : undefined;
  if (reason !== undefined) {
    return new StudioError(ErrorCode.missing, `${name} could not be started: ${String(reason)}.`, {
      hint: `Check that ${path} is a program for this machine, or set another one; \`storyloom doctor\` shows what was found.`,
      data,
      cause,
    });
  }
  if (DISK_FULL.has(exitCode ?? 0)) {
    return new StudioError(ErrorCode.diskFull, `The disk is full: ${name} could not write its file.`, {
      hint: 'Free some space and run it again: it goes on where it stopped.',
      data,
      cause,
    });
  }
  if (FORBIDDEN.has(exitCode ?? 0)) {
    return new StudioError(ErrorCode.permission, `${name} may not read or write one of its files.`, {
      hint: 'Check the permissions of the folder that it writes to, or choose another one.',
      data,
      cause,
    });
  }
  const how = signal ? `was ended by ${signal}` : `ended with exit code ${String(exitCode)}`;
  return new StudioError(ErrorCode.tool, `${name} ${how}${lines.length > 0 ? `: ${lines.at(-1)!.trim()}` : '.'}`, {
    hint: 'Run it again; if it fails once more, report it together with the log.',
    data,
    cause,
  });
}

function ignore(): void {
  // Reported by the program's end.
}
