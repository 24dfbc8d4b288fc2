import { FileMusic, Music } from 'lucide-react';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { MUSIC_CHOICES } from '../../../../shared/film.ts';
import { FileButton } from '../../../ui/file-button.tsx';
import { DropPlace } from '../parts/drop-place.tsx';
import { useEditor } from '../state/context.tsx';
import { ListenToMusic } from './listen-to.tsx';
import { useOwnMusic } from './use-own-music.ts';
import { useSetFilm } from './use-film.ts';

/** Music by mood, one of our own beds, the author's own, or none. A sound file may be dropped on it. */
export function MusicChoice() {
  const { t } = useTranslation();
  const ownMusic = useEditor((state) => state.document.ownMusic);
  const { add, name, refusal } = useOwnMusic();
  return (
    <DropPlace
      className="music"
      label={t('editor.look.ownDrop')}
      icon={<FileMusic />}
      onFile={(file) => void add(file)}
      refusal={refusal}
    >
      <MusicList />
      <div className="music-own">
        <FileButton
          size="small"
          accept={['audio/*', '.mp3', '.wav', '.flac', '.ogg', '.opus', '.m4a', '.aac']}
          icon={<Music aria-hidden />}
          isPending={name !== undefined}
          onFiles={([file]) => {
            if (file) void add(file);
          }}
        >
          {name === undefined
            ? t(ownMusic === null ? 'editor.look.own' : 'editor.look.ownOther')
            : t('editor.adding', { name })}
        </FileButton>
        <p className="field-note">{t('editor.look.ownNote')}</p>
      </div>
    </DropPlace>
  );
}

function MusicList() {
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
        <div key={choice} className="voice-row">
          <Radio value={choice} className="voice-choice">
            <span className="compare-dot" aria-hidden />
            <span className="voice-name">{t(`editor.music.${choice}`)}</span>
            {choice === 'own' ? <span className="voice-note music-file">{ownMusic?.name}</span> : null}
            {choice === 'auto' || choice === 'off' ? (
              <span className="voice-note">{t(`editor.look.musicNotes.${choice}`)}</span>
            ) : null}
          </Radio>
          <ListenToMusic music={choice} />
        </div>
      ))}
    </RadioGroup>
  );
}
