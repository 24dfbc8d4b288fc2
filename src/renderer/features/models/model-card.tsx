import { Download, FolderInput, Trash2, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import i18next from 'i18next';
import type { JobView, ModelView } from '../../../shared/views.ts';
import { useJobs, useSystem } from '../../client/hooks.ts';
import { mayNameFolders } from '../../client/powers.ts';
import { useJobActions } from '../../shell/job-actions.ts';
import { isActive } from '../../shell/job-text.ts';
import { JobProgress } from '../../shell/job-progress.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Message } from '../../ui/message.tsx';
import { DownloadDialog } from './download-dialog.tsx';
import { ImportDialog } from './import-dialog.tsx';
import { ModelFacts } from './model-facts.tsx';
import { RemoveDialog } from './remove-dialog.tsx';

type Asked = 'download' | 'import' | 'remove' | undefined;

export function ModelCard({ model }: { readonly model: ModelView }) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<Asked>();
  // The newest first: what came before it is history.
  const job = useJobs().data?.find(({ modelId }) => modelId === model.id);
  const system = useSystem().data;
  const active = job && isActive(job) ? job : undefined;
  const { title, task, installed, required, origin, picture, upscaler } = model;
  const close = (): void => {
    setAsked(undefined);
  };
  return (
    <article className="model" aria-label={title}>
      <div className="model-head">
        <h2 className="model-title">{title}</h2>
        <Badge tone={installed ? 'ok' : required ? 'warn' : 'plain'}>{t(stateKey(model))}</Badge>
        {picture?.isDefault ? <Badge>{t('models.paints')}</Badge> : null}
        {installed && upscaler?.isDefault ? <Badge>{t('models.enlarges')}</Badge> : null}
        {required ? <Badge>{t('models.required')}</Badge> : null}
        <p className="model-task">{taskText(task)}</p>
      </div>
      <ModelFacts model={model} />
      {active ? <JobProgress job={active} /> : null}
      {!installed && job?.state === 'failed' && job.failure ? (
        <Message tone="danger" title={job.failure.message} hint={job.failure.hint} />
      ) : null}
      <div className="model-actions">
        {active ? (
          <DownloadActions job={active} />
        ) : installed || origin === 'own' ? (
          origin === 'shipped' ? null : (
            <Button
              icon={<Trash2 aria-hidden />}
              onPress={() => {
                setAsked('remove');
              }}
            >
              {t('models.remove')}
            </Button>
          )
        ) : (
          <>
            <Button
              look={required ? 'primary' : 'plain'}
              icon={<Download aria-hidden />}
              onPress={() => {
                setAsked('download');
              }}
            >
              {model.partialBytes > 0 ? t('models.goOn') : t('models.download')}
            </Button>
            {system && mayNameFolders(system) ? (
              <Button
                icon={<FolderInput aria-hidden />}
                onPress={() => {
                  setAsked('import');
                }}
              >
                {t('models.import')}
              </Button>
            ) : null}
          </>
        )}
      </div>
      {asked === 'download' ? <DownloadDialog model={model} onClose={close} /> : null}
      {asked === 'import' ? <ImportDialog model={model} onClose={close} /> : null}
      {asked === 'remove' ? <RemoveDialog model={model} onClose={close} /> : null}
    </article>
  );
}

function DownloadActions({ job }: { readonly job: JobView }) {
  const { t } = useTranslation();
  const actions = useJobActions();
  return (
    <>
      {job.state === 'paused' ? (
        <Button
          look="primary"
          onPress={() => {
            actions.resume(job.id);
          }}
        >
          {t('models.resume')}
        </Button>
      ) : (
        <Button
          onPress={() => {
            actions.pause(job.id);
          }}
        >
          {t('models.pause')}
        </Button>
      )}
      <IconButton
        label={t('models.stop')}
        icon={<X aria-hidden />}
        onPress={() => {
          actions.cancel(job.id);
        }}
      />
    </>
  );
}

function stateKey({
  installed,
  origin,
}: ModelView): 'models.missing' | 'models.builtIn' | 'models.ownBadge' | 'models.installed' {
  if (!installed) return 'models.missing';
  return origin === 'shipped' ? 'models.builtIn' : origin === 'own' ? 'models.ownBadge' : 'models.installed';
}

function taskText(task: string): string {
  return i18next.exists(`models.tasks.${task}`) ? i18next.t(`models.tasks.${task as 'narrate'}`) : task;
}
