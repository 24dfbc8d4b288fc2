import { ErrorCode, StudioError } from '../../shared/errors.ts';
import type { Edit, ProjectDocument } from '../../shared/project.ts';
import type { EditLabel } from '../../shared/views.ts';
import { getDocument, writeDocument, type DocumentRecord } from '../store/documents.ts';
import { editLabels } from '../store/edits.ts';
import type { Store } from '../store/store.ts';
import { countWords } from './document.ts';
import { withLaterFields } from './earlier.ts';
import { applyEdit, type NewId } from './edit/apply-edit.ts';
import { labelEdit } from './edit/label-edit.ts';
import { recordStep, redoStep, undoStep, type HistoryState } from './history/steps.ts';

export interface ProjectState {
  readonly projectId: string;
  readonly revision: number;
  /** The very same object as before while the revision is the same. */
  readonly document: ProjectDocument;
  /** What undo and redo would do; undefined when there is nothing. */
  readonly undo: EditLabel | undefined;
  readonly redo: EditLabel | undefined;
}

type Loaded = HistoryState & { readonly revision: number };

/** Documents that are kept parsed. */
const MOST_OPEN = 16;

/**
 * The documents in the database, and the parsed ones of those used last. Every change is one transaction that begins with
 * what is in the database now, so any number of windows and processes may edit the same project.
 */
export class Documents {
  readonly #store: Store;
  readonly #newId: NewId;
  readonly #open = new Map<string, Loaded>();

  constructor(store: Store, newId: NewId) {
    this.#store = store;
    this.#newId = newId;
  }

  /** @throws StudioError `not-found`, also for one that was deleted */
  read(projectId: string): ProjectState {
    return this.#state(projectId, this.#load(projectId));
  }

  /** @throws StudioError as `applyEdit` does */
  edit(projectId: string, edit: Edit, burst?: string): ProjectState {
    return this.#change(projectId, (now) => {
      const document = applyEdit(now.document, edit, this.#newId);
      if (document === now.document) return now;
      return recordStep(this.#store, projectId, now, document, { label: labelEdit(edit, now.document), burst });
    });
  }

  /** @throws StudioError `option` when there is nothing to be taken back */
  undo(projectId: string): ProjectState {
    return this.#change(projectId, (now) => undoStep(this.#store, projectId, now) ?? nothing('undo'));
  }

  /** @throws StudioError `option` when nothing was taken back */
  redo(projectId: string): ProjectState {
    return this.#change(projectId, (now) => redoStep(this.#store, projectId, now) ?? nothing('redo'));
  }

  #change(projectId: string, change: (now: Loaded) => HistoryState): ProjectState {
    const loaded = this.#store.durableTransaction(() => {
      const now = this.#load(projectId);
      const next = change(now);
      if (next === now) return now;
      const { document, lastEdit } = next;
      const revision = now.revision + 1;
      writeDocument(this.#store, projectId, { ...summaryOf(document), revision, lastEdit });
      return { document, lastEdit, revision };
    });
    // Only now: a transaction that was undone has changed nothing.
    this.#keep(projectId, loaded);
    return this.#state(projectId, loaded);
  }

  #load(projectId: string): Loaded {
    const record = existing(projectId, getDocument(this.#store, projectId));
    if (record.deletedAt !== null) {
      throw new StudioError(ErrorCode.notFound, 'The project was deleted.', {
        hint: 'Restore it in the library.',
        data: { projectId },
      });
    }
    const { revision, lastEdit } = record;
    const known = this.#open.get(projectId);
    if (known?.revision === revision) return known;
    const loaded = { revision, lastEdit, document: withLaterFields(JSON.parse(record.body) as ProjectDocument) };
    this.#keep(projectId, loaded);
    return loaded;
  }

  #keep(projectId: string, loaded: Loaded): void {
    this.#open.delete(projectId);
    this.#open.set(projectId, loaded);
    const [oldest] = this.#open.keys();
    if (this.#open.size > MOST_OPEN) this.#open.delete(oldest!);
  }

  #state(projectId: string, { revision, document, lastEdit }: Loaded): ProjectState {
    const { undo, redo } = editLabels(this.#store, projectId, lastEdit);
    return { projectId, revision, document, undo: parseLabel(undo), redo: parseLabel(redo) };
  }
}

function parseLabel(label: string | undefined): EditLabel | undefined {
  return label === undefined ? undefined : (JSON.parse(label) as EditLabel);
}

/** What is written beside a document, for lists. */
export function summaryOf(document: ProjectDocument) {
  const { title, scenes } = document;
  return { title, scenes: scenes.length, words: countWords(document), body: JSON.stringify(document) };
}

/** @throws StudioError `not-found` */
export function existing(projectId: string, record: DocumentRecord | undefined): DocumentRecord {
  if (record) return record;
  throw new StudioError(ErrorCode.notFound, 'There is no such project.', {
    hint: 'Open another one from the library.',
    data: { projectId },
  });
}

function nothing(what: 'undo' | 'redo'): never {
  throw new StudioError(ErrorCode.option, `There is nothing to ${what}.`);
}
