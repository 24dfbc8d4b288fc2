import { resolve } from 'node:path';
import type { Command } from 'commander';
import { ErrorCode, StudioError } from '../../shared/errors.ts';
import { DEFAULT_UPSCALER } from '../../shared/pictures.ts';
import type { InstalledModel, ModelStatus, OwnImport } from '../../core/studio.ts';
import { EXIT } from '../exit-codes.ts';
import { withStudio, type GlobalOptions } from '../context.ts';
import { size, table } from '../output/format.ts';
import { healthLines } from '../output/model-health.ts';

export function addModels(program: Command, signal: AbortSignal): void {
  const models = program.command('models').description('list, fetch, check, remove or import models');

  models
    .command('list', { isDefault: true })
    .description('every model that Storyloom knows, its licence, and whether it is here')
    .action(async (_flags: object, command: Command) => {
      await withStudio(command.optsWithGlobals<GlobalOptions>(), signal, ({ studio, reporter }) => {
        const list = studio.models.list();
        const painter = studio.pictureModel();
        const rows = list.map((model) => [
          model.id,
          model.task,
          place(model, painter),
          size(model.bytes),
          model.licence.name,
          model.licence.commercialUse,
        ]);
        reporter.result(
          { models: list, folder: studio.paths.models, ...(painter === undefined ? {} : { painter }) },
          [
            table(rows, 'lllrll'),
            ...(painter === undefined ? [] : [`Pictures are painted with ${painter} where no other is named.`]),
            studio.paths.models,
          ].join('\n'),
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
        const own = new Set(studio.models.list().flatMap((model) => (model.isOwn ? [model.id] : [])));
        const lines = checked.flatMap((model) => healthLines(model.id, model.problems, own.has(model.id)));
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
    .description('take a model from a folder or file that you have, which stays as it is')
    .argument(
      '<id-or-place>',
      'which model of the list is in the folder; or the folder of a picture model, or the .onnx file of an upscaler, of your own',
    )
    .argument('[folder]')
    .option(
      '--id <id>',
      'of a model of your own: how it is called on the command line; by default as its folder or file',
    )
    .option('--title <title>', 'what it is called in lists')
    .option('--licence <words>', 'its licence, as far as you know it')
    .option('--replace', 'let it take the place of a model of your own with the same id')
    .addHelpText('after', IMPORT_HELP)
    .action(async (first: string, second: string | undefined, flags: OwnImport, command: Command) => {
      await withStudio(command.optsWithGlobals<GlobalOptions>(), signal, async ({ studio, reporter }) => {
        const hooks = { signal, onProgress: reporter.progress };
        if (second !== undefined) refuseOwnFlags(first, flags);
        const model =
          second === undefined
            ? await studio.importOwnModel(resolve(first), flags, hooks)
            : await studio.importModel(first, resolve(second), hooks);
        for (const notice of model.notices) reporter.note(`Note: ${notice}`);
        reporter.result(model, `${model.id} is ready${takenFor(model)}: ${model.directory}`);
      });
    });
}

/** What a model of the user's own was found to be. */
function takenFor({ id, own }: InstalledModel): string {
  if (own?.picture) return `, a picture model (--picture-model ${id})`;
  if (!own?.upscaler) return '';
  return `, an upscaler that makes pictures ${String(own.upscaler.scale)} times as large (--upscaler ${id})`;
}

const IMPORT_HELP = `
A picture model is a folder in the ONNX layout of diffusers: model_index.json with unet, text_encoder, vae_decoder, tokenizer
and scheduler beside it, and vae_encoder for painting over a picture. An upscaler is one .onnx file: a picture in, RGB from 0 to
1 as [n, 3, height, width], and the same 2, 3 or 4 times as large out. What it holds is checked before it is copied.

  storyloom models import ~/models/my-painter --licence "CreativeML OpenRAIL-M"
  storyloom models import ~/Downloads/realesr-general-x4.onnx --id realesr --licence BSD-3-Clause
  storyloom models import kokoro-82m ~/Downloads/kokoro`;

function place({ id, installed, isOwn }: ModelStatus, painter: string | undefined): string {
  if (!installed) return 'not here';
  const how = installed.source.kind === 'shipped' ? 'built in' : isOwn ? 'imported' : 'installed';
  if (id === painter) return `${how}, paints`;
  return id === DEFAULT_UPSCALER ? `${how}, enlarges` : how;
}

/** A model of the list has its name and licence already. */
function refuseOwnFlags(id: string, flags: OwnImport): void {
  const given = Object.keys(flags)[0];
  if (given === undefined) return;
  throw new StudioError(ErrorCode.option, `--${given} is for models of your own, and ${id} is one of the list.`, {
    hint: `Leave it out; or name the folder alone: storyloom models import FOLDER --${given} …`,
  });
}
