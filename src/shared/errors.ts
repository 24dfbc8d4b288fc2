/** What went wrong, as a stable word that programs may test; messages are for people and may change. */
export const ErrorCode = {
  /** The input file or text cannot be used as it is. */
  input: 'input',
  /** An option or setting has a value that it cannot have. */
  option: 'option',
  /** Something that was named (a voice, a model, a project, a file) does not exist. */
  notFound: 'not-found',
  /** A program, model or library that is needed is missing on this machine. */
  missing: 'missing',
  /** A file on disk is not what its checksum or format says. */
  corrupt: 'corrupt',
  network: 'network',
  diskFull: 'disk-full',
  permission: 'permission',
  memory: 'memory',
  /** A program that we started ended with an error. */
  tool: 'tool',
  timeout: 'timeout',
  /** A bug in Storyloom: logged whole, shown as internal. */
  internal: 'internal',
} as const;

export type ErrorCode = (typeof ErrorCode)[keyof typeof ErrorCode];

export interface StudioErrorOptions {
  /** What the user can do next, as an imperative sentence. */
  readonly hint?: string;
  /** Facts for logs and for programs; plain JSON. */
  readonly data?: Readonly<Record<string, unknown>>;
  readonly cause?: unknown;
}

/** An expected failure: it says what happened and what to do next. Anything else that is thrown is a bug. */
export class StudioError extends Error {
  override readonly name = 'StudioError';
  readonly code: ErrorCode;
  readonly hint: string | undefined;
  readonly data: Readonly<Record<string, unknown>> | undefined;

  constructor(code: ErrorCode, message: string, options: StudioErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.hint = options.hint;
    this.data = options.data;
  }
}

/** By name and code rather than `instanceof`, which fails across worker threads and bundles. */
export function isStudioError(error: unknown): error is StudioError {
  return error instanceof Error && error.name === 'StudioError' && 'code' in error;
}

/** The user's wish, not a failure: never logged as an error. */
export class CancelledError extends Error {
  override readonly name = 'CancelledError';
  constructor(message = 'Cancelled.') {
    super(message);
  }
}

export function isCancelled(error: unknown): boolean {
  return error instanceof Error && (error.name === 'CancelledError' || error.name === 'AbortError');
}

/** Throws CancelledError when the signal has been aborted. */
export function throwIfCancelled(signal: { readonly aborted: boolean }): void {
  if (signal.aborted) throw new CancelledError();
}

/** An error as plain data, for a thread or process boundary (which keeps only the message of a real Error). */
export interface SerializedError {
  readonly name: string;
  readonly message: string;
  readonly stack?: string | undefined;
  readonly code?: string | undefined;
  readonly hint?: string | undefined;
  readonly data?: Readonly<Record<string, unknown>> | undefined;
  readonly cause?: SerializedError | undefined;
}

export function serializeError(error: unknown): SerializedError {
  if (!(error instanceof Error)) return { name: 'Error', message: String(error) };
  const known = isStudioError(error) ? { code: error.code, hint: error.hint, data: error.data } : {};
  return {
    name: error.name,
    message: error.message,
    stack: error.stack,
    ...known,
    cause: error.cause === undefined ? undefined : serializeError(error.cause),
  };
}

export function deserializeError(data: SerializedError): Error {
  const cause = data.cause ? deserializeError(data.cause) : undefined;
  if (data.name === 'CancelledError') return new CancelledError(data.message);
  if (data.name === 'StudioError') {
    return new StudioError(data.code as ErrorCode, data.message, {
      ...(data.hint === undefined ? {} : { hint: data.hint }),
      ...(data.data === undefined ? {} : { data: data.data }),
      cause,
    });
  }
  const error = new Error(data.message, { cause });
  error.name = data.name;
  if (data.stack !== undefined) error.stack = data.stack;
  return error;
}
