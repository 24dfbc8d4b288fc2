import { useTranslation } from 'react-i18next';
import type { ProjectDocument } from '../../../../shared/project.ts';
import { Segmented } from '../../../ui/segmented.tsx';
import { numberText } from '../../../i18n/format.ts';
import { useEditor } from '../state/context.tsx';
import { useSetFilm } from './use-film.ts';

/** LUFS: what films on the web are brought to. */
const WEB = -16;

/** To the loudness of other films, or as it was mixed. A loudness of one's own, from the command line, is kept in view. */
export function LoudnessChoice() {
  const { t } = useTranslation();
  const set = useSetFilm();
  const loudness = useEditor((state) => state.document.loudness);
  const values: ProjectDocument['loudness'][] = [
    WEB,
    ...(loudness === WEB || loudness === 'off' ? [] : [loudness]),
    'off',
  ];
  const say = (value: ProjectDocument['loudness']): string =>
    value === 'off' ? t('editor.look.off') : t('editor.look.lufs', { value: numberText(value).replace('-', '−') });
  return (
    <Segmented
      label={t('editor.look.loudness')}
      choices={values.map((value) => ({ id: String(value), label: say(value) }))}
      value={String(loudness)}
      note={loudness === 'off' ? t('editor.look.offNote') : t('editor.look.webNote')}
      onChange={(id) => {
        const chosen = values.find((value) => String(value) === id);
        if (chosen !== undefined) set({ loudness: chosen });
      }}
    />
  );
}
