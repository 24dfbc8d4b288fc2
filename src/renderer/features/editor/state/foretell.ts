import type { Edit, ProjectDocument, ProjectScene, ScenePatch } from '../../../../shared/project.ts';

/**
 * What the studio will most likely answer to an edit, so that the page need not wait for it. Edits whose outcome only the
 * studio knows (a new scene's id, a new picture's seed) leave the document as it is.
 */
export function foretell(document: ProjectDocument, edit: Edit): ProjectDocument {
  switch (edit.type) {
    case 'set-project':
      return { ...document, ...withoutUndefined(edit.set) };
    case 'set-scene':
      return mapScene(document, edit.sceneId, (scene) => patched(scene, edit.set));
    case 'set-all-scenes':
      return { ...document, scenes: document.scenes.map((scene) => patched(scene, edit.set)) };
    case 'move-scenes':
      return { ...document, scenes: moved(document.scenes, new Set(edit.sceneIds), edit.before) };
    case 'delete-scenes': {
      const gone = new Set(edit.sceneIds);
      const scenes = document.scenes.filter((scene) => !gone.has(scene.id));
      return scenes.length > 0 ? { ...document, scenes } : document;
    }
    case 'choose-take':
      return mapScene(document, edit.sceneId, (scene) => ({ ...scene, take: edit.takeId }));
    case 'fit-own-picture':
      return mapScene(document, edit.sceneId, (scene) => ({
        ...scene,
        takes: scene.takes.map((take) =>
          take.id === edit.takeId && take.kind === 'own' ? { ...take, fit: edit.fit } : take,
        ),
      }));
    case 'set-pronunciation':
      return { ...document, pronunciations: entered(document.pronunciations, edit.word.toLowerCase(), edit.spoken) };
    case 'set-character-voice':
      return { ...document, characterVoices: entered(document.characterVoices, edit.castId, edit.voice) };
    case 'set-recording':
      return document.recording
        ? { ...document, recording: { ...document.recording, ...withoutUndefined(edit.set) } }
        : document;
    case 'split-scene':
    case 'merge-scene':
    case 'add-scene':
    case 'replace-text':
    case 'add-take':
    case 'add-own-picture':
    case 'remove-take':
    case 'correct-word':
    case 'add-recording':
    case 'remove-recording':
      return document;
  }
}

function mapScene(
  document: ProjectDocument,
  sceneId: string,
  change: (scene: ProjectScene) => ProjectScene,
): ProjectDocument {
  return { ...document, scenes: document.scenes.map((scene) => (scene.id === sceneId ? change(scene) : scene)) };
}

/** null gives a property back to the text or the project: it is then not there at all. */
function patched(scene: ProjectScene, set: ScenePatch): ProjectScene {
  const entries = Object.entries({ ...scene, ...withoutUndefined(set) }).filter(([, value]) => value !== null);
  return Object.fromEntries(entries) as ProjectScene;
}

function withoutUndefined<T extends object>(set: T): { [Key in keyof T]: Exclude<T[Key], undefined> } {
  return Object.fromEntries(Object.entries(set).filter(([, value]) => value !== undefined)) as {
    [Key in keyof T]: Exclude<T[Key], undefined>;
  };
}

function moved(scenes: readonly ProjectScene[], ids: ReadonlySet<string>, before: string | null): ProjectScene[] {
  const moving = scenes.filter((scene) => ids.has(scene.id));
  const rest = scenes.filter((scene) => !ids.has(scene.id));
  const at = before === null ? rest.length : placeBefore(scenes, ids, before, rest);
  return [...rest.slice(0, at), ...moving, ...rest.slice(at)];
}

/** When the scene that they are moved before is itself among the moved, the next one that stays is meant. */
function placeBefore(
  scenes: readonly ProjectScene[],
  ids: ReadonlySet<string>,
  before: string,
  rest: readonly ProjectScene[],
): number {
  const from = scenes.findIndex((scene) => scene.id === before);
  const staying = scenes.slice(Math.max(from, 0)).find((scene) => !ids.has(scene.id));
  return staying ? rest.indexOf(staying) : rest.length;
}

function entered(table: Readonly<Record<string, string>>, key: string, value: string | null): Record<string, string> {
  const others = Object.fromEntries(Object.entries(table).filter(([name]) => name !== key));
  return value === null ? others : { ...others, [key]: value };
}
