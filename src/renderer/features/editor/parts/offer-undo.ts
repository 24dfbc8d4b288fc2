import type { TFunction } from 'i18next';
import { showToast } from '../../../ui/toast.tsx';
import type { EditorSession } from '../state/session.ts';

/** Says what was done and offers to take it back, until something else is done: then Undo would mean that. */
export function offerUndo(session: EditorSession, t: TFunction, title: string, tone: 'info' | 'ok' = 'info'): void {
  const close = showToast({
    tone,
    title,
    action: {
      label: t('editor.undo'),
      onPress: () => {
        session.undo();
      },
    },
  });
  const stop = session.store.subscribe((state, before) => {
    if (state.view.revision === before.view.revision) return;
    stop();
    close();
  });
}
