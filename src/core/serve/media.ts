import { realpath } from 'node:fs/promises';
import { basename, sep } from 'node:path';
import type { Extra } from '../../shared/film.ts';
import { ErrorCode, StudioError } from '../../shared/errors.ts';
import { systemCode } from '../store/storage-error.ts';
import { parseMediaAddress, type MediaAddress } from './addresses.ts';
import { failureResponse, refuse } from './failure.ts';
import { sendFile, type FileToSend } from './send-file.ts';

/** Where the bytes of each kind of address lie. Each may throw StudioError `not-found`. */
export interface MediaPlaces {
  /** The folder of a finished artefact; nothing outside of it is sent. */
  artefactFolder(key: string): string;
  /** A picture of a project's own, within `root`. */
  asset(projectId: string, asset: string): { readonly root: string; readonly path: string };
  /** The film of an export, wherever the user had it written. */
  film(jobId: string): string;
  /** What lies beside it; `file` of the folder of assets. Nothing outside of `root` is sent. */
  filmExtra(jobId: string, extra: Extra, file?: string): { readonly root: string; readonly path: string };
  download(id: string, name: string): { readonly root: string; readonly path: string };
}

/**
 * Answers every address of addresses.ts, for any host. It never rejects: a failure is an answer too, and `onBug` hears of
 * one that was not expected.
 */
export function createMediaHandler(
  places: MediaPlaces,
  onBug: (error: unknown) => void,
): (request: Request) => Promise<Response> {
  return async (request) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      const refusal = { code: 'method', message: `${request.method} is not for media.`, hint: 'Use GET or HEAD.' };
      return refuse(405, refusal, { allow: 'GET, HEAD' });
    }
    try {
      const address = parseMediaAddress(new URL(request.url).pathname);
      if (!address) throw missing();
      return await sendFile(request, await find(places, address));
    } catch (error) {
      const isMissing = ['ENOENT', 'ENOTDIR', 'EISDIR', 'ELOOP'].includes(systemCode(error));
      return failureResponse(isMissing ? missing(error) : error, onBug);
    }
  };
}

async function find(places: MediaPlaces, address: MediaAddress): Promise<FileToSend> {
  switch (address.kind) {
    case 'artefact': {
      const root = places.artefactFolder(address.key);
      const path = await inside(root, `${root}${sep}${address.file}`);
      return { path, name: address.file, isImmutable: true };
    }
    case 'asset': {
      const { root, path } = places.asset(address.projectId, address.asset);
      return { path: await inside(root, path), name: address.asset, isImmutable: true };
    }
    case 'film': {
      const path = places.film(address.jobId);
      return { path, name: basename(path), isImmutable: false };
    }
    case 'film-extra': {
      const { root, path } = places.filmExtra(address.jobId, address.extra, address.file);
      return { path: await inside(root, path), name: basename(path), isImmutable: false };
    }
    case 'download': {
      const { root, path } = places.download(address.id, address.name);
      return { path: await inside(root, path), name: address.name, isImmutable: true, isAttachment: true };
    }
  }
}

/** Whatever the names looked like, and wherever a link leads: only what truly lies within the folder is sent. */
async function inside(root: string, path: string): Promise<string> {
  const [folder, file] = await Promise.all([realpath(root), realpath(path)]);
  if (!file.startsWith(folder + sep)) throw missing();
  return file;
}

function missing(cause?: unknown): StudioError {
  const hint = 'Ask for the scene or the job again: its addresses change when it is made anew.';
  return new StudioError(ErrorCode.notFound, 'There is nothing at this address.', { hint, cause });
}
