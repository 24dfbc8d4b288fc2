import { RotateCcw } from 'lucide-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button.tsx';
import { ProgressBar } from '../../../ui/progress-bar.tsx';
import { useStateWords } from '../parts/state-words.ts';
import { useEditor, usePlayer, useSession } from '../state/context.tsx';

/** Over the picture while the scene cannot be played: why, how far it is, and what can be done. Nothing when it is ready. */
export const StageState = memo(function StageState() {
  const { t } = useTranslation();
  const session = useSession();
  const scene = useEditor((state) => state.states[state.shown]);
  const isEmpty = useEditor((state) => (state.drafts[state.shown] ?? '') === '' && scene?.state === 'empty');
  const isWanted = usePlayer((state) => state.isPlaying);
  const say = useStateWords();
  if (!scene || scene.state === 'ready') return null;
  if (isEmpty) return <p className="stage-state">{t('editor.stage.empty')}</p>;
  const { words, value } = say(scene);
  return (
    <div className="stage-state" onClick={(event) => event.stopPropagation()}>
      <span className="stage-state-words" role="status">
        {scene.state === 'failed' ? (scene.failure?.message ?? words) : words}
        {isWanted && scene.state !== 'failed' ? <span>{t('editor.stage.playsSoon')}</span> : null}
      </span>
      {scene.failure?.hint === undefined ? null : <span className="stage-state-hint">{scene.failure.hint}</span>}
      {scene.state === 'failed' ? (
        <Button
          size="small"
          icon={<RotateCcw aria-hidden />}
          onPress={() => {
            session.retry(scene.sceneId);
          }}
        >
          {t('editor.retry')}
        </Button>
      ) : (
        <span className="stage-state-bar">
          <ProgressBar label={words} value={scene.state === 'working' ? value : undefined} />
        </span>
      )}
    </div>
  );
});
