import type { Edit, ProjectDocument } from '../../../shared/project.ts';
import { addScene, deleteScenes, mergeScene, moveScenes, splitScene } from './arrange.ts';
import { replaceText } from './replace.ts';
import { setAllScenes, setCharacterVoice, setProject, setPronunciation, setScene } from './set.ts';
import { addRecording, correctWord, removeRecording, setRecording } from './told.ts';
import { addOwnPicture, addTake, chooseTake, fitOwnPicture, removeTake } from './takes.ts';

/** Gives an id that the project has not had before. */
export type NewId = () => string;

/**
 * The document with the edit made; the very same object when it changes nothing. Pure but for `newId`.
 * @throws StudioError `not-found` for a scene or take that is not there (any more), `option` for what cannot be done
 */
export function applyEdit(document: ProjectDocument, edit: Edit, newId: NewId): ProjectDocument {
  switch (edit.type) {
    case 'set-project':
      return setProject(document, edit.set);
    case 'set-scene':
      return setScene(document, edit.sceneId, edit.set);
    case 'set-all-scenes':
      return setAllScenes(document, edit.set);
    case 'set-pronunciation':
      return setPronunciation(document, edit.word, edit.spoken);
    case 'set-character-voice':
      return setCharacterVoice(document, edit.castId, edit.voice);
    case 'split-scene':
      return splitScene(document, edit.sceneId, edit.at, newId);
    case 'merge-scene':
      return mergeScene(document, edit.sceneId);
    case 'move-scenes':
      return moveScenes(document, edit.sceneIds, edit.before);
    case 'add-scene':
      return addScene(document, edit.before, edit.text, newId);
    case 'delete-scenes':
      return deleteScenes(document, edit.sceneIds);
    case 'replace-text':
      return replaceText(document, edit);
    case 'add-take':
      return addTake(document, edit.sceneId, newId);
    case 'add-own-picture':
      return addOwnPicture(document, edit.sceneId, edit, newId);
    case 'fit-own-picture':
      return fitOwnPicture(document, edit.sceneId, edit.takeId, edit.fit);
    case 'choose-take':
      return chooseTake(document, edit.sceneId, edit.takeId);
    case 'remove-take':
      return removeTake(document, edit.sceneId, edit.takeId);
    case 'correct-word':
      return correctWord(document, edit.sceneId, edit.word, edit.text);
    case 'set-recording':
      return setRecording(document, edit.set);
    case 'add-recording':
      return addRecording(document, edit.sceneId, edit.heard);
    case 'remove-recording':
      return removeRecording(document, edit.sceneId);
  }
}
