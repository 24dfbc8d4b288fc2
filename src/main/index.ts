/** Electron's main process: the studio in a window of its own. */
import { createRouterClient } from '@orpc/server';
import { app, BrowserWindow, dialog } from 'electron';
import { createStudio } from '../core/studio.ts';
import { serveContract } from './contract-port.ts';
import { desktopServices } from './desktop.ts';
import { guardPages, guardSession } from './guard.ts';
import { JobWatch } from './job-watch.ts';
import { setMenu } from './menu.ts';
import { askForFiles, filesAmong, openFiles } from './open-files.ts';
import { registerScheme, serveScheme } from './protocol.ts';
import { quitSafely } from './quit.ts';
import { command, focusWindow, openWindow } from './window.ts';
import { wordsFor } from '../shared/desktop-words.ts';

/** Files that the system asked for before there was anything to show them in. */
const early: string[] = filesAmong(process.argv.slice(1), process.cwd());
let open = (files: readonly string[]): void => {
  early.push(...files);
};

async function start(): Promise<void> {
  const studio = createStudio({
    host: 'electron',
    desktop: desktopServices,
    onNotice: (message) => {
      const [window] = BrowserWindow.getAllWindows();
      if (window) command(window, { type: 'failure', message });
    },
  });
  const client = createRouterClient(await studio.router());
  let words = wordsFor('system', app.getLocale());
  const jobs = new JobWatch(() => words);
  quitSafely(
    studio,
    () => jobs.isBusy,
    () => words,
  );

  await app.whenReady();
  guardSession();
  await Promise.all([serveScheme(studio), serveContract(studio)]);
  open = (files) => void openFiles(files, studio, client);
  const setLanguage = async (): Promise<void> => {
    // There is a menu whatever has become of the settings.
    const { language } = await client.system.settings().catch(() => ({ language: 'system' as const }));
    words = wordsFor(language, app.getLocale());
    setMenu(words, () => void askForFiles(words).then(open));
  };
  studio.watch((event) => {
    if (event.type === 'job') jobs.hear(event.job);
    if (event.type === 'settings') void setLanguage();
  });
  await setLanguage();
  openWindow();
  open(early.splice(0));
  app.on('activate', () => {
    if (BrowserWindow.getAllWindows().length === 0) openWindow();
  });
}

registerScheme();
guardPages();
app.on('open-file', (event, path) => {
  event.preventDefault();
  open([path]);
});
if (app.requestSingleInstanceLock()) {
  app.on('second-instance', (_event, words, folder) => {
    if (app.isReady()) focusWindow();
    open(filesAmong(words.slice(1), folder));
  });
  // Not awaited: Electron is not ready before this module has ended.
  start().catch((error: unknown) => {
    const { message, hint = '' } = error as Error & { readonly hint?: string };
    dialog.showErrorBox('Storyloom', `${message}\n${hint}`);
    app.exit(1);
  });
} else {
  app.quit();
}
