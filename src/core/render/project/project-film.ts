/** A studio project as a film: the same parts, stages and keys as a film from a story file, scene by scene. */
import type { FilmOptions, FilmPlan, FilmReport } from '../../../shared/film.ts';
import type { Progress } from '../../../shared/job.ts';
import type { Output, ProjectDocument } from '../../../shared/project.ts';
import type { Storyboard, WordTiming } from '../../../shared/story.ts';
import type { Builder } from '../../build/contract.ts';
import type { MediaTools } from '../../media/tools.ts';
import type { Pool } from '../../pool/pool.ts';
import type { Illustrator } from '../../providers/illustrator.ts';
import type { Narrator } from '../../providers/narrator.ts';
import type { Store } from '../../store/store.ts';

/** What of a workplace a project's film is made with (core/workplace.ts has all of it). */
export interface ProjectPlace {
  readonly cores: number;
  store(): Store;
  builder(): Promise<Builder>;
  media(): Promise<MediaTools>;
  pool(): Pool;
  illustrator(): Illustrator;
  /** Fetches the voice model first when it is not here. */
  narrator(
    kind: FilmOptions['narrator'],
    hooks: { readonly signal?: AbortSignal | undefined; readonly onProgress?: (progress: never) => void },
  ): Promise<Narrator>;
  /** The author's own pictures. */
  projects(): { assetPath(projectId: string, asset: string): string };
}

export interface ProjectFilmRequest {
  readonly projectId: string;
  readonly document: ProjectDocument;
  /** 'kokoro' by default; a document's voices are those of its narrator. */
  readonly narrator?: FilmOptions['narrator'] | undefined;
}

/** One state of a project's document, understood; another state is another film. Costs nothing to keep. */
export interface ProjectFilm {
  readonly projectId: string;
  readonly document: ProjectDocument;
  /** Scenes without text are left out; their ids are those of the document. */
  readonly storyboard: Storyboard;
  /** What was left out of the film, for people. */
  readonly notices: readonly string[];
}

/** A file of an artefact in the build's cache. */
export interface MediaFile {
  readonly key: string;
  /** Its name in the artefact's folder. */
  readonly file: string;
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
  /** The segment of the film with the scene's own sound; only when ready. */
  readonly preview?: MediaFile;
  /** Every word of the preview, seconds from its start; only when ready. */
  readonly words?: readonly WordTiming[];
}

export interface SceneHooks {
  readonly signal: AbortSignal;
  /** One of PRIORITIES (shared/priority.ts). */
  readonly priority: number;
  /** The job that keeps what is made from being trimmed and that its steps are recorded for; none by default. */
  readonly jobId?: string | undefined;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
}

export interface RenderProjectHooks {
  readonly signal: AbortSignal;
  readonly jobId: string;
  /** PRIORITIES.export by default. */
  readonly priority?: number | undefined;
  readonly onProgress: (progress: Progress) => void;
}

/** Understands a document; makes nothing, fetches nothing. */
export type OpenProjectFilm = (
  place: ProjectPlace,
  request: ProjectFilmRequest,
  hooks: { readonly signal: AbortSignal },
) => Promise<ProjectFilm>;

/** Looks, without making anything. @throws StudioError `not-found` for a scene that the document does not have */
export type SurveyScene = (film: ProjectFilm, sceneId: string) => Promise<SceneSurvey>;

/** Narrates, draws, sets in motion: what is missing of one scene. The voice model is fetched when it is not here. */
export type MakeScene = (film: ProjectFilm, sceneId: string, hooks: SceneHooks) => Promise<SceneSurvey>;

/** The picture of one take, whether it is the chosen one or not. */
export type DrawTake = (
  film: ProjectFilm,
  sceneId: string,
  takeId: string,
  hooks: SceneHooks,
) => Promise<{ readonly picture: MediaFile; readonly thumbnail: MediaFile }>;

/** What an export to `target` (absolute) would make. @throws StudioError `input` when no scene has text */
export type PlanProjectFilm = (
  film: ProjectFilm,
  output: Output,
  target: string,
) => Promise<FilmPlan & { readonly filmSeconds: number }>;

/** Makes the film. The job is the caller's to begin and to end; `options.film` of its record is the target. */
export type RenderProjectFilm = (
  film: ProjectFilm,
  output: Output,
  target: string,
  hooks: RenderProjectHooks,
) => Promise<Omit<FilmReport, 'log'>>;
