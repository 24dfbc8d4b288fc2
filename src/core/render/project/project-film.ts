/** A studio project as a film: the same parts, stages and keys as a film from a story file, scene by scene. */
import { ErrorCode, StudioError, throwIfCancelled } from '../../../shared/errors.ts';
import type { FilmOptions } from '../../../shared/film.ts';
import type { ProjectDocument, ProjectScene, Take } from '../../../shared/project.ts';
import type { Storyboard } from '../../../shared/story.ts';
import type { Builder } from '../../build/contract.ts';
import type { Limit } from '../../build/limit.ts';
import type { MediaTools } from '../../media/tools.ts';
import type { ModelProgress } from '../../models/progress.ts';
import type { Pool } from '../../pool/pool.ts';
import { toStory } from '../../project/to-story.ts';
import type { Illustrator } from '../../providers/illustrator.ts';
import type { Narrator } from '../../providers/narrator.ts';
import type { Painter, PaintStep } from '../../providers/painter.ts';
import type { Enlarger } from '../../providers/upscaler.ts';
import type { Store } from '../../store/store.ts';
import type { KnownParts } from '../film/parts.ts';
import { needsPainter, planUnits, type PictureSource, type SceneUnit } from '../film/units.ts';
import type { OwnPicture } from '../place.ts';
import type { Planner } from '../plan.ts';
import { toldIn } from './told-in.ts';

/**
 * What stands for the whole story in its pictures: it decides the tone of skin where the text does not. In a story that is
 * edited nothing of the text may, or one more scene could change everybody; this one gives a medium tone.
 */
export const STORY_MARK = 'project';

/** How the scenes that the studio shows are encoded, whatever the film's file is to be. */
export const SHOWN_BY = { codec: 'h264', encoder: 'software' } as const;

type NarratorKind = FilmOptions['narrator'];

interface FetchHooks {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: ModelProgress) => void) | undefined;
}

/** What of a workplace a project's film is made with (core/workplace.ts has all of it). */
export interface ProjectPlace {
  readonly cores: number;
  readonly paths: { readonly fonts: string };
  readonly composing: Limit;
  readonly planner: Planner;
  store(): Store;
  builder(): Promise<Builder>;
  media(): Promise<MediaTools>;
  pool(): Pool;
  illustrator(): Illustrator;
  /** Who paints, if the model is on this machine: fetches nothing. Undefined also for an id that is none. */
  painterHere(id: string | undefined): Promise<Painter | undefined>;
  /** @throws StudioError `missing` or `not-found` for a model that cannot be had */
  painter(id: string | undefined, hooks: FetchHooks): Promise<Painter>;
  /** Who enlarges what is painted, likewise. */
  enlargerHere(choice: string | undefined): Promise<Enlarger | undefined>;
  enlarger(choice: string | undefined, hooks: FetchHooks): Promise<Enlarger>;
  /** The narrator if its model is on this machine and ready; fetches and measures nothing. */
  narratorHere(kind: NarratorKind): Promise<Narrator | undefined>;
  /** Fetches the voice model first when it is not here. */
  narrator(kind: NarratorKind, hooks: FetchHooks): Promise<Narrator>;
  /** The author's own pictures. */
  projects(): { assetPath(projectId: string, asset: string): string };
}

export interface ProjectFilmRequest {
  readonly projectId: string;
  readonly document: ProjectDocument;
  /** 'kokoro' by default; a document's voices are those of its narrator. */
  readonly narrator?: NarratorKind | undefined;
}

/** One state of a project's document, understood; another state is another film. Costs nothing to keep. */
export interface ProjectFilm {
  readonly projectId: string;
  readonly document: ProjectDocument;
  /** Scenes without text are left out, and a notice says so; the ids are those of the document. */
  readonly storyboard: Storyboard;
  /** By the id of the scene, in the film's order; without the cards. */
  readonly units: ReadonlyMap<string, SceneUnit>;
  /** All of the film, its cards too. */
  readonly reel: readonly SceneUnit[];
  /** As the document wants it, apart from what encodes. */
  readonly options: FilmOptions;
  readonly parts: KnownParts;
  readonly place: ProjectPlace;
  readonly onPainting?: PaintingHook | undefined;
}

/** Hears of every step of a take that is painted, and without one when it is no longer painted. */
export type PaintingHook = (sceneId: string, takeId: string, step: PaintStep | undefined) => void;

