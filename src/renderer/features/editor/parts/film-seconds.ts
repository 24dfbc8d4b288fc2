import type { EditorState } from '../state/store.ts';

/** How long the film is, in whole seconds; a guess as long as a scene's is. */
export function filmSeconds({ document, states }: EditorState): number {
  return Math.round(document.scenes.reduce((sum, scene) => sum + (states[scene.id]?.seconds ?? 0), 0));
}
