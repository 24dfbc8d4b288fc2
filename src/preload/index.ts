// No logic here: the page's port is passed on, and what the main process says is passed in.
import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron';
import { COMMAND_CHANNEL, CONNECT_MESSAGE, type DesktopBridge, type DesktopCommand } from '../shared/desktop.ts';

window.addEventListener('message', ({ source, data, ports }) => {
  if (source === window && data === CONNECT_MESSAGE) ipcRenderer.postMessage(CONNECT_MESSAGE, null, [...ports]);
});

contextBridge.exposeInMainWorld('storyloom', {
  host: 'electron',
  platform: process.platform,
  onCommand: (listener) => {
    const hear = (_event: IpcRendererEvent, command: DesktopCommand): void => {
      listener(command);
    };
    ipcRenderer.on(COMMAND_CHANNEL, hear);
    return () => {
      ipcRenderer.off(COMMAND_CHANNEL, hear);
    };
  },
} satisfies DesktopBridge);
