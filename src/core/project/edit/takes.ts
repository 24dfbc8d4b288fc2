/** The pictures that a scene may have, and the one it has. */
import { ErrorCode, StudioError } from '../../../shared/errors.ts';
import type { ProjectDocument, ProjectScene, Take } from '../../../shared/project.ts';
import { FIRST_SEED } from '../new-scene.ts';
import type { NewId } from './apply-edit.ts';
import { changeScene } from './scenes.ts';

const MOST_TAKES = 50;

type OwnPicture = Extract<Take, { kind: 'own' }>;

/** With a seed that none of the scene's other takes has. */
export function addTake(document: ProjectDocument, sceneId: string, newId: NewId): ProjectDocument {
  return changeScene(document, sceneId, (scene) => {
    const seeds = scene.takes.map((take) => (take.kind === 'drawn' ? take.seed : FIRST_SEED - 1));
    return withTake(scene, { kind: 'drawn', id: newId(), seed: Math.max(...seeds) + 1 });
  });
}

export function addOwnPicture(
  document: ProjectDocument,
  sceneId: string,
  { asset, name, fit }: Pick<OwnPicture, 'asset' | 'name' | 'fit'>,
  newId: NewId,
): ProjectDocument {
  return changeScene(document, sceneId, (scene) => withTake(scene, { kind: 'own', id: newId(), asset, name, fit }));
}

export function fitOwnPicture(
  document: ProjectDocument,
  sceneId: string,
  takeId: string,
  fit: OwnPicture['fit'],
): ProjectDocument {
  return changeScene(document, sceneId, (scene) => {
    const take = takeOf(scene, takeId);
    if (take.kind !== 'own') {
      throw new StudioError(
        ErrorCode.option,
        'Only a picture of your own can be fitted: a drawn one has the film’s shape.',
        {
          data: { sceneId, takeId },
        },
      );
    }
    if (take.fit === fit) return scene;
    return { ...scene, takes: scene.takes.map((one) => (one === take ? { ...take, fit } : one)) };
  });
}

export function chooseTake(document: ProjectDocument, sceneId: string, takeId: string): ProjectDocument {
  return changeScene(document, sceneId, (scene) =>
    scene.take === takeOf(scene, takeId).id ? scene : { ...scene, take: takeId },
  );
}

/** Of the chosen one, the one before it takes the place. */
export function removeTake(document: ProjectDocument, sceneId: string, takeId: string): ProjectDocument {
  return changeScene(document, sceneId, (scene) => {
    const index = scene.takes.indexOf(takeOf(scene, takeId));
    const takes = scene.takes.toSpliced(index, 1);
    const next = takes[Math.max(0, index - 1)];
    if (!next) {
      throw new StudioError(ErrorCode.option, 'It is the scene’s only picture.', {
        hint: 'Make another take first, then remove this one.',
        data: { sceneId, takeId },
      });
    }
    return { ...scene, takes, take: scene.take === takeId ? next.id : scene.take };
  });
}

function takeOf(scene: ProjectScene, takeId: string): Take {
  const take = scene.takes.find(({ id }) => id === takeId);
  if (take) return take;
  throw new StudioError(ErrorCode.notFound, 'The picture is not among the scene’s any more.', {
    hint: 'It was removed, perhaps in another window: undo brings it back.',
    data: { sceneId: scene.id, takeId },
  });
}

function withTake(scene: ProjectScene, take: Take): ProjectScene {
  if (scene.takes.length < MOST_TAKES) return { ...scene, takes: [...scene.takes, take], take: take.id };
  throw new StudioError(ErrorCode.option, `A scene keeps at most ${String(MOST_TAKES)} pictures.`, {
    hint: 'Remove some that you do not want any more.',
    data: { sceneId: scene.id },
  });
}
