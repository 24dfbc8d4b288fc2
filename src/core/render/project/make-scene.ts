import { randomUUID } from 'node:crypto';
import { CancelledError } from '../../../shared/errors.ts';
import type { Progress } from '../../../shared/job.ts';
import type { Artefact } from '../../build/stage.ts';
import { reportFetch } from '../../fetch-progress.ts';
import { createProgress, silentProgress } from '../../progress.ts';
import type { Narrator } from '../../providers/narrator.ts';
import { chunkThreads, estimateFilm, stageWeights } from '../film/estimate.ts';
import { thumbnailInput } from '../film/inputs.ts';
import { settleAll } from '../film/make.ts';
import { createSceneMaker, drawPicture, follow } from '../film/make-scene.ts';
import type { FilmJob, KnownParts } from '../film/parts.ts';
import type { PictureOutput } from '../film/picture.ts';
import { createStepRunner, type RunStep } from '../film/steps.ts';
import { makePreview } from '../film/sound.ts';
import { needsNarrator } from '../film/told.ts';
import { needsPainter, type SceneUnit } from '../film/units.ts';
import { workOf } from '../film/work.ts';
import { thumbnailStage, type ThumbnailOutput } from '../thumbnail.ts';
import { unitAfter, type ProjectFilm } from './project-film.ts';
import { describeScene, lookForScene, surveyScene, type ScenePieces, type SceneSurvey } from './survey-scene.ts';

export interface SceneHooks {
  readonly signal: AbortSignal;
  /** One of PRIORITIES (shared/priority.ts). */
  readonly priority: number;
  /** The job that keeps what is made from being trimmed and that its steps are recorded for; none by default. */
  readonly jobId?: string | undefined;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
}

/**
 * Narrates, draws, sets in motion: what is missing of one scene, so that it can be played. The voice model is fetched when
 * it is not here; the picture does not wait for it. A scene without text stays as it is.
 * @throws StudioError `not-found`, and whatever a stage throws; CancelledError
 */
export async function makeScene(film: ProjectFilm, sceneId: string, hooks: SceneHooks): Promise<SceneSurvey> {
  const unit = film.units.get(sceneId);
  if (!unit) return surveyScene(film, sceneId);
  const { pieces, steps } = await lookForScene(film, unit);
  if (steps.every(({ cached }) => cached)) return describeScene(film, unit, pieces, steps);
  const made = await holding(film, hooks, async (job) => {
    const { cores } = film.parts;
    const progress = hooks.onProgress
      ? createProgress({
          weights: stageWeights(steps),
          estimateSeconds: estimateFilm(steps, cores),
          emit: hooks.onProgress,
        })
      : silentProgress;
    const totals: Record<string, number> = {};
    for (const { stage } of steps) totals[stage] = (totals[stage] ?? 0) + 1;
    const run = createStepRunner(film.parts.builder, job, totals, progress, () => undefined);
    const all = await makePieces(film, unit, { ...hooks, run, chunkThreads: chunkThreads(steps, cores) });
    progress.finish();
    return all;
  });
  return describeScene(film, unit, made, []);
}

interface MakingPieces extends SceneHooks {
  readonly run: RunStep;
  readonly chunkThreads: number;
}

async function makePieces(
  film: ProjectFilm,
  unit: SceneUnit,
  { signal: cancel, priority, onProgress, run, chunkThreads: threads }: MakingPieces,
): Promise<ScenePieces> {
  const { options } = film;
  const stop = new AbortController();
  const signal = AbortSignal.any([cancel, stop.signal]);
  const next = unitAfter(film, unit);
  const parts = await withPainter(film, next ? [unit, next] : [unit], { signal, onProgress });
  const making = { cast: film.storyboard.cast, options, run, signal };
  const voice = narratorOf(film, { signal, onProgress });
  const maker = voice.then((narrator) =>
    createSceneMaker({ ...making, parts: { ...parts, narrator }, priority, chunkThreads: threads }),
  );
  const picture = drawPicture(unit, { ...making, parts });
  // What comes in over the scene's end: drawn after its own picture, while it is still being told.
  const nextPicture = next && (next.card ? picture : Promise.all([maker, picture]).then(([one]) => one.draw(next)));
  const thumbnail = picture.then((drawn) => shrink(drawn, unit.name, run, signal));
  const chunks = maker.then((one) => one.tell(unit));
  const segment = Promise.all([maker, chunks, picture]).then(([one, told, drawn]) =>
    one.move(unit, told, drawn, () => follow(next!, nextPicture!, () => one.tell(next!), options)),
  );
  const preview = Promise.all([chunks, segment]).then(([told, moved]) =>
    makePreview(unit, film.reel, told, moved, { ...making, parts }),
  );
  await settleAll(
    [voice, maker, picture, nextPicture, thumbnail, chunks, segment, preview].filter((each) => each !== undefined),
    stop,
  );
  if (cancel.aborted) throw new CancelledError();
  return {
    chunks: await chunks,
    picture: await picture,
    thumbnail: await thumbnail,
    segment: await segment,
    preview: await preview,
  };
}

export function shrink(
  picture: Artefact<PictureOutput>,
  unit: string,
  run: RunStep,
  signal: AbortSignal,
): Promise<Artefact<ThumbnailOutput>> {
  return run(thumbnailStage, thumbnailInput(picture), { unit, work: workOf.picture(picture.output), signal });
}

/** Undefined where all is told by whoever recorded it: no voice is fetched then. */
export async function narratorOf(
  { parts, place, options, reel }: ProjectFilm,
  { signal, onProgress }: Pick<SceneHooks, 'signal' | 'onProgress'>,
): Promise<Narrator | undefined> {
  if (parts.narrator || !needsNarrator(reel)) return parts.narrator;
  return place.narrator(options.narrator, { signal, ...(onProgress ? { onProgress: reportFetch(onProgress) } : {}) });
}

/** With who paints and who enlarges, where one of the pictures is to be painted: models are fetched when they may be. */
export async function withPainter(
  { parts, place, options }: ProjectFilm,
  pictures: readonly Pick<SceneUnit, 'picture'>[],
  { signal, onProgress }: Pick<SceneHooks, 'signal' | 'onProgress'>,
): Promise<KnownParts> {
  if ((parts.painter && parts.enlarger) || !needsPainter(pictures)) return parts;
  const hooks = { signal, onProgress: onProgress && reportFetch(onProgress, 'the picture model') };
  return {
    ...parts,
    painter: parts.painter ?? (await place.painter(options.pictureModel, hooks)),
    enlarger: parts.enlarger ?? (await place.enlarger(options.upscaler, hooks)),
  };
}

/** Keeps what is made from being trimmed while it is worked on: for the caller's job, else for a name of its own. */
export async function holding<Result>(
  { projectId, parts: { builder } }: ProjectFilm,
  { jobId, priority }: Pick<SceneHooks, 'jobId' | 'priority'>,
  work: (job: FilmJob) => Promise<Result>,
): Promise<Result> {
  if (jobId !== undefined) return work({ projectId, jobId, priority });
  const hold = `scene ${randomUUID()}`;
  try {
    return await work({ projectId, hold, priority });
  } finally {
    // What cannot be trimmed now is at the next release; the scene is there.
    await builder.release(hold).catch(() => undefined);
  }
}
