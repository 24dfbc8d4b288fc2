import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import { CONNECT_MESSAGE } from '../../shared/desktop.ts';
import type { StudioClient, StudioConnection } from './studio-client.ts';

/** Over a MessagePort to Electron's main process, which lives at least as long as the page does. */
export function connectPort(): StudioConnection {
  const { port1, port2 } = new MessageChannel();
  // To our own window: the preload script hears it and passes the port on.
  window.postMessage(CONNECT_MESSAGE, location.origin, [port2]);
  const link = new RPCLink({ port: port1 });
  port1.start();
  return {
    client: createORPCClient<StudioClient>(link),
    state: () => 'connected',
    subscribe: () => () => undefined,
    close: () => {
      port1.close();
    },
  };
}
