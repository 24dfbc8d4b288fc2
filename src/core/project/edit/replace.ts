import { ErrorCode, StudioError } from '../../../shared/errors.ts';
import { replaceInText } from '../../../shared/find-text.ts';
import type { Edit, ProjectDocument, ProjectScene } from '../../../shared/project.ts';
import { checkLength, existingIds } from './scenes.ts';
import { withText } from './told.ts';

type ReplaceText = Extract<Edit, { type: 'replace-text' }>;

/** In the scenes' words. @throws StudioError `not-found` when they stand nowhere */
export function replaceText(document: ProjectDocument, edit: ReplaceText): ProjectDocument {
  const wanted = edit.sceneIds && existingIds(document, edit.sceneIds);
  const replaced = (scene: ProjectScene): ProjectScene => {
    if (wanted && !wanted.has(scene.id)) return scene;
    const text = replaceInText(scene.text, edit, edit.replacement);
    return withText(scene, checkLength(text));
  };
  const scenes = document.scenes.map(replaced);
  if (scenes.some((scene, index) => scene !== document.scenes[index])) return { ...document, scenes };
  throw new StudioError(ErrorCode.notFound, `There is no "${edit.find}" to be replaced.`, {
    hint: 'Look at the spelling, or search without "match case" and "whole words".',
  });
}
