import { ErrorCode, StudioError } from '../../../shared/errors.ts';
import type { ProjectDocument, ProjectScene } from '../../../shared/project.ts';
import type { Changes, Patch, ScenePatchStep } from './patch.ts';
import { spliceList, spliceText } from './splice.ts';

/**
 * The document with a step made. Scenes that the step does not touch stay the very same objects.
 * @throws StudioError `corrupt` when the step does not belong to this state of the document
 */
export function applyPatch(document: ProjectDocument, patch: Patch): ProjectDocument {
  const scenes = new Map(document.scenes.map((scene) => [scene.id, scene]));
  for (const { id } of patch.gone ?? []) scenes.delete(id);
  for (const [id, step] of Object.entries(patch.scenes ?? {})) scenes.set(id, stepped(scenes.get(id), step));
  for (const scene of patch.come ?? []) scenes.set(scene.id, scene);
  const ids = document.scenes.map(({ id }) => id);
  const order = patch.order ? (spliceList(ids, patch.order) ?? misfit()) : ids;
  if (order.length !== scenes.size) misfit();
  return {
    ...changed(document, patch.project ?? {}),
    scenes: order.map((id) => scenes.get(id) ?? misfit()),
  };
}

function stepped(scene: ProjectScene | undefined, { fields, text }: ScenePatchStep): ProjectScene {
  if (!scene) return misfit();
  const words = text ? (spliceText(scene.text, text) ?? misfit()) : scene.text;
  return { ...changed(scene, fields ?? {}), text: words };
}

function changed<Whole extends object>(whole: Whole, changes: Changes): Whole {
  const names = Object.keys(changes);
  if (names.length === 0) return whole;
  const kept = Object.entries(whole).filter(([name]) => !names.includes(name));
  const put = Object.entries(changes).flatMap(([name, [, after]]) => (after === null ? [] : [[name, after] as const]));
  return Object.fromEntries([...kept, ...put]) as Whole;
}

function misfit(): never {
  throw new StudioError(ErrorCode.corrupt, 'The project’s history does not fit what the project is now.', {
    hint: 'The project itself is whole: go on from here, or duplicate it to begin a history anew.',
  });
}
