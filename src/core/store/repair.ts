import { existsSync, renameSync } from 'node:fs';
import { migrate } from './migrate.ts';
import type { Notice } from './notice.ts';
import type { Connection } from './open.ts';
import { openConnection } from './open.ts';
import { hasSqliteCode } from './storage-error.ts';

/** How long a statement waits for another process's transaction, milliseconds; ours last a few. */
const BUSY_TIMEOUT = 10_000;
/** A database above this is not read whole at every start; damage is then met by the query that touches it. */
const CHECK_BELOW_PAGES = 8_192;

export interface Opened {
  readonly connection: Connection;
  readonly notices: readonly Notice[];
}

/**
 * Opens the database, migrated and checked. A damaged file is put aside, never deleted, and a new one is begun: what is
 * lost is the list of projects with what each was last made from, the jobs' history, measured speeds and settings kept
 * here. Stories, films and finished artefacts are files of their own; the builder takes the latter up again.
 */
export function openSound(path: string, now: number): Opened {
  try {
    return { connection: open(path), notices: [] };
  } catch (error) {
    if (!isDamage(error)) throw error;
  }
  // One process at a time, and each looks again: the second must not put aside what the first has just begun.
  const lock = openConnection(`${path}.repair`, BUSY_TIMEOUT);
  try {
    lock.execute('begin exclusive');
    return reopen(path, now);
  } finally {
    // The empty file stays: removed, it could be locked twice, once under its old name and once anew.
    lock.close();
  }
}

function reopen(path: string, now: number): Opened {
  try {
    return { connection: open(path), notices: [] };
  } catch (error) {
    if (!isDamage(error)) throw error;
  }
  const kept = putAside(path, now);
  const notice: Notice = {
    code: 'database-replaced',
    message:
      `The database was damaged. It was kept as ${kept} and a new one was begun: the list of projects, the history of ` +
      `jobs and measured speeds start anew; stories, films and finished pieces are still there.`,
    data: { path, kept },
  };
  return { connection: open(path), notices: [notice] };
}

/** Beside the old place with the date in its name; the log of unfinished writes goes with it. */
function putAside(path: string, now: number): string {
  const date = new Date(now).toISOString().replace(/[:.]/g, '-');
  let kept = `${path}.damaged-${date}`;
  for (let copy = 2; existsSync(kept); copy++) kept = `${path}.damaged-${date}-${String(copy)}`;
  renameSync(path, kept);
  for (const suffix of ['-wal', '-shm']) {
    if (existsSync(path + suffix)) renameSync(path + suffix, kept + suffix);
  }
  return kept;
}

function open(path: string): Connection {
  const connection = openConnection(path, BUSY_TIMEOUT);
  try {
    useWriteAheadLog(connection);
    // A killed process loses nothing under NORMAL, for what it wrote is with the operating system. A power cut may
    // lose the last transactions, never the file; artefacts they were about are found again on disk, and what a user
    // made is written by `durableTransaction`.
    connection.pragma('synchronous = normal');
    connection.pragma('foreign_keys = on');
    if (Number(connection.pragma('page_count')) < CHECK_BELOW_PAGES) check(connection);
    migrate(connection, path);
    return connection;
  } catch (error) {
    connection.close();
    throw error;
  }
}

/** The change to WAL needs the file alone and does not always wait by itself when two processes make it at once. */
function useWriteAheadLog(connection: Connection): void {
  for (let attempt = 0; ; attempt++) {
    try {
      connection.pragma('journal_mode = wal');
      return;
    } catch (error) {
      if (!hasSqliteCode(error, 'SQLITE_BUSY') || attempt === 200) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 25);
    }
  }
}

class DamageFound extends Error {}

function check(connection: Connection): void {
  const verdict = connection.pragma('quick_check(1)');
  if (verdict !== 'ok') throw new DamageFound(String(verdict));
}

function isDamage(error: unknown): boolean {
  return (
    error instanceof DamageFound || hasSqliteCode(error, 'SQLITE_NOTADB') || hasSqliteCode(error, 'SQLITE_CORRUPT')
  );
}
