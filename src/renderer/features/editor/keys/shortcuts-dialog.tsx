import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { keysLabel } from '../../../ui/keys.ts';
import { SHORTCUTS } from './shortcuts.ts';

/** Keys that a card of the storyboard or the narration has by itself. */
const OTHERS = [
  { name: 'split', keys: 'Ctrl+Enter' },
  { name: 'moveScene', keys: 'Alt+← →' },
  { name: 'pickMore', keys: 'Shift+← →' },
  { name: 'deleteScene', keys: 'Delete' },
  { name: 'sceneMenu', keys: 'Shift+F10' },
] as const;

export function ShortcutsDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Dialog
      title={t('editor.shortcuts.title')}
      isOpen
      onClose={onClose}
      size="wide"
      actions={
        <Button look="primary" autoFocus onPress={onClose}>
          {t('editor.done')}
        </Button>
      }
    >
      <dl className="shortcuts">
        {[...SHORTCUTS, ...OTHERS].map(({ name, keys }) => (
          <div key={name}>
            <dt>{t(`editor.shortcuts.${name}`)}</dt>
            <dd>
              <kbd>{keysLabel(keys)}</kbd>
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
