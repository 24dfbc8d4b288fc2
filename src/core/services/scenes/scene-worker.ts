import { CancelledError } from '../../../shared/errors.ts';
import { PRIORITIES } from '../../../shared/priority.ts';
import { makeScene } from '../../render/project/make-scene.ts';
import { findScene, unitAfter, type ProjectFilm } from '../../render/project/project-film.ts';
import type { SceneSurvey } from '../../render/project/survey-scene.ts';
import type { Films } from './films.ts';
import { makingOrder } from './order.ts';
import { sceneIdentity } from './scene-identity.ts';
import type { SceneStates } from './scene-states.ts';

export interface SceneWorkerOptions {
  readonly films: Films;
  readonly states: SceneStates;
  /** A scene was made. */
  readonly onMade: (film: ProjectFilm, sceneId: string, survey: SceneSurvey) => void;
  /** It is told with the scene's state already. */
  readonly onFailed: (error: unknown, sceneId: string) => void;
  /** After the last edit, before scenes are made again; milliseconds. */
  readonly quietMs?: number;
}

interface Making {
  readonly projectId: string;
  readonly sceneId: string;
  readonly identity: string;
  readonly priority: number;
  readonly stop: AbortController;
  /** Never rejects. */
  readonly ended: Promise<void>;
}

const QUIET_MS = 400;

/**
 * Makes the scene on the screen, then its neighbours, one at a time and below an export. The last wish wins: what nobody
 * looks at any more is stopped, with what is finished of it kept. Nothing is made while no project is shown.
 */
export class SceneWorker {
  readonly #options: SceneWorkerOptions;
  #shown: { readonly projectId: string; readonly sceneId: string; readonly ahead: boolean } | undefined;
  /** Rises with every wish: a round of an earlier one ends. */
  #round = 0;
  #making: Making | undefined;
  #quiet: NodeJS.Timeout | undefined;
  /** By project and scene: the scene as it was when it was stopped. */
  readonly #stopped = new Map<string, string>();
  readonly #works = new Set<Promise<void>>();

  constructor(options: SceneWorkerOptions) {
    this.#options = options;
  }

