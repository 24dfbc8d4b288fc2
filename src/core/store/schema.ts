/** The tables as typed queries see them; migrations/ makes them. Times are milliseconds since 1970. */
import type { Generated } from 'kysely';
import type { JobState } from '../../shared/job.ts';

export interface ProjectsTable {
  readonly id: string;
  /** Absolute path of the story; null for a project that has no file. */
  readonly path: string | null;
  readonly title: string;
  readonly created_at: number;
  readonly opened_at: number;
}

/** A project that the studio edits; one of a story file alone has none. */
export interface DocumentsTable {
  readonly project_id: string;
  /** Rises by one with every edit, undo and redo. */
  readonly revision: number;
  readonly scenes: number;
  readonly words: number;
  /** A file's name in the project's assets. */
  readonly cover: string | null;
  readonly edited_at: number;
  /** Null unless it was deleted and can still be restored. */
  readonly deleted_at: number | null;
  /** The number of the newest edit that `body` has in it: those above were taken back and can be redone. */
  readonly last_edit: number;
  /** JSON of a ProjectDocument. The last column: a list of projects need not read past it. */
  readonly body: string;
}

export interface EditsTable {
  readonly project_id: string;
  /** From 1 on, without gaps but for old ones that were dropped. */
  readonly number: number;
  /** For people: 'Split scene 3'. */
  readonly label: string;
  /** Edits of the same word that follow each other closely are one. */
  readonly burst: string | null;
  readonly made_at: number;
  /** JSON of a Patch (core/project/history/patch.ts). */
  readonly patch: string;
}

export interface JobsTable {
  readonly id: string;
  /** Rises by one a job: the order of creation, which a clock cannot promise. */
  readonly sequence: Generated<number>;
  readonly project_id: string | null;
  readonly kind: string;
  /** For people; empty for what nobody is shown. */
  readonly title: Generated<string>;
  readonly state: JobState;
  readonly created_at: number;
  readonly started_at: number | null;
  readonly ended_at: number | null;
  /** JSON of a SerializedError. */
  readonly error: string | null;
  readonly cancel_requested: number;
  readonly pause_requested: Generated<number>;
  /** 1: its process ended without ending the job. */
  readonly interrupted: number;
  /** 1: it can be gone on with, so a process that ends leaves it paused rather than failed. */
  readonly resumable: Generated<number>;
  /** JSON. */
  readonly options: string;
  /** JSON: the last Progress of a job that the studio shows. */
  readonly progress: string | null;
  /** JSON: what came of it. */
  readonly result: string | null;
  /** JSON: what it works on, where that is large; dropped once it has ended for good. */
  readonly material: string | null;
  /** The process that runs it, or in whose queue it waits. */
  readonly owner_id: string | null;
  readonly pid: number | null;
}

export interface StepsTable {
  readonly id: Generated<number>;
  readonly job_id: string;
  readonly stage: string;
  readonly unit: string;
  readonly key: string;
  readonly state: Exclude<JobState, 'queued' | 'paused'>;
  readonly cached: number;
  readonly started_at: number;
  /** Milliseconds; null while it runs. */
  readonly ms: number | null;
  readonly bytes: number | null;
}

/** What each unit of a project was last made from: the answer to 'why is it made again'. */
export interface UnitsTable {
  readonly project_id: string;
  readonly stage: string;
  readonly unit: string;
  readonly stage_version: number;
  readonly key: string;
  /** JSON. */
  readonly identity: string;
  readonly made_at: number;
}

export interface ArtefactsTable {
  readonly key: string;
  readonly stage: string;
  readonly stage_version: number;
  readonly digest: string;
  readonly bytes: number;
  /** JSON: StoredFile[]. */
  readonly files: string;
  /** JSON. */
  readonly output: string;
  /** How long it took to make. */
  readonly ms: number;
  readonly created_at: number;
  readonly last_used_at: number;
  readonly use_count: number;
}

export interface SettingsTable {
  readonly key: string;
  /** JSON. */
  readonly value: string;
  readonly changed_at: number;
}

export interface MeasurementsTable {
  readonly id: Generated<number>;
  readonly machine: string;
  readonly rate: string;
  readonly work: number;
  readonly ms: number;
  readonly measured_at: number;
}

/** Processes that have the store open; alive while they hold the lock on their file in owners/. */
export interface OwnersTable {
  readonly id: string;
  readonly pid: number;
  readonly started_at: number;
}

/** Who is making which key right now. */
export interface ClaimsTable {
  readonly key: string;
  readonly owner_id: string;
  readonly claimed_at: number;
}

/** What must not be trimmed. `scope` is a job's id, or empty for an owner's other uses. */
export interface PinsTable {
  readonly key: string;
  readonly owner_id: string;
  readonly scope: string;
}

export interface Schema {
  readonly projects: ProjectsTable;
  readonly documents: DocumentsTable;
  readonly edits: EditsTable;
  readonly jobs: JobsTable;
  readonly steps: StepsTable;
  readonly units: UnitsTable;
  readonly artefacts: ArtefactsTable;
  readonly settings: SettingsTable;
  readonly measurements: MeasurementsTable;
  readonly owners: OwnersTable;
  readonly claims: ClaimsTable;
  readonly pins: PinsTable;
}
