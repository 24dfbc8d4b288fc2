import './story-page.css';
import { useTranslation } from 'react-i18next';
import { useStudio } from '../../client/studio.tsx';
import { Button } from '../../ui/button.tsx';
import { Message } from '../../ui/message.tsx';
import { changeStory } from './desk/desk.ts';
import { isUnfinished } from './desk/progress.ts';
import { storyName } from './desk/story-name.ts';
import type { DeskStory } from './desk/types.ts';
import { useWriting, writeAgain } from './desk/write-story.ts';
import { GrowingTitle } from './growing-title.tsx';
import { Promises } from './promises.tsx';
import { ScenePart } from './scene-part.tsx';
import { StoryBar } from './story-bar.tsx';
import { StoryFoot } from './story-foot.tsx';

/** A story as its outline, as it is being written, and as it is mended: one page that fills. */
export function StoryPage({ story }: { readonly story: DeskStory }) {
  const { t } = useTranslation();
  const { id, state, title, scenes, outline, request } = story;
  const isWriting = state === 'writing';
  return (
    <div className="write-page">
      <StoryBar story={story} />
      <div className="write-scroll" tabIndex={-1}>
        <article className="paper" aria-labelledby={`title-${id}`} aria-busy={isWriting}>
          <header className="paper-head">
            <h2 id={`title-${id}`} className="visually-hidden">
              {storyName(story)}
            </h2>
            {isWriting ? (
              <p className="paper-title" aria-hidden>
                {title}
              </p>
            ) : (
              <GrowingTitle
                label={t('write.storyTitle')}
                placeholder={t('write.untitled')}
                className="paper-title"
                value={title}
                onChange={(next) => {
                  changeStory(id, (before) => ({ ...before, title: next, isEdited: true }));
                }}
              />
            )}
            <p className="paper-idea">{request.idea}</p>
          </header>
          {isUnfinished(story) ? <Unfinished story={story} /> : null}
          <Promises story={story} />
          {scenes.length === 0 && isWriting ? <Waiting /> : null}
          <ol className="paper-scenes">
            {scenes.map((scene, place) => (
              <ScenePart
                key={place}
                storyId={id}
                place={place}
                scene={scene}
                beat={outline?.beats[place]}
                isWriting={isWriting}
              />
            ))}
          </ol>
          <StoryFoot story={story} />
        </article>
      </div>
    </div>
  );
}

/** The shape of an outline that is not there yet. */
function Waiting() {
  return (
    <div className="paper-waiting" aria-hidden>
      {[72, 94, 58].map((width) => (
        <span key={width} style={{ width: `${String(width)}%` }} />
      ))}
    </div>
  );
}

/** Why it ends early, and the way on. */
function Unfinished({ story }: { readonly story: DeskStory }) {
  const { t } = useTranslation();
  const { client } = useStudio();
  const isBusy = useWriting() !== undefined;
  const { state, failure } = story;
  const said = state === 'failed' ? (failure?.message ?? t('write.states.failed')) : undefined;
  return (
    <Message
      tone={state === 'failed' ? 'danger' : 'info'}
      title={said ?? (state === 'stopped' ? t('write.states.stopped') : t('write.states.brokenOff'))}
      hint={failure?.hint}
    >
      <Button
        size="small"
        isDisabled={isBusy}
        onPress={() => {
          writeAgain(client, story);
        }}
      >
        {t('write.again')}
      </Button>
    </Message>
  );
}