  /**
   * What is on the screen from now on; a scene that has failed is tried again. `ahead` false: its neighbours are not made.
   * @throws StudioError `not-found`
   */
  async show(projectId: string, sceneId: string, { ahead = true }: { readonly ahead?: boolean } = {}): Promise<void> {
    const shown = { projectId, sceneId, ahead };
    this.#shown = shown;
    const film = await this.#options.films.current(projectId);
    findScene(film, sceneId);
    // Another wish may have come while the story was read.
    if (this.#shown !== shown) return;
    this.#options.states.forgive(film, sceneId);
    this.#stopped.delete(`${projectId} ${sceneId}`);
    this.#begin();
  }

  /**
   * What is being made of a scene is stopped, and left so until it is shown again or changed. The others are gone on with.
   * @throws StudioError `not-found`
   */
  async stop(projectId: string, sceneId: string): Promise<void> {
    const film = await this.#options.films.current(projectId);
    findScene(film, sceneId);
    this.#stopped.set(`${projectId} ${sceneId}`, sceneIdentity(film, sceneId));
    const making = this.#making;
    // Of the scene before, its picture may be in the making for the end of that one.
    if (making?.projectId === projectId && this.#needsStopped(film, making.sceneId)) {
      making.stop.abort(new CancelledError());
      await making.ended;
    }
  }

  hide(projectId: string): void {
    if (this.#shown?.projectId === projectId) this.#stopAll();
  }

  /** The document is another one: what no longer fits is stopped at once, and made again when the author pauses. */
  async projectChanged(projectId: string): Promise<void> {
    if (this.#shown?.projectId !== projectId) return;
    clearTimeout(this.#quiet);
    this.#quiet = setTimeout(() => {
      this.#begin();
    }, this.#options.quietMs ?? QUIET_MS);
    let film: ProjectFilm;
    try {
      film = await this.#options.films.current(projectId);
    } catch {
      // Deleted.
      this.hide(projectId);
      return;
    }
    this.#forgetChanged(film);
    const making = this.#making;
    if (making?.projectId === projectId) {
      const isThere = film.document.scenes.some(({ id }) => id === making.sceneId);
      if (!isThere || sceneIdentity(film, making.sceneId) !== making.identity) making.stop.abort(new CancelledError());
    }
    await this.#options.states.tellChanges(film);
  }

  /** The cache has lost something: what is on the screen is made again. */
  async cacheTrimmed(): Promise<void> {
    if (this.#shown) await this.projectChanged(this.#shown.projectId);
  }

  async close(): Promise<void> {
    this.#stopAll();
    await Promise.all(this.#works);
  }

  #stopAll(): void {
    this.#shown = undefined;
    this.#round += 1;
    clearTimeout(this.#quiet);
    this.#making?.stop.abort(new CancelledError());
  }

  /** A scene that was stopped and is another one now is wanted, also if it becomes again what it was then. */
  #forgetChanged(film: ProjectFilm): void {
    for (const { id } of film.document.scenes) {
      const key = `${film.projectId} ${id}`;
      const stopped = this.#stopped.get(key);
      if (stopped !== undefined && stopped !== sceneIdentity(film, id)) this.#stopped.delete(key);
    }
  }

  /** It was stopped as it is, or what comes in over its end was; the one on the screen is wanted all the same. */
  #needsStopped(film: ProjectFilm, sceneId: string): boolean {
    const unit = film.units.get(sceneId);
    const next = unit && unitAfter(film, unit);
    const isStopped = (id: string): boolean => this.#stopped.get(`${film.projectId} ${id}`) === sceneIdentity(film, id);
    return isStopped(sceneId) || (next !== undefined && sceneId !== this.#shown?.sceneId && isStopped(next.scene.id));
  }

  #begin(): void {
    clearTimeout(this.#quiet);
    this.#round += 1;
    // What goes wrong with a scene is told with it; here only a project that is gone can be met.
    this.#track(this.#makeRound(this.#round).catch(() => undefined));
  }

  #track(work: Promise<void>): void {
    this.#works.add(work);
    void work.finally(() => this.#works.delete(work));
  }

  async #makeRound(round: number): Promise<void> {
    const shown = this.#shown;
    if (!shown) return;
    const { films, states } = this.#options;
    const { document } = await films.current(shown.projectId);
    const all = document.scenes.map(({ id }) => id);
    const order = makingOrder(shown.ahead ? all : all.filter((id) => id === shown.sceneId), shown.sceneId);
    for (const sceneId of order) {
      // The voice may have come with the scene before: then there is a film that knows it.
      const film = await films.current(shown.projectId);
      if (round !== this.#round) return;
      const state = await states.look(film, sceneId);
      if (round !== this.#round) return;
      if (state === 'ready' || state === 'empty' || states.hasFailed(film, sceneId)) continue;
      if (this.#needsStopped(film, sceneId)) continue;
      await this.#make(film, sceneId, sceneId === shown.sceneId ? PRIORITIES.shown : PRIORITIES.ahead);
      if (round !== this.#round) return;
      // What failed once (no network, a full disk) would with the next scene, too.
      if (states.hasFailed(film, sceneId)) break;
    }
    // Whatever is still being made was begun for an earlier wish and is not one of this.
    if (round === this.#round) this.#making?.stop.abort(new CancelledError());
  }

  /** Makes one scene, in place of whatever else was being made; never rejects. */
  async #make(film: ProjectFilm, sceneId: string, priority: number): Promise<void> {
    const { projectId } = film;
    const identity = sceneIdentity(film, sceneId);
    const before = this.#making;
    const isSame = before?.projectId === projectId && before.sceneId === sceneId && before.identity === identity;
    if (isSame && !before.stop.signal.aborted && before.priority >= priority) {
      await before.ended;
      return;
    }
    const stopBefore = (): void => {
      before?.stop.abort(new CancelledError());
    };
    // Of the same scene the work in hand is taken over, and hurried, before the one who began it lets go.
    if (!isSame) stopBefore();
    const stop = new AbortController();
    const ended = this.#options.states
      .follow(film, sceneId, (onProgress) =>
        makeScene(film, sceneId, {
          signal: stop.signal,
          priority,
          onProgress: (progress) => {
            stopBefore();
            onProgress(progress);
          },
        }),
      )
      .then(
        (survey) => {
          this.#options.onMade(film, sceneId, survey);
        },
        (error: unknown) => {
          this.#options.onFailed(error, sceneId);
        },
      )
      .finally(() => {
        stopBefore();
        if (this.#making?.stop === stop) this.#making = undefined;
      });
    this.#making = { projectId, sceneId, identity, priority, stop, ended };
    this.#track(ended);
    await ended;
  }
}
