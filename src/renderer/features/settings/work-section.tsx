import '../../ui/field.css';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Settings, SystemView } from '../../../shared/views.ts';
import { Slider } from '../../ui/slider.tsx';
import { SettingsSection } from './settings-section.tsx';
import { useSetSettings } from './use-set.ts';

export interface WorkSectionProps {
  readonly settings: Settings;
  readonly system: SystemView;
}

export function WorkSection({ settings, system }: WorkSectionProps) {
  const { t } = useTranslation();
  const [cores, setCores] = useState<number>();
  const set = useSetSettings();
  return (
    <SettingsSection title={t('settings.work')}>
      <Slider
        label={t('settings.cores')}
        value={cores ?? Math.min(settings.cores, system.cores)}
        minimum={1}
        maximum={system.cores}
        onChange={setCores}
        onChangeEnd={(value) => {
          setCores(undefined);
          set.mutate({ cores: value });
        }}
        say={(count) => t('settings.coresSaid', { count, all: system.cores })}
        isDisabled={system.cores === 1}
      />
      <p className="field-note">{t('settings.coresNote')}</p>
    </SettingsSection>
  );
}
