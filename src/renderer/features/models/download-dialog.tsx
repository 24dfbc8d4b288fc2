import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { JobView, ModelView } from '../../../shared/views.ts';
import { withJob } from '../../client/apply-event.ts';
import { useStudio } from '../../client/studio.tsx';
import { bytesText } from '../../i18n/format.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';

/** The licence, and what it allows, before anything is fetched. */
export function DownloadDialog({ model, onClose }: { readonly model: ModelView; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { cache, queries } = useStudio();
  const fetching = useMutation(
    queries.models.fetch.mutationOptions({
      onSuccess: (job) => {
        cache.setQueryData(queries.jobs.list.queryKey(), (jobs: JobView[] | undefined) => jobs && withJob(jobs, job));
      },
    }),
  );
  const { id, title, licence, bytes, partialBytes } = model;
  return (
    <ConfirmDialog
      title={t('models.agreeTitle', { title })}
      isOpen
      role="dialog"
      action={`${t('models.download')}, ${bytesText(bytes - partialBytes)}`}
      onConfirm={() => {
        fetching.mutate({ modelId: id });
      }}
      onClose={onClose}
    >
      <div className="model-ask">
        <p>{t('models.agreeText')}</p>
        <p>
          <strong>{licence.name}</strong>.{' '}
          <a href={licence.url} target="_blank" rel="noreferrer">
            {t('models.licenceText')}
          </a>
        </p>
        <p>{licence.commercialUse}</p>
      </div>
    </ConfirmDialog>
  );
}
