import { resolve } from 'node:path';
import type { Command } from 'commander';
import { withStudio, type GlobalOptions } from '../context.ts';
import { seconds } from '../output/format.ts';

interface SpeakFlags {
  readonly output: string;
  readonly voice: string;
  readonly speed: string;
}

export function addSpeak(program: Command, signal: AbortSignal): void {
  program
    .command('speak')
    .description('read a text or a file aloud into a WAV or MP3')
    .argument('<text|file>', 'the words themselves, or a story file')
    .requiredOption('-o, --output <sound>', '.wav or .mp3')
    .option('--voice <name>', 'see `storyloom voices`', 'af_heart')
    .option('--speed <factor>', '0.5 to 2', '1')
    .action(async (input: string, flags: SpeakFlags, command: Command) => {
      await withStudio(command.optsWithGlobals<GlobalOptions>(), signal, async ({ studio, reporter }) => {
        const report = await studio.speak(
          { input, output: resolve(flags.output), voice: flags.voice, speed: Number(flags.speed) },
          { signal, onProgress: reporter.progress },
        );
        const words = `${String(report.words.length)} words, ${seconds(report.duration)} of speech in ${seconds(report.seconds)}`;
        reporter.result(report, `${words}\n${report.output}`);
      });
    });
}
