import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Tabs } from '../../../ui/tabs.tsx';
import { hush } from '../hearing/hearing.ts';
import { LookTab } from './look-tab.tsx';
import { PicturesTab } from './pictures-tab.tsx';
import { SoundTab } from './sound-tab.tsx';

/** What the whole film looks and sounds like. Everything here is saved as it is chosen, and undone like any other edit. */
export function LookDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const [tab, setTab] = useState<'look' | 'pictures' | 'sound'>('look');
  useEffect(() => hush, []);
  return (
    <Dialog
      title={t('editor.look.title')}
      isOpen
      onClose={onClose}
      size="wider"
      actions={
        <Button look="primary" onPress={onClose}>
          {t('editor.done')}
        </Button>
      }
    >
      <div className="look">
        <Tabs
          label={t('editor.look.title')}
          value={tab}
          onChange={(next) => {
            hush();
            setTab(next);
          }}
          tabs={[
            { id: 'look', label: t('editor.look.look'), content: <LookTab /> },
            { id: 'pictures', label: t('editor.look.pictures'), content: <PicturesTab /> },
            { id: 'sound', label: t('editor.look.sound'), content: <SoundTab /> },
          ]}
        />
      </div>
    </Dialog>
  );
}
