import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { Button } from '../ui/button.tsx';
import { paths } from './paths.ts';

/** The way back from a screen that cannot be shown. */
export function ToLibrary() {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  return (
    <Button
      look="primary"
      onPress={() => {
        navigate(paths.library);
      }}
    >
      {t('errors.toLibrary')}
    </Button>
  );
}
