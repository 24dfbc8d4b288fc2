import type { Command } from 'commander';
import { ErrorCode, StudioError } from '../../shared/errors.ts';
import { withStudio, type GlobalOptions } from '../context.ts';
import { goOnAlone } from '../go-on-alone.ts';
import { reportText } from './render/report-text.ts';

interface PicturesFlags {
  readonly latest?: boolean;
  readonly background?: boolean;
}

export function addPictures(program: Command, signal: AbortSignal): void {
  program
    .command('pictures')
    .description('fill in the pictures of a film that was made without them, or with a few')
    .option('--latest', 'of the film that was made last')
    .option('--background', 'go on by itself, and give the terminal back')
    .action(async ({ latest, background }: PicturesFlags, command: Command) => {
      if (!latest) {
        throw new StudioError(ErrorCode.option, 'It is not said whose pictures are to be made.', {
          hint: 'Use `storyloom pictures --latest`, or film a story again without --no-pictures.',
        });
      }
      await withStudio(command.optsWithGlobals<GlobalOptions>(), signal, async ({ studio, reporter }) => {
        const request = studio.filmWithoutPictures();
        if (!request) {
          reporter.result({ film: null }, 'The film that was made last has all of its pictures.');
          return;
        }
        if (background) {
          const { pid, log } = await goOnAlone(['pictures', '--latest'], studio.paths);
          const text = `The pictures are being made (process ${String(pid)}); the film is replaced when they are there.\n${log}`;
          reporter.result({ film: request.film, pid, log }, text);
          return;
        }
        const report = await studio.renderFilm(request, { signal, onProgress: reporter.progress });
        for (const notice of report.notices) reporter.note(`Note: ${notice}`);
        reporter.result(report, reportText(report));
      });
    });
}
