import './new-story-dialog.css';
import { useMutation } from '@tanstack/react-query';
import { FileText } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { toFailure } from '../../client/failure.ts';
import { useStudio } from '../../client/studio.tsx';
import { durationText } from '../../i18n/format.ts';
import { filmSeconds, wordsOf } from '../../shell/film-length.ts';
import { STORY_TYPES, useOpenStories } from '../../shell/open-story.ts';
import { paths } from '../../shell/paths.ts';
import { startNewStory } from '../../shell/shell-store.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FileButton } from '../../ui/file-button.tsx';
import { Message } from '../../ui/message.tsx';
import { TextArea, TextField } from '../../ui/text-field.tsx';
import { showToast } from '../../ui/toast.tsx';
import { Ways } from './ways.tsx';

const LONGEST_STORY = 6_000_000;

export interface NewStoryDialogProps {
  /** What was typed elsewhere and is gone on with here. */
  readonly startingText?: string | undefined;
  readonly onClose: () => void;
}

/** Paste a story, or write one. What was typed is kept until it is a project, also when that fails. */
export function NewStoryDialog({ startingText = '', onClose }: NewStoryDialogProps) {
  const { t } = useTranslation();
  const { queries } = useStudio();
  const [, navigate] = useLocation();
  const openStories = useOpenStories();
  const [text, setText] = useState(startingText);
  const [title, setTitle] = useState('');
  const [isTried, setTried] = useState(false);
  const create = useMutation(
    queries.library.create.mutationOptions({
      meta: { isShown: true },
      onSuccess: ({ projectId, notices }) => {
        for (const notice of notices) showToast({ tone: 'info', title: notice });
        onClose();
        navigate(paths.project(projectId));
      },
    }),
  );
  const words = wordsOf(text);
  const error =
    words === 0 ? t('library.create.empty') : text.length > LONGEST_STORY ? t('library.create.long') : undefined;
  const failure = create.error ? toFailure(create.error) : undefined;
  return (
    <Dialog
      title={t('library.create.title')}
      isOpen
      onClose={onClose}
      size="wide"
      isDismissable={text.trim() === ''}
      actions={
        <>
          <FileButton
            accept={STORY_TYPES}
            look="quiet"
            icon={<FileText aria-hidden />}
            className="new-story-file"
            onFiles={(files) => {
              onClose();
              openStories(files);
            }}
          >
            {t('library.create.file')}
          </FileButton>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button
            look="primary"
            isPending={create.isPending}
            onPress={() => {
              setTried(true);
              if (error !== undefined) return;
              const name = title.trim();
              create.mutate({ from: 'text', text, ...(name === '' ? {} : { title: name }) });
            }}
          >
            {t('library.create.do')}
          </Button>
        </>
      }
    >
      <div className="new-story">
        <Ways
          onLeave={() => {
            onClose();
            // What was typed here waits for the way back.
            if (text.trim() !== '') startNewStory(text);
          }}
        />
        <TextArea
          label={t('library.create.story')}
          placeholder={t('library.create.storyPlaceholder')}
          note={t('library.create.storyNote')}
          value={text}
          onChange={setText}
          rows={11}
          isStory
          autoFocus
          error={isTried ? error : undefined}
        />
        <div className="new-story-foot">
          <TextField
            label={t('library.create.name')}
            note={t('library.create.nameNote')}
            value={title}
            onChange={setTitle}
            maxLength={200}
          />
          <p className="new-story-count numbers">
            {words === 0
              ? null
              : `${t('library.create.words', { count: words })}, ${t('library.create.about', { time: durationText(filmSeconds(words)) })}`}
          </p>
        </div>
        {failure ? <Message tone="danger" title={failure.message} hint={failure.hint} /> : null}
      </div>
    </Dialog>
  );
}
