import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ModelView } from '../../../shared/views.ts';
import { toFailure } from '../../client/failure.ts';
import { useSystem } from '../../client/hooks.ts';
import { useStudio } from '../../client/studio.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Message } from '../../ui/message.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { showToast } from '../../ui/toast.tsx';

export function ImportDialog({ model, onClose }: { readonly model: ModelView; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { queries } = useStudio();
  const system = useSystem().data;
  const [folder, setFolder] = useState('');
  const [isTried, setTried] = useState(false);
  const choose = useMutation(
    queries.system.chooseFolder.mutationOptions({
      onSuccess: ({ folder: chosen }) => {
        if (chosen !== undefined) setFolder(chosen);
      },
    }),
  );
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
        <div className="model-folder">
          <TextField
            label={t('models.importFolder')}
            placeholder={t('models.importPlaceholder')}
            value={folder}
            onChange={setFolder}
            autoFocus
            error={isTried && isEmpty ? t('models.importEmpty') : undefined}
          />
          {system?.hasDialogs ? (
            <Button
              onPress={() => {
                choose.mutate({ title: t('models.importTitle', { title: model.title }) });
              }}
            >
              {t('common.choose')}
            </Button>
          ) : null}
        </div>
        {taking.isPending ? <p role="status">{t('models.importing')}</p> : null}
        {failure ? <Message tone="danger" title={failure.message} hint={failure.hint} /> : null}
      </div>
    </Dialog>
  );
}
