import type { StudioEvent } from '../../../shared/views.ts';
import { viewStep } from '../../handlers/pictures/view-step.ts';
import type { PaintingHook } from '../../render/project/project-film.ts';

/** Small models make sixty steps a second; nobody sees more than these, and every page has to draw each of them. */
const PAUSE_MS = 100;

/**
 * Tells all windows of the steps of a project's takes that are painted, in their order, at most ten a second of each take: its
 * last step and its end are always told.
 */
export function paintingNews(
  publish: (event: StudioEvent) => void,
  projectId: string,
  now = (): number => performance.now(),
): PaintingHook {
  // A preview is encoded before it is sent; what came later must not overtake it.
  let told = Promise.resolve();
  const lastAt = new Map<string, number>();
  return (sceneId, takeId, step) => {
    const take = `${sceneId} ${takeId}`;
    if (!step) lastAt.delete(take);
    else if (step.step < step.steps && now() - (lastAt.get(take) ?? -Infinity) < PAUSE_MS) return;
    else lastAt.set(take, now());
    told = told.then(async () => {
      // A step whose preview cannot be shown is a step all the same.
      const painting = step && (await viewStep(step).catch(() => ({ step: step.step, steps: step.steps })));
      publish({ type: 'painting', projectId, sceneId, takeId, ...(painting ? { painting } : {}) });
    });
  };
}
