/** Which models are known and which of them are here: reads only, at once, and fetches nothing. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { StudioError } from '../../shared/errors.ts';
import type { HashedFile } from './files.ts';
import { readInstalled, readManifest, readShipped, type InstalledModel, type OwnModel } from './installed.ts';
import type { ModelEntry, PictureFacts, Registry, UpscalerFacts } from './registry.ts';

/** A model of the registry, or one that the user has imported. */
export interface KnownModel {
  readonly id: string;
  readonly title: string;
  readonly task: ModelEntry['task'];
  readonly licence: ModelEntry['licence'];
  /** Of picture models. */
  readonly picture: PictureFacts | undefined;
  /** Of upscalers. */
  readonly upscaler: UpscalerFacts | undefined;
  /** Absent for a model of the user's own. */
  readonly entry: ModelEntry | undefined;
}

export interface Shelf {
  list(): KnownModel[];
  /** @throws StudioError `not-found` that lists the models that there are */
  find(id: string): KnownModel;
  /** Where a model is installed, whether it is or not. */
  placeOf(id: string): string;
  /** The model if it is here and whole (by names and lengths): installed, or come with the program. */
  here(model: KnownModel): InstalledModel | undefined;
  /** What has to be there, whether it is or not; undefined when the model is not installed. */
  inventory(model: KnownModel): { readonly directory: string; readonly files: readonly HashedFile[] } | undefined;
}

/**
 * @param directory where models are installed
 * @param shipped where those lie that come with the program
 */
export function createShelf(directory: string, shipped: string, registry: Registry): Shelf {
  const placeOf = (id: string) => join(directory, id);
  const ownModels = () => idsIn(directory).flatMap((id) => toOwn(id, readManifest(placeOf(id))?.own));
  const entries = registry.models.map((entry): KnownModel => ({
    ...entry,
    picture: entry.picture,
    upscaler: entry.upscaler,
    entry,
  }));
  const list = () => [...entries, ...ownModels().filter(({ id }) => !entries.some((entry) => entry.id === id))];
  const find = (id: string) => {
    // What is known beforehand is found without a look at the disk.
    const found = entries.find((entry) => entry.id === id) ?? ownModels().find((own) => own.id === id);
    if (found) return found;
    throw new StudioError('not-found', `There is no model named "${id}".`, {
      hint: `Choose one of: ${list()
        .map((model) => model.id)
        .join(', ')}.`,
    });
  };
  const shippedOf = ({ entry }: KnownModel) => entry?.sources.find((source) => source.kind === 'shipped');
  return {
    list,
    find,
    placeOf,
    here: (model) => {
      const source = shippedOf(model);
      return readInstalled(placeOf(model.id)) ?? (source ? readShipped(model.id, source, shipped) : undefined);
    },
    inventory: (model) => {
      const directory = placeOf(model.id);
      const manifest = readManifest(directory);
      if (manifest) return { directory, files: manifest.files };
      const source = shippedOf(model);
      return source && { directory: join(shipped, ...source.folder.split('/')), files: source.files };
    },
  };
}

function toOwn(id: string, own: OwnModel | undefined): KnownModel[] {
  if (!own) return [];
  const { title, licence, picture, upscaler } = own;
  return [{ id, title, licence, picture, upscaler, task: upscaler ? 'upscale' : 'illustrate', entry: undefined }];
}

/** Sorted, so that lists are the same on every machine. */
function idsIn(directory: string): string[] {
  try {
    const entries = readdirSync(directory, { withFileTypes: true });
    return entries
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
      .map(({ name }) => name)
      .sort();
  } catch {
    return [];
  }
}
