import { app, BrowserWindow, dialog } from 'electron';
import { endProcess } from '../core/stop-signals.ts';
import type { Studio } from '../core/studio.ts';
import type { Words } from '../shared/desktop-words.ts';

/** Work that has not ended this long after quitting, in milliseconds, is left as a kill would leave it: resumable. */
const PATIENCE = 5000;

/** Quitting while something is made is asked about first, and gives threads, locks and files back in any case. */
export function quitSafely(studio: Studio, isBusy: () => boolean, words: () => Words): void {
  let isClosed = false;
  let isSure = false;
  const mayQuit = (): boolean => isSure || !isBusy() || (isSure = isQuittingMeant(words()));

  app.on('before-quit', (event) => {
    if (!mayQuit()) event.preventDefault();
  });
  // Without windows there is no app, but on a Mac: the last one to be closed is asked about as well.
  app.on('browser-window-created', (_event, window) => {
    window.on('close', (event) => {
      const isLast = BrowserWindow.getAllWindows().length === 1;
      if (process.platform !== 'darwin' && isLast && !mayQuit()) event.preventDefault();
    });
  });
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  app.on('will-quit', (event) => {
    if (isClosed) return;
    event.preventDefault();
    const timer = setTimeout(endProcess, PATIENCE);
    void studio.close().finally(() => {
      clearTimeout(timer);
      isClosed = true;
      app.quit();
    });
  });
}

function isQuittingMeant(words: Words): boolean {
  const choice = dialog.showMessageBoxSync({
    type: 'question',
    message: words.quitTitle,
    detail: words.quitDetail,
    buttons: [words.quit, words.stay],
    defaultId: 1,
    cancelId: 1,
  });
  return choice === 0;
}
