import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';

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
 */
export function openRunLog(folder: string, name: string): { readonly log: Log; readonly file: string } {
  mkdirSync(folder, { recursive: true });
  for (const old of readdirSync(folder)
    .filter((file) => file.endsWith('.jsonl'))
    .sort()
    .slice(0, -KEPT_LOGS + 1)) {
    rmSync(join(folder, old), { force: true });
  }
  const stamp = new Date().toISOString().replaceAll(/[:.]/g, '-');
  const file = join(folder, `${stamp}-${name}-${String(process.pid)}.jsonl`);
  const log = pino(
    { base: { pid: process.pid }, timestamp: pino.stdTimeFunctions.isoTime },
    pino.destination({ dest: file, sync: true }),
  );
  return { log, file };
}
