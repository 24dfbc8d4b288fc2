import { isDeepStrictEqual } from 'node:util';
import type { Edit, ProjectDocument } from '../../../shared/project.ts';
import { wordsOfText } from '../../../shared/recording.ts';
import type { EditField, EditLabel } from '../../../shared/views.ts';

type ProjectSet = Extract<Edit, { type: 'set-project' }>['set'];

/** Where a label calls a field by another name than the document does. */
const FIELDS: Readonly<Record<string, EditField>> = {
  ...{ shown: 'cast', hidden: 'cast', ownMusic: 'music' },
  ...{ pictureModel: 'pictures', pictureSteps: 'pictures', pictureStrength: 'pictures', upscaler: 'pictures' },
};

/** What undo would take back, for the page to say. `document` is the one before the edit. */
export function labelEdit(edit: Edit, document: ProjectDocument): EditLabel {
  const { type } = edit;
  const number = (id: string): number => document.scenes.findIndex((one) => one.id === id) + 1;
  switch (type) {
    case 'set-project':
      return { type, field: isShapeAlone(edit.set, document) ? 'shape' : fieldOf(edit.set) };
    case 'set-all-scenes':
      return { type, field: fieldOf(edit.set) };
    case 'set-scene':
      return { type, field: fieldOf(edit.set), scene: number(edit.sceneId) };
    case 'set-pronunciation':
      return { type, words: edit.word };
    case 'replace-text':
      return { type, words: edit.find };
    case 'correct-word':
      return { type, scene: number(edit.sceneId), words: wordOf(document, edit.sceneId, edit.word) };
    case 'set-character-voice':
    case 'set-recording':
    case 'add-scene':
      return { type };
    case 'move-scenes':
    case 'delete-scenes': {
      const { sceneIds } = edit;
      return sceneIds.length === 1 ? { type, scene: number(sceneIds[0]!) } : { type, scenes: sceneIds.length };
    }
    default:
      return { type, scene: number(edit.sceneId) };
  }
}

function wordOf({ scenes }: ProjectDocument, sceneId: string, word: number): string {
  return wordsOfText(scenes.find(({ id }) => id === sceneId)?.text ?? '')[word] ?? '';
}

/** The shape is a thing of its own to an author, though it is kept with what an export is made as. */
function isShapeAlone({ output, ...others }: ProjectSet, document: ProjectDocument): boolean {
  if (output === undefined || Object.keys(others).length > 0) return false;
  return isDeepStrictEqual({ ...output, shape: document.output.shape }, document.output);
}

function fieldOf(set: Readonly<Record<string, unknown>>): EditField {
  const names = new Set(
    Object.entries(set)
      .filter(([, value]) => value !== undefined)
      .map(([name]) => FIELDS[name] ?? (name as EditField)),
  );
  return names.size === 1 ? [...names][0]! : 'several';
}
