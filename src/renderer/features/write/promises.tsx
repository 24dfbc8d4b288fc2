import { useTranslation } from 'react-i18next';
import { Message } from '../../ui/message.tsx';
import type { DeskStory } from './desk/types.ts';

/** What the idea asked for and the text does not keep, in words; and what its writer has to say besides. */
export function Promises({ story: { broken, notices, isEdited } }: { readonly story: DeskStory }) {
  const { t } = useTranslation();
  return (
    <>
      {broken.length === 0 ? null : (
        <Message tone="warn" title={t('write.broken', { count: broken.length })}>
          <ul className="promises">
            {broken.map(({ kind, message }, place) => (
              <li key={place}>
                <strong>{t(`write.kinds.${kind}`)}.</strong> {message}
              </li>
            ))}
          </ul>
          <p>{isEdited ? t('write.brokenEdited') : t('write.brokenHint')}</p>
        </Message>
      )}
      {notices.map((notice, place) => (
        <Message key={place} title={notice} />
      ))}
    </>
  );
}
