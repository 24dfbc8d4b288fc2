import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ModelView } from '../../../shared/views.ts';
import { toFailure } from '../../client/failure.ts';
import { useStudio } from '../../client/studio.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Message } from '../../ui/message.tsx';
import { showToast } from '../../ui/toast.tsx';
import { FolderField } from './folder-field.tsx';

export function ImportDialog({ model, onClose }: { readonly model: ModelView; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { queries } = useStudio();
  const [folder, setFolder] = useState('');
  const [isTried, setTried] = useState(false);
  const taking = useMutation(
    queries.models.import.mutationOptions({
      meta: { isShown: true },
      onSuccess: () => {
        onClose();
        showToast({ tone: 'ok', title: t('models.imported', { title: model.title }) });
      },
    }),
  );
  const failure = taking.error ? toFailure(taking.error) : undefined;
  const isEmpty = folder.trim() === '';
  return (
    <Dialog
      title={t('models.importTitle', { title: model.title })}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button
            look="primary"
            isPending={taking.isPending}
            onPress={() => {
              setTried(true);
              if (!isEmpty) taking.mutate({ modelId: model.id, folder: folder.trim() });
            }}
          >
            {t('models.importDo')}
          </Button>
        </>
      }
    >
      <div className="model-form">
        <p>{t('models.importText')}</p>
        <FolderField
          value={folder}
          onChange={setFolder}
          placeholder={t('models.importPlaceholder')}
          title={t('models.importTitle', { title: model.title })}
          error={isTried && isEmpty ? t('models.importEmpty') : undefined}
        />
        {taking.isPending ? <p role="status">{t('models.importing')}</p> : null}
        {failure ? <Message tone="danger" title={failure.message} hint={failure.hint} /> : null}
      </div>
    </Dialog>
  );
}
