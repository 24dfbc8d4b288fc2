import { Input, TextField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useTypedText } from '../parts/use-typed-text.ts';
import { useEditor, useSession } from '../state/context.tsx';
import { sceneOf } from '../state/store.ts';

/** 'Scene 3' and the scene's own title, if it has one, edited in place. */
export function SceneTitle({ sceneId }: { readonly sceneId: string }) {
  const { t } = useTranslation();
  const session = useSession();
  const number = useEditor((state) => (state.places.get(sceneId) ?? 0) + 1);
  const title = useEditor((state) => sceneOf(state, sceneId)?.title ?? '');
  const typed = useTypedText(title, (text) => {
    void session.edit({ type: 'set-scene', sceneId, set: { title: text === '' ? null : text } });
  });
  return (
    <div className="scene-title">
      <h2 className="numbers">{t('editor.scene.number', { number })}</h2>
      <TextField className="scene-title-field" aria-label={t('editor.scene.title')} maxLength={200} {...typed}>
        <Input className="title-input story" placeholder={t('editor.scene.titlePlaceholder')} />
      </TextField>
    </div>
  );
}
