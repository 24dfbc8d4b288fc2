import './write-screen.css';
import { useTranslation } from 'react-i18next';
import { usePageTitle } from '../../shell/page-title.ts';
import { BlankPage } from './blank-page.tsx';
import { useDesk } from './desk/desk.ts';
import { IdeaForm } from './idea-form.tsx';
import { StoryPage } from './story-page.tsx';

/** The writing desk: the idea on the left, on the right the page on which its story is laid out, written and mended. */
export default function WriteScreen({ storyId }: { readonly storyId?: string | undefined }) {
  const { t } = useTranslation();
  const story = useDesk(({ stories }) => stories.find(({ id }) => id === storyId));
  usePageTitle(t('write.title'));
  return (
    <div className="write">
      <IdeaForm story={story} />
      {story ? <StoryPage key={story.id} story={story} /> : <BlankPage />}
    </div>
  );
}
