import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ModelView } from '../../../shared/views.ts';
import { useStudio } from '../../client/studio.tsx';
import { bytesText } from '../../i18n/format.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { showToast } from '../../ui/toast.tsx';

export function RemoveDialog({ model, onClose }: { readonly model: ModelView; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { queries } = useStudio();
  const remove = useMutation(
    queries.models.remove.mutationOptions({
      onSuccess: () => {
        showToast({ tone: 'ok', title: t('models.removed', { title: model.title }) });
      },
    }),
  );
  return (
    <ConfirmDialog
      title={t('models.removeTitle', { title: model.title })}
      isOpen
      action={t('models.remove')}
      isDangerous
      onConfirm={() => {
        remove.mutate({ modelId: model.id });
      }}
      onClose={onClose}
    >
      <div className="model-ask">
        <p>{t(model.origin === 'own' ? 'models.removeOwn' : 'models.removeText', { size: bytesText(model.bytes) })}</p>
        {model.required ? <p>{t('models.removeRequired')}</p> : null}
      </div>
    </ConfirmDialog>
  );
}
