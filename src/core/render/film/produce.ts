import { stat } from 'node:fs/promises';
import type { FilmOptions, FilmReport } from '../../../shared/film.ts';
import type { Progress } from '../../../shared/job.ts';
import type { Storyboard } from '../../../shared/story.ts';
import { thisMachine } from '../../build/rates.ts';
import { createProgress, type ProgressTracker } from '../../progress.ts';
import { recordMeasurement } from '../../store/measurements.ts';
import type { Store } from '../../store/store.ts';
import { exportFilm, type ExportRequest } from '../export.ts';
import { chooseEncoder } from './encoder.ts';
import { chunkThreads, estimateFilm, stageWeights } from './estimate.ts';
import { checkExtras, writeExtras } from './beside.ts';
import { exportKey, rememberExport, whyExport } from './exported.ts';
import { joinRequest } from './join.ts';
import { makeMaterial, type FilmMaterial } from './make.ts';
import { filmNotices } from './notices.ts';
import { outlineFilm } from './outline.ts';
import type { FilmJob, KnownParts } from './parts.ts';
import { createStepRunner, type StepEnd } from './steps.ts';
import { surveyFilm } from './survey.ts';
import type { SceneUnit } from './units.ts';
import { workOf } from './work.ts';

/** A film that is planned, wherever its story came from. */
export interface PlannedFilm {
  readonly storyboard: Storyboard;
  readonly units: readonly SceneUnit[];
  readonly options: FilmOptions;
  /** The narrator is there when a unit needs one (needsNarrator). */
  readonly parts: KnownParts;
  readonly store: Store;
  readonly job: FilmJob;
  /** Absolute path of the film to write. */
  readonly film: string;
}

export interface ProduceHooks {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
  readonly onStep: (step: StepEnd) => void;
  /** Hears at once what the report says at the end, where the user should not have to wait for it. */
  readonly onNotice?: ((message: string) => void) | undefined;
}

/** What is known when the film is there; who called knows what came before. */
export type Produced = Pick<
  FilmReport,
  'film' | 'title' | 'duration' | 'frames' | 'scenes' | 'bytes' | 'notices' | 'loudness' | 'extras'
>;

/** Makes what is missing of a film and joins it. @throws StudioError, CancelledError */
export async function produceFilm(
  { storyboard, units, options: asked, parts: given, store, job, film }: PlannedFilm,
  { signal, onProgress, onStep, onNotice }: ProduceHooks,
): Promise<Produced> {
  await checkExtras(film, asked.extras, given.tools, asked.musicFile === undefined ? [] : [asked.musicFile]);
  const { options, device, instead, notices } = await chooseEncoder(asked, { tools: given.tools, store }, signal);
  for (const notice of notices) onNotice?.(notice);
  const parts = { ...given, device };
  const survey = await surveyFilm(storyboard, units, options, parts, { projectId: job.projectId, film, store });
  const estimateSeconds = estimateFilm(survey.steps, parts.cores);
  const progress = createProgress({ weights: stageWeights(survey.steps), estimateSeconds, emit: onProgress });
  const totals: Record<string, number> = {};
  for (const { stage } of survey.steps) totals[stage] = (totals[stage] ?? 0) + 1;
  const material = await makeMaterial(units, {
    ...{ cast: storyboard.cast, options, instead, parts, signal, priority: job.priority },
    run: createStepRunner(parts.builder, job, totals, progress, onStep),
    chunkThreads: chunkThreads(survey.steps, parts.cores),
  });
  const outline = outlineFilm(storyboard, units, material, options, film);
  const request = { ...joinRequest(outline, material, options, parts.tools), signal };
  const joined = await joinParts(request, material, store, progress);
  onStep({ stage: 'export', unit: 'film', cached: joined.cached, seconds: joined.seconds });
  const written = { ...outline, filmKey: exportKey(request, material) };
  const beside = await writeExtras(written, { store, tools: parts.tools, signal, progress, onStep });
  progress.finish('Done');
  const { totalFrames, fps } = material.timeline;
  const { loudness } = material.sound.output;
  return {
    title: storyboard.title,
    film,
    duration: totalFrames / fps,
    frames: totalFrames,
    scenes: storyboard.scenes.length,
    bytes: joined.bytes,
    ...(loudness ? { loudness } : {}),
    notices: [
      ...notices,
      ...(material.encoderNotice === undefined ? [] : [material.encoderNotice]),
      ...filmNotices(storyboard, units, material, options, parts),
      ...beside.notices,
    ],
    extras: beside.paths,
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

export function sumStages(steps: readonly StepEnd[]): FilmReport['stages'] {
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
