import type { ProjectState } from '../../project/documents.ts';
import { openProjectFilm, type ProjectFilm } from '../../render/project/project-film.ts';
import { needsPainter } from '../../render/film/units.ts';
import type { Workplace } from '../../workplace.ts';
import { paintingNews } from './painting-news.ts';

const MOST_OPEN = 4;

interface Opened {
  readonly document: ProjectState['document'];
  readonly film: Promise<ProjectFilm>;
  /** Whether it knew the models that it needs, which may have been fetched since: the voice, and who paints. */
  knowsModels: boolean;
  /** Whether any of its pictures is painted. */
  paints: boolean;
}

/** The films of the projects that were looked at last, understood once for each state of a document. */
export class Films {
  readonly #workplace: Workplace;
  readonly #onModels: (film: ProjectFilm) => void;
  readonly #open = new Map<string, Opened>();

  /** `onModels` hears of a project's film that knows its models after one that did not: more can be known of its scenes. */
  constructor(workplace: Workplace, onModels: (film: ProjectFilm) => void) {
    this.#workplace = workplace;
    this.#onModels = onModels;
  }

  /** Of the project as it is now. @throws StudioError `not-found` */
  async current(projectId: string): Promise<ProjectFilm> {
    const { document } = this.#workplace.projects().read(projectId);
    let opened = this.#open.get(projectId);
    if (opened?.document !== document || !opened.knowsModels) {
      opened = this.#begin(projectId, document, opened?.knowsModels === false);
    }
    this.#open.delete(projectId);
    this.#open.set(projectId, opened);
    for (const oldest of this.#open.keys()) {
      if (this.#open.size <= MOST_OPEN) break;
      this.#open.delete(oldest);
    }
    return opened.film;
  }

  /** Models were fetched, imported or removed: another one may paint now, or none any more. */
  modelsChanged(): void {
    for (const opened of this.#open.values()) if (opened.paints) opened.knowsModels = false;
  }

  /** Of a document as it was. */
  async of(projectId: string, document: ProjectState['document'], signal: AbortSignal): Promise<ProjectFilm> {
    return openProjectFilm(
      this.#workplace,
      { projectId, document, narrator: this.#workplace.narratorKind },
      {
        signal,
        onPainting: paintingNews((event) => {
          this.#workplace.events.publish(event);
        }, projectId),
      },
    );
  }

  #begin(projectId: string, document: ProjectState['document'], wasBlind: boolean): Opened {
    const film = this.of(projectId, document, new AbortController().signal);
    const opened: Opened = { document, film, knowsModels: true, paints: false };
    film.then(
      (known) => {
        const { narrator, painter } = known.parts;
        opened.paints = needsPainter(known.reel);
        opened.knowsModels = narrator !== undefined && (painter !== undefined || !opened.paints);
        if (wasBlind && opened.knowsModels) this.#onModels(known);
      },
      () => {
        // Tried anew by the next who asks.
        opened.knowsModels = false;
      },
    );
    return opened;
  }
}
