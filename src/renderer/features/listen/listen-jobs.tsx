import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { JobView } from '../../../shared/views.ts';
import { useJobs } from '../../client/hooks.ts';
import { FailedJobButtons } from '../../shell/failed-job-buttons.tsx';
import { useIsStopping, useJobActions } from '../../shell/job-actions.ts';
import { JobProgress } from '../../shell/job-progress.tsx';
import { isActive } from '../../shell/job-text.ts';
import { paths } from '../../shell/paths.ts';
import { Button } from '../../ui/button.tsx';
import { Message } from '../../ui/message.tsx';

const isStory = ({ kind, sceneId }: JobView): boolean => kind === 'listen' && sceneId === undefined;

/** Recordings that are listened to just now: how far, or why not. When one is done its story opens. */
export function ListenJobs() {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const jobs = useJobs().data;
  const seen = useRef(new Set<string>());
  const shown = (jobs ?? []).filter((job) => isStory(job) && (isActive(job) || job.state === 'failed'));

  useEffect(() => {
    for (const job of jobs ?? []) {
      if (!isStory(job)) continue;
      if (isActive(job)) seen.current.add(job.id);
      else if (seen.current.delete(job.id) && job.state === 'done' && job.projectId !== undefined) {
        navigate(paths.project(job.projectId));
      }
    }
  }, [jobs, navigate]);

  if (shown.length === 0) return null;
  return (
    <section className="listen-part" aria-labelledby="listen-jobs">
      <h2 id="listen-jobs" className="listen-part-title">
        {t('listen.jobs')}
      </h2>
      <ul className="take-rows">
        {shown.map((job) => (
          <li key={job.id}>
            <ListenJob job={job} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function ListenJob({ job }: { readonly job: JobView }) {
  const { t } = useTranslation();
  const actions = useJobActions();
  const isStopping = useIsStopping(job);
  return (
    <article className="listen-job" aria-label={job.title}>
      <div className="listen-job-head">
        <h3 className="listen-job-title story">{job.title}</h3>
        {job.state === 'queued' ? <span className="listen-note">{t('films.states.queued')}</span> : null}
        {isActive(job) ? (
          <Button
            size="small"
            isDisabled={isStopping}
            onPress={() => {
              actions.cancel(job.id);
            }}
          >
            {isStopping ? t('films.stopping') : t('films.cancel')}
          </Button>
        ) : (
          <FailedJobButtons jobId={job.id} />
        )}
      </div>
      {isActive(job) ? <JobProgress job={job} /> : null}
      {job.failure ? <Message tone="danger" title={job.failure.message} hint={job.failure.hint} /> : null}
    </article>
  );
}
