import { Ellipsis, GripVertical } from 'lucide-react';
import { memo } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { clockText, percentText } from '../../../i18n/format.ts';
import { FramedPicture } from '../../../ui/framed-picture.tsx';
import { useStateWords } from '../parts/state-words.ts';
import { useEditor } from '../state/context.tsx';
import { paintingOf, textOf } from '../state/store.ts';
import { CARD, CARD_WIDTHS } from './card-sizes.ts';

export interface SceneCardProps {
  readonly sceneId: string;
  /** 1-based. */
  readonly number: number;
  readonly onMenu: (sceneId: string, button: Element) => void;
}

/** What is seen of a scene in the storyboard. It looks at its own scene only, so typing draws one card again. */
export const SceneCard = memo(function SceneCard({ sceneId, number, onMenu }: SceneCardProps) {
  const { t } = useTranslation();
  const state = useEditor((all) => all.states[sceneId]);
  const words = useEditor((all) => textOf(all, sceneId).slice(0, 140));
  const isShown = useEditor((all) => all.shown === sceneId);
  const frame = useEditor((all) => CARD_WIDTHS[all.document.output.shape] / CARD.pictureHeight);
  const painted = useEditor((all) => paintingOf(all, sceneId)?.preview);
  const line = useEditor((all) => all.understood.get(sceneId)?.picture);
  const { words: stateWords, tone, value } = useStateWords(sceneId);
  const length = state === undefined ? '' : clockText(state.seconds);
  return (
    <div className="card-body" data-shown={isShown}>
      <div className="card-picture">
        {painted !== undefined && state?.state !== 'ready' ? (
          <FramedPicture src={painted} frame={frame} />
        ) : state?.thumbnail === undefined ? (
          <span className="card-line story">{line}</span>
        ) : (
          <FramedPicture
            className={state.state === 'ready' ? '' : 'card-picture-old'}
            src={state.thumbnail}
            frame={frame}
            isLazy
          />
        )}
        <span className="card-number numbers">
          {number}
          <span className="card-length">{state?.isGuess ? t('editor.about', { length }) : length}</span>
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
        <span className={`card-state card-state-${tone}`}>
          {stateWords}
          {value === undefined ? null : <span className="numbers">{percentText(value)}</span>}
        </span>
        {state?.state === 'working' ? (
          <span className="card-progress" aria-hidden>
            <span style={{ width: `${String((value ?? 0) * 100)}%` }} />
          </span>
        ) : null}
      </div>
      <p className="card-words story">{words === '' ? t('editor.card.empty') : words}</p>
    </div>
  );
});
