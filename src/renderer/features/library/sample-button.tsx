import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useStudio } from '../../client/studio.tsx';
import { paths } from '../../shell/paths.ts';
import { Button } from '../../ui/button.tsx';

export function SampleButton() {
  const { t } = useTranslation();
  const { queries } = useStudio();
  const [, navigate] = useLocation();
  const create = useMutation(
    queries.library.create.mutationOptions({
      onSuccess: ({ projectId }) => {
        navigate(paths.project(projectId));
      },
    }),
  );
  return (
    <Button
      isPending={create.isPending}
      onPress={() => {
        create.mutate({ from: 'sample' });
      }}
    >
      {t('library.sample')}
    </Button>
  );
}
