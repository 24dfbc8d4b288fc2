import { join } from 'node:path';
import type { WordTiming } from '../../../shared/story.ts';
import type { Artefact } from '../../build/stage.ts';
import { lastStep } from '../../store/projects.ts';
import type { ComposeOutput } from '../compose.ts';
import { sceneSeconds, thumbnailInput, type Narrated } from '../film/inputs.ts';
import { createLookout, type FoundUnit, type Lookout, type SurveyedStep } from '../film/look.ts';
import { NO_ROOM, pictureBy, UNTAUGHT, type PictureOutput } from '../film/picture.ts';
import { framesOfTransition, needsTelling } from '../film/shots.ts';
import { surveyPreview } from '../film/sound.ts';
import type { SceneUnit } from '../film/units.ts';
import { guessSeconds, workOf } from '../film/work.ts';
import { blankStage } from '../blank.ts';
import { enlargeStage } from '../enlarge.ts';
import { illustrateStage } from '../illustrate.ts';
import { placeStage } from '../place.ts';
import { previewStage, type PreviewOutput } from '../preview.ts';
import { thumbnailStage, type ThumbnailOutput } from '../thumbnail.ts';
import { lookForChunks, lookForPicture } from './look-once.ts';
import { chosenTake, findScene, ownPictureSource, unitAfter, type ProjectFilm } from './project-film.ts';

/** A file of an artefact in the build's cache. */
export interface MediaFile {
  readonly key: string;
  /** Its name in the artefact's folder. */
  readonly file: string;
  /** Absolute. */
  readonly path: string;
}

/** What of a scene is there, at the settings of the document. */
export interface SceneSurvey {
  /** 'empty' has no text; 'waiting' was never made; 'changed' was made and no longer fits; 'ready' can be played. */
  readonly state: 'empty' | 'waiting' | 'changed' | 'ready';
  /** Of film; guessed from the words until all of it was narrated. */
  readonly seconds: number;
  readonly isGuess: boolean;
  /** As the document wants it, else the last one that was made for the scene and is still there. */
  readonly picture?: MediaFile;
  readonly thumbnail?: MediaFile;
  /** What the scene shows and the model that painted this picture was never taught; and what its prompt had no room for. */
  readonly untaught?: readonly string[];
  readonly untold?: readonly string[];
  /** The segment of the film with the scene's own sound; only when ready. */
  readonly preview?: MediaFile;
  /** Every word of the preview, seconds from its start; only when ready. */
  readonly words?: readonly WordTiming[];
}

/** The pieces of a scene, as far as they are there. */
export interface ScenePieces {
  readonly chunks: Narrated | undefined;
  readonly picture: Artefact<PictureOutput> | undefined;
  readonly thumbnail: Artefact<ThumbnailOutput> | undefined;
  readonly segment: Artefact<ComposeOutput> | undefined;
  readonly preview: Artefact<PreviewOutput> | undefined;
}

/** Looks, without making anything. @throws StudioError `not-found` for a scene that the document does not have */
export async function surveyScene(film: ProjectFilm, sceneId: string): Promise<SceneSurvey> {
  const unit = film.units.get(sceneId);
  if (!unit) return surveyEmpty(film, sceneId);
  const { pieces, steps } = await lookForScene(film, unit);
  return describeScene(film, unit, pieces, steps);
}

/** What is there of a scene, and what would have to be made. */
export async function lookForScene(
  film: ProjectFilm,
  unit: SceneUnit,
): Promise<{ readonly pieces: ScenePieces; readonly steps: readonly SurveyedStep[] }> {
  const { storyboard, reel, options, parts, projectId } = film;
  const lookout = createLookout(storyboard.cast, options, parts, projectId);
  const { name } = unit;
  const chunks = await lookForChunks(unit, lookout);
  const picture = await lookForPicture(unit, lookout);
  let thumbnail: Artefact<ThumbnailOutput> | undefined;
  if (picture) {
    thumbnail = await lookout.look(thumbnailStage, thumbnailInput(picture), name, workOf.picture(picture.output));
  } else lookout.miss('thumbnail', name, 'its picture is made anew', 1);
  const own = { unit, chunks, picture };
  const segment = await lookout.segment(unit, own, await lookForNext(film, own, lookout));
  const preview = await surveyPreview(lookout, unit, reel, chunks, segment, options, parts);
  return { pieces: { chunks, picture, thumbnail, segment, preview }, steps: lookout.steps };
}

