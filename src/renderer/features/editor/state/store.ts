import { replaceEqualDeep } from '@tanstack/react-query';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ProjectDocument, ProjectScene } from '../../../../shared/project.ts';
import type { Hold } from './hold.ts';
import { paintingKey, type Painting, type Paintings, type Stopped } from './paintings.ts';
import type { Failure, ProjectView, SceneState, SceneView } from '../../../../shared/views.ts';

/**
 * 'waiting': the studio cannot be reached; what was changed is kept and sent as soon as it can be. 'held': words that no scene
 * can hold wait in the page.
 */
export type Saving = 'saved' | 'saving' | 'waiting' | 'held';

/** All that the editor's parts look at. One object of it never changes; unchanged scenes stay the same objects. */
export interface EditorState {
  /** The last answer of the studio. */
  readonly view: ProjectView;
  /** `view.document` with all that was changed since and is not answered yet. */
  readonly document: ProjectDocument;
  /** Place and content of every scene of `document`. */
  readonly places: ReadonlyMap<string, number>;
  /** What the reader understood, by scene. */
  readonly understood: ReadonlyMap<string, SceneView>;
  /** Words being typed, by scene: they go before the document's until the field is left. */
  readonly drafts: Readonly<Record<string, string>>;
  readonly states: Readonly<Record<string, SceneState>>;
  /** Pictures in the making, step by step. */
  readonly paintings: Paintings;
  readonly stopped: Stopped;
  readonly saving: Saving;
  /** The scene on the stage. */
  readonly shown: string;
  /** The scenes picked in the storyboard; the shown one among them. */
  readonly picked: ReadonlySet<string>;
  /** The last edit that the studio refused; until the next one. */
  readonly refusal?: Failure | undefined;
  /** Nothing, or only the shown scene, is made until the author says so. */
  readonly hold?: Hold | undefined;
  /** Said to screen readers. */
  readonly announcement: string;
}

export type EditorStore = StoreApi<EditorState>;

export function createEditorStore(view: ProjectView, states: readonly SceneState[], hold?: Hold): EditorStore {
  const first = view.document.scenes[0]!.id;
  return createStore<EditorState>(() => ({
    ...indexed(view, view.document),
    drafts: {},
    states: Object.fromEntries(states.map((state) => [state.sceneId, state])),
    paintings: {},
    stopped: {},
    saving: 'saved',
    shown: first,
    picked: new Set([first]),
    hold,
    announcement: '',
  }));
}

/** The parts of the state that follow from a view and a document. */
export function indexed(view: ProjectView, document: ProjectDocument) {
  return {
    view,
    document,
    places: new Map(document.scenes.map((scene, place) => [scene.id, place])),
    understood: new Map(view.scenes.map((scene) => [scene.id, scene])),
  } satisfies Partial<EditorState>;
}

/** The new view, in which everything that is equal to before is the same object: only what changed is drawn again. */
export function shareEqual(before: ProjectView, after: ProjectView): ProjectView {
  return replaceEqualDeep(before, after);
}

export function sceneOf(state: EditorState, sceneId: string): ProjectScene | undefined {
  const place = state.places.get(sceneId);
  return place === undefined ? undefined : state.document.scenes[place];
}

/** A scene's words as the author sees them now. */
export function textOf(state: EditorState, sceneId: string): string {
  return state.drafts[sceneId] ?? sceneOf(state, sceneId)?.text ?? '';
}

export function neighbour(state: EditorState, sceneId: string, step: 1 | -1): string | undefined {
  const place = state.places.get(sceneId);
  return place === undefined ? undefined : state.document.scenes[place + step]?.id;
}

/** The picture of a scene's take while it is painted; of the chosen one by default. */
export function paintingOf(state: EditorState, sceneId: string, takeId?: string): Painting | undefined {
  return state.paintings[paintingKey(sceneId, takeId ?? sceneOf(state, sceneId)?.take ?? '')];
}

/** A picture model paints what is not drawn by the storybook and not the author's own. */
export function isPainted(state: EditorState, sceneId: string): boolean {
  const scene = sceneOf(state, sceneId);
  const isOwn = scene?.takes.find(({ id }) => id === scene.take)?.kind === 'own';
  return !isOwn && (scene?.pictures ?? state.document.pictures) !== 'storybook';
}
