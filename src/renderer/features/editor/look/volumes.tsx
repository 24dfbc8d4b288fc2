import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Volumes as VolumesOf } from '../../../../shared/film.ts';
import { percentText } from '../../../i18n/format.ts';
import { Slider } from '../../../ui/slider.tsx';
import { useEditor } from '../state/context.tsx';
import { useSetFilm } from './use-film.ts';

const VOICES = ['narration', 'music', 'ambience'] as const satisfies readonly (keyof VolumesOf)[];

/** How loud each is, by itself: 100 % is the balance that Storyloom finds right. */
export function Volumes() {
  const { t } = useTranslation();
  const set = useSetFilm();
  const volumes = useEditor((state) => state.document.volumes);
  const [sliding, setSliding] = useState<VolumesOf | undefined>(undefined);
  const shown = sliding ?? volumes;
  return (
    <div className="look-volumes" role="group" aria-label={t('editor.look.volumes')}>
      {VOICES.map((voice) => (
        <Slider
          key={voice}
          label={t(`editor.look.volume.${voice}`)}
          value={shown[voice]}
          minimum={0}
          maximum={2}
          step={0.05}
          say={(value) => (value === 0 ? t('editor.look.silent') : percentText(value))}
          onChange={(value) => {
            setSliding({ ...volumes, [voice]: value });
          }}
          onChangeEnd={(value) => {
            setSliding(undefined);
            set({ volumes: { ...volumes, [voice]: Math.round(value * 100) / 100 } });
          }}
        />
      ))}
    </div>
  );
}
