import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useStudio } from '../client/studio.tsx';
import { uploadFile } from '../client/upload.ts';
import { showToast } from '../ui/toast.tsx';
import { paths } from './paths.ts';

/** The files that a project can be made of. */
export const STORY_ENDINGS = ['.txt', '.md', '.markdown', '.json', '.storyloom'];

function isStory(file: File): boolean {
  const name = file.name.toLowerCase();
  return STORY_ENDINGS.some((ending) => name.endsWith(ending));
}

/** Makes a project of each file, and opens it when there was only one. What cannot be read is named, and nothing is lost. */
export function useOpenStories(): (files: readonly File[]) => void {
  const { t } = useTranslation();
  const { client } = useStudio();
  const [, navigate] = useLocation();
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
      else {
        showToast({ tone: 'danger', title: t('shell.notAStory', { name: file.name }), hint: t('shell.notAStoryHint') });
      }
    }
  };
}
