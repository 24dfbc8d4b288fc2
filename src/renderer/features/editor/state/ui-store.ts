import { createStore, type StoreApi } from 'zustand/vanilla';

export type EditorDialog = 'look' | 'voices' | 'shortcuts' | 'compare' | 'record';

/** What of the editor is open, in this page only. */
export interface EditorUi {
  readonly view: 'strip' | 'grid';
  readonly dialog?: EditorDialog | undefined;
  readonly find?: 'find' | 'replace' | undefined;
  readonly captions: boolean;
  /** What was told in a recording is shown as one text, rather than word by word. */
  readonly isText: boolean;
  /** Asks the narration field to take the cursor to a place of the scene's words. */
  readonly cursor?: { readonly sceneId: string; readonly start: number; readonly end: number } | undefined;
  /** Where the words looked for stand in the scene on the stage, and which of them is the current one. */
  readonly marks: Marks;
}

export interface Marks {
  readonly sceneId?: string | undefined;
  readonly places: readonly { readonly start: number; readonly end: number }[];
  readonly current: number;
}

export const NO_MARKS: Marks = { places: [], current: -1 };

export type UiStore = StoreApi<EditorUi>;

export function createUiStore(view: EditorUi['view'] = 'strip'): UiStore {
  return createStore<EditorUi>(() => ({ view, captions: true, isText: false, marks: NO_MARKS }));
}
