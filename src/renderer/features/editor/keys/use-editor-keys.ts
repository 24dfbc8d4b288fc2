import { useEffect } from 'react';
import { useDesktopCommand } from '../../../shell/commands.ts';
import { openExport } from '../../../shell/shell-store.ts';
import { useParts, type EditorParts } from '../state/context.tsx';
import { keyPlace } from './key-place.ts';
import { SHORTCUTS } from './shortcuts.ts';

/**
 * The editor's keys, before the field or list that has the focus sees them: undo is the project's own also while typing, where
 * the field's own would take back letters that the project then brings again. The Edit menu of Electron comes as `beforeinput`.
 */
export function useEditorKeys(): void {
  const parts = useParts();
  useMenuCommands(parts);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing) return;
      const place = keyPlace(event.target);
      const shortcut = SHORTCUTS.find(({ places, matches }) => places.includes(place) && matches(event));
      if (!shortcut) return;
      event.preventDefault();
      event.stopPropagation();
      shortcut.run(parts);
    };
    const onBeforeInput = (event: InputEvent): void => {
      if (event.inputType === 'historyUndo') parts.session.undo();
      else if (event.inputType === 'historyRedo') parts.session.redo();
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', onKeyDown, { capture: true });
    window.addEventListener('beforeinput', onBeforeInput, { capture: true });
    return () => {
      window.removeEventListener('keydown', onKeyDown, { capture: true });
      window.removeEventListener('beforeinput', onBeforeInput, { capture: true });
    };
  }, [parts]);
}

/** The application's own menu, where there is one. */
function useMenuCommands({ session, ui }: EditorParts): void {
  useDesktopCommand('undo', () => {
    session.undo();
  });
  useDesktopCommand('redo', () => {
    session.redo();
  });
  useDesktopCommand('find', () => {
    ui.setState(({ find }) => ({ find: find ?? 'find' }));
  });
  useDesktopCommand('export', () => {
    session.flush();
    openExport(session.projectId);
  });
}
