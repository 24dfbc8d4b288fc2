import type { Command } from 'commander';
import { withStudio, type GlobalOptions } from '../context.ts';
import { table } from '../output/format.ts';

export function addVoices(program: Command, signal: AbortSignal): void {
  program
    .command('voices')
    .description('list the voices; hear one with `storyloom speak "..." --voice NAME -o x.wav`')
    .action(async (_flags: object, command: Command) => {
      await withStudio(command.optsWithGlobals<GlobalOptions>(), signal, ({ studio, reporter }) => {
        const voices = studio.voices();
        const rows = voices.map((voice) => [voice.id, voice.name, voice.language, voice.gender]);
        reporter.result({ voices }, table(rows));
        return Promise.resolve();
      });
    });
}
