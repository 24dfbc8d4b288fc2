import { objectFolder } from '../build/cache-folder.ts';
import { findFilm, findFilmExtra } from '../services/jobs/job-view.ts';
import { StudioLog } from '../services/studio-log.ts';
import { getJob } from '../store/jobs.ts';
import type { Workplace } from '../workplace.ts';
import { createMediaHandler, type MediaPlaces } from './media.ts';
import { createPageHandler } from './page.ts';
import { createUploadHandler } from './receive-upload.ts';

/** Whatever a host is asked for that is bytes; undefined for what is not, which is the host's own to answer. */
export function createServer(workplace: Workplace): (request: Request) => Promise<Response | undefined> {
  const onBug = logBugs(workplace);
  const media = createMediaHandler(placesOf(workplace), onBug);
  const upload = createUploadHandler(workplace.uploads(), onBug);
  return async (request) => {
    const { pathname } = new URL(request.url);
    if (pathname === '/uploads') return upload(request);
    return pathname.startsWith('/media/') ? media(request) : undefined;
  };
}

/** Answers for the built page in a folder. */
export function createPage(workplace: Workplace, folder: string): (request: Request) => Promise<Response> {
  return createPageHandler(folder, logBugs(workplace));
}

function logBugs(workplace: Workplace): (error: unknown) => void {
  const log = new StudioLog(workplace.paths.logs);
  return (error) => {
    log.error(error, {}, 'bytes could not be sent or taken in');
  };
}

function placesOf(workplace: Workplace): MediaPlaces {
  return {
    artefactFolder: (key) => objectFolder(workplace.paths.cache, key),
    asset: (projectId, asset) => {
      const projects = workplace.projects();
      return { root: projects.assetFolder(projectId), path: projects.assetPath(projectId, asset) };
    },
    film: (jobId) => findFilm(getJob(workplace.store(), jobId)),
    filmExtra: (jobId, extra, file) => findFilmExtra(getJob(workplace.store(), jobId), extra, file),
    download: (id, name) => {
      const downloads = workplace.downloads();
      return { root: downloads.root, path: downloads.path(id, name) };
    },
  };
}
