/**
 * The finished artefacts: what the disk holds and what the database knows of it, kept in step. The disk is right where
 * they differ: an object without a row is taken up again, a row without an object is dropped.
 */
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { ArtefactRecord, StoredFile } from '../store/artefacts.ts';
import { dropArtefact, getArtefact, listArtefactKeys, putArtefact, setFiles } from '../store/artefacts.ts';
import type { Notice } from '../store/notice.ts';
import { isPinned } from '../store/pins.ts';
import type { Store } from '../store/store.ts';
import type { CacheFolder } from './cache-folder.ts';
import { canonicalJson } from './canonical-json.ts';
import type { Check, Depth } from './check-files.ts';
import { checkFiles } from './check-files.ts';
import { statOrNothing } from './files.ts';
import type { Manifest } from './manifest.ts';
import { readManifest } from './manifest.ts';

const NO_MANIFEST = 'its description is missing or damaged';

export class Shelf {
  readonly folder: CacheFolder;
  readonly #store: Store;
  readonly #onNotice: (notice: Notice) => void;
  /** Keys whose bytes this process has found right once. */
  readonly #trusted = new Set<string>();

  constructor(store: Store, folder: CacheFolder, onNotice: (notice: Notice) => void) {
    this.folder = folder;
    this.#store = store;
    this.#onNotice = onNotice;
  }

  /** The artefact when it is known and sound; changes nothing on the disk. */
  async look(key: string): Promise<ArtefactRecord | undefined> {
    const record = getArtefact(this.#store, key);
    if (!record) return undefined;
    const check = await this.check(record, this.#trusted.has(key) ? 'glance' : 'first');
    return check.state === 'sound' ? record : undefined;
  }

  /** As `look`, and also what lies on the disk unknown to the database, without taking it up. */
  async peek(key: string): Promise<ArtefactRecord | undefined> {
    const record = await this.look(key);
    if (record || getArtefact(this.#store, key)) return record;
    // Asked first: a dry run of a long story looks for tens of thousands of things that are not there.
    if (!this.folder.has(key)) return undefined;
    const manifest = await readManifest(this.folder.objectOf(key), key);
    if (!manifest) return undefined;
    const found = toRecord(manifest);
    const check = await checkFiles(this.folder.objectOf(key), found.files, 'glance');
    return check.state === 'sound' ? found : undefined;
  }

  /** Checks a known artefact and remembers when its files were found right. */
  async check(record: ArtefactRecord, depth: Depth): Promise<Check> {
    const check = await checkFiles(this.folder.objectOf(record.key), record.files, depth);
    if (check.state !== 'sound') {
      this.#trusted.delete(record.key);
    } else if (depth !== 'glance') {
      this.#trusted.add(record.key);
      const isNews = check.files.some((file, index) => file.mtimeMs !== record.files[index]?.mtimeMs);
      if (isNews) setFiles(this.#store, record.key, check.files);
    }
    return check;
  }

  /**
   * For the holder of the key's claim: the artefact if anything on the disk proves to be it, byte by byte. Else whatever
   * lies in its place is moved aside with a notice, and the way is free to make it.
   */
  async recover(key: string): Promise<ArtefactRecord | undefined> {
    const known = await this.look(key);
    if (known) return known;
    const object = this.folder.objectOf(key);
    if (await statOrNothing(object)) {
      const manifest = await readManifest(object, key);
      const check = manifest && (await checkFiles(object, toRecord(manifest).files, 'full'));
      if (manifest && check?.state === 'sound') return this.#put({ ...toRecord(manifest), files: check.files });
      await this.setAside(key, check?.state === 'damaged' ? check.fault : NO_MANIFEST);
    }
    dropArtefact(this.#store, key);
    return undefined;
  }

  /** Renames a sealed work folder into place and makes it known. For the holder of the key's claim. */
  async put(workFolder: string, manifest: Manifest): Promise<ArtefactRecord> {
    while (!(await this.folder.publish(workFolder, manifest.key))) {
      // Someone without a claim was faster, or a half-dropped thing lies there: either it serves, or it is moved aside.
      const other = await this.recover(manifest.key);
      if (!other) continue;
      await this.folder.remove(workFolder);
      return other;
    }
    const files = await Promise.all(
      manifest.files.map(async (file): Promise<StoredFile> => {
        const { mtimeMs } = await stat(join(this.folder.objectOf(manifest.key), file.path));
        return { ...file, mtimeMs };
      }),
    );
    return this.#put({ ...toRecord(manifest), files });
  }

  /** Drops an artefact that nobody holds; false when someone does. The folder returned is to be removed. */
  withdraw(key: string): { readonly trash: string | undefined } | false {
    let trash: string | undefined;
    try {
      return this.#store.transaction(() => {
        // In the transaction, so that no process can begin to use it between the look and the rename.
        if (isPinned(this.#store, key)) return false;
        trash = this.folder.withdraw(key);
        this.#trusted.delete(key);
        dropArtefact(this.#store, key);
        return { trash };
      });
    } catch (error) {
      // On a full disk the row may be impossible to delete while its object is what fills it. A row without an object
      // is dropped at the next look.
      if (trash === undefined) throw error;
      return { trash };
    }
  }

  /** Moves a damaged artefact out of the way and tells it; false when it was gone already. */
  async setAside(key: string, fault: string): Promise<boolean> {
    const stage = getArtefact(this.#store, key)?.stage ?? 'unknown';
    const wasThere = await this.folder.setAside(key, this.#store.clock());
    dropArtefact(this.#store, key);
    this.#trusted.delete(key);
    if (!wasThere) return false;
    this.#onNotice({
      code: 'artefact-damaged',
      message: `A finished piece of "${stage}" in the cache was damaged (${fault}); it was moved aside and will be made again.`,
      data: { key, stage, fault },
    });
    return true;
  }

  /** Brings database and disk in step: after a lost database, a kill between rename and row, a folder deleted by hand. */
  async reconcile(): Promise<void> {
    const onDisk = new Set(await this.folder.listObjects());
    const known = new Set(listArtefactKeys(this.#store));
    for (const key of known) {
      if (!onDisk.has(key)) this.#dropIfGone(key);
    }
    for (const key of onDisk) {
      if (known.has(key)) continue;
      const manifest = await readManifest(this.folder.objectOf(key), key);
      if (!manifest) await this.setAside(key, NO_MANIFEST);
      // Taken up unread: its files are read before their first use.
      else if (!getArtefact(this.#store, key)) putArtefact(this.#store, toRecord(manifest));
    }
  }

  #dropIfGone(key: string): void {
    this.#store.transaction(() => {
      if (!this.folder.has(key)) dropArtefact(this.#store, key);
    });
  }

  #put(record: ArtefactRecord): ArtefactRecord {
    putArtefact(this.#store, record);
    this.#trusted.add(record.key);
    return record;
  }
}

function toRecord(manifest: Manifest): ArtefactRecord {
  return {
    key: manifest.key,
    stage: manifest.stage,
    stageVersion: manifest.stageVersion,
    digest: manifest.digest,
    bytes: manifest.bytes,
    files: manifest.files.map((file) => ({ ...file, mtimeMs: null })),
    output: canonicalJson(manifest.output),
    ms: manifest.ms,
    createdAt: manifest.createdAt,
  };
}
