import './writing-section.css';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Settings, SystemView } from '../../../../shared/views.ts';
import { useStudio } from '../../../client/studio.tsx';
import { paths } from '../../../shell/paths.ts';
import { QueryState } from '../../../shell/query-state.tsx';
import { SettingsSection } from '../settings-section.tsx';
import { ModelFiles } from './model-files.tsx';
import { Servers } from './servers.tsx';
import { TaskWriters } from './task-writers.tsx';

export interface WritingSectionProps {
  readonly settings: Settings;
  readonly system: SystemView;
}

/** Who writes what; the servers of models, and models of one's own. */
export function WritingSection({ settings, system }: WritingSectionProps) {
  const { t } = useTranslation();
  const writers = useQuery(useStudio().queries.writer.list.queryOptions());
  return (
    <SettingsSection title={t('settings.writing.title')} text={t('settings.writing.text')}>
      {writers.data === undefined ? (
        <QueryState query={writers} />
      ) : (
        <>
          <TaskWriters settings={settings} writers={writers.data} />
          <Servers />
          <ModelFiles writers={writers.data} system={system} />
          <p className="field-note">
            <Link href={paths.models}>{t('settings.writing.toModels')}</Link>
          </p>
        </>
      )}
    </SettingsSection>
  );
}
