import { join } from 'node:path';
import { app, BrowserWindow, screen } from 'electron';
import { COMMAND_CHANNEL, type DesktopCommand } from '../shared/desktop.ts';
import { ORIGIN } from './addresses.ts';
import { keepWindowState, readWindowState } from './window-state.ts';

/** The studio's window, where the last one was. */
export function openWindow(): BrowserWindow {
  const file = join(app.getPath('userData'), 'window.json');
  const state = readWindowState(
    file,
    screen.getAllDisplays().map(({ workArea }) => workArea),
  );
  const window = new BrowserWindow({
    width: state?.width ?? 1440,
    height: state?.height ?? 900,
    ...(state && { x: state.x, y: state.y }),
    minWidth: 1024,
    minHeight: 640,
    show: false,
    title: 'Storyloom',
    webPreferences: {
      preload: join(import.meta.dirname, '../preload/index.cjs'),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webviewTag: false,
    },
  });
  if (state?.isMaximized) window.maximize();
  window.once('ready-to-show', () => {
    window.show();
  });
  window.on('close', () => {
    keepWindowState(file, { ...window.getNormalBounds(), isMaximized: window.isMaximized() });
  });
  void window.loadURL(`${ORIGIN}/`);
  return window;
}

/** The window that is worked in, or else one that is there, or else a new one; before all others. */
export function focusWindow(): BrowserWindow {
  const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0] ?? openWindow();
  if (window.isMinimized()) window.restore();
  window.focus();
  return window;
}

/** Once its page is there to hear it. */
export function command(window: BrowserWindow, said: DesktopCommand): void {
  const { webContents } = window;
  if (webContents.isLoading())
    webContents.once('did-finish-load', () => {
      webContents.send(COMMAND_CHANNEL, said);
    });
  else webContents.send(COMMAND_CHANNEL, said);
}
