import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/project.ts';
import { Segmented } from '../../ui/segmented.tsx';
import { Select } from '../../ui/select.tsx';
import { FRAME_RATES, presetOf, PRESETS, QUALITIES, QUALITY_NAMES, qualityOf, SIZES } from './options.ts';

export interface ExportOptionsProps {
  readonly output: Output;
  readonly onChange: (output: Output) => void;
}

export function ExportOptions({ output, onChange }: ExportOptionsProps) {
  const { t } = useTranslation();
  return (
    <>
      <Segmented
        label={t('exports.size')}
        choices={SIZES.map((id) => ({ id, label: t(`exports.sizes.${id}`) }))}
        value={output.size}
        onChange={(size) => {
          onChange({ ...output, size });
        }}
      />
      <Segmented
        label={t('exports.fps')}
        choices={FRAME_RATES.map((fps) => ({ id: String(fps), label: String(fps) }))}
        value={String(output.fps)}
        onChange={(text) => {
          const fps = FRAME_RATES.find((rate) => String(rate) === text);
          if (fps) onChange({ ...output, fps });
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
