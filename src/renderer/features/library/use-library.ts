import { useMutation } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { ProjectCard } from '../../../shared/views.ts';
import { saveFile } from '../../client/download.ts';
import { useStudio } from '../../client/studio.tsx';
import { paths } from '../../shell/paths.ts';
import { showToast } from '../../ui/toast.tsx';

/** What can be done to a project from its card. Failures become toasts. The same object as long as nothing of it changes. */
export function useProjectActions() {
  const [, navigate] = useLocation();
  const remove = useRemove();
  const duplicate = useDuplicate();
  const pack = usePack();
  return useMemo(
    () => ({
      open: (projectId: string) => {
        navigate(paths.project(projectId));
      },
      duplicate,
      remove,
      pack,
    }),
    [navigate, duplicate, remove, pack],
  );
}

export type ProjectActions = ReturnType<typeof useProjectActions>;

/** Gone from the page at once, with a way back for as long as the toast is there. */
function useRemove(): (project: ProjectCard) => void {
  const { t } = useTranslation();
  const { cache, client, queries } = useStudio();
  const key = queries.library.list.queryKey();
  const { mutate: restore } = useMutation(queries.library.restore.mutationOptions());
  const { mutate } = useMutation({
    mutationFn: ({ id }: ProjectCard) => client.library.remove({ projectId: id }),
    onMutate: ({ id: gone }) => {
      cache.setQueryData(key, (cards: ProjectCard[] | undefined) => cards?.filter(({ id }) => id !== gone));
    },
    onSuccess: (_nothing, { id, title }) => {
      const onPress = (): void => {
        restore({ projectId: id });
      };
      showToast({
        tone: 'info',
        title: t('library.removed', { title }),
        action: { label: t('library.restore'), onPress },
      });
    },
    onError: () => void cache.invalidateQueries({ queryKey: key }),
  });
  return mutate;
}

function useDuplicate(): (project: ProjectCard) => void {
  const { t } = useTranslation();
  const { client } = useStudio();
  const { mutate } = useMutation({
    mutationFn: ({ id }: ProjectCard) => client.library.duplicate({ projectId: id }),
    onSuccess: (_copy, { title }) => {
      showToast({ tone: 'ok', title: t('library.duplicated', { title }) });
    },
  });
  return mutate;
}

/** The project as a .storyloom file, for the user to keep. */
function usePack(): (project: ProjectCard) => void {
  const { client } = useStudio();
  const { mutate } = useMutation({
    mutationFn: ({ id }: ProjectCard) => client.library.pack({ projectId: id }),
    onSuccess: ({ url, fileName }) => {
      saveFile(url, fileName);
    },
  });
  return mutate;
}
