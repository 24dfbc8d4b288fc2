import { existsSync } from 'node:fs';
import { isCancelled, serializeError } from '../../../shared/errors.ts';
import type { Progress } from '../../../shared/job.ts';
import type { Failure, SceneState, StudioEvent } from '../../../shared/views.ts';
import type { ProjectFilm } from '../../render/project/project-film.ts';
import { surveyScene, type MediaFile, type SceneSurvey } from '../../render/project/survey-scene.ts';
import { artefactUrl } from '../../serve/addresses.ts';
import { failureOf } from '../jobs/job-view.ts';
import { sceneIdentity } from './scene-identity.ts';

/** What is held of a scene beyond what the cache has: the look at it, and what is being done or went wrong. */
interface Held {
  identity: string;
  /** The newest one that has the scene so; who makes the scene may have begun before the voice was here. */
  film: ProjectFilm;
  survey: SceneSurvey | undefined;
  /** When it was looked at; performance.now(). */
  lookedAt: number;
  /** How many are making it just now. */
  making: number;
  progress: Progress | undefined;
  failure: Failure | undefined;
  /** What was last said of it. */
  told: string | undefined;
}

/** What is not there may be made by another process: it is looked for again after so long. */
const TRUSTED_MS = 30_000;
/** A picture is there long before the scene can be played. */
const TRUSTED_WHILE_MADE_MS = 700;
/** Projects whose scenes are held. */
const MOST_PROJECTS = 8;

/** How far every scene is, as it is told to all windows. */
export class SceneStates {
  readonly #publish: (event: StudioEvent) => void;
  /** By project, by scene. */
  readonly #held = new Map<string, Map<string, Held>>();

  constructor(publish: (event: StudioEvent) => void) {
    this.#publish = publish;
  }

  /** Of all scenes, in the document's order. */
  async all(film: ProjectFilm): Promise<SceneState[]> {
    const states: SceneState[] = [];
    for (const { id } of film.document.scenes) {
      const state = await this.#state(film, id);
      const held = this.#hold(film, id);
      // The first to ask is told; what is news to him later is news to every window.
      if (held.told === undefined) held.told = JSON.stringify(state);
      else this.#tellNews(film, held, state);
      states.push(state);
    }
    return states;
  }

  /** Tells of every scene that is not any more as it was last told. */
  async tellChanges(film: ProjectFilm): Promise<void> {
    for (const { id } of film.document.scenes) await this.#tell(film, id);
  }

  /** What of the scene is there; the cache is asked only when the scene or the cache may have changed. */
  async survey(film: ProjectFilm, sceneId: string): Promise<SceneSurvey> {
    const held = this.#hold(film, sceneId);
    const trustedMs = held.making > 0 ? TRUSTED_WHILE_MADE_MS : TRUSTED_MS;
    if (held.survey && isStillTrue(held.survey, held.lookedAt, trustedMs)) return held.survey;
    const { identity } = held;
    const survey = await surveyScene(held.film, sceneId);
    if (held.identity === identity) this.#keep(held, survey);
    return survey;
  }

  /** The same, and every window is told when that is not what was last said: a scene may be there that was not a moment ago. */
  async look(film: ProjectFilm, sceneId: string): Promise<SceneSurvey['state']> {
    await this.#tell(film, sceneId);
    return (await this.survey(film, sceneId)).state;
  }

  hasFailed(film: ProjectFilm, sceneId: string): boolean {
    return this.#hold(film, sceneId).failure !== undefined;
  }

  /** What went wrong is of no matter any more: it is tried again. */
  forgive(film: ProjectFilm, sceneId: string): void {
    this.#hold(film, sceneId).failure = undefined;
  }

