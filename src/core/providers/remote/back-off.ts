/** When a server is asked again, and how long that waits. */
import { setTimeout as sleep } from 'node:timers/promises';
import { CancelledError } from '../../../shared/errors.ts';

export interface BackOff {
  /** How often a request is made in all. */
  readonly attempts: number;
  /** Before the second; doubled each time. */
  readonly baseMs: number;
  /** What is longer is not waited for: the user is told. */
  readonly longestMs: number;
}

export const BACK_OFF: BackOff = { attempts: 4, baseMs: 500, longestMs: 60_000 };

/** Request time-out, too many requests, and what the server says of itself. 501 is no fault that passes. */
const PASSING = new Set([408, 425, 429, 500, 502, 503, 504, 529]);

export function mayPass(status: number): boolean {
  return PASSING.has(status);
}

/**
 * Milliseconds that the server asks for (RFC 9110, 10.2.3: seconds, or a date); undefined when it asks for none.
 * `retry-after-ms` is what OpenAI's own clients honour.
 */
export function retryAfter(headers: Headers, now: number): number | undefined {
  const exact = Number.parseFloat(headers.get('retry-after-ms') ?? '');
  if (exact >= 0) return exact;
  const value = headers.get('retry-after');
  if (value === null) return undefined;
  if (/^\d+(\.\d+)?$/.test(value.trim())) return Number.parseFloat(value) * 1000;
  const date = Date.parse(value);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

/** Milliseconds before the attempt that follows `attempt` (from 1); undefined when it is not worth it. */
export function waitFor(attempt: number, asked: number | undefined, backOff: BackOff): number | undefined {
  if (attempt >= backOff.attempts) return undefined;
  const wait = Math.max(asked ?? 0, backOff.baseMs * 2 ** (attempt - 1));
  return wait > backOff.longestMs ? undefined : wait;
}

/** @throws CancelledError when the signal is aborted meanwhile */
export async function waitUnlessCancelled(milliseconds: number, signal: AbortSignal): Promise<void> {
  try {
    await sleep(milliseconds, undefined, { signal });
  } catch {
    throw new CancelledError();
  }
}
