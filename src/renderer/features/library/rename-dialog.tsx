import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Form } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { ProjectCard } from '../../../shared/views.ts';
import { toFailure } from '../../client/failure.ts';
import { useStudio } from '../../client/studio.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Message } from '../../ui/message.tsx';
import { TextField } from '../../ui/text-field.tsx';

const LONGEST_TITLE = 200;

export function RenameDialog({ project, onClose }: { readonly project: ProjectCard; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { queries } = useStudio();
  const [title, setTitle] = useState(project.title);
  const [isTried, setTried] = useState(false);
  const rename = useMutation(queries.library.rename.mutationOptions({ meta: { isShown: true }, onSuccess: onClose }));
  const trimmed = title.trim();
  const error =
    trimmed === '' ? t('library.renameEmpty') : trimmed.length > LONGEST_TITLE ? t('library.renameLong') : undefined;
  const submit = (): void => {
    setTried(true);
    if (error !== undefined) return;
    if (trimmed === project.title) onClose();
    else rename.mutate({ projectId: project.id, title: trimmed });
  };
  return (
    <Dialog
      title={t('library.renameTitle')}
      isOpen
      onClose={onClose}
      size="small"
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button look="primary" onPress={submit} isPending={rename.isPending}>
            {t('library.renameDo')}
          </Button>
        </>
      }
    >
      <Form
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <TextField
          label={t('library.renameLabel')}
          value={title}
          onChange={setTitle}
          isStory
          autoFocus
          error={isTried ? error : undefined}
        />
      </Form>
      {rename.error ? <Message tone="danger" {...described(rename.error)} /> : null}
    </Dialog>
  );
}

function described(error: unknown) {
  const { message, hint } = toFailure(error);
  return { title: message, hint };
}
