import type { StepsTable } from './schema.ts';
import type { LastStep } from './projects.ts';
import type { Store } from './store.ts';

export interface StepRecord {
  readonly stage: string;
  readonly unit: string;
  readonly key: string;
  readonly state: StepsTable['state'];
  readonly cached: boolean;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  /** Null while it runs. */
  readonly ms: number | null;
  readonly bytes: number | null;
}

export interface NewStep {
  readonly jobId: string;
  readonly stage: string;
  readonly unit: string;
  readonly key: string;
}

export interface StepEnd {
  readonly state: Exclude<StepsTable['state'], 'running'>;
  readonly cached: boolean;
  readonly ms: number;
  readonly bytes: number | null;
}

/** @returns the step's number, for `endStep`. */
export function beginStep(store: Store, step: NewStep): number {
  const row = store.first(
    store.query
      .insertInto('steps')
      .values({
        job_id: step.jobId,
        stage: step.stage,
        unit: step.unit,
        key: step.key,
        state: 'running',
        cached: 0,
        started_at: store.clock(),
        ms: null,
        bytes: null,
      })
      .returning('id'),
  );
  return row!.id;
}

export function endStep(store: Store, id: number, end: StepEnd): void {
  store.run(
    store.query
      .updateTable('steps')
      .set({ state: end.state, cached: end.cached ? 1 : 0, ms: end.ms, bytes: end.bytes })
      .where('id', '=', id),
  );
}

/** In the order in which they began. */
export function listSteps(store: Store, jobId: string): StepRecord[] {
  const rows = store.all(
    store.query
      .selectFrom('steps')
      .select(['stage', 'unit', 'key', 'state', 'cached', 'started_at as startedAt', 'ms', 'bytes'])
      .where('job_id', '=', jobId)
      .orderBy('id'),
  );
  return rows.map((row) => ({ ...row, cached: row.cached === 1 }));
}

/** The project that a job is for, if any. */
export function projectOf(store: Store, jobId: string): string | undefined {
  const job = store.first(store.query.selectFrom('jobs').select('project_id').where('id', '=', jobId));
  return job?.project_id ?? undefined;
}

/** Remembers what a unit of a project was made from. */
export function recordUnit(store: Store, projectId: string, step: Omit<LastStep, 'madeAt'>): void {
  const fields = {
    stage_version: step.stageVersion,
    key: step.key,
    identity: step.identity,
    made_at: store.clock(),
  };
  store.run(
    store.query
      .insertInto('units')
      .values({ project_id: projectId, stage: step.stage, unit: step.unit, ...fields })
      .onConflict((conflict) => conflict.columns(['project_id', 'stage', 'unit']).doUpdateSet(fields)),
  );
}
