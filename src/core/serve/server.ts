import { ErrorCode, StudioError } from '../../shared/errors.ts';
import { objectFolder } from '../build/cache-folder.ts';
import type { Workplace } from '../workplace.ts';
import { createMediaHandler, type MediaPlaces } from './media.ts';
import { createUploadHandler } from './receive-upload.ts';

/** Whatever a host is asked for that is bytes; undefined for what is not, which is the host's own to answer. */
export function createServer(workplace: Workplace): (request: Request) => Promise<Response | undefined> {
  const media = createMediaHandler(placesOf(workplace));
  const upload = createUploadHandler(workplace.uploads());
  return async (request) => {
    const { pathname } = new URL(request.url);
    if (pathname === '/uploads') return upload(request);
    return pathname.startsWith('/media/') ? media(request) : undefined;
  };
}

function placesOf(workplace: Workplace): MediaPlaces {
  return {
    artefactFolder: (key) => objectFolder(workplace.paths.cache, key),
    asset: (projectId, asset) => {
      const projects = workplace.projects();
      return { root: projects.assetFolder(projectId), path: projects.assetPath(projectId, asset) };
    },
    film: notKept,
    download: (id, name) => {
      const downloads = workplace.downloads();
      return { root: downloads.root, path: downloads.path(id, name) };
    },
  };
}

function notKept(): never {
  throw new StudioError(ErrorCode.notFound, 'There is none.');
}
