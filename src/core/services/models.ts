import { ErrorCode, StudioError } from '../../shared/errors.ts';
import type { JobView, ModelImport, ModelView } from '../../shared/views.ts';
import { DEFAULT_UPSCALER } from '../../shared/pictures.ts';
import { defaultPictureModel } from '../models/default-picture-model.ts';
import { NARRATOR_MODEL, type Workplace } from '../workplace.ts';
import { mayNameFolders } from './desktop.ts';
import { fetchOptionsSchema } from './jobs/fetch-runner.ts';
import type { JobBoard } from './jobs/job-board.ts';

export function listModels(workplace: Workplace): ModelView[] {
  const models = workplace.models().list();
  const painter = defaultPictureModel(models)?.id;
  return models.map(({ id, title, task, licence, picture, upscaler, installed, isOwn, bytes, partialBytes }) => ({
    id,
    title,
    task,
    licence,
    installed: installed !== undefined,
    bytes,
    partialBytes,
    required: id === NARRATOR_MODEL,
    origin: isOwn ? 'own' : installed?.source.kind === 'shipped' ? 'shipped' : 'registry',
    ...(picture ? { picture: { ...picture, isDefault: id === painter } } : {}),
    ...(upscaler ? { upscaler: { scale: upscaler.scale, isDefault: id === DEFAULT_UPSCALER } } : {}),
    notices: [...(installed?.notices ?? [])],
  }));
}

/** One download of a model at a time: asked again, the same job goes on. @throws StudioError `not-found` */
export async function fetchModel(workplace: Workplace, board: JobBoard, modelId: string): Promise<JobView> {
  workplace.models().resolve(modelId);
  const { title } = listModels(workplace).find(({ id }) => id === modelId)!;
  const known = board
    .unfinished('fetch-model')
    .find(({ options }) => fetchOptionsSchema.parse(options).modelId === modelId);
  if (known) return board.resume(known.id);
  return board.start({ kind: 'fetch-model', title, options: { modelId } });
}

/**
 * @throws StudioError `option` when a job that runs needs it, or when it is just being downloaded
 */
export async function removeModel(workplace: Workplace, board: JobBoard, modelId: string): Promise<void> {
  workplace.models().resolve(modelId);
  const fetching = running(board, 'fetch-model').some(
    ({ options }) => fetchOptionsSchema.parse(options).modelId === modelId,
  );
  if (fetching) {
    throw new StudioError(ErrorCode.option, 'The model is just being downloaded.', {
      hint: 'Cancel the download first.',
    });
  }
  const speaks = modelId === NARRATOR_MODEL && workplace.narratorKind === 'kokoro';
  const { picture, upscaler } = listModels(workplace).find(({ id }) => id === modelId)!;
  const paints = (picture ?? upscaler) !== undefined;
  if ((speaks || paints) && running(board, 'export').length + running(board, 'preview').length > 0) {
    throw new StudioError(ErrorCode.option, 'The model may be in use: a film is being made.', {
      hint: 'Wait until it is done, or pause it, then remove the model.',
    });
  }
  // Its file cannot be deleted everywhere while it is mapped into memory.
  await workplace.letLlamaGo();
  if (paints) workplace.letPaintersGo();
  await workplace.models().remove(modelId);
  workplace.events.publish({ type: 'models' });
}

/** @throws StudioError `not-found` or `corrupt` for a folder without the model's files, naming what is wrong */
export async function importModel(
  workplace: Workplace,
  modelId: string,
  folder: string,
  signal: AbortSignal | undefined,
): Promise<void> {
  requireFolders(workplace);
  await workplace.models().import(modelId, folder, { signal });
  workplace.events.publish({ type: 'models' });
}

/** @throws StudioError as ModelManager.importOwn */
export async function importOwnModel(
  workplace: Workplace,
  { folder, ...own }: ModelImport,
  signal: AbortSignal | undefined,
): Promise<ModelView> {
  requireFolders(workplace);
  if (own.replace === true) workplace.letPaintersGo();
  const { id } = await workplace.models().importOwn(folder, { ...own, signal });
  workplace.events.publish({ type: 'models' });
  return listModels(workplace).find((model) => model.id === id)!;
}

function requireFolders(workplace: Workplace): void {
  if (mayNameFolders(workplace)) return;
  throw new StudioError(ErrorCode.permission, 'A folder can be chosen only on the computer itself.', {
    hint: 'Open Storyloom there, or download the model.',
  });
}

function running(board: JobBoard, kind: 'export' | 'preview' | 'fetch-model') {
  return board.unfinished(kind).filter(({ state }) => state === 'running');
}
