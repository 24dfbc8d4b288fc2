import './film-player.css';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useJobs } from '../../client/hooks.ts';
import { closeFilm } from '../../shell/shell-store.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Message } from '../../ui/message.tsx';

/** The film of a done export, over the screen. */
export default function FilmPlayer({ jobId }: { readonly jobId: string }) {
  const { t } = useTranslation();
  const [hasFailed, setFailed] = useState(false);
  const [shape, setShape] = useState(16 / 9);
  const job = useJobs().data?.find(({ id }) => id === jobId);
  if (job?.film === undefined) return null;
  return (
    <Dialog title={job.title} isOpen onClose={closeFilm} size={shape < 1.2 ? 'fitting' : 'film'}>
      {hasFailed ? (
        <Message
          tone="danger"
          title={t('films.cannotPlay')}
          hint={t('films.cannotPlayHint', { file: job.file ?? '' })}
        />
      ) : (
        <video
          className="film"
          src={job.film}
          controls
          autoPlay
          aria-label={job.title}
          style={{ aspectRatio: shape }}
          onLoadedMetadata={({ currentTarget: { videoWidth, videoHeight } }) => {
            setShape(videoWidth / videoHeight);
          }}
          onError={() => {
            setFailed(true);
          }}
        />
      )}
    </Dialog>
  );
}
