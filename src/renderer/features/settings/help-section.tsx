import { useMutation } from '@tanstack/react-query';
import { Copy } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { SystemView } from '../../../shared/views.ts';
import { saveFile } from '../../client/download.ts';
import { useStudio } from '../../client/studio.tsx';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { showToast } from '../../ui/toast.tsx';
import { SettingsSection } from './settings-section.tsx';

export function HelpSection({ system }: { readonly system: SystemView }) {
  const { t } = useTranslation();
  const { queries } = useStudio();
  const diagnostics = useMutation(
    queries.system.diagnostics.mutationOptions({
      onSuccess: ({ url, fileName }) => {
        saveFile(url, fileName);
      },
    }),
  );
  return (
    <SettingsSection title={t('settings.help')} text={t('settings.version', { version: system.version })}>
      <dl className="places">
        <Place name={t('settings.logs')} path={system.folders.logs} />
        <Place name={t('settings.data')} path={system.folders.data} />
        <Place name={t('settings.cachePlace')} path={system.folders.cache} />
      </dl>
      <div className="settings-diagnostics">
        <p>
          <strong>{t('settings.diagnostics')}.</strong> {t('settings.diagnosticsText')}
        </p>
        <Button
          isPending={diagnostics.isPending}
          onPress={() => {
            diagnostics.mutate(undefined);
          }}
        >
          {t('settings.diagnosticsDo')}
        </Button>
      </div>
    </SettingsSection>
  );
}

function Place({ name, path }: { readonly name: string; readonly path: string }) {
  const { t } = useTranslation();
  return (
    <div className="place">
      <dt>{name}</dt>
      <dd>
        <span className="place-path">{path}</span>
        <IconButton
          label={`${t('settings.copy')}: ${name}`}
          icon={<Copy aria-hidden />}
          size="small"
          onPress={() => {
            void navigator.clipboard.writeText(path).then(() => {
              showToast({ tone: 'ok', title: t('settings.copied') });
            });
          }}
        />
      </dd>
    </div>
  );
}
