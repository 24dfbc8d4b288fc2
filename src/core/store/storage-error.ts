import { statfs } from 'node:fs/promises';
import { ErrorCode, isCancelled, isStudioError, StudioError } from '../../shared/errors.ts';

const FULL = new Set(['ENOSPC', 'EDQUOT', 'SQLITE_FULL']);
const FORBIDDEN = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'SQLITE_CANTOPEN', 'SQLITE_PERM', 'SQLITE_AUTH']);
/** Below this many free bytes a tool's failure to write is laid to the full disk. */
const NEARLY_NOTHING = 1_000_000;

/** The `code` of an error of Node or SQLite, '' for any other. */
export function systemCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** True for a primary SQLite result code and all its extended ones ('SQLITE_CORRUPT', 'SQLITE_CORRUPT_INDEX'). */
export function hasSqliteCode(error: unknown, primary: string): boolean {
  const code = systemCode(error);
  return code === primary || code.startsWith(`${primary}_`);
}

/** What Node or SQLite says about a folder that cannot be written, as a StudioError; anything else as it came. */
export function storageError(error: unknown, place: string): unknown {
  if (isStudioError(error) || isCancelled(error)) return error;
  const code = systemCode(error);
  if (FULL.has(code)) return diskFull(place, error);
  if (FORBIDDEN.has(code) || hasSqliteCode(error, 'SQLITE_CANTOPEN') || hasSqliteCode(error, 'SQLITE_READONLY')) {
    return new StudioError(ErrorCode.permission, `Storyloom may not write in ${place}.`, {
      hint: 'Allow writing there, or choose another data folder with --data or STORYLOOM_DATA.',
      data: { place, code },
      cause: error,
    });
  }
  if (hasSqliteCode(error, 'SQLITE_CORRUPT') || hasSqliteCode(error, 'SQLITE_NOTADB')) {
    return new StudioError(ErrorCode.corrupt, `The database in ${place} is damaged.`, {
      hint: 'Start Storyloom again: it puts the damaged file aside and makes a new one; finished pieces are kept.',
      data: { place, code },
      cause: error,
    });
  }
  if (hasSqliteCode(error, 'SQLITE_BUSY') || hasSqliteCode(error, 'SQLITE_LOCKED')) {
    return new StudioError(ErrorCode.timeout, `Another program holds the database in ${place}.`, {
      hint: 'End the other program that has the file open (a backup, a database viewer), then try again.',
      data: { place, code },
      cause: error,
    });
  }
  return error;
}

/** As `storageError`, and lays a tool's unexplained failure to the disk when that is full. */
export async function storageErrorOnDisk(error: unknown, place: string): Promise<unknown> {
  const known = storageError(error, place);
  if (isCancelled(known) || (isStudioError(known) && known.code === ErrorCode.diskFull)) return known;
  const disk = await statfs(place).catch(() => undefined);
  if (!disk || disk.bavail * disk.bsize >= NEARLY_NOTHING) return known;
  return diskFull(place, error);
}

function diskFull(place: string, cause: unknown): StudioError {
  return new StudioError(ErrorCode.diskFull, `The disk that holds ${place} is full.`, {
    hint:
      'Free some space, then run it again: what is finished is kept. Storyloom’s cache folder may be deleted if need be, ' +
      'for everything in it can be made again.',
    data: { place, code: systemCode(cause) },
    cause,
  });
}
