/** What can go wrong between us and a server, sorted into what another try may mend and what it cannot. */
import { StudioError } from '../../shared/errors.ts';

export type TransientReason = 'stall' | 'truncated' | 'dropped' | 'busy' | 'server' | 'range';

/** A failure that another try may mend. */
export class Transient extends Error {
  override readonly name = 'Transient';
  readonly reason: TransientReason;
  readonly retryAfterMs: number | undefined;

  constructor(message: string, reason: TransientReason, options: { retryAfterMs?: number; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.reason = reason;
    this.retryAfterMs = options.retryAfterMs;
  }

  toStudioError(): StudioError {
    return new StudioError('network', this.message, {
      hint: 'Check the network and try again: what was fetched so far is kept.',
      data: { reason: this.reason },
      cause: this.cause,
    });
  }
}

/** Nobody is there: asking again at once would only take time that the next source could use. */
const UNREACHABLE = new Set([
  'ENOTFOUND',
  'EAI_AGAIN',
  'ECONNREFUSED',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'ENETDOWN',
  'EADDRNOTAVAIL',
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'ERR_TLS_CERT_ALTNAME_INVALID',
]);

/** An error of `fetch`, whose own says only "fetch failed": the cause has the code. */
export function classifyFetchError(error: unknown, url: string): StudioError | Transient | Error {
  if (error instanceof Transient) return error;
  const code = codeOf(error);
  const { host } = new URL(url);
  if (code !== undefined && UNREACHABLE.has(code)) {
    return new StudioError('network', `${host} cannot be reached (${code}).`, {
      hint: 'Check the network, or get the model on another machine and use `storyloom models import`.',
      data: { reason: 'unreachable', code, host },
      cause: error,
    });
  }
  // fetch gives a TypeError for all that happens on the wire; anything else (a full disk) is not the server's doing.
  if (error instanceof TypeError) {
    return new Transient(`The connection to ${host} broke (${code ?? 'no reason given'}).`, 'dropped', {
      cause: error,
    });
  }
  return error instanceof Error ? error : new Error(String(error));
}

function codeOf(error: unknown): string | undefined {
  for (let current = error; current instanceof Error; current = current.cause) {
    if ('code' in current && typeof current.code === 'string') return current.code;
    // Both address families failed: each error inside has the same kind of code.
    if (current instanceof AggregateError && current.errors.length > 0) return codeOf(current.errors[0]);
  }
  return undefined;
}

export function classifyStatus(response: Response, url: string): StudioError | Transient {
  const { status } = response;
  if (status === 429 || status === 503) {
    const retryAfterMs = parseRetryAfter(response.headers.get('retry-after'));
    return new Transient(`${new URL(url).host} is busy (${status}).`, 'busy', {
      ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
    });
  }
  if (status >= 500 || status === 408) {
    return new Transient(`${new URL(url).host} has a problem of its own (${status}).`, 'server');
  }
  if (status === 401 || status === 403) {
    return new StudioError('permission', `${url} may not be read without an account (${status}).`, {
      hint: 'Fetch the file by hand and use `storyloom models import`.',
      data: { url, status },
    });
  }
  if (status === 404 || status === 410) {
    return new StudioError('not-found', `${url} does not exist (${status}).`, {
      hint: 'The model was moved or renamed: a newer version of Storyloom may know where to.',
      data: { url, status },
    });
  }
  return new StudioError('network', `${url} was answered with the status ${status}.`, { data: { url, status } });
}

/** Seconds, or a date (RFC 9110, 10.2.3). */
function parseRetryAfter(text: string | null): number | undefined {
  if (text === null) return undefined;
  const seconds = Number(text);
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1000);
  const date = Date.parse(text);
  return Number.isNaN(date) ? undefined : Math.max(0, date - Date.now());
}
