import type { StudioEvent } from '../../../shared/views.ts';
import { viewStep } from '../../handlers/pictures/view-step.ts';
import type { PaintingHook } from '../../render/project/project-film.ts';

/** Tells all windows of the steps of a project's takes that are painted, in their order. */
export function paintingNews(publish: (event: StudioEvent) => void, projectId: string): PaintingHook {
  // A preview is encoded before it is sent; what came later must not overtake it.
  let told = Promise.resolve();
  return (sceneId, takeId, step) => {
    told = told.then(async () => {
      // A step whose preview cannot be shown is a step all the same.
      const painting = step && (await viewStep(step).catch(() => ({ step: step.step, steps: step.steps })));
      publish({ type: 'painting', projectId, sceneId, takeId, ...(painting ? { painting } : {}) });
    });
  };
}
