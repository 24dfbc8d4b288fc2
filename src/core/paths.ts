/**
 * The only place that resolves where things are: the user's data, the models, the files shipped with the program.
 * Packed into an app, `resources` and the worker's entry lie beside the asar archive, not inside it.
 */
import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import envPaths from 'env-paths';

/** The folder that holds package.json, resources and models, in a checkout as in a packed app. */
function findRoot(start: string): string {
  let folder = start;
  while (!existsSync(join(folder, 'package.json')) || !existsSync(join(folder, 'models', 'registry.json'))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error(`No Storyloom root above ${start}`);
    folder = parent;
  }
  return folder;
}

const here = dirname(fileURLToPath(import.meta.url));

export const projectRoot = findRoot(here).replace('app.asar', 'app.asar.unpacked');

/** A file shipped in resources/. */
export function resourcePath(...parts: string[]): string {
  return join(projectRoot, 'resources', ...parts);
}

/** A story that comes with the program. */
export function examplePath(name: string): string {
  return join(projectRoot, 'examples', name);
}

/** Models that come with the program, a folder each. */
export const shippedModels = join(projectRoot, 'models');

export const registryPath = join(shippedModels, 'registry.json');

/** The worker threads' entry: TypeScript in a checkout, the built bundle in the app. */
export function workerEntry(): URL {
  const source = join(here, 'worker', 'entry.ts');
  if (existsSync(source)) return pathToFileURL(source);
  // This module may be built into a chunk of its own, a folder below the entries.
  const built = [here, dirname(here)].map((folder) => join(folder, 'worker.js')).find((path) => existsSync(path));
  if (built === undefined) throw new Error(`No worker.js was built near ${here}`);
  return pathToFileURL(built.replace('app.asar', 'app.asar.unpacked'));
}

export interface DataPaths {
  /** Database, cache, models and logs lie in it. */
  readonly root: string;
  readonly database: string;
  readonly cache: string;
  /** Pictures of the studio's projects, and copies of their documents. */
  readonly projects: string;
  /** Recordings that are being listened to. */
  readonly listening: string;
  readonly models: string;
  /** Fonts of the system beside our own, for texts that ours do not cover. */
  readonly fonts: string;
  readonly logs: string;
  /** Where films go unless the user says otherwise. */
  readonly films: string;
  /** A folder of models that the user has already (STORYLOOM_MODELS). */
  readonly localModels: string | undefined;
}

/**
 * The data folder: what the caller names, else STORYLOOM_DATA, else the platform's own place for application data.
 */
export function dataPaths(chosen?: string, environment: NodeJS.ProcessEnv = process.env): DataPaths {
  const own = chosen ?? environment['STORYLOOM_DATA'];
  const root = resolve(own ?? envPaths('storyloom', { suffix: '' }).data);
  return {
    root,
    database: join(root, 'storyloom.sqlite'),
    cache: join(root, 'cache'),
    projects: join(root, 'projects'),
    listening: join(root, 'listening'),
    models: environment['STORYLOOM_MODELS_CACHE'] ?? join(root, 'models'),
    fonts: join(root, 'fonts'),
    logs: join(root, 'logs'),
    // A data folder of the user's own choice holds everything.
    films: (own === undefined ? videosFolder() : undefined) ?? join(root, 'films'),
    localModels: environment['STORYLOOM_MODELS'],
  };
}

/** Storyloom's in the folder that the system has for videos; undefined where there is none. */
function videosFolder(): string | undefined {
  const videos = join(homedir(), process.platform === 'darwin' ? 'Movies' : 'Videos');
  return existsSync(videos) ? join(videos, 'Storyloom') : undefined;
}

/** Of Storyloom itself. */
export function productVersion(): string {
  return versionIn(join(projectRoot, 'package.json'));
}

/** Of onnxruntime-node, whose speed with a model differs from version to version. */
export function runtimeVersion(): string {
  return versionIn(join(projectRoot, 'node_modules', 'onnxruntime-node', 'package.json'));
}

function versionIn(manifest: string): string {
  return (JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }).version;
}
