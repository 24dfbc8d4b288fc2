import { ErrorCode, StudioError } from '../../../shared/errors.ts';
import { silentProgress } from '../../progress.ts';
import type { PaintStep } from '../../providers/painter.ts';
import { drawPicture } from '../film/make-scene.ts';
import { createStepRunner } from '../film/steps.ts';
import { madePicture, type PictureSource } from '../film/units.ts';
import { holding, shrink, withPainter, type SceneHooks } from './make-scene.ts';
import { findScene, ownPictureSource, STORY_MARK, type ProjectFilm } from './project-film.ts';
import { mediaFile, type MediaFile } from './survey-scene.ts';

/**
 * The picture of one take, whether it is the chosen one or not.
 * @throws StudioError `not-found` for a scene or a take that the document does not have, `input` for a drawing of a scene
 *   without text
 */
export async function drawTake(
  film: ProjectFilm,
  sceneId: string,
  takeId: string,
  hooks: SceneHooks,
): Promise<{ readonly picture: MediaFile; readonly thumbnail: MediaFile }> {
  const { options, storyboard, onPainting } = film;
  const source = sourceOf(film, sceneId, takeId);
  // The chosen one's unit is the scene itself: what was made for it last is what the scene shows while it changes.
  const name = findScene(film, sceneId).take === takeId ? sceneId : `${sceneId}, take ${takeId}`;
  const parts = {
    ...(await withPainter(film, [{ picture: source }], hooks)),
    onPainting: (_name: string, step: PaintStep | undefined) => onPainting?.(sceneId, takeId, step),
  };
  return holding(film, hooks, async (job) => {
    const run = createStepRunner(parts.builder, job, {}, silentProgress, () => undefined);
    const { signal } = hooks;
    const unit = { name, picture: source };
    const picture = await drawPicture(unit, { cast: storyboard.cast, options, parts, run, signal });
    const thumbnail = await shrink(picture, name, run, signal);
    return {
      picture: mediaFile(picture, picture.output.picture),
      thumbnail: mediaFile(thumbnail, thumbnail.output.file),
    };
  });
}

function sourceOf(film: ProjectFilm, sceneId: string, takeId: string): PictureSource {
  const take = findScene(film, sceneId).takes.find(({ id }) => id === takeId);
  if (!take) {
    throw new StudioError(ErrorCode.notFound, 'The scene has no such picture any more.', {
      hint: 'It may have been removed in another window; undo brings it back.',
      data: { sceneId, takeId },
    });
  }
  if (take.kind === 'own') return ownPictureSource(film, take);
  const unit = film.units.get(sceneId);
  if (unit) return madePicture(unit.scene, film.options, STORY_MARK, take.seed);
  throw new StudioError(ErrorCode.input, 'A scene without text cannot be drawn.', {
    hint: 'Write what happens in it, or add a picture of your own.',
    data: { sceneId },
  });
}
