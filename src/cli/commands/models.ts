import { resolve } from 'node:path';
import type { Command } from 'commander';
import { EXIT } from '../exit-codes.ts';
import { withStudio, type GlobalOptions } from '../context.ts';
import { size, table } from '../output/format.ts';

export function addModels(program: Command, signal: AbortSignal): void {
  const models = program.command('models').description('list, fetch, check, remove or import models');

  models
    .command('list', { isDefault: true })
    .description('every model that Storyloom knows, its licence, and whether it is here')
    .action(async (_flags: object, command: Command) => {
      await withStudio(command.optsWithGlobals<GlobalOptions>(), signal, ({ studio, reporter }) => {
        const list = studio.models.list();
        const rows = list.map((model) => [
          model.id,
          model.task,
          model.installed ? 'installed' : 'not here',
          size(model.bytes),
          model.licence.name,
          model.licence.commercialUse,
        ]);
        reporter.result(
          { models: list, folder: studio.paths.models },
          `${table(rows, 'lllrll')}\n${studio.paths.models}`,
        );
        return Promise.resolve();
      });
    });

  models
    .command('fetch')
    .description('fetch a model, checking every byte; goes on where an earlier try stopped')
    .argument('<id>')
    .action(async (id: string, _flags: object, command: Command) => {
      await withStudio(command.optsWithGlobals<GlobalOptions>(), signal, async ({ studio, reporter }) => {
        const model = await studio.fetchModel(id, { signal, onProgress: reporter.progress });
        for (const notice of model.notices) reporter.note(`Note: ${notice}`);
        reporter.result(model, `${id} is ready: ${model.directory}`);
      });
    });

  models
    .command('verify')
    .description('read every byte of a model, or of all that are here, and compare checksums')
    .argument('[id]')
    .action(async (id: string | undefined, _flags: object, command: Command) => {
      await withStudio(command.optsWithGlobals<GlobalOptions>(), signal, async ({ studio, reporter }) => {
        const installed = studio.models.list().filter((model) => model.installed);
        const checked: { id: string; problems: Awaited<ReturnType<typeof studio.models.verify>> }[] = [];
        for (const each of id === undefined ? installed.map((model) => model.id) : [id]) {
          checked.push({ id: each, problems: await studio.models.verify(each, { signal }) });
        }
        const lines = checked.flatMap((model) => [
          ...model.problems.map(({ file, problem }) => `${file}: wrong ${problem}`),
          model.problems.length === 0
            ? `${model.id} is whole.`
            : `Next step: storyloom models remove ${model.id}, then fetch it again.`,
        ]);
        reporter.result({ models: checked }, lines.length === 0 ? 'No model is here.' : lines.join('\n'));
        if (checked.some(({ problems }) => problems.length > 0)) process.exitCode = EXIT.input;
      });
    });

  models
    .command('remove')
    .description('delete a model from this machine')
    .argument('<id>')
    .action(async (id: string, _flags: object, command: Command) => {
      await withStudio(command.optsWithGlobals<GlobalOptions>(), signal, async ({ studio, reporter }) => {
        const removed = await studio.models.remove(id);
        reporter.result({ id, removed }, removed ? `${id} was removed.` : `${id} was not here.`);
      });
    });

  models
    .command('import')
    .description('take a model from a folder that you have; the folder stays as it is')
    .argument('<id>')
    .argument('<folder>')
    .action(async (id: string, folder: string, _flags: object, command: Command) => {
      await withStudio(command.optsWithGlobals<GlobalOptions>(), signal, async ({ studio, reporter }) => {
        const model = await studio.models.import(id, resolve(folder));
        reporter.result(model, `${id} is ready: ${model.directory}`);
      });
    });
}
