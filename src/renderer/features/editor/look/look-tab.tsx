import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Transition } from '../../../../shared/story.ts';
import { ShapeChoice } from '../../../shell/shape-choice.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import { Select } from '../../../ui/select.tsx';
import { Switch } from '../../../ui/switch.tsx';
import { CHOICES } from '../parts/choices.ts';
import { useEditor } from '../state/context.tsx';
import { CaptionChoice } from './caption-choice.tsx';
import { LivePreview } from './live-preview.tsx';
import { useSetFilm } from './use-film.ts';

/** The scene on the stage as it will look, and beside it all that makes it look so. */
export function LookTab() {
  const [tried, setTried] = useState<{ readonly transition: Transition; readonly times: number }>();
  return (
    <div className="look-look">
      <div className="look-seen">
        <LivePreview tried={tried} />
        <Shape />
      </div>
      <div className="look-choices">
        <CaptionChoice />
        <Picture
          onTry={(transition) => {
            setTried({ transition, times: (tried?.times ?? 0) + 1 });
          }}
        />
        <Cards />
      </div>
    </div>
  );
}

function Shape() {
  const set = useSetFilm();
  const output = useEditor((state) => state.document.output);
  return (
    <ShapeChoice
      value={output.shape}
      onChange={(shape) => {
        set({ output: { ...output, shape } });
      }}
    />
  );
}

/** How it is painted and moves, and how one scene gives way to the next. */
function Picture({ onTry }: { readonly onTry: (transition: Transition) => void }) {
  const { t } = useTranslation();
  const set = useSetFilm();
  const { style, motion, transition } = useEditor((state) => state.document);
  const styles = useMemo(() => CHOICES.style.map((id) => ({ id, label: t(`editor.style.${id}`) })), [t]);
  const motions = useMemo(() => CHOICES.motion.map((id) => ({ id, label: t(`editor.motion.${id}`) })), [t]);
  const between = useMemo(() => CHOICES.transition.map((id) => ({ id, label: t(`editor.transition.${id}`) })), [t]);
  return (
    <>
      <Segmented
        label={t('editor.look.motion')}
        choices={motions}
        value={motion}
        note={t(`editor.look.motionNotes.${motion}`)}
        onChange={(chosen) => {
          set({ motion: chosen });
        }}
      />
      <div className="look-pair">
        <Select
          label={t('editor.look.transition')}
          choices={between}
          value={transition}
          onChange={(chosen) => {
            set({ transition: chosen });
            if (chosen !== 'auto') onTry(chosen);
          }}
        />
        <Select
          label={t('editor.look.style')}
          choices={styles}
          value={style}
          onChange={(chosen) => {
            set({ style: chosen });
          }}
        />
      </div>
    </>
  );
}

function Cards() {
  const { t } = useTranslation();
  const set = useSetFilm();
  const titleCard = useEditor((state) => state.document.titleCard);
  const closingCard = useEditor((state) => state.document.closingCard);
  return (
    <div className="look-switches" role="group" aria-label={t('editor.look.cards')}>
      <Switch
        label={t('editor.look.titleCard')}
        note={t('editor.look.titleCardNote')}
        isOn={titleCard}
        onChange={(isOn) => {
          set({ titleCard: isOn });
        }}
      />
      <Switch
        label={t('editor.look.closingCard')}
        note={t('editor.look.closingCardNote')}
        isOn={closingCard}
        onChange={(isOn) => {
          set({ closingCard: isOn });
        }}
      />
    </div>
  );
}
