import { FolderInput } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { OwnDialog } from './own-dialog.tsx';

/** The way in for picture models that are not in the list. */
export function OwnCard() {
  const { t } = useTranslation();
  const [isAsked, setAsked] = useState(false);
  return (
    <article className="model" aria-label={t('models.own')}>
      <div className="model-head">
        <h2 className="model-title">{t('models.own')}</h2>
        <p className="model-task">{t('models.ownText')}</p>
      </div>
      <div className="model-actions">
        <Button
          icon={<FolderInput aria-hidden />}
          onPress={() => {
            setAsked(true);
          }}
        >
          {t('models.import')}
        </Button>
      </div>
      {isAsked ? (
        <OwnDialog
          onClose={() => {
            setAsked(false);
          }}
        />
      ) : null}
    </article>
  );
}
