import { Command, CommanderError } from 'commander';
import { isCancelled, isStudioError, serializeError } from '../shared/errors.ts';
import { addBench } from './commands/bench.ts';
import { addCache } from './commands/cache.ts';
import { addDoctor } from './commands/doctor.ts';
import { addModels } from './commands/models.ts';
import { addRender } from './commands/render.ts';
import { addSpeak } from './commands/speak.ts';
import { addVoices } from './commands/voices.ts';
import { EXIT, exitCodeOf } from './exit-codes.ts';
import { chooseReporter } from './output/reporter.ts';

const stop = new AbortController();

/** The first Ctrl-C stops the work and keeps what is done; another one, a second later or more, ends at once. */
function listenForStop(): void {
  let first = 0;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      // npm and our launcher may each pass the same keypress on: two within a second are one.
      if (first > 0 && Date.now() - first > 1000) process.exit(EXIT.cancelled);
      first ||= Date.now();
      stop.abort();
    });
  }
}

function buildProgram(): Command {
  const program = new Command('storyloom')
    .description('Turns a story into a narrated, illustrated film on your own CPU.')
    .option('--data <folder>', 'where projects, cache, models and logs are kept (or STORYLOOM_DATA)')
    .option('--json', 'print events and results as JSON, one object a line')
    .showHelpAfterError('(storyloom COMMAND --help lists the options)')
    .exitOverride()
    .configureHelp({ showGlobalOptions: true });
  for (const add of [addRender, addSpeak, addVoices, addModels, addCache, addDoctor, addBench])
    add(program, stop.signal);
  return program;
}

function tell(error: unknown, json: boolean): void {
  const reporter = chooseReporter(json);
  if (isCancelled(error)) {
    reporter.error({ code: 'cancelled' }, 'Stopped. What was finished is kept: run the same command to go on.');
    return;
  }
  const { stack, ...facts } = serializeError(error);
  if (isStudioError(error)) {
    reporter.error(
      { ...facts },
      error.hint === undefined ? error.message : `${error.message}\nNext step: ${error.hint}`,
    );
    return;
  }
  reporter.error({ ...facts, code: 'internal', stack }, `A bug in Storyloom: ${stack ?? facts.message}`);
}

listenForStop();
const json = process.argv.includes('--json');
try {
  await buildProgram().parseAsync();
} catch (error) {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? EXIT.ok : EXIT.usage;
  } else {
    tell(error, json);
    process.exitCode = exitCodeOf(error);
  }
}
