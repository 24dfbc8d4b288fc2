import { Download, Trash2, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { JobView } from '../../../shared/views.ts';
import { saveFile } from '../../client/download.ts';
import { useSystem } from '../../client/hooks.ts';
import { useIsStopping, useJobActions } from '../../shell/job-actions.ts';
import { isActive } from '../../shell/job-text.ts';
import { paths } from '../../shell/paths.ts';
import { playFilm } from '../../shell/shell-store.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { IconButton } from '../../ui/icon-button.tsx';

interface JobOnly {
  readonly job: JobView;
}

/** Pause, go on, cancel. Cancelling an export that has begun asks first. */
export function ActiveActions({ job }: JobOnly) {
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

/** What can be done with what has ended: see the film, take it away, go back to its story. */
export function EndedActions({ job }: JobOnly) {
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
