import { ErrorCode, StudioError } from '../../../shared/errors.ts';
import type { FilmPlan, FilmReport } from '../../../shared/film.ts';
import type { Progress } from '../../../shared/job.ts';
import { PRIORITIES } from '../../../shared/priority.ts';
import type { Output } from '../../../shared/project.ts';
import { encoderWords } from '../../media/encoders/words.ts';
import { planOf } from '../film/plan.ts';
import { produceFilm, sumStages, type PlannedFilm } from '../film/produce.ts';
import type { StepEnd } from '../film/steps.ts';
import { checkTarget, sweepUnfinished } from '../film/target.ts';
import { narratorOf, withPainter } from './make-scene.ts';
import { SHOWN_BY, type ProjectFilm } from './project-film.ts';

export interface RenderProjectHooks {
  readonly signal: AbortSignal;
  /** A running job of the project; the caller's to begin and to end. `options.film` of its record is the target. */
  readonly jobId: string;
  /** PRIORITIES.export by default. */
  readonly priority?: number | undefined;
  readonly onProgress: (progress: Progress) => void;
  /** For a log. */
  readonly onStep?: ((step: StepEnd) => void) | undefined;
}

/** What an export to `target` (absolute) would make. @throws StudioError `input` when no scene has text */
export async function planProjectFilm(
  film: ProjectFilm,
  output: Output,
  target: string,
): Promise<FilmPlan & { readonly filmSeconds: number }> {
  const planned = { ...plannedFilm(film, output, target), parts: film.parts, job: { projectId: film.projectId } };
  const { plan, filmSeconds, encoder } = await planOf(planned);
  const isShown = encoder.codec === SHOWN_BY.codec && encoder.encoder === SHOWN_BY.encoder;
  const notices = isShown ? [] : [`The studio shows scenes as ${encoderWords(SHOWN_BY)}: the film's are encoded anew.`];
  return { ...plan, notices: [...notices, ...plan.notices], filmSeconds };
}

/** Makes the film: what was previewed at the same output is not made again. @throws StudioError, CancelledError */
export async function renderProjectFilm(
  film: ProjectFilm,
  output: Output,
  target: string,
  { signal, jobId, priority = PRIORITIES.export, onProgress, onStep }: RenderProjectHooks,
): Promise<Omit<FilmReport, 'log'>> {
  const started = performance.now();
  const planned = plannedFilm(film, output, target);
  await checkTarget(target);
  await sweepUnfinished(planned.store, target, jobId);
  const painting = await withPainter(film, planned.units, { signal, onProgress });
  const parts = { ...painting, narrator: await narratorOf(film, { signal, onProgress }) };
  const steps: StepEnd[] = [];
  const { notices, ...facts } = await produceFilm(
    { ...planned, parts, job: { projectId: film.projectId, jobId, priority } },
    {
      signal,
      onProgress,
      onStep: (step) => {
        steps.push(step);
        onStep?.(step);
      },
    },
  );
  return { ...facts, seconds: (performance.now() - started) / 1000, stages: sumStages(steps), notices };
}

function plannedFilm(
  { storyboard, reel, options, place }: ProjectFilm,
  output: Output,
  film: string,
): Omit<PlannedFilm, 'parts' | 'job'> {
  if (reel.length === 0) {
    throw new StudioError(ErrorCode.input, 'No scene has any text yet, so there is nothing to film.', {
      hint: 'Write something in a scene first.',
    });
  }
  return {
    ...{ storyboard, film },
    units: reel,
    options: { ...options, ...output },
    store: place.store(),
  };
}
