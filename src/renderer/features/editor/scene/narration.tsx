import { Scissors, TextCursorInput } from 'lucide-react';
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LONGEST_SCENE } from '../../../../shared/limits.ts';
import { keysLabel } from '../../../ui/keys.ts';
import { Message } from '../../../ui/message.tsx';
import { numberText } from '../../../i18n/format.ts';
import { Button } from '../../../ui/button.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { useEditor, useParts, useUi } from '../state/context.tsx';
import { movedPlace } from '../state/merge-words.ts';
import { sceneOf, textOf } from '../state/store.ts';
import { NO_MARKS } from '../state/ui-store.ts';
import { useSceneActions } from '../storyboard/use-scene-actions.ts';
import { MarkedText } from './marked-text.tsx';
import { Section } from './section.tsx';

/** The scene's words. Every key is kept at once; they are sent when the typing rests. */
export function Narration({ sceneId }: { readonly sceneId: string }) {
  const { t } = useTranslation();
  const { session, ui } = useParts();
  const { split, spread } = useSceneActions();
  const text = useEditor((state) => textOf(state, sceneId));
  const isTold = useEditor((state) => sceneOf(state, sceneId)?.told !== undefined);
  const marks = useUi((state) => (state.marks.sceneId === sceneId ? state.marks : NO_MARKS));
  const cursor = useUi((state) => (state.cursor?.sceneId === sceneId ? state.cursor : undefined));
  const field = useRef<HTMLTextAreaElement>(null);
  const [canSplit, setCanSplit] = useState(false);

  const selection = useRef({ text, start: 0, end: 0 });
  const look = useCallback(() => {
    if (!field.current) return;
    const { value, selectionStart: at, selectionEnd: end } = field.current;
    selection.current = { text: value, start: at, end };
    setCanSplit(value.slice(0, at).trim() !== '' && value.slice(at).trim() !== '');
  }, []);

  // Words of another hand come in beside the cursor, not under it.
  useLayoutEffect(() => {
    const { text: before, start, end } = selection.current;
    if (text === before || document.activeElement !== field.current) return;
    field.current?.setSelectionRange(movedPlace(before, text, start), movedPlace(before, text, end));
    look();
  }, [text, look]);

  useEffect(
    () => () => {
      session.leaveText(sceneId);
    },
    [session, sceneId],
  );

  useEffect(() => {
    if (!cursor || !field.current) return;
    field.current.focus();
    field.current.setSelectionRange(cursor.start, cursor.end);
    ui.setState({ cursor: undefined });
    look();
  }, [cursor, ui, look]);

  const splitHere = (): void => {
    if (!field.current) return;
    const { activeElement: focused } = document;
    void split(sceneId, field.current.selectionStart, () => document.activeElement === focused);
  };
  const words = useMemo(() => text.split(/\s+/u).filter(Boolean).length, [text]);
  const tooLong = text.length - LONGEST_SCENE;

  return (
    <Section
      title={t('editor.narration.title')}
      actions={
        <>
          <span className="panel-count numbers">{t('editor.narration.words', { count: words })}</span>
          {isTold ? (
            <IconButton
              size="small"
              label={t('editor.telling.asWords')}
              icon={<TextCursorInput aria-hidden />}
              onPress={() => {
                ui.setState({ isText: false });
              }}
            />
          ) : null}
          <IconButton
            size="small"
            label={t('editor.narration.split')}
            keys={keysLabel('Ctrl+Enter')}
            icon={<Scissors aria-hidden />}
            isDisabled={!canSplit}
            onPress={splitHere}
          />
        </>
      }
    >
      <div className="narration" data-invalid={tooLong > 0}>
        <MarkedText text={text} marks={marks} />
        <textarea
          ref={field}
          className="narration-field story"
          aria-label={t('editor.narration.label')}
          aria-invalid={tooLong > 0}
          placeholder={t('editor.narration.placeholder')}
          value={text}
          spellCheck
          onChange={(event) => {
            session.type(sceneId, event.target.value);
            look();
          }}
          onSelect={look}
          onBlur={() => {
            session.leaveText(sceneId);
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
            event.preventDefault();
            splitHere();
          }}
        />
      </div>
      {tooLong > 0 ? (
        <Message
          tone="danger"
          title={t('editor.narration.tooLong', { most: numberText(LONGEST_SCENE), over: numberText(tooLong) })}
        >
          <Button size="small" onPress={() => void spread(sceneId)}>
            {t('editor.narration.spread')}
          </Button>
        </Message>
      ) : null}
    </Section>
  );
}
