import type { FilmOptions, FilmPlan } from '../../../shared/film.ts';
import { explainScene } from '../../story/explain.ts';
import { captionNotices } from './captions.ts';
import { chooseEncoder } from './encoder.ts';
import { estimateFilm } from './estimate.ts';
import type { PlannedFilm } from './produce.ts';
import { surveyFilm } from './survey.ts';

/** What making a film would do, without doing it; and its seconds, guessed from the words until all is narrated. */
export async function planOf({
  storyboard,
  units,
  options: asked,
  parts: given,
  store,
  job,
  film,
}: PlannedFilm): Promise<{
  readonly plan: FilmPlan;
  readonly filmSeconds: number;
  /** What would encode it. */
  readonly encoder: Pick<FilmOptions, 'codec' | 'encoder'>;
}> {
  const { options, device, notices } = await chooseEncoder(asked, { tools: given.tools, store });
  const parts = { ...given, device };
  const survey = await surveyFilm(storyboard, units, options, parts, { projectId: job.projectId, film, store });
  const estimatedSeconds = estimateFilm(survey.steps, parts.cores);
  const plan = {
    title: storyboard.title,
    scenes: storyboard.scenes.map((scene) => ({
      id: scene.id,
      text: scene.text,
      picture: explainScene(scene, storyboard.cast),
    })),
    steps: survey.steps.map(({ kind: _, ...step }) => step),
    ...(estimatedSeconds === undefined ? {} : { estimatedSeconds }),
    notices: [...notices, ...storyboard.notices, ...captionNotices(units, options, parts)],
  };
  return { plan, filmSeconds: survey.filmSeconds, encoder: options };
}
