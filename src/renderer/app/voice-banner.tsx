import './voice-banner.css';
import { AudioLines } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useJobs, useModels } from '../client/hooks.ts';
import { bytesText } from '../i18n/format.ts';
import { isActive } from '../shell/job-text.ts';
import { JobProgress } from '../shell/job-progress.tsx';
import { paths } from '../shell/paths.ts';
import { Button } from '../ui/button.tsx';

/** While a model that films need is not here: says so, with its licence, and leads to it or shows how far it is. */
export function VoiceBanner() {
  const { t } = useTranslation();
  const [location, navigate] = useLocation();
  const models = useModels();
  const jobs = useJobs();
  const missing = models.data?.find(({ required, installed }) => required && !installed);
  if (!missing || location === paths.models) return null;
  const download = jobs.data?.find((job) => job.modelId === missing.id && isActive(job));
  const { bytes, partialBytes, licence, title } = missing;
  return (
    <aside className="voice-banner" aria-label={t('shell.voice')}>
      <AudioLines aria-hidden className="voice-banner-icon" />
      <div className="voice-banner-text">
        {download ? (
          <JobProgress job={download} />
        ) : (
          <p>
            <strong>{t('shell.voiceMissing')}</strong>{' '}
            {t('shell.voiceMissingHint', { title, size: bytesText(bytes - partialBytes), licence: licence.name })}
          </p>
        )}
      </div>
      <Button
        size="small"
        onPress={() => {
          navigate(paths.models);
        }}
      >
        {t('shell.voiceSee')}
      </Button>
    </aside>
  );
}
