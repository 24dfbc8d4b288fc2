import { RPCHandler } from '@orpc/server/message-port';
import { ipcMain } from 'electron';
import type { Studio } from '../core/studio.ts';
import { CONNECT_MESSAGE } from '../shared/desktop.ts';
import { isOurs } from './addresses.ts';

/** The contract over the port that a page sends: only to our own page, in a window of its own. */
export async function serveContract(studio: Studio): Promise<void> {
  const handler = new RPCHandler(await studio.router());
  ipcMain.on(CONNECT_MESSAGE, ({ ports, senderFrame }) => {
    const [port] = ports;
    if (!port) return;
    if (!senderFrame || senderFrame.parent !== null || !isOurs(senderFrame.url)) {
      port.close();
      return;
    }
    handler.upgrade(port);
    port.start();
  });
}
