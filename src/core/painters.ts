import { ErrorCode, StudioError } from '../shared/errors.ts';
import { defaultPictureModel } from './models/default-picture-model.ts';
import type { InstalledModel } from './models/installed.ts';
import { notHere } from './models/refusals.ts';
import type { EnsureOptions, ModelManager, ModelStatus } from './models/manager.ts';
import type { Pool } from './pool/pool.ts';
import { createDiffusionPainter } from './providers/local/diffusion-painter.ts';
import type { Painter } from './providers/painter.ts';

export interface PaintersOptions {
  models(): ModelManager;
  pool(): Pool;
  /** Cores that painting may keep busy. */
  readonly threads: () => number;
  /** Lets models go that are not of the pool. */
  readonly makeRoom: () => Promise<void>;
  /** Hears once of a model what is done otherwise than its makers meant it. */
  readonly notify: (message: string) => void;
}

/** Who paints with the models that are on this computer. A model's tables are read once. */
export class Painters {
  readonly #options: PaintersOptions;
  /** By the model's id and digest: another version is another painter, and so is a copy, which lies in a folder of its own. */
  readonly #opened = new Map<string, Promise<Painter>>();

  constructor(options: PaintersOptions) {
    this.#options = options;
  }

  /** Undefined where the model is not here, or is none. */
  async here(id: string | undefined): Promise<Painter | undefined> {
    const found = this.#find(id);
    return found?.installed && this.#open(found, found.installed);
  }

  /**
   * Nothing is fetched: a picture model is large, and its licence is to be read first.
   * @param hooks hear of a model that an older Storyloom has installed and that is made anew
   * @throws StudioError `missing` when the model is not here, `not-found` for an id that is none, `corrupt` when it cannot be used
   */
  async open(id: string | undefined, hooks: EnsureOptions): Promise<Painter> {
    const found = this.#find(id);
    if (!found) throw id === undefined ? noModel() : notAPainter(id, this.#pictureModels());
    if (!found.installed) throw notHere(found, { who: found.title, from: 'FOLDER', instead: INSTEAD });
    return this.#open(found, await this.#options.models().ensure(found.id, hooks));
  }

  letGo(): void {
    this.#opened.clear();
  }

  #find(id: string | undefined): ModelStatus | undefined {
    const models = this.#pictureModels();
    return id === undefined ? defaultPictureModel(models) : models.find((model) => model.id === id);
  }

  #pictureModels(): ModelStatus[] {
    return this.#options
      .models()
      .list()
      .filter(({ task }) => task === 'illustrate');
  }

  #open({ id, title, picture }: ModelStatus, { directory, sha256 }: InstalledModel): Promise<Painter> {
    const key = `${id} ${sha256}`;
    const opened = this.#opened.get(key) ?? this.#create({ id, title, directory, sha256 }, picture);
    this.#opened.set(key, opened);
    // What cannot be read now may be whole the next time.
    opened.catch(() => this.#opened.delete(key));
    return opened;
  }

  async #create(
    model: Pick<InstalledModel, 'id' | 'directory' | 'sha256'> & { readonly title: string },
    picture: ModelStatus['picture'],
  ): Promise<Painter> {
    const { pool, threads, makeRoom, notify } = this.#options;
    const usual = { steps: picture?.steps, guidance: picture?.guidance };
    const painter = await createDiffusionPainter({ ...model, ...usual, pool: pool(), threads: threads(), makeRoom });
    for (const notice of painter.notices) notify(`${model.title}: ${notice}`);
    return painter;
  }
}

const INSTEAD = 'or choose the storybook, which needs no model.';

function noModel(): StudioError {
  return new StudioError(ErrorCode.missing, 'No picture model is on this computer.', {
    hint: `Fetch or import one (storyloom models), ${INSTEAD}`,
  });
}

function notAPainter(id: string, models: readonly ModelStatus[]): StudioError {
  return new StudioError(ErrorCode.notFound, `There is no picture model named "${id}".`, {
    hint: `Choose one of: ${models.map((model) => model.id).join(', ')}.`,
    data: { model: id },
  });
}
