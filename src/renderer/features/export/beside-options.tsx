import { useTranslation } from 'react-i18next';
import { CheckList } from '../../ui/check-list.tsx';
import { Switch } from '../../ui/switch.tsx';
import { EXTRAS, type OutputProps } from './options.ts';

/** What the film's file has beside the film, and what is written beside the file. */
export function BesideOptions({ output, onChange }: OutputProps) {
  const { t } = useTranslation();
  return (
    <>
      <div className="export-switches" role="group" aria-label={t('exports.inFilm')}>
        <Switch
          label={t('exports.cover')}
          note={t('exports.coverNote')}
          isOn={output.cover}
          onChange={(cover) => {
            onChange({ ...output, cover });
          }}
        />
        <Switch
          label={t('exports.softSubtitles')}
          note={t('exports.softSubtitlesNote')}
          isOn={output.softSubtitles}
          onChange={(softSubtitles) => {
            onChange({ ...output, softSubtitles });
          }}
        />
      </div>
      <CheckList
        label={t('exports.extras')}
        choices={EXTRAS.map((id) => ({
          id,
          label: t(`exports.extra.${id}`),
          note: t(`exports.extraNotes.${id}`),
        }))}
        value={output.extras}
        onChange={(extras) => {
          onChange({ ...output, extras });
        }}
      />
    </>
  );
}
