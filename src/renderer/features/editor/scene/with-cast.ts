import type { ProjectScene, ScenePatch } from '../../../../shared/project.ts';

/**
 * Shows or hides a member of the cast in a scene. What the text would do by itself is not written down, so that a later
 * change of the text still decides. `understood`: who is to be seen now, the author's wishes in place.
 */
export function withCast(
  scene: Pick<ProjectScene, 'shown' | 'hidden'>,
  castId: string,
  isPresent: boolean,
  understood: readonly string[],
): ScenePatch {
  const { shown = [], hidden = [] } = scene;
  const isNamed = understood.includes(castId) && !shown.includes(castId);
  const nextShown = without(shown, castId);
  const nextHidden = without(hidden, castId);
  if (isPresent && !isNamed && !hidden.includes(castId)) nextShown.push(castId);
  if (!isPresent && isNamed) nextHidden.push(castId);
  return { shown: nextShown.length > 0 ? nextShown : null, hidden: nextHidden.length > 0 ? nextHidden : null };
}

const without = (ids: readonly string[], gone: string): string[] => ids.filter((id) => id !== gone);
