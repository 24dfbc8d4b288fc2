/** What screens ask for. Each is kept true by the studio's events. */
import { useQuery } from '@tanstack/react-query';
import { useStudio } from './studio.tsx';

export function useProject(projectId: string) {
  return useQuery(useStudio().queries.project.open.queryOptions({ input: { projectId } }));
}

export function useVoices() {
  return useQuery(useStudio().queries.voices.list.queryOptions());
}

export function useJobs() {
  return useQuery(useStudio().queries.jobs.list.queryOptions());
}

export function useModels() {
  return useQuery(useStudio().queries.models.list.queryOptions());
}

export function useSettings() {
  return useQuery(useStudio().queries.system.settings.queryOptions());
}

/** `isFresh`: asked for anew whenever the screen is opened, as what is told of storage and health changes unseen. */
export function useSystem({ isFresh = false }: { readonly isFresh?: boolean } = {}) {
  const options = useStudio().queries.system.view.queryOptions();
  return useQuery({ ...options, refetchOnMount: isFresh ? 'always' : true });
}
