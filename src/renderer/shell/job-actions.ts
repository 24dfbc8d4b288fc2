import { useMutation } from '@tanstack/react-query';
import { useEffect } from 'react';
import { create } from 'zustand';
import { withJob } from '../client/apply-event.ts';
import { useStudio } from '../client/studio.tsx';
import type { JobView } from '../../shared/views.ts';

/** Jobs that were asked to stop: one in the midst of a step may need a moment until it has. */
const useStopping = create<ReadonlySet<string>>(() => new Set());

function tellStopping(jobId: string, isStopping: boolean): void {
  useStopping.setState(
    (before) => new Set(isStopping ? [...before, jobId] : [...before].filter((id) => id !== jobId)),
    true,
  );
}

/** It was asked to pause or to end, and works still. */
export function useIsStopping({ id, state }: JobView): boolean {
  const wasAsked = useStopping((stopping) => stopping.has(id));
  const isRunning = state === 'running';
  useEffect(() => {
    // Once it has stopped that is history, also when another window has it go on.
    if (wasAsked && !isRunning && state !== 'queued') tellStopping(id, false);
  }, [id, wasAsked, isRunning, state]);
  return wasAsked && isRunning;
}

/** What can be done to a job. Each change is seen at once, and in every window by the studio's events. */
export function useJobActions() {
  const { client, cache, queries } = useStudio();
  const show = (job: JobView): void => {
    cache.setQueryData(queries.jobs.list.queryKey(), (jobs: JobView[] | undefined) => jobs && withJob(jobs, job));
  };
  const change = useMutation({
    mutationFn: ({ jobId, to }: { readonly jobId: string; readonly to: 'pause' | 'resume' | 'cancel' }) =>
      client.jobs[to]({ jobId }),
    onMutate: ({ jobId, to }) => {
      tellStopping(jobId, to !== 'resume');
    },
    onSuccess: show,
    onError: (_error, { jobId }) => {
      tellStopping(jobId, false);
    },
  });
  const remove = useMutation(queries.jobs.remove.mutationOptions());
  const reveal = useMutation(queries.jobs.reveal.mutationOptions());
  return {
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
