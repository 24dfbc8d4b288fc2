import { AudioLines, Keyboard, Palette, Play, Redo2, Search, Undo2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { showFailure } from '../../../client/query-client.ts';
import { useStudio } from '../../../client/studio.tsx';
import { openExport } from '../../../shell/shell-store.ts';
import { Button } from '../../../ui/button.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { keysLabel } from '../../../ui/keys.ts';
import { useEditWords } from '../parts/edit-words.ts';
import { useEditor, useParts } from '../state/context.tsx';

/** At the head's right end: take back, look for, hear, play, export. */
export function ProjectActions() {
  const { t } = useTranslation();
  const editWords = useEditWords();
  const { session, player, ui } = useParts();
  const { client } = useStudio();
  const undo = useEditor((state) => state.view.undo);
  const redo = useEditor((state) => state.view.redo);
  const isTyping = useEditor((state) => state.saving !== 'saved');

  /** From the film's start; what is missing is made as a job that goes on when the author goes elsewhere. */
  const previewAll = (): void => {
    const { document, states } = session.state;
    const isWhole = document.scenes.every(({ id }) => ['ready', 'empty'].includes(states[id]?.state ?? 'waiting'));
    if (!isWhole) client.scenes.makeAll({ projectId: session.projectId }).catch(showFailure);
    ui.setState({ view: 'strip' });
    player.playAll(document.scenes[0]!.id);
  };

  return (
    <>
      <IconButton
        label={undo === undefined ? t('editor.undo') : t('editor.undoWhat', { what: editWords(undo) })}
        keys={keysLabel('Ctrl+Z')}
        icon={<Undo2 aria-hidden />}
        isDisabled={undo === undefined && !isTyping}
        onPress={() => {
          session.undo();
        }}
      />
      <IconButton
        label={redo === undefined ? t('editor.redo') : t('editor.redoWhat', { what: editWords(redo) })}
        keys={keysLabel('Ctrl+Shift+Z')}
        icon={<Redo2 aria-hidden />}
        isDisabled={redo === undefined}
        onPress={() => {
          session.redo();
        }}
      />
      <span className="header-rule" aria-hidden />
      <IconButton
        label={t('editor.find.title')}
        keys={keysLabel('Ctrl+F')}
        icon={<Search aria-hidden />}
        onPress={() => {
          ui.setState({ find: 'find' });
        }}
      />
      <IconButton
        label={t('editor.look.title')}
        icon={<Palette aria-hidden />}
        onPress={() => {
          ui.setState({ dialog: 'look' });
        }}
      />
      <IconButton
        label={t('editor.voices.title')}
        icon={<AudioLines aria-hidden />}
        onPress={() => {
          ui.setState({ dialog: 'voices' });
        }}
      />
      <IconButton
        className="header-keyboard"
        label={t('editor.shortcuts.title')}
        keys="?"
        icon={<Keyboard aria-hidden />}
        onPress={() => {
          ui.setState({ dialog: 'shortcuts' });
        }}
      />
      <Button icon={<Play aria-hidden />} onPress={previewAll}>
        {t('editor.previewAll')}
      </Button>
      <Button
        look="primary"
        onPress={() => {
          session.flush();
          openExport(session.projectId);
        }}
      >
        {t('editor.export')}
      </Button>
    </>
  );
}
