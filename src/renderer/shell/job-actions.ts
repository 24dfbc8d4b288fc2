import { useMutation } from '@tanstack/react-query';
import { withJob } from '../client/apply-event.ts';
import { useStudio } from '../client/studio.tsx';
import type { JobView } from '../../shared/views.ts';

/** What can be done to a job. Each change is seen at once, and in every window by the studio's events. */
export function useJobActions() {
  const { client, cache, queries } = useStudio();
  const show = (job: JobView): void => {
    cache.setQueryData(queries.jobs.list.queryKey(), (jobs: JobView[] | undefined) => jobs && withJob(jobs, job));
  };
  const change = useMutation({
    mutationFn: ({ jobId, to }: { readonly jobId: string; readonly to: 'pause' | 'resume' | 'cancel' }) =>
      client.jobs[to]({ jobId }),
    onSuccess: show,
  });
  const remove = useMutation(queries.jobs.remove.mutationOptions());
  const reveal = useMutation(queries.jobs.reveal.mutationOptions());
  return {
    isPending: change.isPending,
    pause: (jobId: string) => {
      change.mutate({ jobId, to: 'pause' });
    },
    resume: (jobId: string) => {
      change.mutate({ jobId, to: 'resume' });
    },
    cancel: (jobId: string) => {
      change.mutate({ jobId, to: 'cancel' });
    },
    remove: (jobId: string) => {
      remove.mutate({ jobId });
    },
    reveal: (jobId: string, how: 'folder' | 'play') => {
      reveal.mutate({ jobId, how });
    },
  };
}
