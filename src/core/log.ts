import { appendFileSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import { storageError } from './store/storage-error.ts';

/** What the parts of the core may write to: facts first, then a sentence. */
export interface Log {
  debug(facts: object, message: string): void;
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
}

const KEPT_LOGS = 50;

/**
 * A log file of one run, one JSON object a line (pino's format; times are ISO 8601), in the data folder.
 * Lines are written at once: a crash loses none. Older logs than the newest 50 are dropped.
 * @throws StudioError `permission` or `disk-full` when there can be none
 */
export function openRunLog(folder: string, name: string): { readonly log: Log; readonly file: string } {
  const stamp = new Date().toISOString().replaceAll(/[:.]/g, '-');
  const file = join(folder, `${stamp}-${name}-${String(process.pid)}.jsonl`);
  try {
    mkdirSync(folder, { recursive: true });
    const old = readdirSync(folder).filter((each) => each.endsWith('.jsonl'));
    for (const each of old.sort().slice(0, -KEPT_LOGS + 1)) rmSync(join(folder, each), { force: true });
    appendFileSync(file, '');
  } catch (error) {
    throw storageError(error, folder);
  }
  // Not pino's own file: on a full disk it throws into the work, or tries the rest of a line again for ever.
  const lines = {
    write: (line: string): void => {
      try {
        appendFileSync(file, line);
      } catch {
        // The disk is full or gone: what is being done will say so itself, and a log must not be what ends it.
      }
    },
  };
  return { log: pino({ base: { pid: process.pid }, timestamp: pino.stdTimeFunctions.isoTime }, lines), file };
}
