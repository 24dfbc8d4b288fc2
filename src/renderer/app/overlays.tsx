import { lazy, Suspense } from 'react';
import { useShell } from '../shell/shell-store.ts';
import { FileDrop } from './file-drop.tsx';
import { JobNews } from './job-news.tsx';

const ExportDialog = lazy(() => import('../features/export/export-dialog.tsx'));
const FilmPlayer = lazy(() => import('../features/export/film-player.tsx'));

/** What lies over any screen: the export dialog, a film, a file that is being dropped; and what is told of jobs. */
export function Overlays() {
  const { exporting, playing } = useShell();
  return (
    <>
      <Suspense>
        {exporting === undefined ? null : <ExportDialog projectId={exporting} />}
        {playing === undefined ? null : <FilmPlayer jobId={playing} />}
      </Suspense>
      <FileDrop />
      <JobNews />
    </>
  );
}
