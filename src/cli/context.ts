import { createStudio, type Studio } from '../core/studio.ts';
import { chooseReporter, type Reporter } from './output/reporter.ts';

export interface GlobalOptions {
  readonly data?: string;
  readonly json?: boolean;
}

export interface CommandContext {
  readonly studio: Studio;
  readonly reporter: Reporter;
  /** Aborted by Ctrl-C or TERM. */
  readonly signal: AbortSignal;
}

/** Opens the studio for one command and closes it again, whatever happens. */
export async function withStudio(
  options: GlobalOptions,
  signal: AbortSignal,
  work: (context: CommandContext) => Promise<void>,
): Promise<void> {
  const reporter = chooseReporter(options.json ?? false);
  const studio = createStudio({
    ...(options.data === undefined ? {} : { data: options.data }),
    onNotice: (message) => {
      reporter.note(message);
    },
  });
  try {
    await work({ studio, reporter, signal });
  } finally {
    await studio.close();
  }
}
