import { useMemo, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useParts } from '../state/context.tsx';
import type { EditorSession } from '../state/session.ts';
import { createSceneActions, type SceneActions } from './scene-actions.ts';

export function useSceneActions(): SceneActions & { readonly onCardKey: (event: KeyboardEvent<HTMLElement>) => void } {
  const { t } = useTranslation();
  const parts = useParts();
  return useMemo(() => {
    const actions = createSceneActions(parts, t);
    /** Keys of a focused card that a list does not have by itself. */
    const onCardKey = (event: KeyboardEvent<HTMLElement>): void => {
      const picked = pickedInOrder(parts.session);
      if (event.altKey && event.key === 'ArrowLeft') actions.move(picked, -1);
      else if (event.altKey && event.key === 'ArrowRight') actions.move(picked, 1);
      else if (event.key === 'Delete') void actions.remove(picked);
      else return;
      event.preventDefault();
      event.stopPropagation();
    };
    return { ...actions, onCardKey };
  }, [parts, t]);
}

export function pickedInOrder({ state }: EditorSession): string[] {
  return state.document.scenes.map((scene) => scene.id).filter((id) => state.picked.has(id));
}
