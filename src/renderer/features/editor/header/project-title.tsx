import { Check, CircleAlert, CloudOff, LoaderCircle } from 'lucide-react';
import { Input, TextField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { usePageTitle } from '../../../shell/page-title.ts';
import { useTypedText } from '../parts/use-typed-text.ts';
import { useEditor, useSession } from '../state/context.tsx';

/** The film's title, edited in place, and whether everything is saved. */
export function ProjectTitle() {
  const { t } = useTranslation();
  const session = useSession();
  const title = useEditor((state) => state.document.title);
  const typed = useTypedText(title, (text) => {
    if (text !== '') void session.edit({ type: 'set-project', set: { title: text } });
  });
  usePageTitle(title);
  return (
    <>
      <h1 className="visually-hidden">{title}</h1>
      <TextField className="film-title" aria-label={t('editor.title')} maxLength={200} {...typed}>
        {/* Sized by its own words: the saved state stands right behind them. */}
        <span className="film-title-size story" aria-hidden>
          {typed.value || ' '}
        </span>
        <Input className="title-input story" />
      </TextField>
      <SavedState />
    </>
  );
}

const ICONS = {
  saved: <Check aria-hidden />,
  saving: <LoaderCircle aria-hidden className="turning" />,
  waiting: <CloudOff aria-hidden />,
  held: <CircleAlert aria-hidden />,
};

function SavedState() {
  const { t } = useTranslation();
  const saving = useEditor((state) => state.saving);
  return (
    <span className={`saved saved-${saving}`} role="status">
      {ICONS[saving]}
      {t(`editor.${saving}`)}
    </span>
  );
}
