/** The product, behind one door: hosts import this file and nothing else of the core. */
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import type { BenchName } from '../shared/bench.ts';
import type { Finding } from '../shared/doctor.ts';
import type { FilmPlan, FilmReport, StoryboardReport } from '../shared/film.ts';
import type { StudioEvent } from '../shared/views.ts';
import type { StoryOutline, WriteRequest, WrittenStory } from '../shared/writing.ts';
import { runBenches, type BenchReport } from './bench/bench.ts';
import type { Builder } from './build/contract.ts';
import { examineEncoders } from './handlers/encoders.ts';
import { examine } from './handlers/examine.ts';
import { reportFetch } from './fetch-progress.ts';
import type { FilmRequest } from './handlers/film-request.ts';
import type { PictureFileRequest, PictureFiles } from './handlers/pictures/paint-file.ts';
import type { PictureHooks } from './handlers/pictures/paint-picture.ts';
import { planFilm } from './handlers/plan-film.ts';
import { filmWithoutPictures } from './handlers/without-pictures.ts';
import { renderFilm, type RenderHooks } from './handlers/render-film.ts';
import { tellStoryboard } from './handlers/tell-storyboard.ts';
import { speakToFile, type SpeakReport, type SpeakTextRequest } from './handlers/speak.ts';
import { listenToFile, type ListenReport, type ListenRequest } from './handlers/listen.ts';
import type { WriteFileRequest } from './handlers/writers/write-file.ts';
import { defaultPictureModel } from './models/default-picture-model.ts';
import type { InstalledModel } from './models/installed.ts';
import type { FileProblem, ModelManager, ModelStatus } from './models/manager.ts';
import type { OwnImport } from './models/own.ts';
import type { DataPaths } from './paths.ts';
import { KOKORO_VOICES } from './providers/local/kokoro-voices.ts';
import type { NarratorVoice } from './providers/narrator.ts';
import type { WriteHooks } from './providers/writer.ts';
import type { StudioRouter } from './router/router.ts';
import { Workplace, type WorkplaceOptions } from './workplace.ts';

export type { DesktopServices } from './workplace.ts';
export type { FileProblem, InstalledModel, ListenReport, ModelStatus, OwnImport, PictureFiles, StudioRouter };

export interface Studio {
  readonly paths: DataPaths;
  readonly models: ModelManager;
  /** Every request of the contract, for the hosts that carry it (src/shared/contract.ts); loaded when first asked for. */
  router(): Promise<StudioRouter>;
  /** Answers the addresses of media and uploads (serve/addresses.ts); undefined for any other. */
  serve(request: Request): Promise<Response | undefined>;
  /** A file of this machine, as if it had been sent to POST /uploads: a copy of it waits under the id that is given. */
  takeIn(file: string): Promise<string>;
  /** Answers for the built page in a folder, with its content security policy. */
  page(folder: string): Promise<(request: Request) => Promise<Response>>;
  /** Hears every event of the studio until the function it gives is called. */
  watch(listener: (event: StudioEvent) => void): () => void;
  renderFilm(request: FilmRequest, hooks: RenderHooks): Promise<FilmReport>;
  planFilm(request: FilmRequest, hooks: RenderHooks): Promise<FilmPlan>;
  /** Scenes and what their pictures would show: no voice and no picture is made. */
  tellStoryboard(request: FilmRequest, hooks: RenderHooks): Promise<StoryboardReport>;
  /** The film that was made last with fewer pictures than it could have; undefined when the last one has all. */
  filmWithoutPictures(): FilmRequest | undefined;
  /** A story from an idea, as a Markdown file. */
  writeStoryFile(request: WriteFileRequest, hooks: WriteHooks): Promise<WrittenStory>;
  outlineStory(request: WriteRequest, hooks: WriteHooks): Promise<StoryOutline>;
  /** A picture of a prompt, or a few, as PNG files. */
  paintPicture(request: PictureFileRequest, hooks: PictureHooks): Promise<PictureFiles>;
  speak(request: SpeakTextRequest, hooks: RenderHooks): Promise<SpeakReport>;
  /** Writes down what is said in a recording. */
  listen(request: ListenRequest, hooks: RenderHooks): Promise<ListenReport>;
  fetchModel(id: string, hooks: RenderHooks): Promise<InstalledModel>;
  /** From a folder with the files of a model of the registry. */
  importModel(id: string, folder: string, hooks: RenderHooks): Promise<InstalledModel>;
  /** From a folder with a picture model that the registry does not know. */
  importOwnModel(folder: string, own: OwnImport, hooks: RenderHooks): Promise<InstalledModel>;
  /** Who paints where no model is named, if any is here. */
  pictureModel(): string | undefined;
  voices(): readonly NarratorVoice[];
  /** The cache's own doings: stats, verify, trim, clear. */
  cache(): Promise<Builder>;
  /** Looks at all that a film needs; every encoder is tried anew. */
  examine(): Promise<Finding[]>;
  bench(names: readonly BenchName[], hooks: RenderHooks): Promise<BenchReport>;
  close(): Promise<void>;
}

/** Nothing is opened before it is needed; `close` gives back whatever was. */
export function createStudio(options: WorkplaceOptions = {}): Studio {
  const workplace = new Workplace(options);
  // The command line has no use for the contract and all that checks it, nor for what hosts serve.
  const router = once(async () => (await import('./router/router.ts')).createRouter(workplace));
  const server = once(async () => (await import('./serve/server.ts')).createServer(workplace));
  return {
    paths: workplace.paths,
    get models() {
      return workplace.models();
    },
    router,
    serve: async (request) => (await server())(request),
    takeIn: async (file) => (await workplace.uploads().receive(basename(file), createReadStream(file))).uploadId,
    page: async (folder) => (await import('./serve/server.ts')).createPage(workplace, folder),
    watch: (listener) => workplace.events.subscribe(listener),
    renderFilm: (request, hooks) => renderFilm(workplace, request, hooks),
    planFilm: (request, hooks) => planFilm(workplace, request, hooks),
    tellStoryboard: (request, hooks) => tellStoryboard(workplace, request, hooks),
    filmWithoutPictures: () => filmWithoutPictures(workplace),
    writeStoryFile: async (request, hooks) =>
      (await import('./handlers/writers/write-file.ts')).writeStoryFile(workplace, request, hooks),
    outlineStory: async (request, hooks) =>
      (await import('./handlers/writers/write-file.ts')).outlineStory(workplace, request, hooks),
    paintPicture: async (request, hooks) =>
      (await import('./handlers/pictures/paint-file.ts')).paintToFile(workplace, request, hooks),
    speak: (request, hooks) => speakToFile(workplace, request, hooks),
    listen: (request, hooks) => listenToFile(workplace, request, hooks),
    fetchModel: (id, { signal, onProgress }) =>
      workplace.models().ensure(id, { signal, onProgress: reportFetch(onProgress, id) }),
    importModel: (id, folder, { signal, onProgress }) =>
      workplace.models().import(id, folder, { signal, onProgress: reportFetch(onProgress, id) }),
    importOwnModel: (folder, own, { signal, onProgress }) =>
      workplace.models().importOwn(folder, { ...own, signal, onProgress: reportFetch(onProgress, basename(folder)) }),
    pictureModel: () => defaultPictureModel(workplace.models().list())?.id,
    voices: () => KOKORO_VOICES,
    cache: () => workplace.builder(),
    examine: async () => [...(await examine(workplace)), ...(await examineEncoders(workplace))],
    bench: (names, hooks) => runBenches(workplace, names, hooks),
    close: () => workplace.close(),
  };
}

function once<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | undefined;
  return () => (made ??= make());
}
