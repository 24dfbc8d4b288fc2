import { Ellipsis, GripVertical } from 'lucide-react';
import { memo } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { clockText } from '../../../i18n/format.ts';
import { useEditor } from '../state/context.tsx';
import { textOf } from '../state/store.ts';
import { CardPicture, CardState } from './card-picture.tsx';

export interface SceneCardProps {
  readonly sceneId: string;
  /** 1-based. */
  readonly number: number;
  readonly onMenu: (sceneId: string, button: Element) => void;
}

/**
 * What is seen of a scene in the storyboard. It looks at its own scene only, so typing draws one card again; and what changes
 * many times a second while the scene is made are parts of their own.
 */
export const SceneCard = memo(function SceneCard({ sceneId, number, onMenu }: SceneCardProps) {
  const { t } = useTranslation();
  const seconds = useEditor((all) => all.states[sceneId]?.seconds);
  const isGuess = useEditor((all) => all.states[sceneId]?.isGuess);
  const words = useEditor((all) => textOf(all, sceneId).slice(0, 140));
  const isShown = useEditor((all) => all.shown === sceneId);
  const length = seconds === undefined ? '' : clockText(seconds);
  return (
    <div className="card-body" data-shown={isShown}>
      <div className="card-picture">
        <CardPicture sceneId={sceneId} />
        <span className="card-number numbers">
          {number}
          <span className="card-length">{isGuess ? t('editor.about', { length }) : length}</span>
        </span>
        <AriaButton slot="drag" className="card-grip" aria-label={t('editor.card.drag', { number })}>
          <GripVertical aria-hidden />
        </AriaButton>
        <AriaButton
          className="card-menu"
          aria-label={t('editor.card.menu', { number })}
          onPress={({ target }) => {
            onMenu(sceneId, target);
          }}
        >
          <Ellipsis aria-hidden />
        </AriaButton>
        <CardState sceneId={sceneId} />
      </div>
      <p className="card-words story">{words === '' ? t('editor.card.empty') : words}</p>
    </div>
  );
});
