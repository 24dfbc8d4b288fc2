/** Models by a writer's id. */
import { basename } from 'node:path';
import { ErrorCode, StudioError } from '../../../shared/errors.ts';
import { OWN_WRITER } from '../../../shared/writing.ts';
import { createGgufModel } from '../../providers/gguf/gguf-model.ts';
import { createServerModel } from '../../providers/remote/server-model.ts';
import { mayNameFolders } from '../../services/desktop.ts';
import type { Workplace } from '../../workplace.ts';
import type { LanguageModel } from '../../writer/models/language-model.ts';
import { checkModelFile, keptFiles } from './files.ts';
import { findKey } from './keys.ts';
import { findServer } from './servers.ts';

/** The file of a fetched model in its folder. */
const MODEL_FILE = 'model.gguf';

/** Undefined for Storyloom itself. @throws StudioError `not-found`, `missing` when its model is not fetched, `corrupt` */
export async function openModel(workplace: Workplace, id: string): Promise<LanguageModel | undefined> {
  if (id === OWN_WRITER) return undefined;
  const [kind, ...rest] = id.split(':');
  const name = rest.join(':');
  if (kind === 'server' && name !== '') {
    const server = findServer(workplace, name);
    return createServerModel({ server, key: findKey(workplace.paths, server)?.key });
  }
  if (kind === 'gguf' && name !== '')
    return /[/\\]/u.test(name) ? ownFile(workplace, id, name) : fetched(workplace, id, name);
  throw new StudioError(ErrorCode.notFound, `There is no writer named "${id}".`, {
    hint: 'Writers are storyloom, gguf:MODEL, gguf:/PATH/TO/FILE.gguf and server:ID.',
  });
}

async function ownFile(workplace: Workplace, id: string, file: string): Promise<LanguageModel> {
  if (!keptFiles(workplace).includes(file) && !mayNameFolders(workplace)) {
    throw new StudioError(ErrorCode.permission, 'A model file can be named only on the computer itself.', {
      hint: 'Choose one of the writers that are listed.',
    });
  }
  await checkModelFile(file);
  return createGgufModel(workplace.llama(), { id, name: basename(file), file });
}

function fetched(workplace: Workplace, id: string, modelId: string): LanguageModel {
  const model = workplace
    .models()
    .list()
    .find((each) => each.id === modelId && each.task === 'write');
  if (!model) {
    throw new StudioError(ErrorCode.notFound, `There is no model for writing named "${modelId}".`, {
      hint: 'Under Models are those that can be fetched.',
    });
  }
  const file = model.installed?.files[MODEL_FILE];
  if (file === undefined) {
    throw new StudioError(ErrorCode.missing, `${model.title} is not on this computer yet.`, {
      hint: `Download it under Models, or run: storyloom models fetch ${modelId}`,
      data: { model: modelId },
    });
  }
  return createGgufModel(workplace.llama(), { id, name: model.title, file });
}
