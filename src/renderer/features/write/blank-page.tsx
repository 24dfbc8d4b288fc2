import { Feather } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { agoText } from '../../i18n/format.ts';
import { paths } from '../../shell/paths.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { setForm, useDesk } from './desk/desk.ts';
import { IDEAS } from './desk/ideas.ts';
import { storyName } from './desk/story-name.ts';

const EXAMPLES = IDEAS.slice(1);

/** Before anything is written: what will happen, an idea to begin with, and what was written before. */
export function BlankPage() {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const idea = useDesk(({ form }) => form.idea);
  const stories = useDesk((desk) => desk.stories);
  return (
    <div className="write-scroll" tabIndex={-1}>
      <div className="blank">
        <EmptyState icon={<Feather />} title={t('write.blankTitle')}>
          {t('write.blankText')}
        </EmptyState>
        {idea.trim() === '' ? (
          <section className="blank-part" aria-labelledby="write-examples">
            <h3 id="write-examples" className="blank-head">
              {t('write.examples')}
            </h3>
            <ul className="blank-list">
              {EXAMPLES.map((example) => (
                <li key={example}>
                  <Button
                    className="blank-card story"
                    onPress={() => {
                      setForm({ idea: example });
                    }}
                  >
                    {example}
                  </Button>
                </li>
              ))}
            </ul>
          </section>
        ) : null}
        {stories.length === 0 ? null : (
          <section className="blank-part" aria-labelledby="write-earlier">
            <h3 id="write-earlier" className="blank-head">
              {t('write.stories')}
            </h3>
            <ul className="blank-list">
              {[...stories].reverse().map((story) => (
                <li key={story.id}>
                  <Button
                    className="blank-card"
                    onPress={() => {
                      navigate(paths.write(story.id));
                    }}
                  >
                    <span className="blank-title story">{storyName(story)}</span>
                    <span className="blank-note">
                      {story.request.idea} · {agoText(story.startedAt)}
                    </span>
                  </Button>
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </div>
  );
}
