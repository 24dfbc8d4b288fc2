import { Square, X } from 'lucide-react';
import { Radio } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { ProjectScene, Take } from '../../../../shared/project.ts';
import { IconButton } from '../../../ui/icon-button.tsx';
import { useStateWords } from '../parts/state-words.ts';
import { useEditor, useSession } from '../state/context.tsx';
import { isPainted, paintingOf } from '../state/store.ts';

export interface TakeChoiceProps {
  readonly scene: ProjectScene;
  readonly take: Take;
  /** 1-based. */
  readonly number: number;
  readonly thumbnail: string | undefined;
  /** What is missing is not made by itself. */
  readonly isStopped: boolean;
  readonly onStop: () => void;
}

/** One take as a small picture, which appears step by step while it is painted. */
export function TakeChoice(props: TakeChoiceProps) {
  const { scene, take, number, isStopped, onStop } = props;
  const { t } = useTranslation();
  const session = useSession();
  const isNow = useEditor((state) => paintingOf(state, scene.id, take.id)?.isOver === false) && !isStopped;
  const name = take.kind === 'own' ? take.name : t('editor.pictures.take', { number });
  const isLone = scene.takes.length === 1;
  return (
    <div className="take">
      <Radio value={take.id} className="take-choice" aria-label={name}>
        <TakePicture {...props} />
      </Radio>
      {isNow ? (
        <IconButton
          className="take-remove take-stop"
          size="small"
          label={t('editor.painting.stopTake', { name })}
          icon={<Square aria-hidden fill="currentColor" />}
          onPress={onStop}
        />
      ) : isLone ? null : (
        <IconButton
          className="take-remove"
          size="small"
          label={t('editor.pictures.remove', { name })}
          icon={<X aria-hidden />}
          onPress={() => {
            void session.edit({ type: 'remove-take', sceneId: scene.id, takeId: take.id });
          }}
        />
      )}
    </div>
  );
}

/** What is seen of it: alone in being drawn again with every step. */
function TakePicture({ scene, take, thumbnail, isStopped }: TakeChoiceProps) {
  const { t } = useTranslation();
  const painting = useEditor((state) => paintingOf(state, scene.id, take.id));
  const isNow = painting?.isOver === false && !isStopped;
  // The last step is looked at until the picture itself is here.
  const shown = isNow ? (painting.preview ?? thumbnail) : (thumbnail ?? (isStopped ? undefined : painting?.preview));
  const isChosen = take.id === scene.take && scene.takes.length > 1 && thumbnail !== undefined;
  return (
    <>
      {shown === undefined ? (
        <Blank scene={scene} isStopped={isStopped} />
      ) : (
        <img src={shown} alt="" draggable={false} />
      )}
      {isNow ? (
        <span className="take-chosen numbers">
          {t('editor.painting.stepShort', { step: painting.step, steps: painting.steps })}
        </span>
      ) : isChosen ? (
        <span className="take-chosen">{t('editor.pictures.inFilm')}</span>
      ) : null}
    </>
  );
}

function Blank({ scene, isStopped }: Pick<TakeChoiceProps, 'scene' | 'isStopped'>) {
  const { t } = useTranslation();
  const { words } = useStateWords(scene.id);
  const isByModel = useEditor((state) => isPainted(state, scene.id));
  const making = isByModel ? t('editor.painting.soon') : t('editor.pictures.drawing');
  const drawing = isStopped ? t('editor.state.stopped') : making;
  return <span className="take-blank">{scene.takes.length > 1 ? drawing : words}</span>;
}
