import type { Command } from 'commander';
import { withStudio, type GlobalOptions } from '../context.ts';
import { EXIT } from '../exit-codes.ts';

export function addDoctor(program: Command, signal: AbortSignal): void {
  program
    .command('doctor')
    .description('say what works on this machine, what is missing, and what to type')
    .action(async (_flags: object, command: Command) => {
      await withStudio(command.optsWithGlobals<GlobalOptions>(), signal, async ({ studio, reporter }) => {
        const findings = await studio.examine();
        const marks = { ok: 'ok     ', advice: 'advice ', missing: 'MISSING' };
        const lines = findings.map(({ state, what, fact, hint }) => {
          const next = hint === undefined ? '' : `\n          Next step: ${hint}`;
          return `${marks[state]} ${what}: ${fact}${next}`;
        });
        reporter.result({ findings }, lines.join('\n'));
        if (findings.some((finding) => finding.state === 'missing')) process.exitCode = EXIT.missing;
      });
    });
}
