import './export-form.css';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { Output } from '../../../shared/project.ts';
import type { ProjectView, Settings, SystemView } from '../../../shared/views.ts';
import { toFailure } from '../../client/failure.ts';
import { useStudio } from '../../client/studio.tsx';
import { paths } from '../../shell/paths.ts';
import { closeExport } from '../../shell/shell-store.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Message } from '../../ui/message.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { showToast } from '../../ui/toast.tsx';
import { BesideOptions } from './beside-options.tsx';
import { EncodingOptions } from './encoding-options.tsx';
import { ExportPlan } from './export-plan.tsx';
import { FilmOptions } from './film-options.tsx';
import { FolderField } from './folder-field.tsx';
import { fileNameFor, nameFault } from './options.ts';
import { useSettled } from './use-settled.ts';

/** A pause in the typing that is long enough to look again, in milliseconds. */
const PAUSE_MS = 250;

export interface ExportFormProps {
  readonly project: ProjectView;
  readonly settings: Settings;
  readonly system: SystemView;
}

export function ExportForm({ project, settings, system }: ExportFormProps) {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const { client, queries } = useStudio();
  const [output, setOutput] = useState<Output>(project.document.output);
  const [fileName, setFileName] = useState(() => fileNameFor(project.document.title));
  const [folder, setFolder] = useState<string>();
  const [tab, setTab] = useState<'film' | 'encoding' | 'beside'>('film');
  const fault = nameFault(fileName);
  const request = {
    projectId: project.id,
    output,
    fileName: fileName.trim(),
    ...(folder === undefined || folder.trim() === '' ? {} : { folder: folder.trim() }),
  };
  const asked = useSettled(request, PAUSE_MS);
  const plan = useQuery({
    ...queries.exports.plan.queryOptions({ input: asked }),
    // What is there already changes while the dialog is open: scenes are made ahead.
    queryKey: [...queries.exports.plan.queryKey({ input: asked }), project.revision],
    enabled: nameFault(asked.fileName) === undefined,
    placeholderData: keepPreviousData,
    staleTime: 0,
    gcTime: 0,
  });
  const start = useMutation({
    meta: { isShown: true },
    mutationFn: async () => {
      // The choice is the project's from now on, so the next export begins with it.
      if (JSON.stringify(output) !== JSON.stringify(project.document.output)) {
        await client.project.edit({ projectId: project.id, edit: { type: 'set-project', set: { output } } });
      }
      return client.exports.start(request);
    },
    onSuccess: ({ title }) => {
      closeExport();
      showToast({
        tone: 'ok',
        title: t('exports.queued', { title }),
        action: {
          label: t('exports.seeFilms'),
          onPress: () => {
            navigate(paths.films);
          },
        },
      });
    },
  });
  const failure = start.error ? toFailure(start.error) : undefined;
  const choice = { output, onChange: setOutput };
  const count = output.extras.length;
  const besideLabel = count === 0 ? t('exports.besideTab') : t('exports.besideTabCount', { count });
  return (
    <Dialog
      title={t('exports.title')}
      isOpen
      onClose={closeExport}
      size="wider"
      actions={
        <>
          <Button onPress={closeExport}>{t('common.cancel')}</Button>
          <Button
            look="primary"
            isDisabled={fault !== undefined}
            isPending={start.isPending}
            onPress={() => {
              start.mutate();
            }}
          >
            {t('exports.start')}
          </Button>
        </>
      }
    >
      <div className="export">
        <div className="export-choices">
          <Tabs
            label={t('exports.title')}
            value={tab}
            onChange={setTab}
            tabs={[
              { id: 'film', label: t('exports.filmTab'), content: panel(<FilmOptions {...choice} />) },
              { id: 'encoding', label: t('exports.encodingTab'), content: panel(<EncodingOptions {...choice} />) },
              { id: 'beside', label: besideLabel, content: panel(<BesideOptions {...choice} />) },
            ]}
          />
          <div className="export-where">
            <TextField
              label={t('exports.fileName')}
              value={fileName}
              onChange={setFileName}
              error={fault && nameFaultText(fault)}
            />
            <FolderField folder={folder ?? settings.filmsFolder} system={system} onChange={setFolder} />
          </div>
        </div>
        <ExportPlan query={plan} />
      </div>
      {failure ? <Message tone="danger" title={failure.message} hint={failure.hint} /> : null}
    </Dialog>
  );

  function panel(options: ReactNode): ReactNode {
    return <div className="export-options">{options}</div>;
  }

  function nameFaultText(name: NonNullable<ReturnType<typeof nameFault>>): string {
    if (name.kind === 'letters') return t('exports.fileNameBad', { letters: name.letters });
    return name.kind === 'empty' ? t('exports.fileNameEmpty') : t('exports.fileNameLong');
  }
}
