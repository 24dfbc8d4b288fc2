import { useMutation } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import { storyMarkdown } from '../../../shared/story-markdown.ts';
import { useStudio } from '../../client/studio.tsx';
import { paths } from '../../shell/paths.ts';
import { showToast } from '../../ui/toast.tsx';
import { changeStory, setForm, useDesk } from './desk/desk.ts';
import { storyName } from './desk/story-name.ts';
import type { DeskStory } from './desk/types.ts';

/** The story as it stands becomes a project, and the editor opens it. It stays on the desk, too. */
export function useMakeFilm(story: DeskStory) {
  const { client } = useStudio();
  const [, navigate] = useLocation();
  const { mutate, isPending } = useMutation({
    mutationFn: () => {
      const title = storyName(story);
      return client.library.create({ from: 'text', text: storyMarkdown({ ...story, title }), title });
    },
    onSuccess: ({ projectId, notices }) => {
      for (const notice of notices) showToast({ tone: 'info', title: notice });
      changeStory(story.id, (before) => ({ ...before, projectId }));
      // The next visit is for the next idea; this one is kept with its story.
      if (useDesk.getState().form.idea.trim() === story.request.idea) setForm({ idea: '' });
      navigate(paths.project(projectId));
    },
  });
  return {
    make: () => {
      mutate();
    },
    isPending,
  };
}
