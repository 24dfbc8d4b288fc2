import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { ProjectCard } from '../../../shared/views.ts';
import { saveFile } from '../../client/download.ts';
import { useStudio } from '../../client/studio.tsx';
import { paths } from '../../shell/paths.ts';
import { showToast } from '../../ui/toast.tsx';

/** What can be done to a project from its card. Failures become toasts. */
export function useProjectActions() {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const { cache, queries } = useStudio();
  const key = queries.library.list.queryKey();
  const restore = useMutation(queries.library.restore.mutationOptions());
  const duplicate = useMutation(queries.library.duplicate.mutationOptions());
  const remove = useMutation(
    queries.library.remove.mutationOptions({
      // It is gone from the page at once; should that fail, it is back with the next answer.
      onMutate: ({ projectId }) => {
        cache.setQueryData(key, (cards: ProjectCard[] | undefined) => cards?.filter(({ id }) => id !== projectId));
      },
      onError: () => void cache.invalidateQueries({ queryKey: key }),
    }),
  );
  const pack = useMutation(
    queries.library.pack.mutationOptions({
      onSuccess: ({ url, fileName }) => {
        saveFile(url, fileName);
      },
    }),
  );
  return {
    open: (projectId: string) => {
      navigate(paths.project(projectId));
    },
    duplicate: ({ id, title }: ProjectCard) => {
      duplicate.mutate(
        { projectId: id },
        {
          onSuccess: () => {
            showToast({ tone: 'ok', title: t('library.duplicated', { title }) });
          },
        },
      );
    },
    remove: ({ id, title }: ProjectCard) => {
      remove.mutate(
        { projectId: id },
        {
          onSuccess: () => {
            showToast({
              tone: 'info',
              title: t('library.removed', { title }),
              action: {
                label: t('library.restore'),
                onPress: () => {
                  restore.mutate({ projectId: id });
                },
              },
            });
          },
        },
      );
    },
    pack: ({ id }: ProjectCard) => {
      pack.mutate({ projectId: id });
    },
  };
}

export type ProjectActions = ReturnType<typeof useProjectActions>;
