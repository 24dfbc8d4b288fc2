import { FileDown, FileText } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { JobView } from '../../../shared/views.ts';
import { saveFile } from '../../client/download.ts';
import { useSystem } from '../../client/hooks.ts';
import { bytesText } from '../../i18n/format.ts';
import { Button } from '../../ui/button.tsx';

/** What was written beside the film. Who reaches the studio over a network takes each from here; else they lie in its folder. */
export function JobExtras({ job }: { readonly job: JobView }) {
  const { t } = useTranslation();
  const isElsewhere = useSystem().data?.host === 'web';
  const extras = job.extras ?? [];
  if (extras.length === 0) return null;
  return (
    <ul className="job-extras" aria-label={t('films.extras')}>
      {extras.map(({ extra, name, url, bytes }) => (
        <li key={extra}>
          {isElsewhere && extra !== 'assets' ? (
            <Button
              className="job-extra"
              look="quiet"
              size="small"
              icon={<FileDown aria-hidden />}
              onPress={() => {
                saveFile(url, name);
              }}
            >
              <span className="visually-hidden">{t('films.download')} </span>
              <span>{name}</span> <span className="job-extra-size numbers">{bytesText(bytes)}</span>
            </Button>
          ) : (
            <span className="job-extra job-extra-still">
              <FileText aria-hidden />
              <span>{name}</span> {/* Of the folder only its list is measured. */}
              <span className="job-extra-size numbers">
                {extra === 'assets' ? t('films.folder') : bytesText(bytes)}
              </span>
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
