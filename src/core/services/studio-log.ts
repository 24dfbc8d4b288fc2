import { isCancelled, isStudioError, serializeError } from '../../shared/errors.ts';
import { openRunLog, type Log } from '../log.ts';

/** The log of what goes wrong beside jobs, which have their own; begun with the first line. */
export class StudioLog {
  readonly #folder: string;
  #log: Log | undefined;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** An error as what it is: a bug whole, one that was expected as a remark, a wish to cancel not at all. */
  error(error: unknown, facts: object, message: string): void {
    if (isCancelled(error)) return;
    try {
      this.#log ??= openRunLog(this.#folder, 'studio').log;
    } catch {
      // No log can be written: what was to be told is told in its own way as well.
      return;
    }
    const isExpected = isStudioError(error) && error.code !== 'internal';
    if (isExpected) this.#log.warn({ ...facts, error: serializeError(error) }, message);
    else this.#log.error({ ...facts, error: serializeError(error) }, message);
  }
}
