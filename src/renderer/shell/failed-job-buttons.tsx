import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.tsx';
import { useJobActions } from './job-actions.ts';

/** What can be done with a job that has failed, where it was begun: again, or off the list. */
export function FailedJobButtons({ jobId }: { readonly jobId: string }) {
  const { t } = useTranslation();
  const actions = useJobActions();
  return (
    <>
      <Button
        size="small"
        onPress={() => {
          actions.resume(jobId);
        }}
      >
        {t('films.retry')}
      </Button>
      <Button
        size="small"
        look="quiet"
        onPress={() => {
          actions.remove(jobId);
        }}
      >
        {t('films.remove')}
      </Button>
    </>
  );
}
