import { basename } from 'node:path';
import { isCancelled, serializeError } from '../../shared/errors.ts';
import type { FilmReport } from '../../shared/film.ts';
import type { Progress } from '../../shared/job.ts';
import type { Storyboard } from '../../shared/story.ts';
import { reportFetch } from '../fetch-progress.ts';
import { openRunLog, type Log } from '../log.ts';
import { silentProgress } from '../progress.ts';
import type { FilmJob } from '../render/film/parts.ts';
import { produceFilm, sumStages } from '../render/film/produce.ts';
import { createStepRunner, type StepEnd } from '../render/film/steps.ts';
import { checkTarget, sweepUnfinished } from '../render/film/target.ts';
import { createJob, failJob, finishJob, startJob } from '../store/jobs.ts';
import { upsertProject } from '../store/projects.ts';
import { watchCancel } from '../store/watch-cancel.ts';
import type { Workplace } from '../workplace.ts';
import {
  checkOptions,
  gatherParts,
  refusePainting,
  withNarrator,
  withPainter,
  type FilmRequest,
} from './film-request.ts';
import { withSource } from './film-source.ts';

export interface RenderHooks {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
}

/** Below this many words a story is a bedtime story, which should be there in half a minute. */
const BEDTIME_WORDS = 250;
const BEDTIME_SECONDS = 30;

/**
 * Makes a film of a story, as one job that can be stopped and gone on with.
 * @throws StudioError for what cannot be read, written, found or run; CancelledError
 */
export async function renderFilm(workplace: Workplace, request: FilmRequest, hooks: RenderHooks): Promise<FilmReport> {
  const options = checkOptions(request.options);
  await checkTarget(request.film);
  const { log, file } = openRunLog(workplace.paths.logs, 'render');
  log.info({ story: request.story, film: request.film, options }, 'render');
  const store = workplace.store();
  const project = upsertProject(store, { path: request.story, title: basename(request.story) });
  const job = createJob(store, {
    kind: 'film',
    projectId: project.id,
    options: { ...options, film: request.film, asked: request.options },
  });
  startJob(store, job.id);
  const cancel = new AbortController();
  const stopWatching = watchCancel(store, job.id, () => {
    cancel.abort();
  });
  const signal = AbortSignal.any([hooks.signal, cancel.signal]);
  try {
    await sweepUnfinished(store, request.film, job.id);
    const where = { projectId: project.id, jobId: job.id };
    const report = await makeFilm(workplace, request, where, { ...hooks, signal }, log);
    finishJob(store, job.id);
    log.info({ report }, 'done');
    return { ...report, log: file };
  } catch (error) {
    if (isCancelled(error)) log.info({}, 'cancelled');
    else log.error({ error: serializeError(error) }, 'failed');
    // A full disk would fail this as well, and must not hide what happened first: a dead job is seen as such later.
    try {
      failJob(store, job.id, error);
    } catch (second) {
      log.warn({ error: serializeError(second) }, 'the job could not be marked as ended');
    }
    throw error;
  } finally {
    stopWatching();
    await (await workplace.builder()).release(job.id).catch((error: unknown) => {
      log.warn({ error: serializeError(error) }, 'the cache could not be trimmed');
    });
  }
}

async function makeFilm(
  workplace: Workplace,
  request: FilmRequest,
  job: FilmJob,
  { signal, onProgress }: RenderHooks,
  log: Log,
): Promise<Omit<FilmReport, 'log'>> {
  const started = performance.now();
  const options = checkOptions(request.options);
  const parts = await gatherParts(workplace, options);
  const steps: StepEnd[] = [];
  const onStep = (step: StepEnd): void => {
    steps.push(step);
    log.info(step, 'step');
  };
  const store = workplace.store();
  const run = createStepRunner(parts.builder, job, {}, silentProgress, onStep);
  const context = { workplace, options, parts, projectId: job.projectId, run, signal, onProgress };
  const { produced, words } = await withSource(request, context, async (source) => {
    upsertProject(store, { path: request.story, title: source.storyboard.title });
    refusePainting(request, source.units);
    const onFetch = reportFetch(onProgress, 'the picture model');
    const painting = await withPainter(workplace, parts, source, { signal, onFetch });
    const all = await withNarrator(workplace, painting, source, { signal, onFetch: reportFetch(onProgress) });
    const planned = { ...source, parts: all, store, job, film: request.film };
    return {
      produced: await produceFilm(planned, { signal, onProgress, onStep, onNotice: workplace.notify }),
      words: countWords(source.storyboard),
    };
  });
  const seconds = (performance.now() - started) / 1000;
  if (words < BEDTIME_WORDS && seconds > BEDTIME_SECONDS) {
    log.warn({ words, seconds }, `a bedtime story took longer than ${String(BEDTIME_SECONDS)} s`);
  }
  const { notices, ...facts } = produced;
  return { ...facts, seconds, stages: sumStages(steps), notices };
}

function countWords({ scenes }: Storyboard): number {
  return scenes.reduce((sum, scene) => sum + scene.text.split(/\s+/u).filter(Boolean).length, 0);
}
