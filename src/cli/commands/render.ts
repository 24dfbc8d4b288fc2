import { basename, extname, resolve } from 'node:path';
import { InvalidArgumentError, Option, type Command } from 'commander';
import type { z } from 'zod';
import {
  FRAME_RATES,
  NARRATORS,
  PRESETS,
  SHAPES,
  SIZES,
  filmOptionsSchema,
  type FilmPlan,
  type FilmReport,
} from '../../shared/film.ts';
import { MOTIONS, STYLES } from '../../shared/story.ts';
import { withStudio, type GlobalOptions } from '../context.ts';
import { clock, seconds, size, table } from '../output/format.ts';

interface RenderFlags {
  readonly output?: string;
  readonly dryRun?: boolean;
}

type FilmFlags = z.input<typeof filmOptionsSchema>;

const number = (value: string): number => {
  const parsed = Number(value);
  if (value.trim() === '' || !Number.isFinite(parsed)) throw new InvalidArgumentError('It has to be a number.');
  return parsed;
};

/** Limits are the schema's: commander parses, `filmOptionsSchema` judges, and both defaults are one. */
export function addRender(program: Command, signal: AbortSignal): void {
  const defaults = filmOptionsSchema.parse({});
  program
    .command('render')
    .description('make a film of a story (.txt, .md or .json) or a studio project (.storyloom)')
    .argument('<story>', 'the story file')
    .option('-o, --output <film>', 'the film to write (default: the story name with .mp4)')
    .option('--dry-run', 'tell what is cached, what would be made and why, and how long it would take')
    .option('--voice <name>', 'see `storyloom voices` (default: af_heart)')
    .option('--speed <factor>', '0.5 to 2', number, defaults.speed)
    .addOption(new Option('--style <style>', 'look of the pictures').choices(STYLES).default(defaults.style))
    .option('--seed <number>', 'another number, another take', number, defaults.seed)
    .addOption(new Option('--shape <shape>', 'width by height').choices(SHAPES).default(defaults.shape))
    .addOption(new Option('--size <size>', 'length of the shorter side').choices(SIZES).default(defaults.size))
    .option('--fps <rate>', `frames a second: ${FRAME_RATES.join(', ')}`, number, defaults.fps)
    .addOption(new Option('--preset <preset>', 'x264 speed').choices(PRESETS).default(defaults.preset))
    .option('--crf <number>', 'x264 quality, 0 (lossless) to 51', number, defaults.crf)
    .addOption(new Option('--motion <motion>', 'of the pictures').choices(MOTIONS).default(defaults.motion))
    .addOption(new Option('--narrator <narrator>', 'tone hums in place of words').choices(NARRATORS).default('kokoro'))
    .action(async (story: string, flags: RenderFlags & FilmFlags, command: Command) => {
      const { output, dryRun, ...all } = flags;
      // Only what was typed: a studio project has settings of its own, which a default must not overrule.
      const options = Object.fromEntries(
        Object.entries(all).filter(([name]) => command.getOptionValueSource(name) !== 'default'),
      ) satisfies Partial<FilmFlags>;
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

function planText(plan: FilmPlan): string {
  const rows = plan.steps
    .filter((step) => !step.cached)
    .map((step) => [
      step.stage,
      step.unit,
      step.reason ?? '',
      step.seconds === undefined ? '?' : seconds(step.seconds),
    ]);
  const cached = plan.steps.length - rows.length;
  const time =
    plan.estimatedSeconds === undefined
      ? 'The time is not known yet: a stage was never measured on this machine.'
      : `About ${clock(plan.estimatedSeconds)} by the rates measured on this machine.`;
  return [
    `${plan.title}: ${String(plan.scenes.length)} scenes`,
    ...plan.scenes.map((scene, index) => `  ${String(index + 1).padStart(3)}. ${scene.picture}`),
    `${String(cached)} of ${String(plan.steps.length)} steps are in the cache.`,
    ...(rows.length > 0 ? ['To be made:', table(rows, 'lllr'), time] : ['Nothing has to be made.']),
    ...plan.notices.map((notice) => `Note: ${notice}`),
  ].join('\n');
}

function reportText(report: FilmReport): string {
  const rows = report.stages.map((stage) => [
    stage.stage,
    `${String(stage.made)} made`,
    `${String(stage.cached)} from the cache`,
    seconds(stage.seconds),
  ]);
  return [
    table(rows, 'lrrr'),
    `${report.title}: ${clock(report.duration)}, ${String(report.scenes)} scenes, ${size(report.bytes)}, made in ${seconds(report.seconds)}`,
    report.film,
  ].join('\n');
}
