import { useTranslation } from 'react-i18next';
import type { Settings } from '../../../shared/views.ts';
import { Segmented } from '../../ui/segmented.tsx';
import { SettingsSection } from './settings-section.tsx';
import { useSetSettings } from './use-set.ts';

const THEMES = ['system', 'light', 'dark'] as const satisfies readonly Settings['theme'][];
const LANGUAGES = ['system', 'en', 'de'] as const satisfies readonly Settings['language'][];

export function AppearanceSection({ settings }: { readonly settings: Settings }) {
  const { t } = useTranslation();
  const set = useSetSettings();
  return (
    <SettingsSection title={t('settings.look')}>
      <Segmented
        label={t('settings.theme')}
        choices={THEMES.map((id) => ({ id, label: t(`settings.themes.${id}`) }))}
        value={settings.theme}
        onChange={(theme) => {
          set.mutate({ theme });
        }}
      />
      <Segmented
        label={t('settings.language')}
        choices={LANGUAGES.map((id) => ({ id, label: t(`settings.languages.${id}`) }))}
        value={settings.language}
        onChange={(language) => {
          set.mutate({ language });
        }}
      />
    </SettingsSection>
  );
}
