import type { FilmOptions } from '../../../shared/film.ts';
import type { Storyboard } from '../../../shared/story.ts';
import type { Artefact } from '../../build/stage.ts';
import type { WrittenFilm } from '../../extras/outline.ts';
import type { Store } from '../../store/store.ts';
import type { ComposeOutput } from '../compose.ts';
import { extrasOf, surveyExtras } from './beside.ts';
import { drawnAt } from './cards.ts';
import { exportKey, whyExport } from './exported.ts';
import { filmTimeline, type Narrated } from './inputs.ts';
import { joinRequest } from './join.ts';
import { allThere, createLookout, type SurveyedStep } from './look.ts';
import { outlineFilm } from './outline.ts';
import type { KnownParts } from './parts.ts';
import type { PictureOutput } from './picture.ts';
import { surveySound } from './sound.ts';
import type { SceneUnit } from './units.ts';
import { guessWork } from './work.ts';

/** Which film, where it should lie, and where is known what was made before. */
export interface SurveyPlace {
  readonly projectId: string;
  /** Absolute path. */
  readonly film: string;
  readonly store: Store;
}

export interface FilmSurvey {
  readonly steps: readonly SurveyedStep[];
  /** Seconds of film; guessed from the words until all is narrated. */
  readonly filmSeconds: number;
}

/**
 * What of a film is there and what has to be made, without making anything. What depends on something that is not there
 * yet has to be made as well, as far as one can know.
 */
export async function surveyFilm(
  storyboard: Storyboard,
  units: readonly SceneUnit[],
  options: FilmOptions,
  parts: KnownParts,
  { projectId, film, store }: SurveyPlace,
): Promise<FilmSurvey> {
  const lookout = createLookout(storyboard.cast, options, parts, projectId);
  const narration: (Narrated | undefined)[] = [];
  for (const unit of units) narration.push(await lookout.chunks(unit));
  const looked = new Map<SceneUnit, Artefact<PictureOutput> | undefined>();
  for (const unit of units) if (!unit.card) looked.set(unit, await lookout.picture(unit));
  const pictures = units.map((_, index) => looked.get(units[drawnAt(units, index)]!));
  const found = units.map((unit, index) => ({ unit, chunks: narration[index], picture: pictures[index] }));
  const segments: (Artefact<ComposeOutput> | undefined)[] = [];
  for (const [index, one] of found.entries()) segments.push(await lookout.segment(one.unit, one, found[index + 1]));
  const told = allThere(narration);
  const timeline = told && filmTimeline(units, told, options);
  const sound = await surveySound(lookout, units, told, timeline, options, parts);
  const frames = timeline ? timeline.totalFrames : guessWork.film(units, options);
  const [drawn, moved] = [allThere(pictures), allThere(segments)];
  let written: WrittenFilm | undefined;
  if (told && timeline && drawn && moved && sound) {
    const material = { timeline, narration: told, pictures: drawn, segments: moved, sound };
    const outline = outlineFilm(storyboard, units, material, options, film);
    const key = exportKey(joinRequest(outline, material, options, parts.tools), material);
    written = { ...outline, filmKey: key };
    const reason = await whyExport(store, film, key);
    if (reason === undefined) lookout.have('export', 'film');
    else lookout.miss('export', 'film', reason, frames);
  } else {
    lookout.miss('export', 'film', 'its parts are made anew', frames);
  }
  await surveyExtras(lookout, extrasOf(options), units.length, written, { store, tools: parts.tools });
  return { steps: lookout.steps, filmSeconds: frames / options.fps };
}
