import {
  BookOpenText,
  Check,
  ChevronLeft,
  ChevronRight,
  Clapperboard,
  Ellipsis,
  Feather,
  Lightbulb,
  Trash2,
} from 'lucide-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useStudio } from '../../client/studio.tsx';
import { agoText } from '../../i18n/format.ts';
import { paths } from '../../shell/paths.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu, MenuItem, MenuSeparator } from '../../ui/menu.tsx';
import { useDesk } from './desk/desk.ts';
import { storyWords } from './desk/progress.ts';
import { nextSeed, ofSameIdea } from './desk/seeds.ts';
import { storyName } from './desk/story-name.ts';
import type { DeskStory } from './desk/types.ts';
import { startStory, useWriting } from './desk/write-story.ts';
import { StoryState } from './story-state.tsx';
import { useMakeFilm } from './use-make-film.ts';
import { useIdeaAgain, useThrowAway } from './use-story-actions.ts';

/** Above the page: which of the stories it is, how far it is, and what can become of it. */
export function StoryBar({ story }: { readonly story: DeskStory }) {
  return (
    <div className="story-bar">
      <Pager story={story} />
      <StoryState story={story} />
      {story.state === 'writing' ? null : <StoryActions story={story} />}
    </div>
  );
}

/** From one telling of the idea to another; and a list of all that was ever written here. */
function Pager({ story }: { readonly story: DeskStory }) {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const stories = useDesk((desk) => desk.stories);
  const tellings = ofSameIdea(stories, story);
  const place = tellings.findIndex(({ id }) => id === story.id);
  const [earlier, later] = [tellings[place - 1], tellings[place + 1]];
  const show = (other: DeskStory | undefined): void => {
    if (other) navigate(paths.write(other.id));
  };
  return (
    <div className="story-pager">
      {tellings.length > 1 ? (
        <IconButton
          size="small"
          label={t('write.earlier')}
          icon={<ChevronLeft aria-hidden />}
          isDisabled={!earlier}
          onPress={() => {
            show(earlier);
          }}
        />
      ) : null}
      <Menu
        placement="bottom start"
        trigger={
          <Button look="quiet" size="small" icon={<BookOpenText aria-hidden />} className="numbers">
            {t('write.place', { number: place + 1, count: tellings.length })}
          </Button>
        }
      >
        {[...stories].reverse().map((each) => (
          <MenuItem
            key={each.id}
            icon={each.id === story.id ? <Check aria-hidden /> : <span className="story-other" />}
            label={storyName(each)}
            keys={agoText(each.startedAt)}
            onAction={() => {
              show(each);
            }}
          />
        ))}
        <MenuSeparator />
        <MenuItem
          icon={<Feather aria-hidden />}
          label={t('write.new')}
          onAction={() => {
            navigate(paths.write());
          }}
        />
      </Menu>
      {tellings.length > 1 ? (
        <IconButton
          size="small"
          label={t('write.later')}
          icon={<ChevronRight aria-hidden />}
          isDisabled={!later}
          onPress={() => {
            show(later);
          }}
        />
      ) : null}
    </div>
  );
}

function StoryActions({ story }: { readonly story: DeskStory }) {
  const { t } = useTranslation();
  const { client, queries } = useStudio();
  const [, navigate] = useLocation();
  const projects = useQuery(queries.library.list.queryOptions()).data;
  const isBusy = useWriting() !== undefined;
  const film = useMakeFilm(story);
  const throwAway = useThrowAway();
  const useIdea = useIdeaAgain();
  // Its project may have been deleted since.
  const project = projects?.find(({ id }) => id === story.projectId);
  const isEmpty = storyWords(story) === 0;
  return (
    <div className="story-actions">
      <Menu trigger={<IconButton label={t('write.more')} icon={<Ellipsis aria-hidden />} />}>
        <MenuItem
          icon={<Lightbulb aria-hidden />}
          label={t('write.useIdea')}
          onAction={() => {
            useIdea(story);
          }}
        />
        {project ? (
          <MenuItem icon={<Clapperboard aria-hidden />} label={t('write.filmAgain')} onAction={film.make} />
        ) : null}
        <MenuSeparator />
        <MenuItem
          icon={<Trash2 aria-hidden />}
          label={t('write.throwAway')}
          isDangerous
          onAction={() => {
            throwAway(story);
          }}
        />
      </Menu>
      <Button
        isDisabled={isBusy}
        onPress={() => {
          const { stories } = useDesk.getState();
          const { request } = story;
          navigate(paths.write(startStory(client, { ...request, seed: nextSeed(stories, request) })));
        }}
      >
        {t('write.another')}
      </Button>
      {project ? (
        <Button
          look="primary"
          onPress={() => {
            navigate(paths.project(project.id));
          }}
        >
          {t('write.toFilm')}
        </Button>
      ) : (
        <Button
          look="primary"
          icon={<Clapperboard aria-hidden />}
          isPending={film.isPending}
          isDisabled={isEmpty}
          onPress={film.make}
        >
          {t('write.film')}
        </Button>
      )}
    </div>
  );
}
