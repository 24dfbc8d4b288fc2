import { PencilLine } from 'lucide-react';
import { memo, useMemo, useState } from 'react';
import { Button as AriaButton, Toolbar } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { wordsOfText } from '../../../../shared/recording.ts';
import type { WordTiming } from '../../../../shared/story.ts';
import { IconButton } from '../../../ui/icon-button.tsx';
import { useEditor, useParts, usePlayer } from '../state/context.tsx';
import { sceneOf } from '../state/store.ts';
import { Section } from '../scene/section.tsx';
import { WordPopover, type PickedWord } from './word-popover.tsx';

const NO_WORDS: readonly WordTiming[] = [];

/** What was told, word by word: the one that is heard is lit, and each can be corrected where it stands. */
export const Transcript = memo(function Transcript({ sceneId }: { readonly sceneId: string }) {
  const { t } = useTranslation();
  const { ui } = useParts();
  const text = useEditor((state) => sceneOf(state, sceneId)?.text ?? '');
  const paragraphs = useMemo(() => numbered(text), [text]);
  const timed = useEditor((state) => state.states[sceneId]?.words) ?? NO_WORDS;
  const count = paragraphs.flat().length;
  // A title is said before the words.
  const before = Math.max(0, timed.length - count);
  const now = usePlayer(({ isPlaying, time }) => (isPlaying ? timed.findLastIndex(({ start }) => start <= time) : -1));
  const [picked, setPicked] = useState<PickedWord | undefined>(undefined);
  return (
    <Section
      title={t('editor.narration.title')}
      actions={
        <>
          <span className="panel-count numbers">{t('editor.narration.words', { count })}</span>
          <IconButton
            size="small"
            label={t('editor.telling.asText')}
            icon={<PencilLine aria-hidden />}
            onPress={() => {
              ui.setState({ isText: true });
            }}
          />
        </>
      }
    >
      <Toolbar className="transcript story" aria-label={t('editor.telling.words')}>
        {paragraphs.map((words, paragraph) => (
          <span key={paragraph} className="transcript-paragraph">
            {words.map(({ word, number }) => (
              <AriaButton
                key={number}
                className="transcript-word"
                data-now={number + before === now}
                onPress={({ target }) => {
                  setPicked({ number, word, anchor: target, start: timed[number + before]?.start });
                }}
              >
                {word}
              </AriaButton>
            ))}
          </span>
        ))}
      </Toolbar>
      <WordPopover
        sceneId={sceneId}
        picked={picked}
        onClose={() => {
          setPicked(undefined);
        }}
      />
    </Section>
  );
});

/** The words of each paragraph, each with its number in the whole text. */
function numbered(text: string): { readonly word: string; readonly number: number }[][] {
  let number = 0;
  return text
    .split(/\n\s*\n/u)
    .map((paragraph) => wordsOfText(paragraph).map((word) => ({ word, number: number++ })))
    .filter((words) => words.length > 0);
}
