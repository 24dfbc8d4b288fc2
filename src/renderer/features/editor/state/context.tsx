import { createContext, use } from 'react';
import { useStore } from 'zustand';
import type { Player, PlayerState } from '../player/player.ts';
import type { EditorSession } from './session.ts';
import type { EditorState } from './store.ts';
import type { EditorUi, UiStore } from './ui-store.ts';

/** The three lives of an open editor. */
export interface EditorParts {
  readonly session: EditorSession;
  readonly player: Player;
  readonly ui: UiStore;
}

export const EditorContext = createContext<EditorParts | null>(null);

export function useParts(): EditorParts {
  const parts = use(EditorContext);
  if (!parts) throw new Error('A part of the editor stands outside of it.');
  return parts;
}

export function useSession(): EditorSession {
  return useParts().session;
}

/** The part looks only at what `select` gives, and is drawn again only when that is another object. */
export function useEditor<T>(select: (state: EditorState) => T): T {
  return useStore(useSession().store, select);
}

export function usePlayer<T>(select: (state: PlayerState) => T): T {
  return useStore(useParts().player.store, select);
}

export function useUi<T>(select: (state: EditorUi) => T): T {
  return useStore(useParts().ui, select);
}
