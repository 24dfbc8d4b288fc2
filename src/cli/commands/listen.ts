import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { ListenReport } from '../../core/studio.ts';
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
        const lines = [
          `${String(report.words)} words (${report.language}), ${pace}`,
          ...aboutText(report),
          report.output,
        ];
        reporter.result(report, lines.join('\n'));
      });
    });
}

/** 'About courage; sea, tense. Nib (otter). storm, lighthouse'. */
function aboutText({ context }: ListenReport): string[] {
  if (!context) return [];
  const { theme, setting, mood, cast, keywords } = context;
  const who = cast.map(({ name, kind }) => `${name} (${kind})`).join(', ');
  const about = [theme === undefined ? '' : `about ${theme}`, setting, mood].filter((word) => word !== '').join(', ');
  return [about, who, keywords.join(', ')].filter((line) => line !== '');
}
