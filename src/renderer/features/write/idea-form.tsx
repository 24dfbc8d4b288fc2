import './idea-form.css';
import { Feather, Square } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { AGES, LONGEST_IDEA, STORY_WORDS, TONES } from '../../../shared/writing.ts';
import { useStudio } from '../../client/studio.tsx';
import { durationText, numberText } from '../../i18n/format.ts';
import { filmSeconds } from '../../shell/film-length.ts';
import { paths } from '../../shell/paths.ts';
import { startNewStory } from '../../shell/shell-store.ts';
import { Button } from '../../ui/button.tsx';
import { Message } from '../../ui/message.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { Select } from '../../ui/select.tsx';
import { Slider } from '../../ui/slider.tsx';
import { Switch } from '../../ui/switch.tsx';
import { TextArea } from '../../ui/text-field.tsx';
import { setForm, useDesk } from './desk/desk.ts';
import { IDEAS } from './desk/ideas.ts';
import { isSameRequest, nextSeed } from './desk/seeds.ts';
import type { DeskStory } from './desk/types.ts';
import { startStory, stopStory, useWriting } from './desk/write-story.ts';
import { Whereabouts } from './whereabouts.tsx';
import { WriterChoice } from './writer-choice.tsx';

const STEP = 50;

/** What is asked for. Every key is kept: it is there again when the page is. */
export function IdeaForm({ story }: { readonly story: DeskStory | undefined }) {
  const { t } = useTranslation();
  const { client } = useStudio();
  const [, navigate] = useLocation();
  const form = useDesk((desk) => desk.form);
  const isKept = useDesk((desk) => desk.isKept);
  const refusal = useDesk((desk) => desk.refusal);
  const writing = useWriting();
  const [isTried, setTried] = useState(false);
  const over = form.idea.trim().length - LONGEST_IDEA;
  const isEmpty = form.idea.trim() === '';
  const error =
    over > 0 ? t('write.ideaLong', { over: numberText(over) }) : isTried && isEmpty ? t('write.ideaEmpty') : refusal;
  // Once it is written, the next thing to do stands beside the story.
  const isAnswered = story?.state === 'done' && isSameRequest(form, story.request);
  const write = (): void => {
    setTried(true);
    if (isEmpty || over > 0) return;
    const { stories } = useDesk.getState();
    navigate(paths.write(startStory(client, { ...form, idea: form.idea.trim(), seed: nextSeed(stories, form) })));
    setTried(false);
  };
  return (
    <section className="idea" aria-labelledby="idea-title">
      <div className="idea-body">
        <h1 id="idea-title" className="idea-title">
          {t('write.title')}
        </h1>
        <TextArea
          label={t('write.idea')}
          placeholder={IDEAS[0]}
          note={t('write.ideaNote')}
          value={form.idea}
          onChange={(idea) => {
            setForm({ idea });
          }}
          rows={4}
          isStory
          autoFocus={story === undefined}
          error={error}
        />
        {over > 0 ? (
          <Button
            size="small"
            className="idea-as-text"
            onPress={() => {
              startNewStory(form.idea);
              navigate(paths.library);
            }}
          >
            {t('write.asText')}
          </Button>
        ) : null}
        <Segmented
          label={t('write.age')}
          choices={AGES.map((id) => ({ id, label: t(`write.ages.${id}`) }))}
          value={form.age}
          onChange={(age) => {
            setForm({ age });
          }}
        />
        <Select
          label={t('write.tone')}
          choices={TONES.map((id) => ({ id, label: t(`write.tones.${id}`) }))}
          value={form.tone}
          onChange={(tone) => {
            setForm({ tone });
          }}
        />
        <Slider
          label={t('write.length')}
          value={form.words}
          minimum={STORY_WORDS.least}
          maximum={STORY_WORDS.most}
          step={STEP}
          onChange={(words) => {
            setForm({ words });
          }}
          say={(words) => t('write.lengthSaid', { words, time: durationText(filmSeconds(words)) })}
        />
        <Switch
          label={t('write.bedtime')}
          note={t('write.bedtimeNote')}
          isOn={form.bedtime}
          onChange={(bedtime) => {
            setForm({ bedtime });
          }}
        />
        <WriterChoice
          value={form.writer}
          onChange={(writer) => {
            setForm({ writer });
          }}
        />
        {isKept ? null : <Message tone="warn" title={t('write.notKept')} />}
      </div>
      <div className="idea-foot">
        <Whereabouts writer={form.writer} />
        {writing === undefined ? (
          <Button look={isAnswered ? 'plain' : 'primary'} icon={<Feather aria-hidden />} onPress={write}>
            {t('write.do')}
          </Button>
        ) : (
          <Button
            icon={<Square aria-hidden />}
            onPress={() => {
              stopStory(writing);
            }}
          >
            {t('write.stop')}
          </Button>
        )}
      </div>
    </section>
  );
}
