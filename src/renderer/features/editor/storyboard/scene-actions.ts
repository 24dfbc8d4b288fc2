import type { TFunction } from 'i18next';
import { LONGEST_SCENE } from '../../../../shared/limits.ts';
import { offerUndo } from '../parts/offer-undo.ts';
import type { EditorParts } from '../state/context.tsx';
import { portions } from './portions.ts';
import { neighbour, textOf } from '../state/store.ts';

/** What can be done to scenes as a whole; the menu, the keys and the panel share it. */
export interface SceneActions {
  /** A new, empty scene before another or at the end, with the cursor in it. */
  add(before: string | null): Promise<void>;
  /**
   * `at`: a place in the words as they are typed. Nothing happens where one side would be empty. The cursor goes to the new
   * scene, unless the author has gone on to something else when the studio answers (`isHere`).
   */
  split(sceneId: string, at: number, isHere?: () => boolean): Promise<void>;
  /** With the next one; the cursor goes to where they meet. */
  merge(sceneId: string): Promise<void>;
  /** Words that are too many for one scene go on in new ones after it. */
  spread(sceneId: string): Promise<void>;
  /** By one place; those that are picked together stay together. */
  move(sceneIds: readonly string[], step: 1 | -1): void;
  remove(sceneIds: readonly string[]): Promise<void>;
}

export function createSceneActions({ session, ui }: EditorParts, t: TFunction): SceneActions {
  const cursorTo = (sceneId: string, start = 0): void => {
    session.show(sceneId);
    ui.setState({ view: 'strip', isText: true, cursor: { sceneId, start, end: start } });
  };
  return {
    async add(before) {
      session.flush();
      const known = session.state.places;
      await session.edit({ type: 'add-scene', before, text: '' });
      const added = session.state.document.scenes.find((scene) => !known.has(scene.id));
      if (added) cursorTo(added.id);
    },
    async split(sceneId, at, isHere = () => true) {
      const text = textOf(session.state, sceneId);
      if (text.slice(0, at).trim() === '' || text.slice(at).trim() === '') return;
      session.leaveText(sceneId);
      if (!(await session.edit({ type: 'split-scene', sceneId, at }))) return;
      const added = neighbour(session.state, sceneId, 1);
      if (added !== undefined && isHere()) cursorTo(added);
    },
    async merge(sceneId) {
      session.flush();
      const joint = textOf(session.state, sceneId).length;
      if (await session.edit({ type: 'merge-scene', sceneId })) cursorTo(sceneId, joint);
    },
    async spread(sceneId) {
      const [first = '', ...rest] = portions(textOf(session.state, sceneId), LONGEST_SCENE);
      const after = neighbour(session.state, sceneId, 1) ?? null;
      session.type(sceneId, first);
      session.leaveText(sceneId);
      for (const text of rest) await session.edit({ type: 'add-scene', before: after, text });
    },
    move(sceneIds, step) {
      const { document, places } = session.state;
      const moving = sceneIds.map((id) => places.get(id) ?? 0).sort((a, b) => a - b);
      const edge = step === 1 ? moving.at(-1) : moving[0];
      if (edge === undefined || document.scenes[edge + step] === undefined) return;
      // Forward means to the place before the one after the next.
      const before = document.scenes[step === 1 ? edge + 2 : edge - 1]?.id ?? null;
      void session.edit({ type: 'move-scenes', sceneIds: moving.map((place) => document.scenes[place]!.id), before });
      const place = (session.state.places.get(document.scenes[moving[0]!]!.id) ?? 0) + 1;
      session.announce(t('editor.said.moved', { count: sceneIds.length, place }));
    },
    async remove(sceneIds) {
      session.flush();
      if (!(await session.edit({ type: 'delete-scenes', sceneIds: [...sceneIds] }))) return;
      offerUndo(session, t, t('editor.said.deleted', { count: sceneIds.length }));
    },
  };
}
