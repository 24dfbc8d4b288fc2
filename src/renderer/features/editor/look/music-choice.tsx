import { Label, Radio, RadioGroup } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { MUSIC_CHOICES } from '../../../../shared/film.ts';
import { useEditor } from '../state/context.tsx';
import { useSetFilm } from './use-film.ts';

type Music = (typeof MUSIC_CHOICES)[number];

/** Music by mood, one of our own beds, the author's own, or none. */
export function MusicChoice() {
  const { t } = useTranslation();
  const set = useSetFilm();
  const music = useEditor((state) => state.document.music);
  const ownMusic = useEditor((state) => state.document.ownMusic);
  const choices = MUSIC_CHOICES.filter((choice) => choice !== 'own' || ownMusic !== null);
  return (
    <RadioGroup
      className="music-list"
      value={music}
      onChange={(id) => {
        const chosen = choices.find((choice) => choice === id);
        if (chosen) set({ music: chosen });
      }}
    >
      <Label className="field-label">{t('editor.look.music')}</Label>
      {choices.map((choice) => (
        <MusicRow key={choice} music={choice} ownName={ownMusic?.name} />
      ))}
    </RadioGroup>
  );
}

function MusicRow({ music, ownName }: { readonly music: Music; readonly ownName: string | undefined }) {
  const { t } = useTranslation();
  const note =
    music === 'own' ? ownName : music === 'auto' || music === 'off' ? t(`editor.look.musicNotes.${music}`) : undefined;
  return (
    <div className="voice-row">
      <Radio value={music} className="voice-choice">
        <span className="compare-dot" aria-hidden />
        <span className="voice-name">{t(`editor.music.${music}`)}</span>
        {note === undefined ? null : <span className="voice-note">{note}</span>}
      </Radio>
    </div>
  );
}
