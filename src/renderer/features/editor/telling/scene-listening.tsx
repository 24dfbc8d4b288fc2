import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useJobs } from '../../../client/hooks.ts';
import { FailedJobButtons } from '../../../shell/failed-job-buttons.tsx';
import { useJobActions } from '../../../shell/job-actions.ts';
import { JobProgress } from '../../../shell/job-progress.tsx';
import { isActive } from '../../../shell/job-text.ts';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Message } from '../../../ui/message.tsx';
import { useSession } from '../state/context.tsx';

/** A recording of this scene that is being listened to, or why it could not be. */
export function SceneListening({ sceneId }: { readonly sceneId: string }) {
  const { t } = useTranslation();
  const { projectId } = useSession();
  const actions = useJobActions();
  const job = useJobs().data?.find(
    (each) =>
      each.kind === 'listen' &&
      each.projectId === projectId &&
      each.sceneId === sceneId &&
      (isActive(each) || each.state === 'failed'),
  );
  if (!job) return null;
  if (!isActive(job)) {
    return (
      <Message tone="danger" title={job.failure?.message} hint={job.failure?.hint}>
        <div className="telling-record">
          <FailedJobButtons jobId={job.id} />
        </div>
      </Message>
    );
  }
  return (
    <div className="telling-job">
      {job.state === 'queued' ? <p>{t('films.states.queued')}</p> : <JobProgress job={job} />}
      <IconButton
        size="small"
        label={t('films.cancel')}
        icon={<X aria-hidden />}
        onPress={() => {
          actions.cancel(job.id);
        }}
      />
    </div>
  );
}
