import { first } from './0001-first.ts';
import { documents } from './0002-documents.ts';
import { studioJobs } from './0003-studio-jobs.ts';
import { unitRows } from './0004-unit-rows.ts';

/** SQL that leads from version n to n + 1, in order. Released ones are never edited: the next change is a new one. */
export const MIGRATIONS: readonly string[] = [first, documents, studioJobs, unitRows];
