import './voice-notice.css';
import { AudioLines } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useJobs, useModels } from '../client/hooks.ts';
import { bytesText } from '../i18n/format.ts';
import { Button } from '../ui/button.tsx';
import { isActive } from './job-text.ts';
import { JobProgress } from './job-progress.tsx';
import { paths } from './paths.ts';

/** While a model that films need is not here: says so and leads to it, or shows how far its download is. */
export function VoiceNotice() {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const models = useModels();
  const jobs = useJobs();
  const missing = models.data?.find(({ required, installed }) => required && !installed);
  if (!missing) return null;
  const download = jobs.data?.find((job) => job.modelId === missing.id && isActive(job));
  return (
    <aside className="voice-notice">
      <span className="voice-notice-icon" aria-hidden>
        <AudioLines />
      </span>
      <div className="voice-notice-text">
        <p className="voice-notice-title">{download ? t('shell.voiceFetching') : t('shell.voiceMissing')}</p>
        {download ? (
          <JobProgress job={download} />
        ) : (
          <p className="voice-notice-hint">
            {t('shell.voiceMissingHint', { size: bytesText(missing.bytes - missing.partialBytes) })}
          </p>
        )}
      </div>
      <Button
        look={download ? 'plain' : 'primary'}
        onPress={() => {
          navigate(paths.models);
        }}
      >
        {download ? t('shell.models') : t('shell.voiceSee')}
      </Button>
    </aside>
  );
}
