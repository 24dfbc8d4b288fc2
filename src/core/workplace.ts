import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { FilmOptions } from '../shared/film.ts';
import type { StudioEvent, SystemView } from '../shared/views.ts';
import { createBuilder } from './build/builder.ts';
import { EventHub } from './event-hub.ts';
import type { Builder } from './build/contract.ts';
import { createLimit } from './build/limit.ts';
import { openMediaTools, type MediaTools } from './media/tools.ts';
import type { InstalledModel } from './models/installed.ts';
import { createModelManager, type EnsureOptions, type ModelManager } from './models/manager.ts';
import { loadRegistry, type Registry } from './models/registry.ts';
import { freeMemory, idleCores } from './machine.ts';
import { dataPaths, registryPath, runtimeVersion, shippedModels, workerEntry, type DataPaths } from './paths.ts';
import { Painters, type PaintersOptions } from './painters.ts';
import { planThreads, type ThreadBudget } from './pool/budget.ts';
import { createPool, type Pool } from './pool/pool.ts';
import { ProjectLibrary } from './project/library.ts';
import { createToneNarrator } from './providers/fixture/tone-narrator.ts';
import type { Illustrator } from './providers/illustrator.ts';
import type { Painter } from './providers/painter.ts';
import type { Listener } from './providers/listener.ts';
import { createKokoroNarrator, knownGraph, type KokoroOptions } from './providers/local/kokoro-narrator.ts';
import { KOKORO_VOICES } from './providers/local/kokoro-voices.ts';
import { LlamaOwner } from './providers/gguf/llama.ts';
import { createStorybookIllustrator } from './providers/local/storybook-illustrator.ts';
import { createWhisperListener } from './providers/local/whisper-listener.ts';
import { voiceFinder } from './listen/voice-finder.ts';
import type { Narrator, NarratorVoice } from './providers/narrator.ts';
import type { Enlarger } from './providers/upscaler.ts';
import { COMPOSED_AT_ONCE } from './render/film/parts.ts';
import { createPlanner } from './render/plan.ts';
import { Downloads } from './serve/downloads.ts';
import { Uploads } from './serve/uploads.ts';
import { readSettings } from './settings.ts';
import { getSetting, setSetting } from './store/settings.ts';
import { openStore, type Store } from './store/store.ts';
import { enlargerHere, openEnlarger } from './upscalers.ts';

/** What only the desktop that a host runs on can do. Each throws StudioError when it cannot be done. */
export interface DesktopServices {
  /** Shows a file in its folder. */
  reveal?(file: string): Promise<void>;
  /** Opens a file with the program that the user has for it. */
  play?(file: string): Promise<void>;
  /** The host's own dialog; undefined when the user closed it. */
  chooseFolder?(title: string): Promise<string | undefined>;
}

export interface WorkplaceOptions {
  /** The data folder; else STORYLOOM_DATA, else the platform's own place. */
  readonly data?: string;
  /** Where models are; in the data folder by default. */
  readonly models?: string;
  /** Which models there are; those of models/registry.json by default. */
  readonly registry?: Registry;
  /** Cores that all work together may keep busy; what the settings say by default. */
  readonly cores?: number;
  /** Who tells the stories: 'kokoro' by default; 'tone' hums, for trials without a voice model. */
  readonly narrator?: FilmOptions['narrator'];
  /** Hears what the user should know and what did not stop the work. */
  readonly onNotice?: (message: string) => void;
  /** 'process' by default: no page. */
  readonly host?: SystemView['host'];
  /** What is absent cannot be done on this host. */
  readonly desktop?: DesktopServices;
}

/** The model of the default narrator in models/registry.json. */
export const NARRATOR_MODEL = 'kokoro-82m';

/**
 * Of a thread with Kokoro's fp32 graph. Measured over 90 s of speech: the first adds 590 MB to the process, the second, which
 * shares its weights, 210 MB; the rest is room for what longer work takes.
 */
export const KOKORO_BYTES = 500e6;

/** The model of the listener in models/registry.json. */
export const LISTENER_MODEL = 'whisper-base';

/** Of a thread that listens; measured: 900 MB with what a window takes. */
const WHISPER_BYTES = 900e6;

/**
 * A sentence, or a step of a picture, cannot be stopped within the model, and a thread that is killed there may take the whole
 * program with it (onnxruntime-node throws into the dead thread). On a slow or busy machine a long one takes half a minute.
 */
const SPEECH_GRACE_MS = 60_000;

/** The same for a step of painting, which takes longer the larger the pictures are. */
const PAINT_GRACE_MS = 180_000;

/**
 * The parts of one running Storyloom, each opened when it is first asked for and closed together: `storyloom voices` needs
 * no database, and `cache` no threads.
 */
