import './toast.css';
import { CircleAlert, CircleCheck, Info, X } from 'lucide-react';
import {
  Text,
  UNSTABLE_Toast as AriaToast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
  UNSTABLE_ToastRegion as ToastRegion,
} from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Button } from './button.tsx';
import { IconButton } from './icon-button.tsx';

export interface ToastMessage {
  readonly tone: 'info' | 'ok' | 'danger';
  readonly title: string;
  /** What the user can do next. */
  readonly hint?: string | undefined;
  readonly action?: { readonly label: string; readonly onPress: () => void } | undefined;
}

const queue = new ToastQueue<ToastMessage>({ maxVisibleToasts: 4 });

const SHORT_MS = 6_000;
/** Long enough to read twice, and to reach an action by keyboard; they wait while they are pointed at or focused. */
const LONG_MS = 12_000;
const FAILURE_MS = 30_000;

/** Shows a message at the foot of the window for long enough to read it. The function that it gives puts it away earlier. */
export function showToast(message: ToastMessage): () => void {
  const showing = queue.visibleToasts.find(
    ({ content }) => content.title === message.title && content.hint === message.hint,
  );
  if (showing) queue.close(showing.key);
  const timeout = message.tone === 'danger' ? FAILURE_MS : message.action === undefined ? SHORT_MS : LONG_MS;
  const key = queue.add(message, { timeout });
  return () => {
    queue.close(key);
  };
}

const ICONS = { info: Info, ok: CircleCheck, danger: CircleAlert };

export function Toasts() {
  const { t } = useTranslation();
  return (
    <ToastRegion queue={queue} className="toasts" aria-label={t('common.messages')}>
      {({ toast }) => {
        const { tone, title, hint, action } = toast.content;
        const Icon = ICONS[tone];
        return (
          <AriaToast toast={toast} className={`toast toast-${tone}`}>
            <Icon aria-hidden className="toast-icon" />
            <ToastContent className="toast-content">
              <Text slot="title" className="toast-title">
                {title}
              </Text>
              {hint === undefined ? null : (
                <Text slot="description" className="toast-hint">
                  {hint}
                </Text>
              )}
            </ToastContent>
            {action === undefined ? null : (
              <Button
                size="small"
                onPress={() => {
                  queue.close(toast.key);
                  action.onPress();
                }}
              >
                {action.label}
              </Button>
            )}
            <IconButton
              label={t('common.close')}
              icon={<X aria-hidden />}
              size="small"
              onPress={() => {
                queue.close(toast.key);
              }}
            />
          </AriaToast>
        );
      }}
    </ToastRegion>
  );
}
