import type { Edit, ProjectDocument } from '../../../shared/project.ts';

const SETTINGS: Readonly<Record<string, string>> = {
  text: 'text',
  title: 'title',
  setting: 'place',
  time: 'time of day',
  season: 'season',
  weather: 'weather',
  mood: 'mood',
  style: 'style',
  voice: 'voice',
  speed: 'speed',
  pauseAfter: 'pause',
  motion: 'motion',
  shown: 'cast',
  hidden: 'cast',
  output: 'export settings',
};

/** What undo would take back, for people: 'Split scene 3'. `document` is the one before the edit. */
export function labelEdit(edit: Edit, document: ProjectDocument): string {
  const scene = (id: string): string => `scene ${String(document.scenes.findIndex((one) => one.id === id) + 1)}`;
  switch (edit.type) {
    case 'set-project':
      return `Change ${what(edit.set)}`;
    case 'set-scene':
      return `Change ${what(edit.set)} of ${scene(edit.sceneId)}`;
    case 'set-all-scenes':
      return `Change ${what(edit.set)} of all scenes`;
    case 'set-pronunciation':
      return `${edit.spoken === null ? 'Forget' : 'Change'} how "${edit.word}" is said`;
    case 'set-character-voice':
      return 'Change a character’s voice';
    case 'split-scene':
      return `Split ${scene(edit.sceneId)}`;
    case 'merge-scene':
      return `Merge ${scene(edit.sceneId)} with the next`;
    case 'move-scenes':
      return `Move ${several(edit.sceneIds, scene)}`;
    case 'add-scene':
      return 'Add a scene';
    case 'delete-scenes':
      return `Delete ${several(edit.sceneIds, scene)}`;
    case 'replace-text':
      return `Replace "${edit.find}"`;
    case 'add-take':
      return `New picture for ${scene(edit.sceneId)}`;
    case 'add-own-picture':
      return `Own picture for ${scene(edit.sceneId)}`;
    case 'fit-own-picture':
      return `Fit the picture of ${scene(edit.sceneId)}`;
    case 'choose-take':
      return `Choose a picture for ${scene(edit.sceneId)}`;
    case 'remove-take':
      return `Remove a picture of ${scene(edit.sceneId)}`;
  }
}

function what(set: Readonly<Record<string, unknown>>): string {
  const names = new Set(
    Object.entries(set)
      .filter(([, value]) => value !== undefined)
      .map(([name]) => SETTINGS[name] ?? name),
  );
  return names.size === 1 ? [...names][0]! : 'settings';
}

function several(ids: readonly string[], scene: (id: string) => string): string {
  return ids.length === 1 ? scene(ids[0]!) : `${String(ids.length)} scenes`;
}
