/** One process at a time installs a model; the others wait, and take over when it has died. */
import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const HEARTBEAT_MS = 5_000;
/** A lock this long without a heartbeat is dead, even where its process cannot be looked up (another machine). */
const DEAD_MS = 60_000;
const POLL_MS = 100;

interface Owner {
  readonly pid: number;
  readonly host: string;
  readonly token: string;
}

/** Waits for the lock at `path`, runs `task`, and frees it. Throws what the signal gives when aborted while waiting. */
export async function withLock<Result>(
  path: string,
  signal: AbortSignal | undefined,
  task: () => Promise<Result>,
): Promise<Result> {
  const owner: Owner = { pid: process.pid, host: hostname(), token: randomUUID() };
  await mkdir(dirname(path), { recursive: true });
  while (!(await take(path, owner))) {
    if (await isDead(path)) await takeAway(path);
    else await sleep(POLL_MS, undefined, signal ? { signal } : {});
  }
  const heartbeat = setInterval(() => void touch(path), HEARTBEAT_MS);
  heartbeat.unref();
  try {
    return await task();
  } finally {
    clearInterval(heartbeat);
    const current = await readOwner(path);
    if (current?.token === owner.token) await rm(path, { force: true });
  }
}

async function take(path: string, owner: Owner): Promise<boolean> {
  try {
    await writeFile(path, JSON.stringify(owner), { flag: 'wx' });
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  }
}

async function touch(path: string): Promise<void> {
  const now = new Date();
  await utimes(path, now, now).catch(() => undefined);
}

async function isDead(path: string): Promise<boolean> {
  const age = await ageOf(path);
  if (age === undefined) return false;
  if (age > DEAD_MS) return true;
  const owner = await readOwner(path);
  // Unreadable: its owner is just writing it, or died doing so.
  if (!owner) return age > HEARTBEAT_MS;
  return owner.host === hostname() && !isAlive(owner.pid);
}

/**
 * Removes a dead lock. Two waiters may both have found it dead, and the slower must not remove the new lock of the
 * faster: a second file lets one in at a time, and the lock is looked at again inside.
 */
async function takeAway(path: string): Promise<void> {
  const guard = `${path}.takeover`;
  try {
    await writeFile(guard, '', { flag: 'wx' });
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error;
    if (((await ageOf(guard)) ?? 0) > DEAD_MS) await rm(guard, { force: true });
    await sleep(POLL_MS);
    return;
  }
  try {
    if (await isDead(path)) await rm(path, { force: true });
  } finally {
    await rm(guard, { force: true });
  }
}

async function ageOf(path: string): Promise<number | undefined> {
  try {
    return Date.now() - (await stat(path)).mtimeMs;
  } catch {
    return undefined;
  }
}

async function readOwner(path: string): Promise<Owner | undefined> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as Owner;
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives, under another user.
    return hasCode(error, 'EPERM');
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
