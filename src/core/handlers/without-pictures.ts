import { lastDone } from '../store/jobs.ts';
import { getProject } from '../store/projects.ts';
import type { Workplace } from '../workplace.ts';
import type { FilmRequest } from './film-request.ts';

/** What a film's job keeps of its request (render-film.ts). */
interface FilmJobOptions {
  readonly film: string;
  readonly asked?: FilmRequest['options'];
}

/** The request for the film that was made last, with all of its pictures; undefined when it has them, or when there is none. */
export function filmWithoutPictures(workplace: Workplace): FilmRequest | undefined {
  const store = workplace.store();
  const job = lastDone(store, 'film');
  const story = job?.projectId ? getProject(store, job.projectId)?.path : undefined;
  if (!job || !story) return undefined;
  const { film, asked } = job.options as FilmJobOptions;
  return asked?.limitPictures === undefined
    ? undefined
    : { story, film, options: { ...asked, limitPictures: undefined } };
}
