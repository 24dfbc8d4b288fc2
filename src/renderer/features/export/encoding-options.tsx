import { useTranslation } from 'react-i18next';
import { Select } from '../../ui/select.tsx';
import { CODECS, presetOf, PRESETS, QUALITIES, QUALITY_NAMES, qualityOf, type OutputProps } from './options.ts';

/** How the film's pictures become its file. */
export function EncodingOptions({ output, onChange }: OutputProps) {
  const { t } = useTranslation();
  return (
    <>
      <Select
        label={t('exports.codec')}
        choices={CODECS.map((id) => ({ id, label: t(`exports.codecs.${id}`), note: t(`exports.codecNotes.${id}`) }))}
        value={output.codec}
        note={t(`exports.codecNotes.${output.codec}`)}
        onChange={(codec) => {
          onChange({ ...output, codec });
        }}
      />
      <div className="export-pair">
        <Select
          label={t('exports.preset')}
          choices={PRESETS.map((id) => ({
            id,
            label: t(`exports.presets.${id}`),
            note: t(`exports.presetNotes.${id}`),
          }))}
          value={output.preset}
          onChange={(preset) => {
            onChange({ ...output, preset: presetOf(preset) });
          }}
        />
        <Select
          label={t('exports.quality')}
          choices={QUALITY_NAMES.map((id) => ({ id, label: t(`exports.qualities.${id}`) }))}
          value={qualityOf(output.crf)}
          onChange={(quality) => {
            onChange({ ...output, crf: QUALITIES[quality] });
          }}
        />
      </div>
    </>
  );
}
