import { useTranslation } from 'react-i18next';
import type { ServerTest } from '../../../../shared/writers.ts';
import { tenthsText } from '../../../i18n/format.ts';
import { Message } from '../../../ui/message.tsx';

/** What the server answered, and what that means for stories. */
export function TestResult({
  result: { firstWordMs, totalMs, structured, countsTokens },
}: {
  readonly result: ServerTest;
}) {
  const { t } = useTranslation();
  return (
    <div role="status">
      <Message
        title={t('settings.writing.answers', {
          first: tenthsText(firstWordMs / 1000),
          whole: tenthsText(totalMs / 1000),
        })}
      >
        <p>
          {t(`settings.writing.structured.${structured}`)} {countsTokens ? null : t('settings.writing.countsNot')}
        </p>
      </Message>
    </div>
  );
}
