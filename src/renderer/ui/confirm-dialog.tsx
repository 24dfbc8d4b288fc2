import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';

export interface ConfirmDialogProps {
  readonly title: string;
  readonly isOpen: boolean;
  /** The verb itself: 'Remove', never 'OK'. */
  readonly action: string;
  /** The way out, 'Cancel' by default: another word where cancelling is what is asked about. */
  readonly cancel?: string;
  readonly isDangerous?: boolean;
  readonly role?: 'dialog' | 'alertdialog';
  readonly onConfirm: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

export function ConfirmDialog(props: ConfirmDialogProps) {
  const {
    title,
    isOpen,
    action,
    cancel,
    isDangerous = false,
    role = 'alertdialog',
    onConfirm,
    onClose,
    children,
  } = props;
  const { t } = useTranslation();
  return (
    <Dialog
      title={title}
      isOpen={isOpen}
      onClose={onClose}
      size="small"
      role={role}
      actions={
        <>
          <Button onPress={onClose} autoFocus>
            {cancel ?? t('common.cancel')}
          </Button>
          <Button
            look={isDangerous ? 'danger' : 'primary'}
            onPress={() => {
              onClose();
              onConfirm();
            }}
          >
            {action}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  );
}
