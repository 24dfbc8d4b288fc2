import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Argument, type Command } from 'commander';
import { BENCHES, type BenchName } from '../../shared/bench.ts';
import { withStudio, type GlobalOptions } from '../context.ts';
import { benchMarkdown, benchTable } from '../output/bench-table.ts';

interface BenchFlags {
  readonly save?: string;
}

export function addBench(program: Command, signal: AbortSignal): void {
  program
    .command('bench')
    .description('measure this machine: every figure beside what it is compared with, in one run')
    .addArgument(new Argument('[names...]', 'which; all by default').choices(BENCHES))
    .option('--save <file>', 'write the figures as Markdown to FILE and as JSON beside it')
    .action(async (names: BenchName[], flags: BenchFlags, command: Command) => {
      await withStudio(command.optsWithGlobals<GlobalOptions>(), signal, async ({ studio, reporter }) => {
        const report = await studio.bench(names.length > 0 ? names : BENCHES, {
          signal,
          onProgress: reporter.progress,
        });
        const machine = `${report.machine.processor}, ${String(report.machine.cores)} cores, ${report.machine.system}`;
        const versions = Object.entries(report.versions)
          .map(([name, version]) => `${name} ${version}`)
          .join(', ');
        if (flags.save !== undefined) {
          const text = `# Benchmarks\n\nWritten by \`npm run bench\` on ${report.date}: ${machine}; ${versions}.\n\n${benchMarkdown(report.rows)}\n`;
          await writeFile(resolve(flags.save), `${text}${await furtherSections(resolve(flags.save))}`);
          await writeFile(resolve(flags.save.replace(/(\.md)?$/, '.json')), `${JSON.stringify(report, null, 2)}\n`);
        }
        reporter.result(report, `${machine}; ${versions}\n${benchTable(report.rows)}`);
      });
    });
}

/** What other tools have written below the table; nothing for a file that is not there yet. */
async function furtherSections(file: string): Promise<string> {
  const text = await readFile(file, 'utf8').catch(() => '');
  const at = text.indexOf('\n## ');
  return at === -1 ? '' : text.slice(at);
}
