/** A .storyloom file to a document, its pictures and music. The file comes from anyone: nothing in it is believed. */
import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { openPromise, type Entry, type ZipFile } from 'yauzl';
import { ErrorCode, isStudioError, StudioError } from '../../shared/errors.ts';
import type { ProjectDocument } from '../../shared/project.ts';
import { storageErrorOnDisk, systemCode } from '../store/storage-error.ts';
import { assetsOf, checkDocument } from './document.ts';
import { isMusic, looksLikeMusic } from './own-music.ts';
import { describe } from './own-picture.ts';
import { ASSETS_FOLDER, DOCUMENT_ENTRY } from './pack.ts';

/** Ten thousand scenes of twenty thousand characters would be 200 MB; real ones are under one. */
const LARGEST_DOCUMENT = 64e6;
/** A picture. */
const LARGEST_PICTURE = 200e6;
/** Music and recordings are kept as they came: three hours may be. */
const LARGEST_SOUND = 4e9;
const LARGEST_ALL = 8e9;
const MOST_ENTRIES = 100_000;

/**
 * Takes a project out of its file. Only what project.json names is taken, under the names that it has there; each of
 * them is checked against its own name, which is its SHA-256. The file itself is only read.
 * @param name the file's own, for people
 * @param folder is made, with the pictures in it, whole or not at all
 * @throws StudioError `input` with the reason why it cannot be opened, `disk-full`, `permission`
 */
export async function unpackProject(path: string, name: string, folder: string): Promise<ProjectDocument> {
  const zip = await openPromise(path, { autoClose: false, strictFileNames: true }).catch((cause: unknown) =>
    damaged(name, 'it is no .storyloom file, or only a part of one', cause),
  );
  const temporary = `${folder}.part`;
  try {
    const entries = await listEntries(zip, name);
    const document = await readDocument(zip, entries.get(DOCUMENT_ENTRY), name);
    const assets = [...assetsOf(document)].map((asset) => ({ asset, entry: entries.get(ASSETS_FOLDER + asset) }));
    const bytes = assets.reduce((sum, { entry }) => sum + (entry?.uncompressedSize ?? 0), 0);
    if (bytes > LARGEST_ALL) damaged(name, 'its files are larger than those of any real project');
    await mkdir(temporary, { recursive: true });
    for (const { asset, entry } of assets) await takeAsset(zip, entry, asset, join(temporary, asset), name);
    await rename(temporary, folder);
    return document;
  } catch (error) {
    await rm(temporary, { recursive: true, force: true });
    if (isStudioError(error)) throw error;
    // What has a system code is about our disk, anything else about the file.
    if (/^E[A-Z]+$/.test(systemCode(error))) throw await storageErrorOnDisk(error, folder);
    return damaged(name, `it cannot be read (${error instanceof Error ? error.message : String(error)})`, error);
  } finally {
    zip.close();
  }
}

/** By their names, which yauzl has found to be neither absolute nor a way up. */
async function listEntries(zip: ZipFile, name: string): Promise<Map<string, Entry>> {
  if (zip.entryCount > MOST_ENTRIES) damaged(name, 'it has more files in it than any real project');
  const entries = new Map<string, Entry>();
  for await (const entry of zip.eachEntry()) {
    if (entries.has(entry.fileName)) damaged(name, `two files in it are called ${entry.fileName}`);
    entries.set(entry.fileName, entry);
  }
  return entries;
}

async function readDocument(zip: ZipFile, entry: Entry | undefined, name: string): Promise<ProjectDocument> {
  if (!entry) damaged(name, `it has no ${DOCUMENT_ENTRY}`);
  const bytes = await buffer(await openEntry(zip, entry, LARGEST_DOCUMENT, name));
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    return damaged(name, `its ${DOCUMENT_ENTRY} is not JSON`, error);
  }
  return checkDocument(value, name);
}

async function takeAsset(
  zip: ZipFile,
  entry: Entry | undefined,
  asset: string,
  path: string,
  name: string,
): Promise<void> {
  const what = isMusic(asset) ? 'sound' : 'picture';
  if (!entry) damaged(name, `the ${what} ${asset} is not in it`);
  const sum = createHash('sha256');
  const stream = await openEntry(zip, entry, isMusic(asset) ? LARGEST_SOUND : LARGEST_PICTURE, name);
  stream.on('data', (bytes: Uint8Array) => sum.update(bytes));
  await pipeline(stream, createWriteStream(path, { flags: 'wx', flush: true }));
  if (!asset.startsWith(sum.digest('hex'))) damaged(name, `the ${what} ${asset} is not what it was`);
  if (!isMusic(asset)) await describe(path, `A picture in ${name}`);
  else if (!(await looksLikeMusic(path))) damaged(name, `${asset} in it is no sound`);
}

/** yauzl ends the stream with an error as soon as it is longer than the entry says. */
async function openEntry(zip: ZipFile, entry: Entry, most: number, name: string) {
  if (entry.uncompressedSize > most) damaged(name, `${entry.fileName} in it is too large`);
  if (entry.isEncrypted()) damaged(name, 'it is locked with a password');
  return await zip.openReadStreamPromise(entry);
}

function damaged(name: string, reason: string, cause?: unknown): never {
  throw new StudioError(ErrorCode.input, `${name} cannot be opened: ${reason}.`, {
    hint: 'Take another copy of the file, or pack the project again where it was made.',
    ...(cause === undefined ? {} : { cause }),
  });
}
