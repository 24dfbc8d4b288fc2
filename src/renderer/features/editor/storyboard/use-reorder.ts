import { useDragAndDrop } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useParts } from '../state/context.tsx';

/** Drag and drop of scenes, by mouse, touch and keyboard (Enter on a card's grip, arrows, Enter). */
export function useReorder() {
  const { t } = useTranslation();
  const { session } = useParts();
  return useDragAndDrop({
    getItems: (keys) =>
      [...keys].map((key) => ({
        'text/plain': t('editor.card.name', { number: (session.state.places.get(String(key)) ?? 0) + 1 }),
      })),
    onReorder: ({ keys, target }) => {
      const { document, places } = session.state;
      const place = places.get(String(target.key));
      if (place === undefined) return;
      const before = document.scenes[target.dropPosition === 'before' ? place : place + 1]?.id ?? null;
      const sceneIds = document.scenes.map((scene) => scene.id).filter((id) => keys.has(id));
      void session.edit({ type: 'move-scenes', sceneIds, before });
    },
  });
}