export class Workplace {
  readonly paths: DataPaths;
  readonly notify: (message: string) => void;
  readonly narratorKind: FilmOptions['narrator'];
  readonly host: SystemView['host'];
  readonly desktop: DesktopServices;
  /** Scenes are set in motion in turns, whatever film they are of; the most urgent goes first. */
  readonly composing = createLimit(COMPOSED_AT_ONCE);
  /** For what is edited: a project that is opened, shown and filmed is understood once. */
  readonly planner = createPlanner();
  /** What changes, for every window that listens (contract.events.watch). */
  readonly events = new EventHub<StudioEvent>();
  /** What is to be stopped before the parts are closed. */
  readonly #services: { close(): Promise<void> }[] = [];
  readonly #registry: Registry | undefined;
  #cores: number | undefined;
  #models: ModelManager | undefined;
  #painters: Painters | undefined;
  #pool: Pool | undefined;
  #media: Promise<MediaTools> | undefined;
  #store: Store | undefined;
  #llama: LlamaOwner | undefined;
  #builder: Promise<Builder> | undefined;
  #projects: ProjectLibrary | undefined;

  constructor(options: WorkplaceOptions) {
    const paths = dataPaths(options.data);
    this.paths = options.models === undefined ? paths : { ...paths, models: options.models };
    this.#registry = options.registry;
    this.#cores = options.cores;
    this.narratorKind = options.narrator ?? 'kokoro';
    this.notify = (message) => {
      options.onNotice?.(message);
      this.events.publish({ type: 'notice', message });
    };
    this.host = options.host ?? 'process';
    this.desktop = options.desktop ?? {};
  }

  /** Cores that all work together may keep busy; the same until the next start. */
  get cores(): number {
    this.#cores ??= Math.min(readSettings(this.store(), this.paths).cores, availableParallelism());
    return this.#cores;
  }

