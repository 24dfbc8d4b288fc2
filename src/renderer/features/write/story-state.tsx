import { useTranslation } from 'react-i18next';
import { durationText } from '../../i18n/format.ts';
import { filmSeconds } from '../../shell/film-length.ts';
import { sceneAtWork, storyWords } from './desk/progress.ts';
import type { DeskStory } from './desk/types.ts';
import { useWriting } from './desk/write-story.ts';

/** What is being done to it, or how long it is; read out as it changes. */
export function StoryState({ story }: { readonly story: DeskStory }) {
  const { t } = useTranslation();
  const isHere = useWriting() === story.id;
  const words = storyWords(story);
  const scene = sceneAtWork(story);
  const scenes = story.scenes.length;
  const said =
    story.state !== 'writing'
      ? words === 0
        ? ''
        : `${t('write.words', { count: words })}, ${t('write.about', { time: durationText(filmSeconds(words)) })}`
      : !isHere
        ? t('write.states.elsewhere')
        : scene === 0
          ? t('write.states.outline')
          : t('write.states.writing', { scene, scenes });
  return (
    <p className="story-state numbers" role="status" data-writing={story.state === 'writing'}>
      {said}
    </p>
  );
}
