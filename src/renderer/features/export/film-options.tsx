import { useTranslation } from 'react-i18next';
import { frameSize } from '../../../shared/film.ts';
import { ShapeChoice } from '../../shell/shape-choice.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { FRAME_RATES, SIZES, type OutputProps } from './options.ts';

/** What is seen of the film: its shape, how large it is and how many pictures a second it has. */
export function FilmOptions({ output, onChange }: OutputProps) {
  const { t } = useTranslation();
  return (
    <>
      <ShapeChoice
        value={output.shape}
        onChange={(shape) => {
          onChange({ ...output, shape });
        }}
      />
      <div className="export-pair">
        <Segmented
          label={t('exports.size')}
          choices={SIZES.map((id) => ({ id, label: id }))}
          value={output.size}
          note={t('exports.pixels', frameSize(output))}
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
      </div>
    </>
  );
}
