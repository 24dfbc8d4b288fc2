import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { paths } from '../../shell/paths.ts';
import { showToast } from '../../ui/toast.tsx';
import { putStory, setForm, throwAway, useDesk } from './desk/desk.ts';
import { ofSameIdea } from './desk/seeds.ts';
import { storyName } from './desk/story-name.ts';
import type { DeskStory } from './desk/types.ts';

/** Off the desk, with a way back for as long as the toast is there. */
export function useThrowAway(): (story: DeskStory) => void {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  return (story) => {
    throwAway(story.id);
    navigate(paths.write(ofSameIdea(useDesk.getState().stories, story).at(-1)?.id));
    showToast({
      tone: 'info',
      title: t('write.thrownAway', { title: storyName(story) }),
      action: {
        label: t('write.undo'),
        onPress: () => {
          putStory(story);
          navigate(paths.write(story.id));
        },
      },
    });
  };
}

/** Its idea and all that was asked for stand in the form again; what stood there comes back by the toast. */
export function useIdeaAgain(): (story: DeskStory) => void {
  const { t } = useTranslation();
  return ({ request: { idea, age, words, tone, bedtime, writer } }) => {
    const { form: before, stories } = useDesk.getState();
    setForm({ idea, age, words, tone, bedtime, writer });
    const isKept = before.idea.trim() === '' || stories.some(({ request }) => request.idea === before.idea.trim());
    if (isKept) return;
    showToast({
      tone: 'info',
      title: t('write.usedIdea'),
      action: {
        label: t('write.undo'),
        onPress: () => {
          setForm(before);
        },
      },
    });
  };
}