  /** What is made behind the scenes' back (an export) may have changed how far they are. */
  doubt(projectId: string): void {
    for (const held of this.#held.get(projectId)?.values() ?? []) held.survey = undefined;
  }

  /** More can be known of the scenes than when they were last looked at: whatever is news is told, though nobody asks. */
  seeAnew(film: ProjectFilm): void {
    this.doubt(film.projectId);
    void this.tellChanges(film).catch(() => undefined);
  }

  /** Follows the making of a scene, and tells of it. */
  async follow(
    film: ProjectFilm,
    sceneId: string,
    make: (onProgress: (progress: Progress) => void) => Promise<SceneSurvey>,
  ): Promise<SceneSurvey> {
    const held = this.#hold(film, sceneId);
    const { identity } = held;
    held.making += 1;
    held.progress = undefined;
    held.failure = undefined;
    try {
      await this.#tell(film, sceneId);
      const survey = await make((progress) => {
        held.progress = progress;
        void this.#tell(film, sceneId).catch(() => undefined);
      });
      const now = this.#heldAs(film, sceneId, identity);
      if (now) this.#keep(now, survey);
      await this.#tellBefore(film, sceneId);
      return survey;
    } catch (error) {
      const now = this.#heldAs(film, sceneId, identity);
      if (now) {
        now.survey = undefined;
        if (!isCancelled(error)) now.failure = failureOf(serializeError(error));
      }
      throw error;
    } finally {
      held.making -= 1;
      // A scene that was changed while it was made is told of by who knows its new text.
      if (this.#heldAs(film, sceneId, identity)) await this.#tell(film, sceneId).catch(() => undefined);
    }
  }

  /** The end of the scene before may have waited for this one's picture or narration. */
  async #tellBefore(film: ProjectFilm, sceneId: string): Promise<void> {
    const unit = film.units.get(sceneId);
    const before = unit && film.reel[film.reel.indexOf(unit) - 1];
    if (!before || before.card || before.transition === 'cut') return;
    const held = this.#hold(film, before.scene.id);
    if (held.survey === undefined || held.survey.state === 'ready' || held.making > 0) return;
    held.survey = undefined;
    await this.#tell(film, before.scene.id).catch(() => undefined);
  }

  /** The scene if it is that one (again): what is made may have been edited meanwhile, and the edit undone. */
  #heldAs({ projectId }: ProjectFilm, sceneId: string, identity: string): Held | undefined {
    const now = this.#held.get(projectId)?.get(sceneId);
    return now?.identity === identity ? now : undefined;
  }

  #keep(held: Held, survey: SceneSurvey): void {
    held.survey = survey;
    held.lookedAt = performance.now();
  }

  async #tell(film: ProjectFilm, sceneId: string): Promise<void> {
    const state = await this.#state(film, sceneId);
    this.#tellNews(film, this.#hold(film, sceneId), state);
  }

  #tellNews({ projectId }: ProjectFilm, held: Held, scene: SceneState): void {
    const text = JSON.stringify(scene);
    if (text === held.told) return;
    held.told = text;
    this.#publish({ type: 'scene', projectId, scene });
  }

  async #state(film: ProjectFilm, sceneId: string): Promise<SceneState> {
    const survey = await this.survey(film, sceneId);
    const held = this.#hold(film, sceneId);
    const { picture, thumbnail, untaught, untold, preview, words, seconds, isGuess } = survey;
    const isMaking = held.making > 0 && survey.state !== 'ready';
    const state = isMaking ? 'working' : held.failure ? 'failed' : survey.state;
    return {
      sceneId,
      state,
      ...(isMaking && held.progress ? { progress: held.progress } : {}),
      ...(state === 'failed' && held.failure ? { failure: held.failure } : {}),
      ...{ seconds, isGuess },
      ...(picture ? { picture: urlOf(picture) } : {}),
      ...(thumbnail ? { thumbnail: urlOf(thumbnail) } : {}),
      ...(untaught ? { untaught: [...untaught] } : {}),
      ...(untold ? { untold: [...untold] } : {}),
      ...(preview ? { preview: urlOf(preview) } : {}),
      ...(words ? { words: [...words] } : {}),
    };
  }

  #holdProject(projectId: string): Map<string, Held> {
    const project = this.#held.get(projectId);
    if (project) return project;
    for (const oldest of this.#held.keys()) {
      if (this.#held.size < MOST_PROJECTS) break;
      this.#held.delete(oldest);
    }
    const added = new Map<string, Held>();
    this.#held.set(projectId, added);
    return added;
  }

  /** A scene that is not any more what it was starts anew, but for what was last said of it. */
  #hold(film: ProjectFilm, sceneId: string): Held {
    const project = this.#holdProject(film.projectId);
    const identity = sceneIdentity(film, sceneId);
    const known = project.get(sceneId);
    if (known?.identity === identity) {
      if (film.parts.narrator || !known.film.parts.narrator) known.film = film;
      return known;
    }
    const held: Held = {
      ...{ identity, film },
      survey: undefined,
      lookedAt: 0,
      making: 0,
      progress: undefined,
      failure: undefined,
      told: known?.told,
    };
    project.set(sceneId, held);
    return held;
  }
}

export function urlOf({ key, file }: MediaFile): string {
  return artefactUrl(key, file);
}

function isStillTrue(
  { state, picture, thumbnail, preview }: SceneSurvey,
  lookedAt: number,
  trustedMs: number,
): boolean {
  const files = [picture, thumbnail, preview].filter((file) => file !== undefined);
  const isThere = files.every(({ path }) => existsSync(path));
  return isThere && (state === 'ready' || performance.now() - lookedAt < trustedMs);
}
