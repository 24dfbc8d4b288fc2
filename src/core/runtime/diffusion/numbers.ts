import { ErrorCode, StudioError } from '../../../shared/errors.ts';

/**
 * @param where 'in step 3'
 * @throws StudioError `corrupt`: one number that is none makes the whole picture black
 */
export function checkNumbers(values: Float32Array, where: string): void {
  if (values.every(Number.isFinite)) return;
  throw new StudioError(ErrorCode.corrupt, `The picture model lost its numbers ${where}: some are infinite or none.`, {
    hint: 'Try another size or less guidance. If it stays, the model is damaged or its half floats are too small for it: use another.',
    data: { where },
  });
}
