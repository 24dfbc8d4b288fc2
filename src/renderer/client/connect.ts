/** Where the page's host is chosen, and the only place that knows there are several. */
import type { DesktopBridge } from '../../shared/desktop.ts';
import { connectPort } from './port-connection.ts';
import type { StudioConnection } from './studio-client.ts';
import { connectWebSocket } from './web-socket-connection.ts';

declare global {
  interface Window {
    /** Put there by Electron's preload script; absent in a browser. */
    readonly storyloom?: DesktopBridge;
  }
}

export const desktop: DesktopBridge | undefined = window.storyloom;

export function connectStudio(): StudioConnection {
  if (desktop) return connectPort();
  return connectWebSocket(`${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/rpc`);
}
