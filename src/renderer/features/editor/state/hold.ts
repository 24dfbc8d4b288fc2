import type { SceneState } from '../../../../shared/views.ts';

/**
 * Why the studio makes nothing ahead. 'storyboard': nothing at all, the story is read through first. 'first': one scene, whose
 * picture the author wants to approve before the rest.
 */
export type Hold = 'storyboard' | 'first';

const nameOf = (projectId: string): string => `storyloom-hold-${projectId}`;

/** A story of which something was made already is not held back, unless it was while its first picture was made. */
export function holdOf(projectId: string, states: readonly SceneState[], isStoryboardFirst: boolean): Hold | undefined {
  if (isKept(projectId)) return 'first';
  const isUntouched = states.every(({ state, picture }) => state === 'empty' || (state === 'waiting' && !picture));
  const hasWords = states.some(({ state }) => state === 'waiting');
  return isStoryboardFirst && isUntouched && hasWords ? 'storyboard' : undefined;
}

/** A browser that keeps nothing asks no second time. */
export function keepHold(projectId: string, hold: Hold | undefined): void {
  try {
    if (hold === 'first') localStorage.setItem(nameOf(projectId), hold);
    else localStorage.removeItem(nameOf(projectId));
  } catch {
    return;
  }
}

function isKept(projectId: string): boolean {
  try {
    return localStorage.getItem(nameOf(projectId)) !== null;
  } catch {
    return false;
  }
}
