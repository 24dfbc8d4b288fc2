import { implement, ORPCError } from '@orpc/server';
import { contract } from '../../shared/contract.ts';
import { ErrorCode, isCancelled, isStudioError } from '../../shared/errors.ts';

/** What every procedure is built from. Errors of ours leave it as the contract has them, anything else as `internal`. */
export const procedures = implement(contract).use(async ({ next, path, errors }) => {
  try {
    return await next();
  } catch (error) {
    if (error instanceof ORPCError || isCancelled(error)) throw error;
    if (isStudioError(error)) {
      const { message, hint, data: facts } = error;
      throw errors[error.code]({ message, data: { hint, facts }, cause: error });
    }
    throw errors[ErrorCode.internal]({ message: `A bug in Storyloom, in ${path.join('.')}.`, data: {}, cause: error });
  }
});
