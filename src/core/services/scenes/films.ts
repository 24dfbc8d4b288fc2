import type { ProjectState } from '../../project/documents.ts';
import { openProjectFilm, type ProjectFilm } from '../../render/project/project-film.ts';
import type { Workplace } from '../../workplace.ts';

const MOST_OPEN = 4;

interface Opened {
  readonly document: ProjectState['document'];
  readonly film: Promise<ProjectFilm>;
  /** Whether it knew the voice, which may have been fetched since. */
  knowsVoice: boolean;
}

/** The films of the projects that were looked at last, understood once for each state of a document. */
export class Films {
  readonly #workplace: Workplace;
  readonly #onVoice: (projectId: string) => void;
  readonly #open = new Map<string, Opened>();

  /** `onVoice` hears when the voice may be here that was not: more can be known of the project's scenes. */
  constructor(workplace: Workplace, onVoice: (projectId: string) => void) {
    this.#workplace = workplace;
    this.#onVoice = onVoice;
  }

  /** Of the project as it is now. @throws StudioError `not-found` */
  async current(projectId: string): Promise<ProjectFilm> {
    const { document } = this.#workplace.projects().read(projectId);
    let opened = this.#open.get(projectId);
    if (opened?.document !== document || !opened.knowsVoice) {
      if (opened?.knowsVoice === false) this.#onVoice(projectId);
      opened = this.#begin(projectId, document);
    }
    this.#open.delete(projectId);
    this.#open.set(projectId, opened);
    for (const oldest of this.#open.keys()) {
      if (this.#open.size <= MOST_OPEN) break;
      this.#open.delete(oldest);
    }
    return opened.film;
  }

  /** Of a document as it was. */
  async of(projectId: string, document: ProjectState['document'], signal: AbortSignal): Promise<ProjectFilm> {
    return openProjectFilm(
      this.#workplace,
      { projectId, document, narrator: this.#workplace.narratorKind },
      { signal },
    );
  }

  #begin(projectId: string, document: ProjectState['document']): Opened {
    const film = this.of(projectId, document, new AbortController().signal);
    const opened: Opened = { document, film, knowsVoice: true };
    film.then(
      ({ parts }) => {
        opened.knowsVoice = parts.narrator !== undefined;
      },
      () => {
        // Tried anew by the next who asks.
        opened.knowsVoice = false;
      },
    );
    return opened;
  }
}
