/** Scenes that are told in a recording: every word of their text has the time at which it is said. */
import { ErrorCode, StudioError } from '../../../shared/errors.ts';
import type { Edit, ProjectDocument, ProjectScene } from '../../../shared/project.ts';
import { AS_TOLD, toldWords, wordsOfText, type HeardScene } from '../../../shared/recording.ts';
import { realign } from '../../recording/realign.ts';
import { problemOf } from '../../recording/stretches.ts';
import { changeScene, checkLength, without } from './scenes.ts';

/** With another text; a told scene's words go along. */
export function withText(scene: ProjectScene, text: string): ProjectScene {
  if (text === scene.text) return scene;
  return { ...scene, text, ...(scene.told ? { told: realign(scene.told, wordsOfText(text)) } : {}) };
}

/** Of the n-th word of the text. @throws StudioError `not-found` */
export function correctWord(document: ProjectDocument, sceneId: string, word: number, text: string): ProjectDocument {
  return changeScene(document, sceneId, (scene) => {
    const place = [...scene.text.matchAll(/\S+/gu)][word];
    if (!scene.told || !place) {
      throw new StudioError(ErrorCode.notFound, 'The word is not in the scene any more.', {
        hint: 'The scene was edited, perhaps in another window: look at its words again.',
        data: { sceneId, word },
      });
    }
    const [before, after] = [scene.text.slice(0, place.index), scene.text.slice(place.index + place[0].length)];
    if (text !== '') return withCorrection(scene, word, checkLength(before + text + after), text);
    // The space goes with the word; at a paragraph's end its blank line stays.
    const rest =
      after.startsWith('\n') || after === '' ? before.trimEnd() + after : before + after.replace(/^[^\S\n]+/u, '');
    return withCorrection(scene, word, rest, text);
  });
}

/** Only the one word's time changes hands: what stands around it may be spelled alike. */
function withCorrection(scene: ProjectScene, word: number, text: string, correction: string): ProjectScene {
  let first = 0;
  const told = scene.told!.map((piece) => {
    const at = word - first;
    first += piece.words.length;
    if (at < 0 || at >= piece.words.length) return piece;
    const [own] = realign([{ ...piece, words: [piece.words[at]!] }], wordsOfText(correction));
    return { ...piece, words: piece.words.toSpliced(at, 1, ...own!.words) };
  });
  return { ...scene, text, told };
}

/** @throws StudioError `option` where there is no recording */
export function setRecording(
  document: ProjectDocument,
  set: Extract<Edit, { type: 'set-recording' }>['set'],
): ProjectDocument {
  const { recording } = document;
  if (!recording) {
    throw new StudioError(ErrorCode.option, 'The project has no recording.', {
      hint: 'Record a scene, or make a project of a recording.',
    });
  }
  const wanted = Object.fromEntries(Object.entries(set).filter(([, value]) => value !== undefined));
  const next = { ...recording, ...wanted };
  return Object.keys(wanted).every((name) => recording[name as 'clean'] === next[name as 'clean'])
    ? document
    : { ...document, recording: next };
}

/** @throws StudioError `option` for times that cannot be */
export function addRecording(document: ProjectDocument, sceneId: string, heard: HeardScene): ProjectDocument {
  const { file, text, told } = heard;
  const problem = told.map(problemOf).find((one) => one !== undefined);
  if (problem !== undefined || told.some(({ asset }) => asset !== file.asset)) {
    throw new StudioError(ErrorCode.option, `The scene cannot be told so: ${problem ?? 'it is another recording'}.`, {
      data: { sceneId, asset: file.asset },
    });
  }
  const { files = [], ...telling } = document.recording ?? AS_TOLD_BEFORE;
  const known = files.some(({ asset }) => asset === file.asset);
  const recording = { ...telling, files: known ? files : [...files, file] };
  const words = wordsOfText(checkLength(text));
  const isExact =
    words.join(' ') ===
    toldWords({ told })
      .map((word) => word.text)
      .join(' ');
  return changeScene({ ...document, recording }, sceneId, (scene) => ({
    ...scene,
    text,
    told: isExact ? [...told] : realign(told, words),
  }));
}

const AS_TOLD_BEFORE = { ...AS_TOLD, files: [] };

export function removeRecording(document: ProjectDocument, sceneId: string): ProjectDocument {
  return changeScene(document, sceneId, (scene) => {
    if (!scene.told) return scene;
    return without(scene, 'told');
  });
}
