import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toFailure } from '../../client/failure.ts';
import { useStudio } from '../../client/studio.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Message } from '../../ui/message.tsx';
import { Switch } from '../../ui/switch.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { showToast } from '../../ui/toast.tsx';
import { FolderField } from './folder-field.tsx';

/** A picture model that Storyloom does not know, from a folder. */
export function OwnDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { queries } = useStudio();
  const [folder, setFolder] = useState('');
  const [title, setTitle] = useState('');
  const [licence, setLicence] = useState('');
  const [replace, setReplace] = useState(false);
  const [isTried, setTried] = useState(false);
  const taking = useMutation(
    queries.models.importOwn.mutationOptions({
      meta: { isShown: true },
      onSuccess: (model) => {
        onClose();
        showToast({ tone: 'ok', title: t('models.imported', { title: model.title }) });
      },
    }),
  );
  const failure = taking.error ? toFailure(taking.error) : undefined;
  const isEmpty = folder.trim() === '';
  const take = () => {
    setTried(true);
    if (isEmpty) return;
    const named = title.trim() === '' ? {} : { title: title.trim() };
    const licensed = licence.trim() === '' ? {} : { licence: licence.trim() };
    taking.mutate({ folder: folder.trim(), ...named, ...licensed, ...(replace ? { replace } : {}) });
  };
  return (
    <Dialog
      title={t('models.ownTitle')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button look="primary" isPending={taking.isPending} onPress={take}>
            {t('models.importDo')}
          </Button>
        </>
      }
    >
      <div className="model-form">
        <p>{t('models.ownText')}</p>
        <FolderField
          value={folder}
          onChange={setFolder}
          placeholder={t('models.ownPlaceholder')}
          title={t('models.ownTitle')}
          error={isTried && isEmpty ? t('models.importEmpty') : undefined}
        />
        <TextField label={t('models.ownName')} value={title} onChange={setTitle} />
        <TextField label={t('models.ownLicence')} value={licence} onChange={setLicence} />
        {failure?.code === 'option' ? (
          <Switch label={t('models.ownReplace')} isOn={replace} onChange={setReplace} />
        ) : null}
        {taking.isPending ? <p role="status">{t('models.importing')}</p> : null}
        {failure ? <Message tone="danger" title={failure.message} hint={failure.hint} /> : null}
      </div>
    </Dialog>
  );
}
