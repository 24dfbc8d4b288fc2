import type { EditorState } from '../state/store.ts';

/** How long the film is, or its part before a scene, in whole seconds; a guess as long as a scene's is. */
export function filmSeconds({ document, states, places }: EditorState, before?: string): number {
  const scenes = before === undefined ? document.scenes : document.scenes.slice(0, places.get(before));
  return Math.round(scenes.reduce((sum, scene) => sum + (states[scene.id]?.seconds ?? 0), 0));
}
