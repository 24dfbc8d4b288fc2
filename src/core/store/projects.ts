import { createHash, randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import type { Store } from './store.ts';

export interface ProjectRecord {
  readonly id: string;
  /** Absolute path of the story's file; null when there is none. */
  readonly path: string | null;
  readonly title: string;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  readonly openedAt: number;
}

/** What a unit of a project was last made from. */
export interface LastStep {
  readonly stage: string;
  readonly unit: string;
  readonly stageVersion: number;
  readonly key: string;
  /** The stage's identity, canonical JSON. */
  readonly identity: string;
  readonly madeAt: number;
}

/**
 * Makes or opens a project. A story's path is its identity: the same file is the same project, in a new database too.
 */
export function upsertProject(
  store: Store,
  project: { readonly path?: string; readonly title: string },
): ProjectRecord {
  const path = project.path === undefined ? null : resolve(project.path);
  const id = path === null ? randomUUID() : createHash('sha256').update(path).digest('hex').slice(0, 32);
  const now = store.clock();
  store.run(
    store.query
      .insertInto('projects')
      .values({ id, path, title: project.title, created_at: now, opened_at: now })
      .onConflict((conflict) => conflict.column('id').doUpdateSet({ title: project.title, opened_at: now })),
  );
  return getProject(store, id)!;
}

export function getProject(store: Store, id: string): ProjectRecord | undefined {
  return store.first(selectProjects(store).where('id', '=', id));
}

/** The last opened first. */
export function listProjects(store: Store): ProjectRecord[] {
  return store.all(selectProjects(store).orderBy('opened_at', 'desc').orderBy('id'));
}

/** Forgets the project, its jobs and what it was made from; the story's file and the cache stay. */
export function removeProject(store: Store, id: string): void {
  store.run(store.query.deleteFrom('projects').where('id', '=', id));
}

/** What every unit of the project was last made from, by stage and unit. */
export function lastSteps(store: Store, projectId: string): LastStep[] {
  return store.all(selectUnits(store).where('project_id', '=', projectId).orderBy('stage').orderBy('unit'));
}

export function lastStep(store: Store, projectId: string, stage: string, unit: string): LastStep | undefined {
  return store.first(
    selectUnits(store).where('project_id', '=', projectId).where('stage', '=', stage).where('unit', '=', unit),
  );
}

function selectProjects(store: Store) {
  return store.query
    .selectFrom('projects')
    .select(['id', 'path', 'title', 'created_at as createdAt', 'opened_at as openedAt']);
}

function selectUnits(store: Store) {
  return store.query
    .selectFrom('units')
    .select(['stage', 'unit', 'stage_version as stageVersion', 'key', 'identity', 'made_at as madeAt']);
}
