import { ErrorCode, StudioError } from '../../../shared/errors.ts';
import { PRIORITIES } from '../../../shared/priority.ts';
import type { JobView, TakeView } from '../../../shared/views.ts';
import { drawTake } from '../../render/project/draw-take.ts';
import { findScene, type ProjectFilm } from '../../render/project/project-film.ts';
import type { Services } from '../services.ts';
import { urlOf } from './scene-states.ts';

/** The pictures that a scene may have, in the order in which they were asked for; those not drawn yet are drawn. */
export async function drawTakes(
  film: ProjectFilm,
  sceneId: string,
  signal = new AbortController().signal,
): Promise<TakeView[]> {
  const { takes } = findScene(film, sceneId);
  // A scene without text has only its author's own.
  const shown = film.units.has(sceneId) ? takes : takes.filter(({ kind }) => kind === 'own');
  return Promise.all(
    shown.map(async ({ id }) => {
      const { picture, thumbnail } = await drawTake(film, sceneId, id, { signal, priority: PRIORITIES.shown });
      return { takeId: id, picture: urlOf(picture), thumbnail: urlOf(thumbnail) };
    }),
  );
}

/**
 * One making of all scenes of a project at a time: asked again, the same job goes on.
 * @throws StudioError `not-found`, `input` when no scene has text
 */
export async function makeAllScenes({ films, workplace, jobs }: Services, projectId: string): Promise<JobView> {
  const { units } = await films.current(projectId);
  if (units.size === 0) {
    throw new StudioError(ErrorCode.input, 'No scene has any text yet, so there is nothing to make.', {
      hint: 'Write something in a scene first.',
    });
  }
  const board = jobs();
  const known = board.unfinished('preview').find((job) => job.projectId === projectId);
  if (known) return board.resume(known.id);
  return board.start({ kind: 'preview', title: workplace.projects().read(projectId).document.title, projectId });
}
