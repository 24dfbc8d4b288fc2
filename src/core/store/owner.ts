/**
 * Which processes are alive. Each one that opens the store holds a lock on a file of its own, which the operating
 * system gives up when the process ends in whatever way. A process id cannot tell that: ids are used again, and another
 * container that shares the folder counts its own (docs/decisions/0003).
 */
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Connection } from './open.ts';
import { openConnection } from './open.ts';
import { hasSqliteCode } from './storage-error.ts';

export interface Owner {
  readonly id: string;
  /** Ends the lock and removes its file. */
  release(): void;
}

const lockFile = (folder: string, id: string): string => join(folder, `${id}.lock`);

/** Sweeps that may come between the making of a lock file and its locking, before something else must be wrong. */
const ATTEMPTS = 20;

/**
 * Starts to own: from now until `release` or the end of the process, `isOwnerAlive` says true of this id.
 * Throws the system's or SQLite's error when no lock file can be made (a full disk, a folder that may not be written).
 */
export function takeOwnership(folder: string): Owner {
  mkdirSync(folder, { recursive: true });
  for (let attempt = 1; ; attempt += 1) {
    const id = randomUUID();
    const path = lockFile(folder, id);
    let connection: Connection | undefined;
    try {
      connection = lock(path);
    } catch (error) {
      const wasSwept = !existsSync(path);
      rmSync(path, { force: true });
      if (!wasSwept || attempt >= ATTEMPTS) throw error;
    }
    // A sweep that ran between the file's making and its locking has removed it: a lock on it would be seen by nobody.
    if (!connection || !existsSync(path)) {
      connection?.close();
      continue;
    }
    return {
      id,
      release: () => {
        connection.close();
        rmSync(path, { force: true });
      },
    };
  }
}

export function isOwnerAlive(folder: string, id: string): boolean {
  const path = lockFile(folder, id);
  if (!existsSync(path)) return false;
  const connection = ask(path);
  connection?.close();
  // An owner that ends while it is asked about takes its file with it.
  return connection === undefined && existsSync(path);
}

/** Removes lock files that nobody holds and that are not in `known`. */
export function sweepLockFiles(folder: string, known: ReadonlySet<string>): void {
  for (const name of readdirSync(folder)) {
    const id = name.replace(/\.lock$/, '');
    if (id === name || known.has(id)) continue;
    const path = lockFile(folder, id);
    const connection = ask(path);
    if (!connection) continue;
    // Removed while the lock is held, so that a process just starting cannot take it in between.
    if (process.platform !== 'win32') rmSync(path, { force: true });
    connection.close();
    rmSync(path, { force: true });
  }
}

/** `lock`, to find out about another's file: what keeps us from asking counts as held. */
function ask(path: string): Connection | undefined {
  try {
    return lock(path);
  } catch {
    // Better to wait for the dead than to rob the living. SQLite fails like this, too, when the file is removed meanwhile.
    return undefined;
  }
}

/** Undefined when another connection holds it, of this process or of any other. */
function lock(path: string): Connection | undefined {
  const connection = openConnection(path, 0);
  try {
    connection.execute('begin exclusive');
    return connection;
  } catch (error) {
    connection.close();
    if (hasSqliteCode(error, 'SQLITE_BUSY')) return undefined;
    throw error;
  }
}
