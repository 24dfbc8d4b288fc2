import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isStudioError } from '../../shared/errors.ts';
import { idSchema, type ProjectDocument } from '../../shared/project.ts';
import { getDocument, insertDocument } from '../store/documents.ts';
import { getProject } from '../store/projects.ts';
import type { Store } from '../store/store.ts';
import { checkDocument } from './document.ts';
import { summaryOf } from './documents.ts';
import type { ProjectFolders } from './folder.ts';
import { keepFile } from './keep-file.ts';

/** A copy follows the last change after this time, milliseconds. */
const DELAY = 2_000;

/**
 * A copy of each document as a file beside its pictures. The database is where projects live; should it ever be damaged and
 * begun anew, the copies bring them back (without their history).
 */
export class SafetyCopies {
  readonly #store: Store;
  readonly #folders: ProjectFolders;
  readonly #notify: (message: string) => void;
  readonly #waiting = new Map<string, NodeJS.Timeout>();
  /** One after the other: no copy is overtaken by an older one. */
  #written: Promise<void> = Promise.resolve();

  constructor(store: Store, folders: ProjectFolders, notify: (message: string) => void) {
    this.#store = store;
    this.#folders = folders;
    this.#notify = notify;
  }

  /** The project has changed. */
  touch(projectId: string): void {
    if (this.#waiting.has(projectId)) return;
    const timer = setTimeout(() => {
      this.#write(projectId);
    }, DELAY);
    timer.unref();
    this.#waiting.set(projectId, timer);
  }

  /** Projects whose copy is there and who are in the database no more. They are taken up again under their own ids. */
  recover(): void {
    const lost = folderNames(this.#folders.root).filter((id) => !getProject(this.#store, id));
    const found = lost.filter((id) => this.#takeUp(id));
    if (found.length === 0) return;
    const what = found.length === 1 ? 'A project was' : `${String(found.length)} projects were`;
    this.#notify(
      `${what} missing in the database and taken from the copies in ${this.#folders.root}; undo begins anew.`,
    );
  }

  /** Writes what waits; nothing is written afterwards. */
  async close(): Promise<void> {
    for (const projectId of [...this.#waiting.keys()]) this.#write(projectId);
    await this.#written;
  }

  #write(projectId: string): void {
    clearTimeout(this.#waiting.get(projectId));
    this.#waiting.delete(projectId);
    this.#written = this.#written
      .then(() => this.#copy(projectId))
      // The project itself is safe in the database.
      .catch((error: unknown) => {
        const reason = error instanceof Error ? error.message : String(error);
        this.#notify(`The copy of a project in ${this.#folders.of(projectId)} could not be written. ${reason}`);
      });
  }

  async #copy(projectId: string): Promise<void> {
    const record = getDocument(this.#store, projectId);
    if (record) await keepFile(this.#folders.copyOf(projectId), record.body);
  }

  #takeUp(projectId: string): boolean {
    const path = this.#folders.copyOf(projectId);
    const document = readCopy(path);
    if (!document) return false;
    const { mtimeMs } = statSync(path);
    const time = Math.round(mtimeMs);
    const state = { ...summaryOf(document), revision: 1, lastEdit: 0 };
    return this.#store.transaction(() => {
      // Another process may be recovering too.
      if (getProject(this.#store, projectId)) return false;
      insertDocument(this.#store, projectId, state, { createdAt: time, editedAt: time });
      return true;
    });
  }
}

/** Undefined when there is none, or none that is whole. */
function readCopy(path: string): ProjectDocument | undefined {
  try {
    return checkDocument(JSON.parse(readFileSync(path, 'utf8')), path);
  } catch (error) {
    if (error instanceof SyntaxError || isStudioError(error) || isAbsent(error)) return undefined;
    throw error;
  }
}

function folderNames(root: string): string[] {
  try {
    return readdirSync(root).filter(
      (name) => idSchema.safeParse(name).success && statSync(join(root, name)).isDirectory(),
    );
  } catch (error) {
    if (isAbsent(error)) return [];
    throw error;
  }
}

function isAbsent(error: unknown): boolean {
  return ['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '');
}
