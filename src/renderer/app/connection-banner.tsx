import './connection-banner.css';
import { Unplug } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useConnectionState } from '../client/studio.tsx';

export function ConnectionBanner() {
  const { t } = useTranslation();
  if (useConnectionState() !== 'lost') return null;
  return (
    <div className="connection-banner" role="alert">
      <Unplug aria-hidden />
      <p>
        <strong>{t('errors.lostBanner')}</strong> {t('errors.lostBannerHint')}
      </p>
    </div>
  );
}
