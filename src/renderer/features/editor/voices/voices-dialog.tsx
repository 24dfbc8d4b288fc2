import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Tabs } from '../../../ui/tabs.tsx';
import { CharactersTab } from './characters-tab.tsx';
import { hush } from '../hearing/hearing.ts';
import { NarratorTab } from './narrator-tab.tsx';
import { PronunciationsTab } from './pronunciations-tab.tsx';

/** Who tells the film, who speaks for whom, and how words are said. Everything here is saved as it is chosen. */
export function VoicesDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const [tab, setTab] = useState<'narrator' | 'characters' | 'words'>('narrator');
  useEffect(() => hush, []);
  return (
    <Dialog
      title={t('editor.voices.title')}
      isOpen
      onClose={onClose}
      size="wide"
      actions={
        <Button look="primary" onPress={onClose}>
          {t('editor.done')}
        </Button>
      }
    >
      <div className="voices">
        <Tabs
          label={t('editor.voices.title')}
          value={tab}
          onChange={setTab}
          tabs={[
            { id: 'narrator', label: t('editor.voices.narrator'), content: <NarratorTab /> },
            { id: 'characters', label: t('editor.voices.characters'), content: <CharactersTab /> },
            { id: 'words', label: t('editor.voices.words'), content: <PronunciationsTab /> },
          ]}
        />
      </div>
    </Dialog>
  );
}
