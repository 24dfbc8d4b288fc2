import type { Store } from './store.ts';

/** What a list of projects shows. */
export interface DocumentSummary {
  readonly projectId: string;
  readonly title: string;
  readonly scenes: number;
  readonly words: number;
  /** A file's name in the project's assets; null when none was drawn yet. */
  readonly cover: string | null;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  readonly editedAt: number;
  readonly openedAt: number;
  /** Null unless it was deleted. */
  readonly deletedAt: number | null;
}

export interface DocumentRecord extends DocumentSummary {
  readonly revision: number;
  /** The number of the newest edit that `body` has in it. */
  readonly lastEdit: number;
  /** JSON. */
  readonly body: string;
}

/** What changes with an edit. */
export type DocumentState = Pick<DocumentRecord, 'title' | 'scenes' | 'words' | 'revision' | 'lastEdit' | 'body'>;

/** The project's row is made with it: jobs and units hang on the same id. */
export function insertDocument(
  store: Store,
  projectId: string,
  state: DocumentState,
  times: { readonly createdAt: number; readonly editedAt: number } = timesNow(store),
): void {
  store.durableTransaction(() => {
    const { createdAt, editedAt } = times;
    const row = { id: projectId, path: null, title: state.title, created_at: createdAt, opened_at: editedAt };
    store.run(store.query.insertInto('projects').values(row));
    store.run(
      store.query.insertInto('documents').values({
        project_id: projectId,
        ...fieldsOf(state),
        cover: null,
        edited_at: editedAt,
        deleted_at: null,
      }),
    );
  });
}

/** Undefined when there is none; a deleted one is there. */
export function getDocument(store: Store, projectId: string): DocumentRecord | undefined {
  return store.first(
    selectSummaries(store)
      .select(['documents.revision', 'documents.last_edit as lastEdit', 'documents.body'])
      .where('project_id', '=', projectId),
  );
}

/** Those that were not deleted, the last opened first. */
export function listDocuments(store: Store): DocumentSummary[] {
  return store.all(
    selectSummaries(store).where('deleted_at', 'is', null).orderBy('openedAt', 'desc').orderBy('project_id'),
  );
}

export function writeDocument(store: Store, projectId: string, state: DocumentState): void {
  store.transaction(() => {
    const fields = { ...fieldsOf(state), edited_at: store.clock() };
    store.run(store.query.updateTable('documents').set(fields).where('project_id', '=', projectId));
    store.run(store.query.updateTable('projects').set({ title: state.title }).where('id', '=', projectId));
  });
}

export function setOpened(store: Store, projectId: string): void {
  store.run(store.query.updateTable('projects').set({ opened_at: store.clock() }).where('id', '=', projectId));
}

export function setCover(store: Store, projectId: string, cover: string): void {
  store.run(store.query.updateTable('documents').set({ cover }).where('project_id', '=', projectId));
}

/** @param deletedAt null takes the deletion back. */
export function setDeleted(store: Store, projectId: string, deletedAt: number | null): void {
  store.run(store.query.updateTable('documents').set({ deleted_at: deletedAt }).where('project_id', '=', projectId));
}

/** Ids of what was deleted before that time. */
export function listDeleted(store: Store, before: number): string[] {
  const query = store.query.selectFrom('documents').select('project_id').where('deleted_at', '<', before);
  return store.all(query).map((row) => row.project_id);
}

function selectSummaries(store: Store) {
  return store.query
    .selectFrom('documents')
    .innerJoin('projects', 'projects.id', 'documents.project_id')
    .select([
      'documents.project_id as projectId',
      'projects.title',
      'documents.scenes',
      'documents.words',
      'documents.cover',
      'projects.created_at as createdAt',
      'documents.edited_at as editedAt',
      'projects.opened_at as openedAt',
      'documents.deleted_at as deletedAt',
    ]);
}

function fieldsOf({ revision, scenes, words, lastEdit, body }: DocumentState) {
  return { revision, scenes, words, last_edit: lastEdit, body };
}

function timesNow(store: Store) {
  const now = store.clock();
  return { createdAt: now, editedAt: now };
}
