import type { Loudness } from '../../../shared/film.ts';
import type { Progress } from '../../../shared/job.ts';
import type { JobView } from '../../../shared/views.ts';
import type { Log } from '../../log.ts';
import type { JobRecord } from '../../store/jobs.ts';
import type { WrittenExtra } from '../exports/written-extras.ts';

/** The kinds of work that the studio shows as jobs. */
export const JOB_KINDS = ['export', 'preview', 'fetch-model', 'listen'] as const satisfies readonly JobView['kind'][];
export type JobKind = (typeof JOB_KINDS)[number];

/** What came of a job; plain JSON, kept with it. */
export interface JobResult {
  /** Of a recording: the project that was made of it. */
  readonly projectId?: string;
  readonly bytes?: number;
  /** Of film. */
  readonly seconds?: number;
  /** When the film was written, by its file's own time: another one in its place is not taken for it. */
  readonly changedAt?: number;
  readonly loudness?: Loudness | undefined;
  readonly notices?: readonly string[];
  readonly extras?: readonly WrittenExtra[];
}

export interface JobRun {
  readonly job: JobRecord;
  /** Aborted by cancel, pause and the end of the program alike: the run keeps what is finished and stops. */
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
  readonly log: Log;
}

export interface JobRunner {
  /** How many of the kind run at once; the others wait in the order in which they came. */
  readonly atOnce: number;
  /** Also counting those that other processes on this data folder run. */
  readonly acrossProcesses: boolean;
  /** Called again with the same job after a pause or failure: nothing that is finished is done twice. */
  run(run: JobRun): Promise<JobResult>;
}
