import { basename, extname, resolve } from 'node:path';
import type { Command } from 'commander';
import { ErrorCode, StudioError } from '../../../shared/errors.ts';
import type { BatchFilm } from '../../batch/batch-film.ts';
import { dryRunBatch } from '../../batch/dry-run.ts';
import { listStories } from '../../batch/list-films.ts';
import { readManifest } from '../../batch/read-manifest.ts';
import { runBatch } from '../../batch/run-batch.ts';
import { withStudio, type CommandContext, type GlobalOptions } from '../../context.ts';
import { chooseReporter } from '../../output/reporter.ts';
import { addFilmFlags, askedOptions, type AskedOptions } from './film-flags.ts';
import { planText } from './plan-text.ts';
import { storyboardText } from './storyboard-text.ts';
import { reportText } from './report-text.ts';

interface RenderFlags {
  readonly output?: string;
  readonly manifest?: string;
  readonly dryRun?: boolean;
  readonly promptsOnly?: boolean;
}

export function addRender(program: Command, signal: AbortSignal): void {
  const render = program
    .command('render')
    .description('make films of stories (.txt, .md or .json) and studio projects (.storyloom)')
    .argument('[stories...]', 'one story, or several for a film each')
    .option('-o, --output <film>', 'the film to write (default: the story name with .mp4); of several the folder')
    .option('--manifest <file>', 'films, their options and variants as JSON, in place of stories')
    .option('--dry-run', 'tell what is cached, what would be made and why, and how long it would take')
    .option('--prompts-only', 'tell the scenes and what their pictures would show, and make nothing');
  addFilmFlags(render).action(async (stories: string[], flags: RenderFlags, command: Command) => {
    const options = askedOptions(command);
    const global = command.optsWithGlobals<GlobalOptions>();
    const films = await batchOf(stories, flags, options);
    await withStudio(global, signal, async (context) => {
      if (!films) {
        await renderOne(stories[0]!, flags, options, context);
        return;
      }
      const batch = { ...context, reporter: () => chooseReporter(global.json ?? false) };
      process.exitCode = flags.dryRun ? await dryRunBatch(films, batch) : await runBatch(films, batch);
    });
  });
}

/** Undefined for one story, which is no batch unless it goes into a folder. */
async function batchOf(
  stories: readonly string[],
  { output, manifest, promptsOnly }: RenderFlags,
  options: AskedOptions,
): Promise<BatchFilm[] | undefined> {
  if (manifest !== undefined) {
    if (stories.length === 0) return readManifest(manifest, { folder: output, options });
    throw new StudioError(ErrorCode.option, 'A manifest names the stories itself: none goes with it.', {
      hint: 'Leave the stories or --manifest out.',
    });
  }
  if (stories.length === 0) {
    throw new StudioError(ErrorCode.option, 'No story is named.', {
      hint: 'Name one, such as `storyloom render examples/lighthouse-otter.md`, or a manifest with --manifest.',
    });
  }
  const isFolder = output !== undefined && /[/\\]$/.test(output);
  if (promptsOnly && (stories.length > 1 || isFolder)) {
    throw new StudioError(ErrorCode.option, '--prompts-only tells of one story at a time.', {
      hint: 'Name one story, and no folder.',
    });
  }
  return stories.length > 1 || isFolder ? listStories(stories, output ?? '.', options) : undefined;
}

async function renderOne(
  story: string,
  { output, dryRun, promptsOnly }: RenderFlags,
  options: AskedOptions,
  { studio, reporter, signal }: CommandContext,
): Promise<void> {
  const part = options.onlyScene === undefined ? '' : `-scene-${String(options.onlyScene)}`;
  const film = resolve(output ?? `${basename(story, extname(story))}${part}.mp4`);
  const request = { story: resolve(story), film, options };
  if (promptsOnly) {
    const storyboard = await studio.tellStoryboard(request, { signal, onProgress: reporter.progress });
    reporter.result(storyboard, storyboardText(storyboard));
    return;
  }
  if (dryRun) {
    const plan = await studio.planFilm(request, { signal, onProgress: reporter.progress });
    reporter.result(plan, planText(plan));
    return;
  }
  const report = await studio.renderFilm(request, { signal, onProgress: reporter.progress });
  for (const notice of report.notices) reporter.note(`Note: ${notice}`);
  reporter.result(report, reportText(report));
}
