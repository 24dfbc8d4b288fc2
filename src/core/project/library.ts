import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { extname } from 'node:path';
import { ErrorCode, StudioError } from '../../shared/errors.ts';
import type { Edit, ProjectDocument } from '../../shared/project.ts';
import type { StudioEvent } from '../../shared/views.ts';
import type { RecordingFile } from '../../shared/recording.ts';
import { examplePath } from '../paths.ts';
import {
  getDocument,
  insertDocument,
  listDeleted,
  listDocuments,
  setCover,
  setDeleted,
  setOpened,
  type DocumentRecord,
  type DocumentSummary,
} from '../store/documents.ts';
import { removeProject } from '../store/projects.ts';
import type { Store } from '../store/store.ts';
import type { StoryDocument } from '../story/document.ts';
import { assetsOf, checkDocument } from './document.ts';
import { Documents, existing, summaryOf, type ProjectState } from './documents.ts';
import { ProjectFolders } from './folder.ts';
import { fromStory } from './from-story.ts';
import { keepFile } from './keep-file.ts';
import { keepOwnMusic } from './own-music.ts';
import { readOwnPicture, type OwnPicture } from './own-picture.ts';
import { checkPictures, packProject } from './pack.ts';
import { readPasted, readProjectJson, readStoryFile } from './read-source.ts';
import { SafetyCopies } from './safety-copies.ts';
import { unpackProject } from './unpack.ts';

export interface LibraryOptions {
  readonly store: Store;
  /** DATA/projects. */
  readonly folder: string;
  /** The narrator's voice of new projects. */
  readonly voice: string;
  readonly publish: (event: StudioEvent) => void;
  /** Hears what the user should know and what stopped nothing. */
  readonly notify: (message: string) => void;
}

/** What came of making a project. */
export interface Created {
  readonly projectId: string;
  /** Remarks on what it was made of. */
  readonly notices: readonly string[];
}

const SAMPLE = 'lighthouse-otter.md';
/** A deleted project can be restored for 30 days, milliseconds. */
const KEPT_MS = 30 * 24 * 3600e3;

/** The studio's projects: their documents in the database, their pictures in the data folder. */
export class ProjectLibrary {
  readonly #store: Store;
  readonly #documents: Documents;
  readonly #folders: ProjectFolders;
  readonly #copies: SafetyCopies;
  readonly #voice: string;
  readonly #publish: (event: StudioEvent) => void;
  readonly #purging: Promise<void>;

