import './job-row.css';
import { useTranslation } from 'react-i18next';
import type { JobView } from '../../../shared/views.ts';
import { bytesText, clockText, durationText, lufsText } from '../../i18n/format.ts';
import { useIsStopping } from '../../shell/job-actions.ts';
import { isActive } from '../../shell/job-text.ts';
import { JobProgress } from '../../shell/job-progress.tsx';
import { Badge, type BadgeProps } from '../../ui/badge.tsx';
import { Message } from '../../ui/message.tsx';
import { ActiveActions, EndedActions } from './job-buttons.tsx';
import { JobExtras } from './job-extras.tsx';
import { JobPicture } from './job-picture.tsx';

const TONES: Readonly<Record<JobView['state'], NonNullable<BadgeProps['tone']>>> = {
  queued: 'plain',
  running: 'accent',
  paused: 'warn',
  done: 'ok',
  failed: 'danger',
  cancelled: 'plain',
};

export interface JobRowProps {
  readonly job: JobView;
  /** Without what can be done to an ended one. */
  readonly isCompact?: boolean;
}

export function JobRow({ job, isCompact = false }: JobRowProps) {
  const { t } = useTranslation();
  const isStopping = useIsStopping(job);
  return (
    <article className={isCompact ? 'job job-compact' : 'job'} aria-label={job.title}>
      {isCompact ? null : <JobPicture job={job} />}
      <div className="job-body">
        <div className="job-head">
          <h3 className="job-title">{job.title}</h3>
          <Badge tone={isStopping ? 'warn' : TONES[job.state]}>
            {isStopping ? t('films.stopping') : t(`films.states.${job.state}`)}
          </Badge>
          {job.kind === 'export' ? null : <span className="job-kind">{t(`films.kinds.${job.kind}`)}</span>}
        </div>
        {isActive(job) ? <JobProgress job={job} /> : <JobFacts job={job} />}
        {job.failure ? <Message tone="danger" title={job.failure.message} hint={job.failure.hint} /> : null}
        {isCompact ? null : <JobExtras job={job} />}
        {isCompact ? null : <JobNotices job={job} />}
      </div>
      <div className="job-actions">
        <ActiveActions job={job} />
        {isCompact ? null : <EndedActions job={job} />}
      </div>
    </article>
  );
}

function JobFacts({ job }: { readonly job: JobView }) {
  const { t } = useTranslation();
  const facts = [
    job.seconds === undefined ? undefined : clockText(job.seconds),
    job.bytes === undefined ? undefined : bytesText(job.bytes),
    job.state === 'done' && job.endedAt !== undefined
      ? t('films.took', { time: durationText((job.endedAt - job.createdAt) / 1000) })
      : undefined,
    job.loudness === undefined ? undefined : lufsText(job.loudness.integrated),
  ].filter((fact) => fact !== undefined);
  return (
    <>
      {facts.length === 0 ? null : <p className="job-facts numbers">{facts.join(' · ')}</p>}
      {job.state === 'done' && job.file !== undefined ? <p className="job-file">{job.file}</p> : null}
    </>
  );
}

function JobNotices({ job }: { readonly job: JobView }) {
  const { t } = useTranslation();
  const notices = job.notices ?? [];
  if (notices.length === 0) return null;
  return (
    <details className="job-notices">
      <summary>{t('films.noticed', { count: notices.length })}</summary>
      <ul>
        {notices.map((notice) => (
          <li key={notice}>{notice}</li>
        ))}
      </ul>
    </details>
  );
}
