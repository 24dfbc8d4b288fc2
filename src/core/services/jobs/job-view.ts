import { statSync } from 'node:fs';
import { z } from 'zod';
import { filmUrl } from '../../serve/addresses.ts';
import type { Extra } from '../../../shared/film.ts';
import { ErrorCode, StudioError, type SerializedError } from '../../../shared/errors.ts';
import type { Failure, JobView } from '../../../shared/views.ts';
import type { JobRecord } from '../../store/jobs.ts';
import { extrasOf, findExtra } from '../exports/written-extras.ts';
import type { JobKind, JobResult } from './job-kind.ts';

/** What of a job's options every window is told. */
const optionsSchema = z.object({
  film: z.string().optional(),
  modelId: z.string().optional(),
  sceneId: z.string().optional(),
});

const INTERRUPTED = 'Storyloom ended while this ran. Resume it: what was finished is kept.';

/** A job as people are shown it. */
export function jobView(job: JobRecord): JobView {
  const { film: file, modelId, sceneId } = optionsSchema.parse(job.options);
  const result = (job.result ?? {}) as JobResult;
  const projectId = job.projectId ?? result.projectId;
  const film = filmOf(job);
  const extras = job.state === 'done' ? extrasOf(job.id, result.extras ?? []) : [];
  const notices = [
    ...(result.notices ?? []),
    ...(job.state === 'paused' && job.interrupted ? [INTERRUPTED] : []),
    ...(job.state === 'done' && file !== undefined && film === undefined
      ? ['The film was moved, changed or replaced since.']
      : []),
  ];
  return {
    id: job.id,
    kind: job.kind as JobKind,
    title: job.title,
    state: job.state,
    ...(projectId === undefined ? {} : { projectId }),
    ...(sceneId === undefined ? {} : { sceneId }),
    ...(modelId === undefined ? {} : { modelId }),
    ...(job.progress ? { progress: job.progress } : {}),
    ...(job.state === 'failed' && job.error ? { failure: failureOf(job.error) } : {}),
    createdAt: job.createdAt,
    ...(job.endedAt === null ? {} : { endedAt: job.endedAt }),
    ...(file === undefined ? {} : { file }),
    ...(film === undefined ? {} : { film: filmUrl(job.id) }),
    ...(extras.length === 0 ? {} : { extras }),
    ...(result.bytes === undefined ? {} : { bytes: result.bytes }),
    ...(result.seconds === undefined ? {} : { seconds: result.seconds }),
    ...(result.loudness === undefined ? {} : { loudness: result.loudness }),
    ...(notices.length === 0 ? {} : { notices }),
  };
}

/** The film's absolute path, for as long as the very file that the job wrote lies there. */
function filmOf(job: JobRecord): string | undefined {
  if (job.kind !== 'export' || job.state !== 'done') return undefined;
  const { film: file } = optionsSchema.parse(job.options);
  const { bytes, changedAt } = (job.result ?? {}) as JobResult;
  const found = file === undefined ? undefined : statSync(file, { throwIfNoEntry: false });
  return found?.size === bytes && found?.mtimeMs === changedAt ? file : undefined;
}

/** @throws StudioError `not-found` when it is not done, or its film is not there any more */
export function findFilm(job: JobRecord): string {
  const film = filmOf(job);
  if (film !== undefined) return film;
  throw new StudioError(ErrorCode.notFound, 'The film is not there.', {
    hint: job.state === 'done' ? 'It was moved, changed or replaced: export it again.' : 'Wait until it is done.',
    data: { job: job.id, state: job.state },
  });
}

/** @throws StudioError `not-found`, as above */
export function findFilmExtra(
  job: JobRecord,
  extra: Extra,
  file?: string,
): { readonly root: string; readonly path: string } {
  const { extras = [] } = (job.result ?? {}) as JobResult;
  const found = job.state === 'done' ? findExtra(extras, extra, file) : undefined;
  if (found) return found;
  throw new StudioError(ErrorCode.notFound, `There is no "${extra}" beside the film.`, {
    hint: 'It was not asked for, or was moved or changed since: export the film again.',
    data: { job: job.id, state: job.state },
  });
}

/** An error of ours as it is; a bug by its name only, for its words mean nothing to the user. */
export function failureOf(error: SerializedError): Failure {
  if (error.name === 'StudioError' && error.code !== undefined && error.code !== ErrorCode.internal) {
    const { code, message, hint } = error;
    return { code, message, ...(hint === undefined ? {} : { hint }) };
  }
  return {
    code: ErrorCode.internal,
    message: error.name === 'StudioError' ? error.message : 'Something went wrong in Storyloom itself.',
    hint: error.hint ?? 'Try it again; if it happens once more, send the diagnostics from the settings with a report.',
  };
}
