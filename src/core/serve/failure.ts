import { ErrorCode, isStudioError, StudioError } from '../../shared/errors.ts';
import { STATUS_OF } from '../../shared/contract.ts';

/**
 * A failure over HTTP, with the same words as over the contract: { code, message, data: { hint } }. `onBug` hears of what is
 * none of ours.
 */
export function failureResponse(error: unknown, onBug: (error: unknown) => void): Response {
  if (!isStudioError(error)) onBug(error);
  const known = isStudioError(error) ? error : new StudioError(ErrorCode.internal, 'A bug in Storyloom.');
  const { code, message, hint } = known;
  return refuse(STATUS_OF[code], { code, message, ...(hint === undefined ? {} : { hint }) });
}

export interface Refusal {
  readonly code: string;
  readonly message: string;
  readonly hint?: string;
}

/** An answer that is not what was asked for: what is wrong, and what to do about it. */
export function refuse(
  status: number,
  { code, message, hint }: Refusal,
  headers: Readonly<Record<string, string>> = {},
): Response {
  const body = { defined: true, code, status, message, data: hint === undefined ? {} : { hint } };
  return Response.json(body, { status, headers: { ...headers, 'cache-control': 'no-store' } });
}
