import './settings-screen.css';
import { useTranslation } from 'react-i18next';
import { useSettings, useSystem } from '../../client/hooks.ts';
import { Page } from '../../shell/page.tsx';
import { QueryState } from '../../shell/query-state.tsx';
import { AppearanceSection } from './appearance-section.tsx';
import { FilmsSection } from './films-section.tsx';
import { FindingsSection } from './findings-section.tsx';
import { HelpSection } from './help-section.tsx';
import { MachineSection } from './machine-section.tsx';
import { MakingSection } from './making-section.tsx';
import { StorageSection } from './storage-section.tsx';
import { WorkSection } from './work-section.tsx';
import { WritingSection } from './writing/writing-section.tsx';

export default function SettingsScreen() {
  const { t } = useTranslation();
  const settings = useSettings();
  const system = useSystem({ isFresh: true });
  const waiting = settings.data === undefined ? settings : system;
  return (
    <Page title={t('settings.title')}>
      {settings.data === undefined || system.data === undefined ? (
        <QueryState query={waiting} />
      ) : (
        <>
          <AppearanceSection settings={settings.data} />
          <FilmsSection settings={settings.data} system={system.data} />
          <MakingSection settings={settings.data} />
          <WorkSection settings={settings.data} system={system.data} />
          <WritingSection settings={settings.data} system={system.data} />
          <StorageSection settings={settings.data} system={system.data} />
          <MachineSection />
          <FindingsSection system={system.data} />
          <HelpSection system={system.data} />
        </>
      )}
    </Page>
  );
}
