import { useQuery } from '@tanstack/react-query';
import type { WriterView } from '../../../shared/writers.ts';
import { useSettings } from '../../client/hooks.ts';
import { useStudio } from '../../client/studio.tsx';

/** Who can write here, and who does when nobody is named. */
export function useWriters() {
  const { queries } = useStudio();
  const { data: writers = [] } = useQuery(queries.writer.list.queryOptions());
  const settings = useSettings().data;
  const byId = (id: string): WriterView | undefined => writers.find((writer) => writer.id === id);
  const usual = settings?.writers;
  return {
    writers,
    /** A server that was removed since is still called by its id. */
    nameOf: (id: string): string => byId(id)?.name ?? id,
    /** Those that see the text: one that was chosen, or whoever the settings have for the tasks; each once. */
    asked: (chosen: string | undefined): WriterView[] => {
      const ids = chosen === undefined ? (usual ? Object.values(usual) : []) : [chosen];
      return [...new Set(ids)].flatMap((id) => byId(id) ?? []);
    },
  };
}
