import { BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron';
import type { DesktopCommand } from '../shared/desktop.ts';
import { command, focusWindow } from './window.ts';
import type { Words } from '../shared/desktop-words.ts';

type SimpleCommand = Exclude<DesktopCommand['type'], 'show-project' | 'show-job' | 'failure'>;

/**
 * The application's menu. What concerns the page is said to the focused one. Its keys are the page's own to hear, as in a
 * browser, so that they do the same on every host: the menu only shows them.
 */
export function setMenu(words: Words, openFiles: () => void): void {
  const isMac = process.platform === 'darwin';
  const say = (label: string, type: SimpleCommand, accelerator?: string): MenuItemConstructorOptions => ({
    label,
    registerAccelerator: false,
    ...(accelerator !== undefined && { accelerator }),
    click: () => {
      command(BrowserWindow.getFocusedWindow() ?? focusWindow(), { type });
    },
  });
  const separator = { type: 'separator' } as const;
  const settings = say(words.settings, 'settings', 'CmdOrCtrl+,');
  const template: MenuItemConstructorOptions[] = [
    ...(isMac ? [macMenu(settings)] : []),
    {
      label: words.file,
      submenu: [
        say(words.newProject, 'new-project', 'CmdOrCtrl+N'),
        { label: words.open, accelerator: 'CmdOrCtrl+O', click: openFiles },
        separator,
        say(words.pack, 'pack'),
        say(words.export, 'export', 'CmdOrCtrl+E'),
        separator,
        ...(isMac ? [{ role: 'close' } as const] : [settings, separator, { role: 'quit' } as const]),
      ],
    },
    {
      label: words.edit,
      submenu: [
        say(words.undo, 'undo', 'CmdOrCtrl+Z'),
        say(words.redo, 'redo', isMac ? 'Cmd+Shift+Z' : 'Ctrl+Y'),
        separator,
        ...(['cut', 'copy', 'paste', 'selectAll'] as const).map((role) => ({ role })),
        separator,
        say(words.find, 'find', 'CmdOrCtrl+F'),
      ],
    },
    {
      label: words.view,
      submenu: (['resetZoom', 'zoomIn', 'zoomOut', 'togglefullscreen', 'toggleDevTools'] as const).map((role) => ({
        role,
      })),
    },
    { role: 'windowMenu' },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}

function macMenu(settings: MenuItemConstructorOptions): MenuItemConstructorOptions {
  const roles = ['services', 'hide', 'hideOthers', 'unhide', 'quit'] as const;
  const separator = { type: 'separator' } as const;
  return {
    role: 'appMenu',
    submenu: [{ role: 'about' }, separator, settings, separator, ...roles.map((role) => ({ role }))],
  };
}
