import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toFailure } from '../../../client/failure.ts';
import { useStudio } from '../../../client/studio.tsx';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Message } from '../../../ui/message.tsx';
import { TextField } from '../../../ui/text-field.tsx';

/** Names a GGUF file on the host's machine, which stays where it is. */
export function ModelFileDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { queries } = useStudio();
  const [file, setFile] = useState('');
  const [isTried, setTried] = useState(false);
  const add = useMutation(queries.writer.addFile.mutationOptions({ meta: { isShown: true }, onSuccess: onClose }));
  const failure = add.error ? toFailure(add.error) : undefined;
  const isEmpty = file.trim() === '';
  return (
    <Dialog
      title={t('settings.writing.addFileTitle')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button
            look="primary"
            isPending={add.isPending}
            onPress={() => {
              setTried(true);
              if (!isEmpty) add.mutate({ file: file.trim() });
            }}
          >
            {t('settings.writing.addFileDo')}
          </Button>
        </>
      }
    >
      <div className="server">
        <p>{t('settings.writing.addFileText')}</p>
        <TextField
          label={t('settings.writing.file')}
          placeholder={t('settings.writing.filePlaceholder')}
          value={file}
          onChange={(value) => {
            add.reset();
            setFile(value);
          }}
          autoFocus
          error={isTried && isEmpty ? t('settings.writing.fileEmpty') : undefined}
        />
        {failure ? <Message tone="danger" title={failure.message} hint={failure.hint} /> : null}
      </div>
    </Dialog>
  );
}