  models(): ModelManager {
    this.#models ??= createModelManager({
      directory: this.paths.models,
      localFolder: this.paths.localModels,
      registry: this.#registry ?? loadRegistry(registryPath),
      shipped: shippedModels,
      tryUpscaler: (graph, signal) =>
        this.pool().run('upscale.try', graph, { threads: this.cores, ...(signal ? { signal } : {}) }),
    });
    return this.#models;
  }

  store(): Store {
    if (this.#store) return this.#store;
    const { store, notices } = openStore(this.paths.database);
    for (const notice of notices) this.notify(notice.message);
    this.#store = store;
    return store;
  }

  builder(): Promise<Builder> {
    if (this.#builder) return this.#builder;
    const { cacheBytes: bytes, cacheDays: days } = readSettings(this.store(), this.paths);
    this.#builder = createBuilder({
      store: this.store(),
      directory: this.paths.cache,
      limits: { bytes, days },
      onNotice: (notice) => {
        this.notify(notice.message);
      },
    });
    return this.#builder;
  }

  pool(): Pool {
    // Where memory is short, fewer threads hold the voice at a time; the others draw and render meanwhile.
    const { workers } = planThreads({ cores: this.cores, freeBytes: freeMemory() }, { bytesPerWorker: KOKORO_BYTES });
    this.#pool ??= createPool({
      threads: this.cores,
      entry: workerEntry(),
      areaLimits: { speech: workers, listen: this.#listeners().workers, diffusion: 1, upscale: 1 },
      areaGraceMs: {
        ...{ speech: SPEECH_GRACE_MS, listen: SPEECH_GRACE_MS },
        ...{ diffusion: PAINT_GRACE_MS, upscale: PAINT_GRACE_MS },
      },
    });
    return this.#pool;
  }

  /** How busy the threads are; asking starts none. */
  threads(): { readonly busy: number; readonly all: number; readonly queued: number } {
    const { busyThreads = 0, queued = 0 } = this.#pool?.stats() ?? {};
    return { busy: busyThreads, all: this.cores, queued };
  }

  media(): Promise<MediaTools> {
    this.#media ??= openMediaTools({
      ffmpeg: process.env['STORYLOOM_FFMPEG'],
      ffprobe: process.env['STORYLOOM_FFPROBE'],
    });
    return this.#media;
  }

  /** Of the narrator that tells the studio's films, or of another one; its model need not be here. */
  voices(kind = this.narratorKind): readonly NarratorVoice[] {
    return kind === 'tone' ? createToneNarrator().voices() : KOKORO_VOICES;
  }

  /** Fetches the voice model first when it is not here; `hooks` hear of that. */
  async narrator(kind: FilmOptions['narrator'], hooks: EnsureOptions): Promise<Narrator> {
    if (kind === 'tone') return createToneNarrator();
    const isNew = this.models().resolve(NARRATOR_MODEL) === undefined;
    const model = await this.models().ensure(NARRATOR_MODEL, hooks);
    if (isNew) this.events.publish({ type: 'models' });
    return createKokoroNarrator(this.#kokoro(model));
  }

  /**
   * Hears what is said in recordings; fetches its model first when it is not here.
   * @param options.language BCP 47; found by listening where it is left out
   */
  async listener(options: { readonly language?: string | undefined }, hooks: EnsureOptions): Promise<Listener> {
    const isNew = this.models().resolve(LISTENER_MODEL) === undefined;
    const model = await this.models().ensure(LISTENER_MODEL, hooks);
    if (isNew) this.events.publish({ type: 'models' });
    const { workers, threadsPerWorker: threads } = this.#listeners();
    return createWhisperListener({
      ...{ language: options.language, model, workers, threads, voice: await voiceFinder() },
      ...{ pool: this.pool(), builder: await this.builder(), tools: await this.media() },
    });
  }

  #listeners(): ThreadBudget {
    return planThreads({ cores: this.cores, freeBytes: freeMemory() }, { bytesPerWorker: WHISPER_BYTES });
  }

  /** The narrator if its model is on this machine and was measured: fetches nothing, and takes no time. */
  async narratorHere(kind: FilmOptions['narrator']): Promise<Narrator | undefined> {
    if (kind === 'tone') return createToneNarrator();
    const model = this.models().resolve(NARRATOR_MODEL);
    if (!model) return undefined;
    const options = this.#kokoro(model);
    const graph = knownGraph(options);
    return graph && createKokoroNarrator({ ...options, graph });
  }

  #kokoro(model: InstalledModel): KokoroOptions {
    const store = this.store();
    return {
      pool: this.pool(),
      model,
      runtimeVersion: runtimeVersion(),
      memory: {
        get: (key) => getSetting(store, key),
        set: (key, value) => {
          setSetting(store, key, value);
        },
      },
    };
  }

  /** Writes with GGUF models, on the cores that are free. */
  llama(): LlamaOwner {
    this.#llama ??= new LlamaOwner({ freeThreads: () => this.cores - this.threads().busy, idleCores, freeMemory });
    return this.#llama;
  }

  /** No GGUF model is in memory then; what is just written is waited for. */
  async letLlamaGo(): Promise<void> {
    await this.#llama?.release();
  }

  /** Files that a host was sent and that wait to be used. */
  uploads(): Uploads {
    return new Uploads(join(this.paths.root, 'uploads'));
  }

  /** Files made to be saved by the page. */
  downloads(): Downloads {
    return new Downloads(join(this.paths.root, 'downloads'));
  }

  /** The studio's projects. */
  projects(): ProjectLibrary {
    this.#projects ??= new ProjectLibrary({
      store: this.store(),
      folder: this.paths.projects,
      voice: this.voices()[0]!.id,
      publish: (event) => {
        this.events.publish(event);
      },
      notify: this.notify,
    });
    return this.#projects;
  }

  /** Paints with a picture model, by default with the best that is here; Painters.open says what is refused. */
  painter(id: string | undefined, hooks: EnsureOptions): Promise<Painter> {
    return this.#painting().open(id, hooks);
  }

  /** Who paints, if the model is on this machine: fetches nothing. */
  painterHere(id: string | undefined): Promise<Painter | undefined> {
    return this.#painting().here(id);
  }

  /** Enlarges what is painted; openEnlarger says with what, and what is refused. */
  enlarger(choice: string | undefined, hooks: EnsureOptions): Promise<Enlarger> {
    return openEnlarger(this.#picturing(), choice, hooks);
  }

  /** Who enlarges, if the model is on this machine: fetches nothing. */
  enlargerHere(choice: string | undefined): Promise<Enlarger | undefined> {
    return enlargerHere(this.#picturing(), choice);
  }

  /** No picture model or upscaler is in memory then, but for one that is at work. */
  letPaintersGo(): void {
    this.#painters?.letGo();
    this.#pool?.release();
  }

  #painting(): Painters {
    this.#painters ??= new Painters({ ...this.#picturing(), notify: this.notify });
    return this.#painters;
  }

  #picturing(): Omit<PaintersOptions, 'notify'> {
    return {
      models: () => this.models(),
      pool: () => this.pool(),
      // Where there is a page one core is the page's: painting takes all that it can get, and the page would stand still.
      threads: () => (this.host === 'process' ? this.cores : Math.max(1, this.cores - 1)),
      makeRoom: () => this.letLlamaGo(),
    };
  }

  illustrator(): Illustrator {
    return createStorybookIllustrator(this.pool());
  }

  /** Whoever works with the parts by himself is asked to stop before they are closed. */
  stopFirst(service: { close(): Promise<void> }): void {
    this.#services.push(service);
  }

  /** Stops what still runs, and gives threads, locks and files back. */
  async close(): Promise<void> {
    await Promise.all(this.#services.map((service) => service.close()));
    await this.#llama?.close();
    await this.#pool?.dispose();
    await this.#projects?.close();
    // A builder that could not be opened has nothing to close.
    const builder = await this.#builder?.catch(() => undefined);
    await builder?.close();
    this.#store?.close();
  }
}
