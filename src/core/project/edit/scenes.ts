/** Scenes of a document by their ids, and the limits that every edit keeps. */
import { ErrorCode, StudioError } from '../../../shared/errors.ts';
import { LONGEST_SCENE, MOST_SCENES, type ProjectDocument, type ProjectScene } from '../../../shared/project.ts';

/** @throws StudioError `not-found` */
export function indexOfScene({ scenes }: ProjectDocument, sceneId: string): number {
  const index = scenes.findIndex(({ id }) => id === sceneId);
  return index >= 0 ? index : absent(sceneId);
}

/** As a set. @throws StudioError `not-found` when one of them is not there */
export function existingIds({ scenes }: ProjectDocument, sceneIds: readonly string[]): ReadonlySet<string> {
  const known = new Set(scenes.map(({ id }) => id));
  for (const id of sceneIds) if (!known.has(id)) absent(id);
  return new Set(sceneIds);
}

function absent(sceneId: string): never {
  throw new StudioError(ErrorCode.notFound, 'The scene is not in the project any more.', {
    hint: 'It was deleted, perhaps in another window: undo brings it back.',
    data: { sceneId },
  });
}

/** With one scene in another's place, which may be any number of scenes. */
export function withScenes(
  document: ProjectDocument,
  index: number,
  count: number,
  scenes: readonly ProjectScene[],
): ProjectDocument {
  const all = document.scenes.toSpliced(index, count, ...scenes);
  if (all.length <= MOST_SCENES) return { ...document, scenes: all };
  throw new StudioError(ErrorCode.option, `A project has at most ${MOST_SCENES.toLocaleString('en')} scenes.`, {
    hint: 'Make a second project for the rest.',
  });
}

export function changeScene(
  document: ProjectDocument,
  sceneId: string,
  change: (scene: ProjectScene) => ProjectScene,
): ProjectDocument {
  const index = indexOfScene(document, sceneId);
  const before = document.scenes[index]!;
  const after = change(before);
  return after === before ? document : withScenes(document, index, 1, [after]);
}

export function without(scene: ProjectScene, field: 'title' | 'pauseAfter' | 'told'): ProjectScene {
  return Object.fromEntries(Object.entries(scene).filter(([name]) => name !== field)) as ProjectScene;
}

/** @throws StudioError `option` for a text that has become too long */
export function checkLength(text: string): string {
  if (text.length <= LONGEST_SCENE) return text;
  throw new StudioError(
    ErrorCode.option,
    `The scene would have ${text.length.toLocaleString('en')} characters, more than ${LONGEST_SCENE.toLocaleString('en')}.`,
    { hint: 'Keep it as two scenes.' },
  );
}
