import { useTranslation } from 'react-i18next';
import type { Settings } from '../../../shared/views.ts';
import { Switch } from '../../ui/switch.tsx';
import { SettingsSection } from './settings-section.tsx';
import { useSetSettings } from './use-set.ts';

/** When a new story's pictures are made. */
export function MakingSection({ settings }: { readonly settings: Settings }) {
  const { t } = useTranslation();
  const set = useSetSettings();
  return (
    <SettingsSection title={t('settings.making')}>
      <Switch
        label={t('settings.storyboardFirst')}
        note={t('settings.storyboardFirstNote')}
        isOn={settings.storyboardFirst}
        onChange={(isOn) => {
          set.mutate({ storyboardFirst: isOn });
        }}
      />
    </SettingsSection>
  );
}