/** Of the unit after it, when the scene's end shows some of it: what of that is not there has to be made for this scene, too. */
async function lookForNext(
  film: ProjectFilm,
  { unit, chunks, picture: own }: FoundUnit,
  lookout: Lookout,
): Promise<FoundUnit | undefined> {
  const next = unitAfter(film, unit);
  if (!next || (chunks && framesOfTransition(unit, chunks, film.options) === 0)) return undefined;
  const picture = next.card ? own : await lookForPicture(next, lookout);
  const isTold = !picture || needsTelling(next, picture, film.options);
  return { unit: next, picture, chunks: isTold ? await lookForChunks(next, lookout) : undefined };
}

export async function describeScene(
  film: ProjectFilm,
  unit: SceneUnit,
  pieces: ScenePieces,
  steps: readonly SurveyedStep[],
): Promise<SceneSurvey> {
  const { chunks, preview } = pieces;
  const seconds = chunks ? sceneSeconds(unit, chunks, film.options) : guessSeconds(unit);
  const { picture, thumbnail } = pieces.picture ? pieces : await lastPicture(film, unit);
  return {
    state: preview ? 'ready' : wasMade(film, unit, steps) ? 'changed' : 'waiting',
    seconds,
    isGuess: !chunks,
    ...(picture ? { picture: mediaFile(picture, picture.output.picture) } : {}),
    ...(thumbnail ? { thumbnail: mediaFile(thumbnail, thumbnail.output.file) } : {}),
    ...(unit.picture.kind === 'painted' && picture ? unpainted(picture.output) : {}),
    ...(preview ? { preview: mediaFile(preview, preview.output.file), words: preview.output.words } : {}),
  };
}

function unpainted({ notDrawn }: PictureOutput): Pick<SceneSurvey, 'untaught' | 'untold'> {
  const wordsOf = (why: string): string[] => notDrawn.flatMap(({ word, reason }) => (reason === why ? [word] : []));
  const [untaught, untold] = [wordsOf(UNTAUGHT), wordsOf(NO_ROOM)];
  return { ...(untaught.length > 0 ? { untaught } : {}), ...(untold.length > 0 ? { untold } : {}) };
}

export function mediaFile(artefact: Artefact<unknown>, file: string): MediaFile {
  return { key: artefact.key, file, path: join(artefact.directory, file) };
}

/** What was made and only dropped from the cache has not changed: it waits. */
function wasMade({ place, projectId }: ProjectFilm, { name }: SceneUnit, steps: readonly SurveyedStep[]): boolean {
  if (steps.every(({ kind }) => kind === undefined || kind === 'dropped')) return false;
  return lastStep(place.store(), projectId, previewStage.name, name) !== undefined;
}

/** Where a picture of the kind comes from in the end. */
const LAST_STAGES = { own: placeStage, drawn: illustrateStage, painted: enlargeStage, blank: blankStage } as const;

/** Of whatever the text was then: better to look at than nothing while the new one is being made. */
async function lastPicture(
  { parts: { builder }, projectId }: ProjectFilm,
  { name, picture: source }: Pick<SceneUnit, 'name' | 'picture'>,
): Promise<Pick<ScenePieces, 'picture' | 'thumbnail'>> {
  for (const stage of [...new Set([LAST_STAGES[source.kind], illustrateStage, enlargeStage, placeStage])]) {
    const picture = await builder.last<never, PictureOutput>(stage, { projectId, unit: name });
    if (!picture) continue;
    return { picture, thumbnail: (await builder.find(thumbnailStage, thumbnailInput(picture))).artefact };
  }
  return { picture: undefined, thumbnail: undefined };
}

/** A scene without text may have a picture of the author's own already. */
async function surveyEmpty(film: ProjectFilm, sceneId: string): Promise<SceneSurvey> {
  const take = chosenTake(findScene(film, sceneId));
  const nothing = { state: 'empty', seconds: 0, isGuess: true } as const;
  if (take?.kind !== 'own') return nothing;
  const { builder } = film.parts;
  const picture = await pictureBy(
    { take: async (stage, input) => (await builder.find(stage, input)).artefact, lacks: () => undefined },
    ownPictureSource(film, take),
    [],
    film.options,
    film.parts,
  );
  if (!picture) return nothing;
  const { artefact: thumbnail } = await builder.find(thumbnailStage, thumbnailInput(picture));
  return {
    ...nothing,
    picture: mediaFile(picture, picture.output.picture),
    ...(thumbnail ? { thumbnail: mediaFile(thumbnail, thumbnail.output.file) } : {}),
  };
}
