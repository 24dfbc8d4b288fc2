import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { isCancelled, serializeError } from '../../shared/errors.ts';
import type { FilmReport } from '../../shared/film.ts';
import type { Progress } from '../../shared/job.ts';
import type { Storyboard } from '../../shared/story.ts';
import { thisMachine } from '../build/rates.ts';
import { openRunLog, type Log } from '../log.ts';
import { createProgress, silentProgress, type ProgressTracker } from '../progress.ts';
import { exportFilm, type ExportRequest } from '../render/export.ts';
import { chunkThreads, estimateFilm, stageWeights } from '../render/film/estimate.ts';
import { exportKey, rememberExport, whyExport } from '../render/film/exported.ts';
import { joinRequest } from '../render/film/join.ts';
import { makeMaterial, type FilmMaterial } from '../render/film/make.ts';
import { filmNotices } from '../render/film/notices.ts';
import type { FilmJob } from '../render/film/parts.ts';
import { createStepRunner, type StepEnd } from '../render/film/steps.ts';
import { makeStoryboard } from '../render/film/storyboard.ts';
import { surveyFilm } from '../render/film/survey.ts';
import { planUnits } from '../render/film/units.ts';
import { workOf } from '../render/film/work.ts';
import { createJob, failJob, finishJob, startJob } from '../store/jobs.ts';
import { recordMeasurement } from '../store/measurements.ts';
import { upsertProject } from '../store/projects.ts';
import type { Store } from '../store/store.ts';
import { watchCancel } from '../store/watch-cancel.ts';
import type { Workplace } from '../workplace.ts';
import { checkOptions, gatherParts, type FilmRequest } from './film-request.ts';
import { checkTarget, sweepUnfinished } from './film-target.ts';
import { reportFetch } from './fetch-progress.ts';

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
  const job = createJob(store, { kind: 'film', projectId: project.id, options: { ...options, film: request.film } });
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
  const parts = await gatherParts(workplace, options, { signal, onFetch: reportFetch(onProgress) });
  const steps: StepEnd[] = [];
  const onStep = (step: StepEnd): void => {
    steps.push(step);
    log.info(step, 'step');
  };
  const storyboard = await makeStoryboard(
    request.story,
    createStepRunner(parts.builder, job, {}, silentProgress, onStep),
    signal,
  );
  const store = workplace.store();
  upsertProject(store, { path: request.story, title: storyboard.title });

  const units = planUnits(storyboard, options, parts.narrator);
  const survey = await surveyFilm(storyboard, units, options, parts, {
    projectId: job.projectId,
    film: request.film,
    store,
  });
  const estimateSeconds = estimateFilm(survey, parts.cores);
  const progress = createProgress({ weights: stageWeights(survey), estimateSeconds, emit: onProgress });
  const totals: Record<string, number> = {};
  for (const { stage } of survey) totals[stage] = (totals[stage] ?? 0) + 1;
  const run = createStepRunner(parts.builder, job, totals, progress, onStep);
  const material = await makeMaterial(storyboard, units, options, parts, {
    run,
    signal,
    chunkThreads: chunkThreads(survey, parts.cores),
  });

  const joined = await joinParts(
    { ...joinRequest(storyboard, units, material, request.film, parts.tools), signal },
    material,
    store,
    progress,
  );
  onStep({ stage: 'export', unit: 'film', cached: joined.cached, seconds: joined.seconds });
  progress.finish('Done');

  const seconds = (performance.now() - started) / 1000;
  const notices = filmNotices(storyboard, material);
  const words = countWords(storyboard);
  if (words < BEDTIME_WORDS && seconds > BEDTIME_SECONDS) {
    log.warn({ words, seconds }, `a bedtime story took longer than ${String(BEDTIME_SECONDS)} s`);
  }
  return {
    title: storyboard.title,
    film: request.film,
    duration: material.timeline.totalFrames / material.timeline.fps,
    frames: material.timeline.totalFrames,
    scenes: units.length,
    bytes: joined.bytes,
    seconds,
    stages: sumStages(steps),
    notices,
  };
}

/** Joins the film, unless the very same lies there already. */
async function joinParts(
  request: ExportRequest,
  material: FilmMaterial,
  store: Store,
  progress: ProgressTracker,
): Promise<{ readonly cached: boolean; readonly bytes: number; readonly seconds: number }> {
  const started = performance.now();
  const update = (value: number): void => {
    progress.update('export', { done: value, total: 1, message: 'Joining the film' });
  };
  const key = exportKey(request, material);
  if ((await whyExport(store, request.target, key)) === undefined) {
    update(1);
    const { size } = await stat(request.target);
    return { cached: true, bytes: size, seconds: (performance.now() - started) / 1000 };
  }
  const { bytes } = await exportFilm({ ...request, onProgress: update });
  await rememberExport(store, request.target, key, bytes);
  const ms = performance.now() - started;
  recordMeasurement(store, thisMachine(), 'export', { work: workOf.film(material.timeline), ms });
  return { cached: false, bytes, seconds: ms / 1000 };
}

function sumStages(steps: readonly StepEnd[]): FilmReport['stages'] {
  const sums = new Map<string, { stage: string; made: number; cached: number; seconds: number }>();
  for (const { stage, cached, seconds } of steps) {
    const sum = sums.get(stage) ?? { stage, made: 0, cached: 0, seconds: 0 };
    sums.set(stage, {
      stage,
      made: sum.made + (cached ? 0 : 1),
      cached: sum.cached + (cached ? 1 : 0),
      seconds: sum.seconds + seconds,
    });
  }
  return [...sums.values()];
}

function countWords({ scenes }: Storyboard): number {
  return scenes.reduce((sum, scene) => sum + scene.text.split(/\s+/u).filter(Boolean).length, 0);
}
