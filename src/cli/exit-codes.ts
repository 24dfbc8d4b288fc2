import { ErrorCode, isCancelled, isStudioError } from '../shared/errors.ts';

/** The command line's exit codes, after BSD's sysexits.h where one fits; documented in docs/command-line.md. */
export const EXIT = {
  ok: 0,
  usage: 64,
  input: 65,
  notFound: 66,
  missing: 69,
  internal: 70,
  io: 74,
  temporary: 75,
  permission: 77,
  cancelled: 130,
} as const;

const BY_CODE = {
  [ErrorCode.input]: EXIT.input,
  [ErrorCode.corrupt]: EXIT.input,
  [ErrorCode.option]: EXIT.usage,
  [ErrorCode.notFound]: EXIT.notFound,
  [ErrorCode.missing]: EXIT.missing,
  [ErrorCode.network]: EXIT.temporary,
  [ErrorCode.timeout]: EXIT.temporary,
  [ErrorCode.diskFull]: EXIT.io,
  [ErrorCode.memory]: EXIT.temporary,
  [ErrorCode.permission]: EXIT.permission,
  [ErrorCode.tool]: EXIT.internal,
  [ErrorCode.internal]: EXIT.internal,
} satisfies Record<ErrorCode, number>;

export function exitCodeOf(error: unknown): number {
  if (isCancelled(error)) return EXIT.cancelled;
  return isStudioError(error) ? BY_CODE[error.code] : EXIT.internal;
}
