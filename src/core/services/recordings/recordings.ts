import { ErrorCode, StudioError } from '../../../shared/errors.ts';
import type { JobView, ListenRequest } from '../../../shared/views.ts';
import { examineRecording } from '../../listen/examine.ts';
import type { Services } from '../services.ts';
import { dropKept, dropOthers, keepForListening } from './kept.ts';
import { listenOptionsSchema, type ListenOptions } from './listen-runner.ts';

/**
 * Keeps an uploaded recording and queues that it is listened to.
 * @throws StudioError `not-found`, `corrupt` or `input` for what cannot be listened to
 */
export async function listenToRecording(
  { workplace, jobs }: Services,
  request: ListenRequest,
  signal?: AbortSignal,
): Promise<JobView> {
  const { path, name } = await workplace.uploads().path(request.uploadId);
  const tools = await workplace.media();
  await examineRecording(tools, path, signal, name);
  const scene = 'sceneId' in request ? { projectId: request.projectId, sceneId: request.sceneId } : undefined;
  if (scene) checkScene(workplace.projects().read(scene.projectId).document.scenes, scene.sceneId);
  const board = jobs();
  const root = workplace.paths.listening;
  const needed = board.unfinished('listen').map(({ options }) => listenOptionsSchema.parse(options).recording);
  await dropOthers(root, new Set(needed));
  const recording = await keepForListening(root, tools, { path, name });
  const title = 'title' in request && request.title ? { title: request.title } : {};
  const options: ListenOptions = { recording, name, ...title, ...(scene ? { sceneId: scene.sceneId } : {}) };
  try {
    return board.start({ kind: 'listen', title: name, options, ...(scene ? { projectId: scene.projectId } : {}) });
  } catch (error) {
    await dropKept(root, recording);
    throw error;
  }
}

function checkScene(scenes: readonly { readonly id: string }[], sceneId: string): void {
  if (scenes.some(({ id }) => id === sceneId)) return;
  throw new StudioError(ErrorCode.notFound, 'The scene is not in the project any more.', {
    hint: 'It was deleted, perhaps in another window: undo brings it back.',
    data: { sceneId },
  });
}
