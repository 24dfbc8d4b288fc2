import { Cloud, House, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useWriters } from './use-writers.ts';

/** Beside the button, so that it is seen before it is pressed: where the text goes, or why a writer cannot write. */
export function Whereabouts({ writer: chosen }: { readonly writer: string | undefined }) {
  const { t } = useTranslation();
  const { asked } = useWriters();
  return asked(chosen).map(({ id, name, ready, whyNot, hint, runs }) => {
    if (!ready) {
      return (
        <p key={id} className="whereabouts">
          <TriangleAlert aria-hidden />
          {[whyNot ?? t('write.notReady', { name }), hint].filter(Boolean).join(' ')}
        </p>
      );
    }
    if (runs.place === 'computer') return null;
    const Icon = runs.isLocal ? House : Cloud;
    return (
      <p key={id} className="whereabouts">
        <Icon aria-hidden />
        {runs.isLocal ? t('write.sentLocal', { name }) : t('write.sentTo', { host: runs.host })}
      </p>
    );
  });
}
