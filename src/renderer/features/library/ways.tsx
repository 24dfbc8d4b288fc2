import './ways.css';
import { AudioLines, Feather } from 'lucide-react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { paths } from '../../shell/paths.ts';

const WAYS = [
  { id: 'idea', Icon: Feather, path: paths.write() },
  { id: 'recording', Icon: AudioLines, path: paths.listen },
] as const;

/** The ways to a story that is not there yet, each to a screen of its own. */
export function Ways({ onLeave }: { readonly onLeave?: () => void }) {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  return (
    <div className="ways" role="group" aria-label={t('library.ways.title')}>
      {WAYS.map(({ id, Icon, path }) => (
        <Button
          key={id}
          className="way"
          onPress={() => {
            onLeave?.();
            navigate(path);
          }}
        >
          <span className="way-icon" aria-hidden>
            <Icon />
          </span>
          <span className="way-words">
            <span className="way-name">{t(`library.ways.${id}`)}</span>
            <span className="way-note">{t(`library.ways.${id}Note`)}</span>
          </span>
        </Button>
      ))}
    </div>
  );
}
