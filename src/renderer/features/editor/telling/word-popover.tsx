import { Play } from 'lucide-react';
import { useRef, useState } from 'react';
import { Form } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button.tsx';
import { Popover } from '../../../ui/popover.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { useParts } from '../state/context.tsx';

export interface PickedWord {
  /** In the scene's text, from 0. */
  readonly number: number;
  readonly word: string;
  readonly anchor: Element;
  /** Seconds from the preview's start; absent until it is made. */
  readonly start: number | undefined;
}

export interface WordPopoverProps {
  readonly sceneId: string;
  readonly picked: PickedWord | undefined;
  readonly onClose: () => void;
}

/** One for all words: another spelling of the word, and the film from there on. */
export function WordPopover({ sceneId, picked, onClose }: WordPopoverProps) {
  const { t } = useTranslation();
  const anchor = useRef<Element | null>(null);
  const last = useRef(picked);
  if (picked) {
    anchor.current = picked.anchor;
    last.current = picked;
  }
  return (
    <Popover
      label={t('editor.telling.word')}
      className="word-popover"
      triggerRef={anchor}
      isOpen={picked !== undefined}
      placement="bottom"
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
    >
      {last.current ? (
        <WordForm key={last.current.number} sceneId={sceneId} picked={last.current} onClose={onClose} />
      ) : null}
    </Popover>
  );
}

function WordForm({ sceneId, picked, onClose }: WordPopoverProps & { readonly picked: PickedWord }) {
  const { t } = useTranslation();
  const { session, player } = useParts();
  const [word, setWord] = useState(picked.word);
  const { start } = picked;
  return (
    <Form
      className="word-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (word.trim() !== picked.word) {
          void session.edit({ type: 'correct-word', sceneId, word: picked.number, text: word.trim() });
        }
        onClose();
      }}
    >
      <TextField
        label={t('editor.telling.word')}
        note={word.trim() === '' ? t('editor.telling.wordGone') : t('editor.telling.wordNote')}
        value={word}
        onChange={setWord}
        maxLength={200}
        isStory
        autoFocus
      />
      <div className="word-buttons">
        <Button
          size="small"
          icon={<Play aria-hidden />}
          isDisabled={start === undefined}
          onPress={() => {
            if (start === undefined) return;
            player.seek(start);
            player.play();
          }}
        >
          {t('editor.telling.fromHere')}
        </Button>
        <Button size="small" look="primary" type="submit">
          {t('editor.telling.keep')}
        </Button>
      </div>
    </Form>
  );
}
