import { ErrorCode, StudioError } from '../../shared/errors.ts';

export function notYet(): never {
  throw new StudioError(ErrorCode.missing, 'This is being built.');
}
