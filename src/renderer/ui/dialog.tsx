import './dialog.css';
import { X } from 'lucide-react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from './icon-button.tsx';

export interface DialogProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly size?: 'small' | 'normal' | 'wide' | 'wider' | 'film' | 'fitting';
  /** 'alertdialog' asks for an answer before anything else. */
  readonly role?: 'dialog' | 'alertdialog';
  /** A click beside it closes it; not where something typed would be lost. */
  readonly isDismissable?: boolean;
  /** The buttons at its foot. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A modal dialog: focus stays inside, Escape closes, and focus goes back to where it came from. */
export function Dialog(props: DialogProps) {
  const { title, isOpen, onClose, size = 'normal', role = 'dialog', isDismissable = true, actions, children } = props;
  const { t } = useTranslation();
  return (
    <ModalOverlay
      className="dialog-veil"
      isOpen={isOpen}
      isDismissable={isDismissable}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Modal className={`dialog dialog-${size}`}>
        <AriaDialog className="dialog-body" role={role}>
          <header className="dialog-head">
            <Heading slot="title" className="dialog-title">
              {title}
            </Heading>
            <IconButton label={t('common.close')} icon={<X aria-hidden />} size="small" onPress={onClose} />
          </header>
          <div className="dialog-content">{children}</div>
          {actions === undefined ? null : <footer className="dialog-actions">{actions}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
