import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Select } from '../../../ui/select.tsx';
import { CHOICES } from '../parts/choices.ts';
import { useEditor } from '../state/context.tsx';
import { ListenToAmbience } from './listen-to.tsx';
import { LoudnessChoice } from './loudness-choice.tsx';
import { MusicChoice } from './music-choice.tsx';
import { useSetFilm } from './use-film.ts';
import { Volumes } from './volumes.tsx';

/** What is heard beside the narrator, and how loud. */
export function SoundTab() {
  return (
    <div className="look-sound">
      <MusicChoice />
      <div className="look-choices">
        <AmbienceChoice />
        <Volumes />
        <LoudnessChoice />
      </div>
    </div>
  );
}

function AmbienceChoice() {
  const { t } = useTranslation();
  const set = useSetFilm();
  const ambience = useEditor((state) => state.document.ambience);
  const choices = useMemo(() => CHOICES.ambience.map((id) => ({ id, label: t(`editor.ambience.${id}`) })), [t]);
  return (
    <div className="look-ambience">
      <Select
        label={t('editor.look.ambience')}
        choices={choices}
        value={ambience}
        onChange={(chosen) => {
          set({ ambience: chosen });
        }}
      />
      <ListenToAmbience ambience={ambience} />
    </div>
  );
}
