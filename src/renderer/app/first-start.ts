import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useLocation } from 'wouter';
import { useStudio } from '../client/studio.tsx';
import { paths } from '../shell/paths.ts';

const KEY = 'storyloom.started';

/** The very first time there is a story on the screen at once: the sample, ready to be played. */
export function useFirstStart(): void {
  const { queries } = useStudio();
  const [location, navigate] = useLocation();
  const { data: projects } = useQuery(queries.library.list.queryOptions());
  const { mutate } = useMutation(
    queries.library.create.mutationOptions({
      onSuccess: ({ projectId }) => {
        navigate(paths.project(projectId));
      },
    }),
  );
  const isDecided = useRef(false);
  useEffect(() => {
    if (!projects || isDecided.current) return;
    isDecided.current = true;
    if (localStorage.getItem(KEY) !== null) return;
    localStorage.setItem(KEY, new Date().toISOString());
    if (projects.length > 0 || location !== paths.library) return;
    mutate({ from: 'sample' });
  }, [projects, location, mutate]);
}
