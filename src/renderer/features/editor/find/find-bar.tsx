import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { ToggleButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { offerUndo } from '../parts/offer-undo.ts';
import { useSession, useUi } from '../state/context.tsx';
import { useFind } from './use-find.ts';

/** Find and replace, over the picture's corner: the story stays in view and every place is marked in its words. */
export function FindBar() {
  const { t } = useTranslation();
  const session = useSession();
  const mode = useUi((ui) => ui.find);
  const { query, matches, current, scenes, ask, step, replaceCurrent, replaceAll, leave } = useFind();
  const [replacement, setReplacement] = useState('');
  const field = useRef<HTMLInputElement>(null);

  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, [mode]);

  const found =
    query.find === ''
      ? ''
      : matches.length === 0
        ? t('editor.find.none')
        : t('editor.find.found', { at: current + 1, count: matches.length, scenes });

  const all = async (): Promise<void> => {
    const count = await replaceAll(replacement);
    if (count !== undefined) offerUndo(session, t, t('editor.find.replaced', { count }), 'ok');
  };

  return (
    <div
      className="find"
      role="search"
      aria-label={t('editor.find.title')}
      onKeyDownCapture={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        leave();
      }}
    >
      <div className="find-row">
        <TextField
          className="find-field"
          label={t('editor.find.find')}
          isLabelHidden
          placeholder={t('editor.find.find')}
          inputRef={field}
          value={query.find}
          maxLength={500}
          onChange={(find) => {
            ask({ ...query, find });
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter') step(event.shiftKey ? -1 : 1);
          }}
        />
        <IconButton
          size="small"
          label={t('editor.find.previous')}
          keys="Shift+Enter"
          icon={<ChevronUp aria-hidden />}
          isDisabled={matches.length === 0}
          onPress={() => {
            step(-1);
          }}
        />
        <IconButton
          size="small"
          label={t('editor.find.next')}
          keys="Enter"
          icon={<ChevronDown aria-hidden />}
          isDisabled={matches.length === 0}
          onPress={() => {
            step(1);
          }}
        />
        <IconButton size="small" label={t('common.close')} keys="Esc" icon={<X aria-hidden />} onPress={leave} />
      </div>
      {mode === 'replace' ? (
        <div className="find-row">
          <TextField
            className="find-field"
            label={t('editor.find.replacement')}
            isLabelHidden
            placeholder={t('editor.find.replacement')}
            value={replacement}
            maxLength={500}
            onChange={setReplacement}
            onKeyDown={(event) => {
              if (event.key === 'Enter') replaceCurrent(replacement);
            }}
          />
          <Button
            size="small"
            isDisabled={current < 0}
            onPress={() => {
              replaceCurrent(replacement);
            }}
          >
            {t('editor.find.replace')}
          </Button>
          <Button size="small" isDisabled={matches.length === 0} onPress={() => void all()}>
            {t('editor.find.replaceAll')}
          </Button>
        </div>
      ) : null}
      <div className="find-row">
        <ToggleButton
          className="find-option"
          isSelected={query.matchCase}
          onChange={(matchCase) => {
            ask({ ...query, matchCase });
          }}
        >
          {t('editor.find.matchCase')}
        </ToggleButton>
        <ToggleButton
          className="find-option"
          isSelected={query.wholeWords}
          onChange={(wholeWords) => {
            ask({ ...query, wholeWords });
          }}
        >
          {t('editor.find.wholeWords')}
        </ToggleButton>
        <span className="find-count numbers" role="status">
          {found}
        </span>
      </div>
    </div>
  );
}
