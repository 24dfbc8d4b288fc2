import { useTranslation } from 'react-i18next';
import { useProject, useSettings, useSystem } from '../../client/hooks.ts';
import { QueryState } from '../../shell/query-state.tsx';
import { closeExport } from '../../shell/shell-store.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ExportForm } from './export-form.tsx';

export default function ExportDialog({ projectId }: { readonly projectId: string }) {
  const { t } = useTranslation();
  const project = useProject(projectId);
  const settings = useSettings();
  const system = useSystem();
  const waiting = [project, settings, system].find(({ data }) => data === undefined);
  if (project.data && settings.data && system.data) {
    return <ExportForm project={project.data} settings={settings.data} system={system.data} />;
  }
  return (
    <Dialog title={t('exports.title')} isOpen onClose={closeExport} size="wider">
      <QueryState query={waiting ?? project} />
    </Dialog>
  );
}
