import { implement, ORPCError, ValidationError } from '@orpc/server';
import type { z } from 'zod';
import { contract } from '../../shared/contract.ts';
import { ErrorCode, isCancelled, isStudioError } from '../../shared/errors.ts';
import { explainIssue } from '../../shared/explain-issue.ts';

/**
 * What every procedure is built from. Errors of ours leave it as the contract has them, anything else as `internal`; those of a
 * stream, too, whenever they come.
 */
export const procedures = implement(contract).use(async ({ next, path, errors }) => {
  const fail = (error: unknown): never => {
    if (isInvalidInput(error)) {
      const { message, hint, facts } = sayIssues(error.cause);
      throw errors[ErrorCode.option]({ message, data: { hint, facts }, cause: error });
    }
    if (error instanceof ORPCError || isCancelled(error)) throw error;
    if (isStudioError(error)) {
      const { message, hint, data: facts } = error;
      throw errors[error.code]({ message, data: { hint, facts }, cause: error });
    }
    throw errors[ErrorCode.internal]({ message: `A bug in Storyloom, in ${path.join('.')}.`, data: {}, cause: error });
  };
  return withErrors(() => next(), fail);
});

interface Answer {
  readonly output: unknown;
}

/** What `next` answers, with whatever it throws told to `fail` first, be it at once or in the midst of its stream. */
export async function withErrors<T extends Answer>(
  next: () => T | PromiseLike<T>,
  fail: (error: unknown) => void,
): Promise<T> {
  try {
    const answer = await next();
    return isStream(answer.output) ? { ...answer, output: streamWithErrors(answer.output, fail) } : answer;
  } catch (error) {
    fail(error);
    throw error;
  }
}

function isStream(output: unknown): output is AsyncIterable<unknown> {
  return typeof output === 'object' && output !== null && Symbol.asyncIterator in output;
}

/** Step by step, not as a generator: who leaves is let go at once, though the stream waits for its next event. */
function streamWithErrors(
  stream: AsyncIterable<unknown>,
  fail: (error: unknown) => void,
): AsyncIterableIterator<unknown> {
  const source = stream[Symbol.asyncIterator]();
  const told = async (step: Promise<IteratorResult<unknown>>): Promise<IteratorResult<unknown>> => {
    try {
      return await step;
    } catch (error) {
      fail(error);
      throw error;
    }
  };
  return {
    next: () => told(source.next()),
    return: (value?: unknown) => told(source.return?.(value) ?? Promise.resolve({ done: true, value })),
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

function isInvalidInput(error: unknown): error is ORPCError<string, unknown> & { cause: ValidationError } {
  return error instanceof ORPCError && error.code === 'BAD_REQUEST' && error.cause instanceof ValidationError;
}

/** What the contract's check found, as one of our own errors: a page shows it beside the field. */
function sayIssues({ issues }: ValidationError): { message: string; hint: string; facts: Record<string, unknown> } {
  const found = issues.map((issue) => ({
    field: (issue.path ?? []).map((part) => String(typeof part === 'object' ? part.key : part)).join('.'),
    // The contract's schemas are all zod's.
    message: explainIssue(issue as z.core.$ZodIssue),
  }));
  const [first] = found;
  const where = first?.field ? `${first.field}: ` : '';
  return {
    message: `The request is not as it should be. ${where}${first?.message ?? ''}`,
    hint: 'Change what is named and send it again; docs/openapi.json has every request.',
    facts: { issues: found },
  };
}
