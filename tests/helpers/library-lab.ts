/** A library of projects on a real folder and database; two on one folder act as two processes. */
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { ProjectLibrary } from '../../src/core/project/library.ts';
import { openStore, type Store } from '../../src/core/store/store.ts';
import type { StudioEvent } from '../../src/shared/views.ts';
import { temporaryFolder } from './build-lab.ts';

export interface LibraryLab {
  readonly folder: string;
  readonly store: Store;
  readonly library: ProjectLibrary;
  readonly events: StudioEvent[];
  readonly notices: string[];
  close(): Promise<void>;
}

export function openLibrary(options: { folder?: string; clock?: () => number } = {}): LibraryLab {
  const folder = options.folder ?? temporaryFolder();
  const { store } = openStore(join(folder, 'storyloom.sqlite'), { clock: options.clock });
  const events: StudioEvent[] = [];
  const notices: string[] = [];
  const library = new ProjectLibrary({
    store,
    folder: join(folder, 'projects'),
    voice: 'af_heart',
    publish: (event) => events.push(event),
    notify: (message) => notices.push(message),
  });
  let isOpen = true;
  const close = async (): Promise<void> => {
    if (!isOpen) return;
    isOpen = false;
    await library.close();
    store.close();
  };
  onTestFinished(close);
  return { folder, store, library, events, notices, close };
}
