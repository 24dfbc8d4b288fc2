import type { Store } from './store.ts';

/** One step of a project's history. */
export interface EditRecord {
  readonly number: number;
  /** JSON of what it did (shared/views.ts, EditLabel). */
  readonly label: string;
  readonly burst: string | null;
  /** Milliseconds since 1970. */
  readonly madeAt: number;
  /** JSON. */
  readonly patch: string;
}

export function getEdit(store: Store, projectId: string, number: number): EditRecord | undefined {
  return store.first(
    store.query
      .selectFrom('edits')
      .select(['number', 'label', 'burst', 'made_at as madeAt', 'patch'])
      .where('project_id', '=', projectId)
      .where('number', '=', number),
  );
}

/** What undo and redo would do, as labels (JSON); without the patches, which may be long. */
export function editLabels(
  store: Store,
  projectId: string,
  lastEdit: number,
): { readonly undo: string | undefined; readonly redo: string | undefined } {
  const rows = store.all(
    store.query
      .selectFrom('edits')
      .select(['number', 'label'])
      .where('project_id', '=', projectId)
      .where('number', 'in', [lastEdit, lastEdit + 1]),
  );
  const label = (number: number): string | undefined => rows.find((row) => row.number === number)?.label;
  return { undo: label(lastEdit), redo: label(lastEdit + 1) };
}

/** In the place of one of the same number, if there is any. */
export function putEdit(store: Store, projectId: string, { number, madeAt, ...edit }: EditRecord): void {
  const fields = { ...edit, made_at: madeAt };
  store.run(
    store.query
      .insertInto('edits')
      .values({ project_id: projectId, number, ...fields })
      .onConflict((conflict) => conflict.columns(['project_id', 'number']).doUpdateSet(fields)),
  );
}

/** Drops what can be redone above `above`, and what is older than `below`. */
export function dropEdits(store: Store, projectId: string, above: number, below: number): void {
  store.run(
    store.query
      .deleteFrom('edits')
      .where('project_id', '=', projectId)
      .where(({ or, eb }) => or([eb('number', '>', above), eb('number', '<', below)])),
  );
}
