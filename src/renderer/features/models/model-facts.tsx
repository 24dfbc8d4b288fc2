import { useTranslation } from 'react-i18next';
import type { ModelView } from '../../../shared/views.ts';
import { bytesText } from '../../i18n/format.ts';

/** Size, pictures, licence, and what is to be known of how it was installed. */
export function ModelFacts({ model }: { readonly model: ModelView }) {
  const { t } = useTranslation();
  const pictureText = usePictureText();
  const { licence, installed, bytes, partialBytes, picture, upscaler, origin, notices } = model;
  return (
    <dl className="model-facts">
      {installed || origin !== 'own' ? (
        <>
          <dt>{t('models.size')}</dt>
          <dd className="numbers">
            {installed
              ? t('models.onDisk', { size: bytesText(bytes) })
              : t('models.toFetch', { size: bytesText(bytes - partialBytes) })}
            {!installed && partialBytes > 0
              ? ` (${t('models.partial', { part: bytesText(partialBytes), whole: bytesText(bytes) })})`
              : null}
          </dd>
        </>
      ) : null}
      {picture ? (
        <>
          <dt>{t('models.pictures')}</dt>
          <dd>{pictureText(picture)}</dd>
        </>
      ) : null}
      {upscaler ? (
        <>
          <dt>{t('models.pictures')}</dt>
          <dd>{t('models.timesAsLarge', { scale: upscaler.scale })}</dd>
        </>
      ) : null}
      <dt>{t('models.licence')}</dt>
      <dd>
        {licence.url === '' ? (
          licence.name
        ) : (
          <a href={licence.url} target="_blank" rel="noreferrer">
            {licence.name}
          </a>
        )}
      </dd>
      <dt>{t('models.commercial')}</dt>
      <dd>{licence.commercialUse}</dd>
      {notices.length > 0 ? (
        <>
          <dt>{t('models.notices')}</dt>
          {notices.map((notice) => (
            <dd key={notice}>{notice}</dd>
          ))}
        </>
      ) : null}
    </dl>
  );
}

function usePictureText(): (picture: NonNullable<ModelView['picture']>) => string {
  const { t } = useTranslation();
  return ({ side, steps, over, fixed }) =>
    [
      t(fixed ? 'models.sideFixed' : 'models.side', { side }),
      t('models.steps', { count: steps }),
      t(over ? 'models.over' : 'models.notOver'),
    ].join(', ');
}