  /** Takes up projects that the database has lost, and purges what was deleted long ago. */
  constructor({ store, folder, voice, publish, notify }: LibraryOptions) {
    this.#store = store;
    this.#voice = voice;
    this.#publish = publish;
    this.#documents = new Documents(store, newId);
    this.#folders = new ProjectFolders(folder);
    this.#copies = new SafetyCopies(store, this.#folders, notify);
    this.#copies.recover();
    this.#purging = this.#purge().catch((error: unknown) => {
      notify(`Projects deleted long ago could not be removed from the disk: ${String(error)}`);
    });
  }

  /** The last opened first. */
  list(): readonly DocumentSummary[] {
    return listDocuments(this.#store);
  }

  /** @throws StudioError `not-found` */
  read(projectId: string): ProjectState {
    return this.#documents.read(projectId);
  }

  /** `read` by someone who looks at it. @throws StudioError `not-found` */
  open(projectId: string): ProjectState {
    const state = this.read(projectId);
    setOpened(this.#store, projectId);
    return state;
  }

  /**
   * @param burst edits of the same word that follow each other within two seconds are one step of undo
   * @throws StudioError as `applyEdit` does, and `not-found` for own pictures and music that were not added before
   */
  edit(projectId: string, edit: Edit, burst?: string): ProjectState {
    if (edit.type === 'add-own-picture' && !existsSync(this.assetPath(projectId, edit.asset))) {
      throw new StudioError(ErrorCode.notFound, `${edit.name} is not among the project’s pictures.`, {
        hint: 'Add the picture file again.',
        data: { asset: edit.asset },
      });
    }
    const music = edit.type === 'set-project' ? edit.set.ownMusic : undefined;
    if (music && !existsSync(this.assetPath(projectId, music.asset))) {
      throw new StudioError(ErrorCode.notFound, `${music.name} is not the project’s music yet.`, {
        hint: 'Add the music file again.',
        data: { asset: music.asset },
      });
    }
    const file = edit.type === 'add-recording' ? edit.heard.file : undefined;
    if (file && !existsSync(this.assetPath(projectId, file.asset))) {
      throw new StudioError(ErrorCode.notFound, `${file.name} is not among the project’s recordings.`, {
        hint: 'Have the recording listened to first.',
        data: { asset: file.asset },
      });
    }
    const { revision } = this.read(projectId);
    const state = this.#documents.edit(projectId, edit, burst);
    return state.revision === revision ? state : this.#changed(state);
  }

  /** @throws StudioError `option` when there is nothing to be taken back */
  undo(projectId: string): ProjectState {
    return this.#changed(this.#documents.undo(projectId));
  }

  /** @throws StudioError `option` when nothing was taken back */
  redo(projectId: string): ProjectState {
    return this.#changed(this.#documents.redo(projectId));
  }

  /** @throws StudioError `input` for a text without words or with too many scenes */
  createFromText(text: string, title?: string): Created {
    return this.#addStory(readPasted(text), 'The text', title);
  }

  /** From a .txt, .md, .json or .storyloom file, which is only read. @throws StudioError `input` with what is wrong with it */
  async createFromFile(path: string, name: string): Promise<Created> {
    if (extname(name).toLowerCase() === '.storyloom') return await this.#unpack(path, name);
    const json = await readProjectJson(path, name);
    if (json === undefined) return this.#addStory(await readStoryFile(path, name), name);
    const document = checkDocument(json, name);
    if (assetsOf(document).size === 0) return this.#add(randomUUID(), document);
    throw new StudioError(ErrorCode.input, `${name} comes without the pictures that it needs.`, {
      hint: 'Open the .storyloom file that it was taken from.',
    });
  }

  /**
   * Of what was heard in a recording, which becomes the project's: under an id that is known before, so that it is made once.
   * @param path of the file that `file` names; it is copied
   */
  async createFromRecording(
    projectId: string,
    story: StoryDocument,
    { path, file }: { readonly path: string; readonly file: RecordingFile },
  ): Promise<Created> {
    if (getDocument(this.#store, projectId)) return { projectId, notices: story.notices };
    const document = checkDocument(fromStory(story, { voice: this.#voice, file }, newId), file.name);
    await keepOwnMusic(path, this.assetPath(projectId, file.asset));
    return { ...this.#add(projectId, document), notices: story.notices };
  }

  async createSample(): Promise<Created> {
    return this.#addStory(await readStoryFile(examplePath(SAMPLE), SAMPLE), SAMPLE);
  }

  /** With its pictures and without its history. @throws StudioError `not-found`, `missing` (a picture), `disk-full` */
  async duplicate(projectId: string): Promise<Created> {
    const { document } = this.read(projectId);
    const { cover } = this.#record(projectId);
    await checkPictures(document, (asset) => this.assetPath(projectId, asset));
    const id = randomUUID();
    await this.#folders.copyAssets(projectId, id, [...assetsOf(document), ...(cover === null ? [] : [cover])]);
    const title = `${document.title.slice(0, 190).trimEnd()} (copy)`;
    const created = this.#add(id, { ...document, title });
    if (cover !== null) setCover(this.#store, id, cover);
    return created;
  }

  /** A step of undo like any edit. @throws StudioError `not-found` */
  rename(projectId: string, title: string): void {
    this.edit(projectId, { type: 'set-project', set: { title } });
  }

  /** For 30 days it can be restored. @throws StudioError `not-found` */
  remove(projectId: string): void {
    this.read(projectId);
    setDeleted(this.#store, projectId, this.#store.clock());
    this.#publish({ type: 'library' });
  }

  /** @throws StudioError `not-found` when it is gone for good */
  restore(projectId: string): void {
    this.#record(projectId);
    setDeleted(this.#store, projectId, null);
    this.#publish({ type: 'library' });
  }

  /** Writes the project as a .storyloom file. @throws StudioError `not-found`, `missing` (a picture), `disk-full`, `permission` */
  async pack(projectId: string, target: string): Promise<void> {
    await packProject(this.read(projectId).document, (asset) => this.assetPath(projectId, asset), target);
  }

  /**
   * Keeps a picture file of the author's for the edit `add-own-picture`; the file itself is only read.
   * @throws StudioError `not-found`, `input` with what is wrong with the picture, `disk-full`, `permission`
   */
  async addPicture(projectId: string, path: string, name: string): Promise<Omit<OwnPicture, 'bytes'>> {
    this.read(projectId);
    const { bytes, ...picture } = await readOwnPicture(path, name);
    await keepFile(this.assetPath(projectId, picture.asset), bytes);
    return picture;
  }

  /**
   * Keeps a Matroska file of sound for the edit that sets `ownMusic`.
   * @param asset its name by its bytes (musicAsset)
   * @throws StudioError `not-found`, `disk-full`, `permission`
   */
  async addMusic(projectId: string, path: string, asset: string): Promise<void> {
    this.read(projectId);
    await keepOwnMusic(path, this.assetPath(projectId, asset));
  }

  /** Where a picture or the music of the project lies, or would lie. @throws StudioError `not-found` for what cannot be one */
  assetPath(projectId: string, asset: string): string {
    return this.#folders.assetPath(projectId, asset);
  }

  assetFolder(projectId: string): string {
    return this.#folders.assetsOf(projectId);
  }

  /**
   * A scene's thumbnail was made: it becomes the project's cover when the scene is the first, or when there is none yet. It is
   * copied, for the cache forgets.
   */
  async setCover(projectId: string, sceneId: string, thumbnail: string): Promise<void> {
    const { scenes } = this.read(projectId).document;
    const { cover } = this.#record(projectId);
    if (cover !== null && sceneId !== scenes[0]!.id) return;
    const bytes = await readFile(thumbnail);
    const asset = createHash('sha256').update(bytes).digest('hex') + extname(thumbnail).toLowerCase();
    if (asset === cover) return;
    await keepFile(this.assetPath(projectId, asset), bytes);
    setCover(this.#store, projectId, asset);
    this.#publish({ type: 'library' });
    if (cover !== null) await rm(this.assetPath(projectId, cover), { force: true });
  }

  /** Ends what is being written. The store stays open: it is the caller's. */
  async close(): Promise<void> {
    await Promise.all([this.#purging, this.#copies.close()]);
  }

  async #unpack(path: string, name: string): Promise<Created> {
    const id = randomUUID();
    try {
      return this.#add(id, await unpackProject(path, name, this.#folders.assetsOf(id)));
    } catch (error) {
      await this.#folders.remove(id);
      throw error;
    }
  }

  /** A story file may say things that a project may not have (a pronunciation of nothing). */
  #addStory(story: StoryDocument, name: string, title?: string): Created {
    if (story.recording) {
      throw new StudioError(ErrorCode.input, `${name} comes without its recording ${story.recording.file}.`, {
        hint: 'Make a project of the recording itself, or film this file with `storyloom render`.',
      });
    }
    const document = fromStory(story, { title, voice: this.#voice }, newId);
    const created = this.#add(randomUUID(), checkDocument(document, name));
    return { ...created, notices: story.notices };
  }

  #add(projectId: string, document: ProjectDocument): Created {
    insertDocument(this.#store, projectId, { ...summaryOf(document), revision: 1, lastEdit: 0 });
    this.#copies.touch(projectId);
    this.#publish({ type: 'library' });
    return { projectId, notices: [] };
  }

  #changed(state: ProjectState): ProjectState {
    const { projectId, revision } = state;
    this.#copies.touch(projectId);
    this.#publish({ type: 'project', projectId, revision });
    this.#publish({ type: 'library' });
    return state;
  }

  #record(projectId: string): DocumentRecord {
    return existing(projectId, getDocument(this.#store, projectId));
  }

  /** The folder first: without its row it would be taken for one that the database has lost. */
  async #purge(): Promise<void> {
    for (const projectId of listDeleted(this.#store, this.#store.clock() - KEPT_MS)) {
      await this.#folders.remove(projectId);
      removeProject(this.#store, projectId);
    }
  }
}

/** 64 random bits: no two scenes or takes of a project will ever share them. */
function newId(): string {
  return randomBytes(8).toString('hex');
}
