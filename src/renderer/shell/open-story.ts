import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useStudio } from '../client/studio.tsx';
import { uploadFile } from '../client/upload.ts';
import { showToast } from '../ui/toast.tsx';
import { toFailure } from '../client/failure.ts';
import { paths } from './paths.ts';
import { canBeHeard, RECORDING_TYPES, useListen } from './use-listen.ts';

const STORY_ENDINGS = ['.txt', '.md', '.markdown', '.json', '.storyloom'];
/** For the host's file dialog: the files that a project can be made of. */
export const STORY_TYPES = [...STORY_ENDINGS, ...RECORDING_TYPES];

function isStory(file: File): boolean {
  const name = file.name.toLowerCase();
  return STORY_ENDINGS.some((ending) => name.endsWith(ending));
}

/**
 * Makes a project of each file, and opens it when there was only one; recordings are listened to first, on a screen of their own.
 * What cannot be read is named, and nothing is lost.
 */
export function useOpenStories(): (files: readonly File[]) => void {
  const { t } = useTranslation();
  const { client } = useStudio();
  const [location, navigate] = useLocation();
  const listen = useListen();
  const { mutate } = useMutation({
    mutationFn: async ({ file }: { readonly file: File; readonly isOnly: boolean }) => {
      const { uploadId } = await uploadFile(file);
      return client.library.create({ from: 'upload', uploadId });
    },
    onSuccess: ({ projectId, notices }, { file, isOnly }) => {
      for (const notice of notices) showToast({ tone: 'info', title: notice });
      if (isOnly) navigate(paths.project(projectId));
      else showToast({ tone: 'ok', title: t('shell.opened', { name: file.name }) });
    },
  });
  return (files) => {
    for (const file of files) {
      if (isStory(file)) mutate({ file, isOnly: files.length === 1 });
      else if (canBeHeard(file) && !location.startsWith('/projects/')) {
        navigate(paths.listen);
        listen
          .mutateAsync({ sound: file })
          .catch((error: unknown) =>
            showToast({ tone: 'danger', title: toFailure(error).message, hint: toFailure(error).hint }),
          );
      } else {
        showToast({ tone: 'danger', title: t('shell.notAStory', { name: file.name }), hint: t('shell.notAStoryHint') });
      }
    }
  };
}
