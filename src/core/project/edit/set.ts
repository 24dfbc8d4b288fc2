/** Settings of the project, of a scene, and of words and voices. Null gives a setting back to the text or the project. */
import { ErrorCode, StudioError } from '../../../shared/errors.ts';
import type { Edit, ProjectDocument, ProjectScene, ScenePatch } from '../../../shared/project.ts';
import { changeScene } from './scenes.ts';
import { withText } from './told.ts';

export function setProject(
  document: ProjectDocument,
  set: Extract<Edit, { type: 'set-project' }>['set'],
): ProjectDocument {
  const wanted = Object.entries(set).filter(([, value]) => value !== undefined);
  if (wanted.every(([name, value]) => isSame(document[name as keyof ProjectDocument], value))) return document;
  return { ...document, ...Object.fromEntries(wanted) };
}

export function setScene(document: ProjectDocument, sceneId: string, patch: ScenePatch): ProjectDocument {
  const { text } = patch;
  return changeScene(document, sceneId, (scene) => patched(text === undefined ? scene : withText(scene, text), patch));
}

export function setAllScenes(document: ProjectDocument, patch: ScenePatch): ProjectDocument {
  const scenes = document.scenes.map((scene) => patched(scene, patch));
  return scenes.every((scene, index) => scene === document.scenes[index]) ? document : { ...document, scenes };
}

function patched(scene: ProjectScene, patch: ScenePatch): ProjectScene {
  const wanted = Object.entries({ ...patch, ...castWishes(scene, patch) }).filter(([, value]) => value !== undefined);
  const isSet = ([name, value]: [string, unknown]): boolean =>
    isSame(scene[name as keyof ProjectScene], value ?? undefined);
  if (wanted.every(isSet)) return scene;
  const dropped = new Set(wanted.filter(([, value]) => value === null).map(([name]) => name));
  const kept = Object.entries(scene).filter(([name]) => !dropped.has(name));
  return Object.fromEntries([...kept, ...wanted.filter(([, value]) => value !== null)]) as ProjectScene;
}

/** Who is shown cannot be hidden too: the newer wish takes the older one back. An empty list is none. */
function castWishes(scene: ProjectScene, { shown, hidden }: ScenePatch): ScenePatch {
  if (shown === undefined && hidden === undefined) return {};
  const orNull = (ids: readonly string[]): string[] | null => (ids.length === 0 ? null : [...ids]);
  const wantsHidden = hidden === undefined ? (scene.hidden ?? []).filter((id) => !shown?.includes(id)) : (hidden ?? []);
  const wantsShown = (shown === undefined ? (scene.shown ?? []) : (shown ?? [])).filter((id) => !hidden?.includes(id));
  return { shown: orNull(wantsShown), hidden: orNull(wantsHidden) };
}

/** `word` in any case; the narrator looks single words up. */
export function setPronunciation(document: ProjectDocument, word: string, spoken: string | null): ProjectDocument {
  const key = word.toLowerCase();
  if (/[\s_]/u.test(key)) {
    throw new StudioError(ErrorCode.option, `"${word}" is not one word.`, {
      hint: 'Give one word as it stands in the text; of several, each by itself.',
    });
  }
  const pronunciations = withEntry(document.pronunciations, key, spoken);
  return pronunciations === document.pronunciations ? document : { ...document, pronunciations };
}

export function setCharacterVoice(document: ProjectDocument, castId: string, voice: string | null): ProjectDocument {
  const characterVoices = withEntry(document.characterVoices, castId, voice);
  return characterVoices === document.characterVoices ? document : { ...document, characterVoices };
}

function withEntry(record: Record<string, string>, key: string, value: string | null): Record<string, string> {
  if ((Object.hasOwn(record, key) ? record[key] : null) === value) return record;
  const others = Object.entries(record).filter(([name]) => name !== key);
  return Object.fromEntries(value === null ? others : [...others, [key, value]]);
}

function isSame(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
