import { useMemo } from 'react';
import { Label, Radio, RadioGroup, Text } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { CAPTION_STYLES } from '../../../../shared/film.ts';
import { useEditor } from '../state/context.tsx';
import { FilmCaption } from './film-caption.tsx';
import { useSetFilm } from './use-film.ts';

/** Each style of captions as a small picture of itself. */
export function CaptionChoice() {
  const { t } = useTranslation();
  const set = useSetFilm();
  const captions = useEditor((state) => state.document.captions);
  const thumbnail = useEditor((state) => state.states[state.shown]?.thumbnail);
  const line = t('editor.look.sample');
  const sample = useMemo(() => [line.split(' ').map((text, start) => ({ text, start, end: start + 1 }))], [line]);
  return (
    <RadioGroup
      className="caption-styles"
      orientation="horizontal"
      value={captions}
      onChange={(id) => {
        const chosen = CAPTION_STYLES.find((style) => style === id);
        if (chosen) set({ captions: chosen });
      }}
    >
      <Label className="field-label">{t('editor.look.captions')}</Label>
      <div className="caption-styles-row">
        {CAPTION_STYLES.map((style) => (
          <Radio key={style} value={style} className="caption-style" aria-label={t(`editor.captions.${style}`)}>
            <span className="caption-style-picture" aria-hidden>
              {thumbnail === undefined ? null : <img src={thumbnail} alt="" draggable={false} />}
              {style === 'none' ? null : <FilmCaption style={style} shape="16:9" lines={sample} now={1} />}
            </span>
            <span className="caption-style-name">{t(`editor.captions.${style}`)}</span>
          </Radio>
        ))}
      </div>
      <Text slot="description" className="field-note">
        {t(`editor.look.captionNotes.${captions}`)}
      </Text>
    </RadioGroup>
  );
}
