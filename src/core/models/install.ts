/** From fetched files to a model in its place: convert, write the manifest last, rename. */
import { constants } from 'node:fs';
import { copyFile, link, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { StudioError } from '../../shared/errors.ts';
import type { Conversion, Conversions } from './convert.ts';
import { createSink, requireSpace, syncFolder } from './files.ts';
import type { HashedFile } from './files.ts';
import { MANIFEST, readInstalled } from './installed.ts';
import type { InstalledModel, Manifest, OwnModel } from './installed.ts';
import type { ModelProgress } from './progress.ts';
import type { Fetched, FetchedFile } from './sources/source.ts';

export interface InstallRequest {
  readonly id: string;
  readonly fetched: Fetched;
  readonly conversions: Conversions;
  /** Where the model is put together; it must be on the same disk as `place`. */
  readonly workshop: string;
  /** The model's folder in the end. */
  readonly place: string;
  readonly notices: readonly string[];
  /** Looks at the model when it is whole and not yet in its place; says what the user should know. Throws when it cannot be used. */
  readonly check?: ((directory: string) => Promise<readonly string[]>) | undefined;
  /** Of a model that no registry knows. */
  readonly own?: OwnModel | undefined;
  readonly signal: AbortSignal | undefined;
  readonly onProgress: ((progress: ModelProgress) => void) | undefined;
}

export async function install(request: InstallRequest): Promise<InstalledModel> {
  const { id, fetched, workshop } = request;
  const ready = join(workshop, 'ready');
  await rm(ready, { recursive: true, force: true });
  await mkdir(ready, { recursive: true });

  const conversion = fetched.conversion === undefined ? undefined : findConversion(request, fetched.conversion);
  const consumed = conversion?.consumes ?? [];
  const kept = fetched.files.filter((file) => !consumed.includes(file.name));
  const copied = fetched.isOurs ? 0 : kept.reduce((sum, file) => sum + file.bytes, 0);
  await requireSpace(ready, copied + (conversion?.outputBytes ?? 0));

  const converted = await conversion?.run({
    path: (name) => pathOf(fetched.files, name),
    directory: ready,
    signal: request.signal,
    onProgress: request.onProgress,
  });
  for (const file of kept) {
    request.signal?.throwIfAborted();
    await put(file, join(ready, ...file.name.split('/')), fetched.isOurs);
  }

  const files = [...(converted?.files ?? []), ...kept].map(({ name, bytes, sha256 }): HashedFile => {
    return { name, bytes, sha256 };
  });
  const notices = [...request.notices, ...(fetched.notices ?? []), ...((await request.check?.(ready)) ?? [])];
  const made = conversion ? { name: fetched.conversion!, version: conversion.version } : null;
  await writeManifest(ready, {
    version: 1,
    id,
    source: fetched.source,
    conversion: fetched.installed?.conversion ?? made,
    files,
    graphs: fetched.installed?.graphs ?? converted?.graphs ?? {},
    notices,
    ...(request.own ? { own: request.own } : {}),
  });
  return moveIntoPlace(request);
}

/** The last step; also finishes what a killed process had ready. Undefined when nothing is ready. */
export async function finishReady(workshop: string, place: string): Promise<InstalledModel | undefined> {
  if (!readInstalled(join(workshop, 'ready'))) return undefined;
  return moveIntoPlace({ workshop, place });
}

async function moveIntoPlace({ workshop, place }: Pick<InstallRequest, 'workshop' | 'place'>): Promise<InstalledModel> {
  const replaced = join(workshop, 'replaced');
  await rm(replaced, { recursive: true, force: true });
  await rename(place, replaced).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
  });
  try {
    await rename(join(workshop, 'ready'), place);
  } catch (error) {
    await rename(replaced, place).catch(() => undefined);
    throw error;
  }
  await syncFolder(dirname(place));
  await rm(workshop, { recursive: true, force: true });
  const installed = readInstalled(place);
  if (!installed) throw new StudioError('internal', `The model in ${place} cannot be read after it was installed.`);
  return installed;
}

function findConversion({ conversions }: InstallRequest, name: string): Conversion {
  const conversion = conversions[name];
  if (conversion) return conversion;
  throw new StudioError('internal', `The registry names the unknown conversion ${name}.`);
}

function pathOf(files: readonly FetchedFile[], name: string): string {
  const file = files.find((candidate) => candidate.name === name);
  if (file) return file.path;
  throw new StudioError('internal', `The registry's conversion needs ${name}, which its source does not have.`);
}

/** A link where the file is ours, so that a killed installation still has it where it was; else a copy. */
async function put(file: FetchedFile, target: string, isOurs: boolean): Promise<void> {
  await mkdir(dirname(target), { recursive: true });
  if (
    isOurs &&
    (await link(file.path, target).then(
      () => true,
      () => false,
    ))
  )
    return;
  await copyFile(file.path, target, constants.COPYFILE_FICLONE);
  const handle = await open(target, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function writeManifest(directory: string, manifest: Manifest): Promise<void> {
  await syncFolder(directory);
  const sink = await createSink(join(directory, MANIFEST));
  try {
    await sink.write(Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`));
    await sink.finish();
  } finally {
    await sink.close();
  }
}
