/**
 * One file over HTTP: checked while it streams, resumed by range request, tried again with back-off, and under its
 * name only when it is whole and right.
 */
import { createHash } from 'node:crypto';
import type { Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { StudioError, isStudioError } from '../../shared/errors.ts';
import { Transient, classifyFetchError, classifyStatus } from './http-errors.ts';

export interface RetryPolicy {
  /** Tries in a row that bring no new byte. */
  readonly attempts: number;
  /** Wait before the second try; doubled each time, with jitter, up to 60 times it. */
  readonly baseMs: number;
}

export interface DownloadRequest {
  readonly url: string;
  /** Where the file goes; while it is partial it lies beside it as `.part`. */
  readonly path: string;
  /** What the file must be. */
  readonly bytes: number;
  /** Absent where it is not known: whatever has the length is taken. */
  readonly sha256: string | undefined;
  readonly signal: AbortSignal | undefined;
  /** Longest time without a byte, and for an answer to begin. */
  readonly timeoutMs: number;
  readonly retry: RetryPolicy;
  /** Bytes of the file that are here, after each piece; it falls when a download has to start again. */
  readonly onLoaded: (bytes: number) => void;
}

export interface Downloaded {
  readonly bytes: number;
  readonly sha256: string;
}

/**
 * Throws StudioError: `network` (no answer, stall, truncation, server errors: after the tries), `not-found` (404),
 * `permission` (401, 403), `corrupt` (another length or checksum than expected).
 */
export async function download(request: DownloadRequest): Promise<Downloaded> {
  await mkdir(dirname(request.path), { recursive: true });
  const isRight = ({ sha256 }: Downloaded) => request.sha256 === undefined || sha256 === request.sha256;
  const first = await attempt(request);
  if (isRight(first)) return finish(request, first);
  await dropPart(request.path);
  // What an earlier run left may have been wrong, or of another version: once more, all of it.
  const second = first.resumed ? await attempt(request) : first;
  if (isRight(second)) return finish(request, second);
  await dropPart(request.path);
  throw new StudioError('corrupt', `${request.url} is not the file that it should be: its checksum is wrong.`, {
    hint: 'Try again; if it stays wrong, the file was changed at its source or on the way.',
    data: { url: request.url, reason: 'checksum', expected: request.sha256, actual: second.sha256 },
  });
}

/** Fetches what is missing of the `.part`, which is then whole by length and on the disk. */
async function attempt(request: DownloadRequest): Promise<Downloaded & { readonly resumed: boolean }> {
  const part = await openPart(request);
  const resumed = part.size > 0;
  try {
    await fetchWhole(request, part);
    await part.handle.sync();
    return { bytes: part.size, sha256: part.hash.digest('hex'), resumed };
  } finally {
    await part.handle.close();
  }
}

async function finish({ path }: DownloadRequest, { bytes, sha256 }: Downloaded): Promise<Downloaded> {
  await rename(`${path}.part`, path);
  await rm(`${path}.part.json`, { force: true });
  return { bytes, sha256 };
}

/** What is here of the file so far, open for writing, with the hash of just that much. */
interface Part {
  readonly handle: FileHandle;
  hash: Hash;
  size: number;
  etag: string | undefined;
}

async function openPart({ path, url, bytes }: DownloadRequest): Promise<Part> {
  const name = `${path}.part`;
  const sizeOf = async () => (await stat(name).catch(() => undefined))?.size ?? 0;
  const etag = await readTag(`${name}.json`, url);
  if (etag === undefined || (await sizeOf()) > bytes) await dropPart(path);
  const hash = createHash('sha256');
  const size = await sizeOf();
  if (size > 0) for await (const chunk of createReadStream(name)) hash.update(chunk as Buffer);
  // 'a' would ignore positions; 'r+' needs the file to be there.
  const handle = await open(name, size > 0 ? 'r+' : 'w');
  return { handle, hash, size, etag: etag === '' ? undefined : etag };
}

/** '' when the server gave none; undefined when the partial file is not of this address. */
async function readTag(path: string, url: string): Promise<string | undefined> {
  try {
    const json = JSON.parse(await readFile(path, 'utf8')) as { url?: string; etag?: string };
    return json.url === url ? (json.etag ?? '') : undefined;
  } catch {
    return undefined;
  }
}

async function dropPart(path: string): Promise<void> {
  await rm(`${path}.part`, { force: true });
  await rm(`${path}.part.json`, { force: true });
}

async function restart(part: Part): Promise<void> {
  await part.handle.truncate(0);
  part.hash = createHash('sha256');
  part.size = 0;
}

/** Even for a connection that brings a little each time. */
const MOST_TRIES = 200;

async function fetchWhole(request: DownloadRequest, part: Part): Promise<void> {
  let fruitless = 0;
  request.onLoaded(part.size);
  for (let tries = 1; part.size < request.bytes; tries++) {
    const before = part.size;
    try {
      await fetchRest(request, part);
      return;
    } catch (error) {
      if (request.signal?.aborted) throw request.signal.reason;
      const failure = isStudioError(error) ? error : classifyFetchError(error, request.url);
      if (!(failure instanceof Transient)) throw failure;
      fruitless = part.size > before ? 1 : fruitless + 1;
      // Silence takes the whole time-out each time, so it is not asked often.
      const attempts = failure.reason === 'stall' ? Math.min(2, request.retry.attempts) : request.retry.attempts;
      if (fruitless >= attempts || tries >= MOST_TRIES) throw failure.toStudioError();
      await sleep(waitFor(failure, fruitless, request.retry), undefined, request.signal && { signal: request.signal });
    }
  }
}

/** Before another try. */
export function waitFor(failure: Transient, tries: number, { baseMs }: RetryPolicy): number {
  const longest = 60 * baseMs;
  if (failure.retryAfterMs !== undefined) return Math.min(failure.retryAfterMs, Math.max(longest, 60_000));
  return Math.min(longest, baseMs * 2 ** (tries - 1)) * (0.5 + Math.random() / 2);
}

/** One request for what is missing. Throws Transient for what another try may mend. */
async function fetchRest(request: DownloadRequest, part: Part): Promise<void> {
  const stall = new AbortController();
  const timer = setTimeout(
    () => stall.abort(new Transient(`${request.url} stopped sending.`, 'stall')),
    request.timeoutMs,
  );
  const signal = request.signal ? AbortSignal.any([request.signal, stall.signal]) : stall.signal;
  try {
    const response = await fetch(request.url, { headers: headersFor(part), signal });
    timer.refresh();
    await acceptAnswer(response, request, part);
    for await (const chunk of response.body ?? []) {
      timer.refresh();
      if (part.size + chunk.length > request.bytes) throw wrongLength(request, undefined);
      await part.handle.write(chunk, 0, chunk.length, part.size);
      part.hash.update(chunk);
      part.size += chunk.length;
      request.onLoaded(part.size);
    }
    if (part.size < request.bytes) {
      throw new Transient(`${request.url} ended after ${part.size} of ${request.bytes} bytes.`, 'truncated');
    }
  } finally {
    clearTimeout(timer);
    // Lets go of an answer that was not read to its end.
    stall.abort();
  }
}

function headersFor({ size, etag }: Part): Record<string, string> {
  // Without identity a text file may come compressed, and neither lengths nor ranges would mean the file.
  if (size === 0) return { 'accept-encoding': 'identity' };
  const condition = etag !== undefined && !etag.startsWith('W/') ? { 'if-range': etag } : {};
  return { 'accept-encoding': 'identity', range: `bytes=${size}-`, ...condition };
}

/** Checks status and headers, and makes `part` fit to what follows. */
async function acceptAnswer(response: Response, request: DownloadRequest, part: Part): Promise<void> {
  if (response.status === 416) {
    await restart(part);
    throw new Transient(`${request.url} does not have the range that was asked for.`, 'range');
  }
  if (response.status !== 200 && response.status !== 206) throw classifyStatus(response, request.url);

  const etag = response.headers.get('etag') ?? '';
  const range = /^bytes (\d+)-\d+\/(\d+|\*)$/.exec(response.headers.get('content-range') ?? '');
  const isRest = response.status === 206 && range !== null && Number(range[1]) === part.size;
  const isSame = part.etag === undefined || part.etag === etag;
  if (response.status === 206 && !(isRest && isSame)) {
    await restart(part);
    throw new Transient(`${request.url} answered with another range than was asked for.`, 'range');
  }
  if (response.status === 200) await restart(part);

  const length = response.headers.get('content-length');
  const total = isRest ? Number(range[2]) : length === null ? NaN : Number(length);
  if (Number.isFinite(total) && total !== request.bytes) {
    throw wrongLength(request, total);
  }
  part.etag = etag === '' ? undefined : etag;
  await writeFile(`${request.path}.part.json`, JSON.stringify({ url: request.url, etag }));
}

function wrongLength({ url, bytes }: DownloadRequest, actual: number | undefined): StudioError {
  const found = actual === undefined ? 'longer' : `${actual} bytes`;
  return new StudioError('corrupt', `${url} is not the file that it should be: it is ${found}, not ${bytes} bytes.`, {
    hint: 'The file was changed at its source, or something on the way answers in its place.',
    data: { url, reason: 'length', expected: bytes, actual },
  });
}
