import { useTranslation } from 'react-i18next';
import { Badge } from '../../ui/badge.tsx';

/** What draws needs no model; it is named here because it is looked for here. */
export function BuiltInCard() {
  const { t } = useTranslation();
  return (
    <article className="model" aria-label={t('models.storybook')}>
      <div className="model-head">
        <h2 className="model-title">{t('models.storybook')}</h2>
        <Badge tone="ok">{t('models.builtIn')}</Badge>
        <p className="model-task">{t('models.storybookText')}</p>
      </div>
    </article>
  );
}
