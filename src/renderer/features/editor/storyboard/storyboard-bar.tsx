import { GalleryHorizontalEnd, Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { clockText } from '../../../i18n/format.ts';
import { Button } from '../../../ui/button.tsx';
import { filmSeconds } from '../parts/film-seconds.ts';
import { useEditor, useParts } from '../state/context.tsx';
import { HoldBar } from './hold-bar.tsx';
import { useSceneActions } from './use-scene-actions.ts';

/** Over the grid: how much there is, how much is picked, and the way back to the picture. */
export function StoryboardBar() {
  const { t } = useTranslation();
  const { ui } = useParts();
  const actions = useSceneActions();
  const count = useEditor((state) => state.document.scenes.length);
  const picked = useEditor((state) => state.picked.size);
  const seconds = useEditor((state) => filmSeconds(state));
  return (
    <div className="storyboard-bar">
      <HoldBar />
      <p className="numbers">
        {t('editor.grid.scenes', { count })} · {t('editor.about', { length: clockText(seconds) })}
        {picked > 1 ? ` · ${t('editor.grid.picked', { count: picked })}` : ''}
      </p>
      <Button size="small" icon={<Plus aria-hidden />} onPress={() => void actions.add(null)}>
        {t('editor.scene.add')}
      </Button>
      <Button
        size="small"
        icon={<GalleryHorizontalEnd aria-hidden />}
        onPress={() => {
          ui.setState({ view: 'strip' });
        }}
      >
        {t('editor.grid.close')}
      </Button>
    </div>
  );
}
