import { basename, extname, resolve } from 'node:path';
import type { Command } from 'commander';
import { withStudio, type GlobalOptions } from '../../context.ts';
import { addFilmFlags, askedOptions } from './film-flags.ts';
import { planText } from './plan-text.ts';
import { reportText } from './report-text.ts';

interface RenderFlags {
  readonly output?: string;
  readonly dryRun?: boolean;
}

export function addRender(program: Command, signal: AbortSignal): void {
  const render = program
    .command('render')
    .description('make a film of a story (.txt, .md or .json) or a studio project (.storyloom)')
    .argument('<story>', 'the story file')
    .option('-o, --output <film>', 'the film to write (default: the story name with .mp4)')
    .option('--dry-run', 'tell what is cached, what would be made and why, and how long it would take');
  addFilmFlags(render).action(async (story: string, { output, dryRun }: RenderFlags, command: Command) => {
    const options = askedOptions(command);
    const film = resolve(output ?? `${basename(story, extname(story))}.mp4`);
    await withStudio(command.optsWithGlobals<GlobalOptions>(), signal, async ({ studio, reporter }) => {
      const request = { story: resolve(story), film, options };
      if (dryRun) {
        const plan = await studio.planFilm(request, { signal, onProgress: reporter.progress });
        reporter.result(plan, planText(plan));
        return;
      }
      const report = await studio.renderFilm(request, { signal, onProgress: reporter.progress });
      for (const notice of report.notices) reporter.note(`Note: ${notice}`);
      reporter.result(report, reportText(report));
    });
  });
}
