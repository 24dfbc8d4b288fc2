import { useQuery } from '@tanstack/react-query';
import { Clapperboard, HardDriveDownload } from 'lucide-react';
import type { JobView } from '../../../shared/views.ts';
import { useStudio } from '../../client/studio.tsx';
import { FramedPicture } from '../../ui/framed-picture.tsx';

/** A scene of the story that is filmed, or a sign of what else it is. */
export function JobPicture({ job }: { readonly job: JobView }) {
  const { data: cover } = useQuery({
    ...useStudio().queries.library.list.queryOptions(),
    select: (projects) => projects.find(({ id }) => id === job.projectId)?.cover,
  });
  return (
    <span className="job-picture" aria-hidden>
      {job.kind === 'fetch-model' ? (
        <HardDriveDownload />
      ) : cover === undefined ? (
        <Clapperboard />
      ) : (
        <FramedPicture src={cover} frame={16 / 9} isLazy />
      )}
    </span>
  );
}
