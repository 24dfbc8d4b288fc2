import { InvalidArgumentError, type Command } from 'commander';
import { withStudio, type GlobalOptions } from '../context.ts';
import { seconds, size, table } from '../output/format.ts';

function amount(value: string): number {
  const match = /^(\d+(?:\.\d+)?)\s*(kB|MB|GB|TB)?$/i.exec(value.trim());
  if (!match) throw new InvalidArgumentError('Give a size such as 500MB or 10GB.');
  const factor = { kb: 1e3, mb: 1e6, gb: 1e9, tb: 1e12 }[(match[2] ?? '').toLowerCase()] ?? 1;
  return Number(match[1]) * factor;
}

function days(value: string): number {
  const parsed = Number(value);
  if (!(parsed >= 0)) throw new InvalidArgumentError('Give a number of days.');
  return parsed;
}

export function addCache(program: Command, signal: AbortSignal): void {
  const cache = program.command('cache').description('show, check or trim what was made before');

  cache
    .command('show', { isDefault: true })
    .description('what is in the cache, stage by stage')
    .action(async (_flags: object, command: Command) => {
      await withStudio(command.optsWithGlobals<GlobalOptions>(), signal, async ({ studio, reporter }) => {
        const stats = (await studio.cache()).stats();
        const rows = stats.stages.map((stage) => [
          stage.stage,
          String(stage.count),
          size(stage.bytes),
          `${String(stage.hits)} reused`,
          `${seconds(stage.secondsSaved)} saved`,
        ]);
        const limits = `limit ${size(stats.limits.bytes)}, ${String(stats.limits.days)} days`;
        const total = `${String(stats.count)} results, ${size(stats.bytes)} (${limits}), ${String(stats.pinned)} in use`;
        reporter.result(
          { ...stats, folder: studio.paths.cache },
          [table(rows, 'lrrrr'), total, studio.paths.cache].join('\n').trim(),
        );
      });
    });

  cache
    .command('verify')
    .description('read every byte; what is damaged is moved aside and made again when needed')
    .action(async (_flags: object, command: Command) => {
      await withStudio(command.optsWithGlobals<GlobalOptions>(), signal, async ({ studio, reporter }) => {
        const builder = await studio.cache();
        const result = await builder.verify({
          signal,
          onProgress: (value) => {
            reporter.progress({ stage: 'verify', value });
          },
        });
        const damaged = result.damaged.map((each) => `${each.stage} ${each.key.slice(0, 12)}: ${each.fault}`);
        reporter.result(
          result,
          [...damaged, `${String(result.checked)} results checked, ${String(damaged.length)} damaged.`].join('\n'),
        );
      });
    });

  cache
    .command('trim')
    .description('drop what is old, then the least recently used, until the limits hold')
    .option('--size <size>', 'keep at most this much, such as 2GB', amount)
    .option('--days <days>', 'drop what was not used for so long', days)
    .action(async (flags: { size?: number; days?: number }, command: Command) => {
      await withStudio(command.optsWithGlobals<GlobalOptions>(), signal, async ({ studio, reporter }) => {
        const builder = await studio.cache();
        const { limits } = builder.stats();
        const result = await builder.trim({ bytes: flags.size ?? limits.bytes, days: flags.days ?? limits.days });
        reporter.result(result, `${String(result.dropped)} results dropped, ${size(result.bytes)} freed.`);
      });
    });

  cache
    .command('clear')
    .description('drop everything that no running job holds')
    .option('--stage <stage>', 'only this stage')
    .action(async (flags: { stage?: string }, command: Command) => {
      await withStudio(command.optsWithGlobals<GlobalOptions>(), signal, async ({ studio, reporter }) => {
        const result = await (await studio.cache()).clear(flags.stage);
        reporter.result(result, `${String(result.dropped)} results dropped, ${size(result.bytes)} freed.`);
      });
    });
}
