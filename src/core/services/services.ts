import type { SceneState, StudioEvent } from '../../shared/views.ts';
import { openRunLog } from '../log.ts';
import type { ProjectFilm } from '../render/project/project-film.ts';
import type { SceneSurvey } from '../render/project/survey-scene.ts';
import type { Workplace } from '../workplace.ts';
import { Audience } from './audience.ts';
import { exportRunner } from './exports/export-runner.ts';
import { HealthMeter } from './health.ts';
import { fetchRunner } from './jobs/fetch-runner.ts';
import { listenRunner } from './recordings/listen-runner.ts';
import { JobBoard } from './jobs/job-board.ts';
import { Films } from './scenes/films.ts';
import { previewRunner } from './scenes/preview-runner.ts';
import { SceneStates } from './scenes/scene-states.ts';
import { SceneWorker } from './scenes/scene-worker.ts';
import { StudioLog } from './studio-log.ts';

const HEALTH_MS = 2_000;

/** What the studio does by itself, beyond answering: each part begins when it is first asked for, all end together. */
export class Services {
  readonly workplace: Workplace;
  readonly log: StudioLog;
  readonly health: HealthMeter;
  readonly audience: Audience;
  readonly films: Films;
  readonly states: SceneStates;
  readonly scenes: SceneWorker;
  readonly #unsubscribe: () => void;
  #jobs: JobBoard | undefined;

  constructor(workplace: Workplace) {
    this.workplace = workplace;
    this.log = new StudioLog(workplace.paths.logs);
    this.health = new HealthMeter(workplace);
    this.audience = new Audience(() => this.#speak());
    this.states = new SceneStates(this.#publish);
    this.films = new Films(workplace, (film) => this.states.seeAnew(film));
    this.scenes = new SceneWorker({
      films: this.films,
      states: this.states,
      onMade: this.#keepCover,
      onFailed: (error, unit) => {
        this.log.error(error, { unit }, 'a scene could not be made');
      },
    });
    this.#unsubscribe = workplace.events.subscribe((event) => {
      if (event.type === 'project') void this.scenes.projectChanged(event.projectId);
      if (event.type === 'models') this.films.modelsChanged();
    });
    workplace.stopFirst(this);
  }

  readonly jobs = (): JobBoard => {
    const { workplace, films, states } = this;
    this.#jobs ??= new JobBoard({
      store: workplace.store(),
      runners: {
        export: exportRunner(workplace, films, states),
        preview: previewRunner(workplace, films, states, this.#keepCover),
        'fetch-model': fetchRunner(workplace),
        listen: listenRunner(workplace),
      },
      publish: this.#publish,
      openLog: (name) => openRunLog(workplace.paths.logs, name).log,
      notify: (message) => {
        this.#publish({ type: 'notice', message });
      },
    });
    return this.#jobs;
  };

  async close(): Promise<void> {
    this.#unsubscribe();
    this.audience.close();
    await Promise.all([this.scenes.close(), this.#jobs?.close()]);
  }

  readonly #publish = (event: StudioEvent): void => {
    this.workplace.events.publish(event);
  };

  /** How far every scene is. What was made before, for another story of the same words, makes this one's cover too. */
  async sceneStates(projectId: string): Promise<SceneState[]> {
    const film = await this.films.current(projectId);
    const states = await this.states.all(film);
    const first = film.document.scenes[0]!.id;
    this.#keepCover(film, first, await this.states.survey(film, first));
    return states;
  }

  /** The project's card in the library shows what was drawn. */
  readonly #keepCover = ({ projectId }: ProjectFilm, sceneId: string, { thumbnail }: SceneSurvey): void => {
    if (!thumbnail) return;
    this.workplace
      .projects()
      .setCover(projectId, sceneId, thumbnail.path)
      // A card without a cover is no reason to disturb anybody; the next scene tries again.
      .catch(() => undefined);
  };

  /** What is looked at and told only while somebody listens. */
  #speak(): () => void {
    const leaveJobs = this.jobs().watch();
    const timer = setInterval(() => {
      this.health.read().then(
        (health) => {
          this.#publish({ type: 'health', health });
        },
        () => undefined,
      );
    }, HEALTH_MS);
    timer.unref();
    return () => {
      leaveJobs();
      clearInterval(timer);
    };
  }
}
