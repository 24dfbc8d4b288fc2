import { memo } from 'react';
import { HeaderActions, HeaderTitle } from '../../shell/header-slots.tsx';
import { FindBar } from './find/find-bar.tsx';
import { ProjectActions } from './header/project-actions.tsx';
import { ProjectTitle } from './header/project-title.tsx';
import { ShortcutsDialog } from './keys/shortcuts-dialog.tsx';
import { useEditorKeys } from './keys/use-editor-keys.ts';
import { LookDialog } from './look/look-dialog.tsx';
import { useLeaving } from './parts/use-leaving.ts';
import { useRefusals } from './parts/use-refusals.ts';
import { CompareDialog } from './pictures/compare-dialog.tsx';
import { Stage } from './player/stage.tsx';
import { Transport } from './player/transport.tsx';
import { ScenePanel } from './scene/scene-panel.tsx';
import { useEditor, useParts, useUi } from './state/context.tsx';
import { Storyboard } from './storyboard/storyboard.tsx';
import { StoryboardBar } from './storyboard/storyboard-bar.tsx';
import { RecordDialog } from './telling/record-dialog.tsx';
import { VoicesDialog } from './voices/voices-dialog.tsx';

/** The picture, the storyboard under it, the scene's facts beside it. */
export function Editor() {
  const view = useUi((ui) => ui.view);
  const isFinding = useUi((ui) => ui.find !== undefined);
  const shape = useEditor((state) => state.document.output.shape);
  useEditorKeys();
  useLeaving();
  useRefusals();
  return (
    <div className={`editor editor-${view}`} data-shape={shape}>
      <HeaderTitle>
        <ProjectTitle />
      </HeaderTitle>
      <HeaderActions>
        <ProjectActions />
      </HeaderActions>
      <div className="editor-main">
        {view === 'strip' ? (
          <>
            <Stage />
            <Transport />
          </>
        ) : (
          <StoryboardBar />
        )}
        <Storyboard view={view} />
        {isFinding ? <FindBar /> : null}
      </div>
      <ScenePanel />
      <Dialogs />
      <Announcements />
    </div>
  );
}

const Dialogs = memo(function Dialogs() {
  const { ui } = useParts();
  const dialog = useUi((state) => state.dialog);
  const close = (): void => {
    ui.setState({ dialog: undefined });
  };
  if (dialog === 'look') return <LookDialog onClose={close} />;
  if (dialog === 'voices') return <VoicesDialog onClose={close} />;
  if (dialog === 'shortcuts') return <ShortcutsDialog onClose={close} />;
  if (dialog === 'record') return <RecordDialog onClose={close} />;
  if (dialog === 'compare') return <CompareDialog onClose={close} />;
  return null;
});

/** What changed without being seen, for those who listen to the page. */
const Announcements = memo(function Announcements() {
  const announcement = useEditor((state) => state.announcement);
  return (
    <p className="visually-hidden" role="status">
      {announcement}
    </p>
  );
});
