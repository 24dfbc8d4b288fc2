import { ORPCError } from '@orpc/client';
import i18next from 'i18next';
import type { Failure } from '../../shared/views.ts';
import { UploadError } from './upload.ts';

/** Whatever was thrown, as what the user is told: what happened, and what to do next. */
export function toFailure(error: unknown): Failure {
  if (error instanceof UploadError) return withHint('input', error.message, error.hint);
  if (error instanceof ORPCError) {
    const { code, message, data } = error as ORPCError<string, unknown>;
    return withHint(code, message, hintOf(data));
  }
  // The line broke while the request was under way.
  if (error instanceof Error && error.name === 'AbortError') {
    return withHint('network', i18next.t('errors.lost'), i18next.t('errors.lostHint'));
  }
  const message = error instanceof Error ? error.message : String(error);
  return withHint('internal', i18next.t('errors.bug', { message }), i18next.t('errors.bugHint'));
}

function withHint(code: string, message: string, hint: string | undefined): Failure {
  return { code, message, ...(hint === undefined ? {} : { hint }) };
}

function hintOf(data: unknown): string | undefined {
  if (typeof data !== 'object' || data === null || !('hint' in data)) return undefined;
  return typeof data.hint === 'string' ? data.hint : undefined;
}
