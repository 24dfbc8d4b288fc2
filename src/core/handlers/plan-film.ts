import { basename } from 'node:path';
import type { FilmPlan } from '../../shared/film.ts';
import { silentProgress } from '../progress.ts';
import { planOf } from '../render/film/plan.ts';
import { createStepRunner } from '../render/film/steps.ts';
import { createJob, failJob, finishJob, startJob } from '../store/jobs.ts';
import { upsertProject } from '../store/projects.ts';
import type { Workplace } from '../workplace.ts';
import {
  checkOptions,
  gatherParts,
  refusePainting,
  withNarrator,
  withPainterHere,
  type FilmRequest,
} from './film-request.ts';
import { withSource } from './film-source.ts';
import { reportFetch } from '../fetch-progress.ts';
import type { RenderHooks } from './render-film.ts';

/** What a render would do: reads and plans the story, and looks for everything else without making it. */
export async function planFilm(workplace: Workplace, request: FilmRequest, hooks: RenderHooks): Promise<FilmPlan> {
  const options = checkOptions(request.options);
  const { signal, onProgress } = hooks;
  const parts = await gatherParts(workplace, options);
  const store = workplace.store();
  const project = upsertProject(store, { path: request.story, title: basename(request.story) });
  const job = createJob(store, { kind: 'plan', projectId: project.id });
  startJob(store, job.id);
  try {
    const where = { projectId: project.id, jobId: job.id };
    const run = createStepRunner(parts.builder, where, {}, silentProgress, () => undefined);
    const context = { workplace, options, parts, projectId: project.id, run, signal, onProgress };
    const { plan } = await withSource(request, context, async (source) => {
      refusePainting(request, source.units);
      const painting = await withPainterHere(workplace, parts, source);
      const all = await withNarrator(workplace, painting, source, { signal, onFetch: reportFetch(onProgress) });
      return planOf({ ...source, parts: all, store, job: where, film: request.film });
    });
    finishJob(store, job.id);
    return plan;
  } catch (error) {
    failJob(store, job.id, error);
    throw error;
  } finally {
    await parts.builder.release(job.id);
  }
}