/** Understands a document; makes nothing, fetches nothing. */
export async function openProjectFilm(
  place: ProjectPlace,
  { projectId, document, narrator: kind = 'kokoro' }: ProjectFilmRequest,
  { signal, onPainting }: { readonly signal: AbortSignal; readonly onPainting?: PaintingHook },
): Promise<ProjectFilm> {
  throwIfCancelled(signal);
  const [builder, tools, narrator] = await Promise.all([place.builder(), place.media(), place.narratorHere(kind)]);
  throwIfCancelled(signal);
  const storyboard = place.planner.story(toStory(document));
  const options = optionsOf(document, kind, (asset) => place.projects().assetPath(projectId, asset));
  const scenes = new Map(document.scenes.map((scene) => [scene.id, scene]));
  const reel = planUnits(storyboard, options, document.voice, {
    characterVoices: document.characterVoices,
    story: STORY_MARK,
    plan: (text, more) => place.planner.narration(text, more),
    nameOf: ({ id }) => id,
    toldOf: toldIn(document, (asset) => place.projects().assetPath(projectId, asset)),
    ownPictureOf: ({ id }) => {
      const take = chosenTake(scenes.get(id)!);
      return take?.kind === 'own' ? ownPicture(place, projectId, take) : undefined;
    },
  });
  const painting = needsPainter(reel)
    ? {
        painter: await place.painterHere(options.pictureModel),
        enlarger: await place.enlargerHere(options.upscaler),
      }
    : {};
  return {
    ...{ projectId, document, storyboard, reel, options, place, onPainting },
    units: new Map(reel.filter(({ card }) => !card).map((unit) => [unit.scene.id, unit])),
    parts: {
      ...{ builder, tools, narrator, ...painting },
      illustrator: place.illustrator(),
      pool: place.pool(),
      cores: place.cores,
      fontFolder: place.paths.fonts,
      composing: place.composing,
      onPainting: onPainting && ((unit, step) => onPainting(unit, scenes.get(unit)!.take, step)),
    },
  };
}

function optionsOf(document: ProjectDocument, narrator: NarratorKind, pathOf: (asset: string) => string): FilmOptions {
  const { voice, speed, style, motion, output, ownMusic } = document;
  const { captions, transition, titleCard, closingCard, music, ambience, volumes, loudness } = document;
  const { pictures, pictureModel, pictureSteps, pictureStrength, upscaler } = document;
  return {
    ...{ narrator, voice, speed, style, seed: 1, motion, pictures },
    ...withoutNulls({ pictureModel, pictureSteps, pictureStrength, upscaler }),
    ...{ captions, transition, titleCard, closingCard, music, ambience, volumes, loudness },
    ...(ownMusic ? { musicFile: pathOf(ownMusic.asset) } : {}),
    ...output,
    // Scenes are shown by players that may not know other codecs, and are made ahead in great number (docs/decisions/0015).
    ...SHOWN_BY,
  };
}

/** What the document leaves to others is left out of a film's options. */
function withoutNulls<Fields extends object>(fields: Fields): { [Name in keyof Fields]?: NonNullable<Fields[Name]> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null)) as {
    [Name in keyof Fields]?: NonNullable<Fields[Name]>;
  };
}

/** What comes in over the end of a scene; undefined where it ends with a cut. */
export function unitAfter({ reel }: ProjectFilm, unit: SceneUnit): SceneUnit | undefined {
  return unit.transition === 'cut' ? undefined : reel[reel.indexOf(unit) + 1];
}

/** @throws StudioError `not-found` */
export function findScene({ document }: ProjectFilm, sceneId: string): ProjectScene {
  const scene = document.scenes.find(({ id }) => id === sceneId);
  if (scene) return scene;
  throw new StudioError(ErrorCode.notFound, 'The project has no such scene any more.', {
    hint: 'It may have been deleted in another window; undo brings it back.',
    data: { sceneId },
  });
}

export function chosenTake({ takes, take }: ProjectScene): Take | undefined {
  return takes.find(({ id }) => id === take);
}

export function ownPictureSource(film: ProjectFilm, take: Extract<Take, { kind: 'own' }>): PictureSource {
  return { kind: 'own', own: ownPicture(film.place, film.projectId, take) };
}

function ownPicture(place: ProjectPlace, projectId: string, take: Extract<Take, { kind: 'own' }>): OwnPicture {
  return { path: place.projects().assetPath(projectId, take.asset), asset: take.asset, fit: take.fit };
}
