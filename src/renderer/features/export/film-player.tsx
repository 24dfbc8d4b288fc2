import './film-player.css';
import { useTranslation } from 'react-i18next';
import { useJobs } from '../../client/hooks.ts';
import { closeFilm } from '../../shell/shell-store.ts';
import { Dialog } from '../../ui/dialog.tsx';

/** The film of a done export, over the screen. */
export default function FilmPlayer({ jobId }: { readonly jobId: string }) {
  const { i18n } = useTranslation();
  const job = useJobs().data?.find(({ id }) => id === jobId);
  if (job?.film === undefined) return null;
  return (
    <Dialog title={job.title} isOpen onClose={closeFilm} size="film">
      <video className="film" src={job.film} controls autoPlay lang={i18n.language} aria-label={job.title} />
    </Dialog>
  );
}
