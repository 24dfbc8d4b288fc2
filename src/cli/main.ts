import { Command, CommanderError } from 'commander';
import {
  CancelledError,
  ErrorCode,
  isCancelled,
  isStudioError,
  serializeError,
  StudioError,
} from '../shared/errors.ts';
import { productVersion } from '../core/paths.ts';
import { onStopSignal } from '../core/stop-signals.ts';
import { addBench } from './commands/bench.ts';
import { addCache } from './commands/cache.ts';
import { addDoctor } from './commands/doctor.ts';
import { addListen } from './commands/listen.ts';
import { addModels } from './commands/models.ts';
import { addPicture } from './commands/picture.ts';
import { addPictures } from './commands/pictures.ts';
import { addRender } from './commands/render/render.ts';
import { addSpeak } from './commands/speak.ts';
import { addVoices } from './commands/voices.ts';
import { addWrite } from './commands/write.ts';
import { EXIT, exitCodeOf } from './exit-codes.ts';
import { chooseReporter } from './output/reporter.ts';

const stop = new AbortController();

function buildProgram(): Command {
  const program = new Command('storyloom')
    .description('Turns a story into a narrated, illustrated film on your own CPU.')
    .version(productVersion(), '-V, --version', 'print the version')
    .option('--data <folder>', 'where projects, cache, models and logs are kept (or STORYLOOM_DATA)')
    .option('--json', 'print events and results as JSON, one object a line')
    .exitOverride()
    // What is wrong with the options is told as every other mistake is: in words, or as JSON.
    .configureOutput({ writeErr: () => undefined })
    .configureHelp({ showGlobalOptions: true });
  for (const add of [
    addRender,
    addPictures,
    addPicture,
    addWrite,
    addSpeak,
    addListen,
    addVoices,
    addModels,
    addCache,
    addDoctor,
    addBench,
  ])
    add(program, stop.signal);
  return program;
}

function tell(error: unknown, json: boolean): void {
  const reporter = chooseReporter(json);
  if (isCancelled(error)) {
    const message = 'Stopped.';
    const hint = 'What was finished is kept: run the same command to go on.';
    reporter.error({ name: 'CancelledError', code: 'cancelled', message, hint }, `${message} ${hint}`);
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

/** Commander's own words, as an error of ours. */
function usageError({ message }: CommanderError): StudioError {
  // The name of an event rather than a message: a group of commands was named alone.
  const said = message === '(outputHelp)' ? 'A command is missing' : message;
  const words = said.replace(/^error: /, '').replace(/\.?$/, '.');
  return new StudioError(ErrorCode.option, words.charAt(0).toUpperCase() + words.slice(1), { hint: HELP_HINT });
}

const HELP_HINT = '`storyloom --help` lists the commands, `storyloom COMMAND --help` the options of one.';

const json = process.argv.includes('--json');
// The first Ctrl-C stops the work and keeps what is done.
onStopSignal(
  () => {
    stop.abort();
  },
  () => {
    tell(new CancelledError(), json);
  },
);
const program = buildProgram();
try {
  await program.parseAsync();
} catch (error) {
  // A group of commands alone, or nothing at all: what there is to choose from is the best answer.
  const isHelp = error instanceof CommanderError && error.code === 'commander.help' && !json;
  if (isHelp) process.stderr.write(program.helpInformation());
  const known = error instanceof CommanderError ? usageError(error) : error;
  const isAsked = error instanceof CommanderError && error.exitCode === 0;
  if (!isHelp && !isAsked) tell(known, json);
  process.exitCode = isAsked ? EXIT.ok : exitCodeOf(known);
}
