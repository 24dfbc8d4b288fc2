import { BrowserWindow, dialog, shell } from 'electron';
import { ErrorCode, StudioError } from '../shared/errors.ts';
import type { DesktopServices } from '../core/studio.ts';

/** What the studio may ask of the desktop. */
export const desktopServices: DesktopServices = {
  reveal: (file) => {
    shell.showItemInFolder(file);
    return Promise.resolve();
  },
  play: async (file) => {
    const problem = await shell.openPath(file);
    if (problem === '') return;
    throw new StudioError(ErrorCode.tool, `The film could not be opened: ${problem}`, {
      hint: 'Show it in its folder instead, and open it with a program that plays MP4.',
    });
  },
  chooseFolder: async (title) => {
    const options = { title, properties: ['openDirectory' as const, 'createDirectory' as const] };
    const window = BrowserWindow.getFocusedWindow();
    const { filePaths } = await (window ? dialog.showOpenDialog(window, options) : dialog.showOpenDialog(options));
    return filePaths[0];
  },
};
