import { resolve } from 'node:path';
import type { Command } from 'commander';
import { withStudio, type GlobalOptions } from '../context.ts';
import { seconds } from '../output/format.ts';

interface ListenFlags {
  readonly output: string;
  readonly language?: string;
}

export function addListen(program: Command, signal: AbortSignal): void {
  program
    .command('listen')
    .description('write down what is said in a recording, with the time of every word')
    .argument('<recording>', 'a sound file, or a video with sound')
    .requiredOption('-o, --output <file>', '.json (words and times), .txt, .srt or .vtt')
    .option('--language <code>', 'en, de, fr ...; found by listening unless it is given')
    .action(async (recording: string, flags: ListenFlags, command: Command) => {
      await withStudio(command.optsWithGlobals<GlobalOptions>(), signal, async ({ studio, reporter }) => {
        const report = await studio.listen(
          { recording: resolve(recording), output: resolve(flags.output), language: flags.language },
          { signal, onProgress: reporter.progress },
        );
        for (const notice of report.notices) reporter.note(notice);
        const pace = `${seconds(report.duration)} of sound in ${seconds(report.seconds)}`;
        reporter.result(report, `${String(report.words)} words (${report.language}), ${pace}\n${report.output}`);
      });
    });
}
