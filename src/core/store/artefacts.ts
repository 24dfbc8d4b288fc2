import type { ArtefactsTable } from './schema.ts';
import type { Store } from './store.ts';

/** A file of an artefact as the database remembers it. */
export interface StoredFile {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
  /** When it was last written, as seen when its bytes were last checked; null: they must be read before use. */
  readonly mtimeMs: number | null;
}

export interface ArtefactRecord {
  readonly key: string;
  readonly stage: string;
  readonly stageVersion: number;
  readonly digest: string;
  readonly bytes: number;
  readonly files: readonly StoredFile[];
  /** Canonical JSON. */
  readonly output: string;
  readonly ms: number;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
}

export function getArtefact(store: Store, key: string): ArtefactRecord | undefined {
  const row = store.first(store.query.selectFrom('artefacts').selectAll().where('key', '=', key));
  return row && toRecord(row);
}

export function putArtefact(store: Store, record: ArtefactRecord): void {
  const fields = {
    stage: record.stage,
    stage_version: record.stageVersion,
    digest: record.digest,
    bytes: record.bytes,
    files: JSON.stringify(record.files),
    output: record.output,
    ms: record.ms,
  };
  store.run(
    store.query
      .insertInto('artefacts')
      .values({
        key: record.key,
        ...fields,
        created_at: record.createdAt,
        last_used_at: store.clock(),
        use_count: 0,
      })
      .onConflict((conflict) => conflict.column('key').doUpdateSet(fields)),
  );
}

/** Another use, now. */
export function countUse(store: Store, key: string): void {
  store.run(
    store.query
      .updateTable('artefacts')
      .set(({ eb }) => ({ use_count: eb('use_count', '+', 1), last_used_at: store.clock() }))
      .where('key', '=', key),
  );
}

export function setFiles(store: Store, key: string, files: readonly StoredFile[]): void {
  store.run(
    store.query
      .updateTable('artefacts')
      .set({ files: JSON.stringify(files) })
      .where('key', '=', key),
  );
}

export function dropArtefact(store: Store, key: string): void {
  store.run(store.query.deleteFrom('artefacts').where('key', '=', key));
}

export function listArtefactKeys(store: Store): string[] {
  return store.all(store.query.selectFrom('artefacts').select('key').orderBy('key')).map(({ key }) => key);
}

export interface Droppable {
  readonly key: string;
  readonly stage: string;
  readonly bytes: number;
  readonly lastUsedAt: number;
}

/** What nobody holds and nobody is making, the least recently used first. */
export function listDroppable(store: Store): Droppable[] {
  return store.all(
    store.query
      .selectFrom('artefacts')
      .select(['key', 'stage', 'bytes', 'last_used_at as lastUsedAt'])
      .where('key', 'not in', (query) => query.selectFrom('pins').select('pins.key'))
      .where('key', 'not in', (query) => query.selectFrom('claims').select('claims.key'))
      .orderBy('last_used_at')
      .orderBy('key'),
  );
}

export function totalBytes(store: Store): number {
  return Number(
    store.first(store.query.selectFrom('artefacts').select(({ fn }) => fn.sum('bytes').as('sum')))?.sum ?? 0,
  );
}

export interface StageTotal {
  readonly stage: string;
  readonly count: number;
  readonly bytes: number;
  readonly hits: number;
  readonly msSaved: number;
}

export function totalsByStage(store: Store): StageTotal[] {
  const rows = store.all(
    store.query
      .selectFrom('artefacts')
      .select(({ fn, eb }) => [
        'stage',
        fn.countAll<number>().as('count'),
        fn.sum<number>('bytes').as('bytes'),
        fn.sum<number>('use_count').as('hits'),
        fn.sum<number>(eb('use_count', '*', eb.ref('ms'))).as('msSaved'),
      ])
      .groupBy('stage')
      .orderBy('stage'),
  );
  return rows;
}

function toRecord(row: ArtefactsTable): ArtefactRecord {
  return {
    key: row.key,
    stage: row.stage,
    stageVersion: row.stage_version,
    digest: row.digest,
    bytes: row.bytes,
    files: JSON.parse(row.files) as StoredFile[],
    output: row.output,
    ms: row.ms,
    createdAt: row.created_at,
  };
}
