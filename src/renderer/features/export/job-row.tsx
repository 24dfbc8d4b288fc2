import './job-row.css';
import { Download, Trash2, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { JobView } from '../../../shared/views.ts';
import { bytesText, clockText, durationText } from '../../i18n/format.ts';
import { useSystem } from '../../client/hooks.ts';
import { saveFile } from '../../client/download.ts';
import { useIsStopping, useJobActions } from '../../shell/job-actions.ts';
import { isActive } from '../../shell/job-text.ts';
import { JobProgress } from '../../shell/job-progress.tsx';
import { paths } from '../../shell/paths.ts';
import { playFilm } from '../../shell/shell-store.ts';
import { Badge, type BadgeProps } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Message } from '../../ui/message.tsx';
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

/** Pause, go on, cancel. Cancelling an export that has begun asks first. */
function ActiveActions({ job }: { readonly job: JobView }) {
  const { t } = useTranslation();
  const actions = useJobActions();
  const isStopping = useIsStopping(job);
  const [isAsking, setAsking] = useState(false);
  const { id, state, kind } = job;
  const canGoOn = state === 'paused' || state === 'failed';
  return (
    <>
      {state === 'running' || state === 'queued' ? (
        <Button
          size="small"
          isDisabled={isStopping}
          onPress={() => {
            actions.pause(id);
          }}
        >
          {t('films.pause')}
        </Button>
      ) : null}
      {canGoOn ? (
        <Button
          size="small"
          look={state === 'paused' ? 'primary' : 'plain'}
          onPress={() => {
            actions.resume(id);
          }}
        >
          {state === 'failed' ? t('films.retry') : t('films.resume')}
        </Button>
      ) : null}
      {isActive(job) ? (
        <IconButton
          label={t('films.cancel')}
          icon={<X aria-hidden />}
          size="small"
          onPress={() => {
            if (state === 'running' && kind === 'export') setAsking(true);
            else actions.cancel(id);
          }}
        />
      ) : null}
      <ConfirmDialog
        title={t('films.cancelTitle')}
        isOpen={isAsking}
        action={t('films.cancelDo')}
        cancel={t('films.keepGoing')}
        isDangerous
        onConfirm={() => {
          actions.cancel(id);
        }}
        onClose={() => {
          setAsking(false);
        }}
      >
        <p>{t('films.cancelText')}</p>
      </ConfirmDialog>
    </>
  );
}

function EndedActions({ job }: { readonly job: JobView }) {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const system = useSystem().data;
  const actions = useJobActions();
  const { id, film, projectId } = job;
  if (isActive(job)) return null;
  return (
    <>
      {film === undefined ? null : (
        <>
          <Button
            size="small"
            look="primary"
            onPress={() => {
              playFilm(id);
            }}
          >
            {t('films.play')}
          </Button>
          {system?.canReveal ? (
            <Button
              size="small"
              onPress={() => {
                actions.reveal(id, 'folder');
              }}
            >
              {t('films.reveal')}
            </Button>
          ) : null}
          {system?.host === 'web' ? (
            <IconButton
              label={t('films.download')}
              icon={<Download aria-hidden />}
              size="small"
              onPress={() => {
                saveFile(film, fileNameOf(job));
              }}
            />
          ) : null}
        </>
      )}
      {projectId === undefined ? null : (
        <Button
          size="small"
          look="quiet"
          onPress={() => {
            navigate(paths.project(projectId));
          }}
        >
          {t('films.openStory')}
        </Button>
      )}
      <IconButton
        label={t('films.remove')}
        icon={<Trash2 aria-hidden />}
        size="small"
        onPress={() => {
          actions.remove(id);
        }}
      />
    </>
  );
}

/** The last part of the film's path, on either kind of system. */
function fileNameOf({ file, title }: JobView): string {
  return file?.split(/[/\\]/u).at(-1) ?? `${title}.mp4`;
}
