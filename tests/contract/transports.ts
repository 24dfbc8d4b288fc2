/** Every way that a page or program can reach the studio: each gives a client of the one contract. */
import { MessageChannel } from 'node:worker_threads';
import { createORPCClient, type ClientLink } from '@orpc/client';
import { RPCLink as PortLink } from '@orpc/client/message-port';
import { RPCLink as WebSocketLink } from '@orpc/client/websocket';
import type { ContractRouterClient } from '@orpc/contract';
import { OpenAPILink } from '@orpc/openapi-client/fetch';
import { createRouterClient } from '@orpc/server';
import { RPCHandler as PortHandler } from '@orpc/server/message-port';
import { WebSocket } from 'ws';
import { startWebHost, type ServedStudio } from '../../src/web/web-host.ts';
import { contract } from '../../src/shared/contract.ts';

export type StudioClient = ContractRouterClient<typeof contract>;

export interface Transport {
  readonly client: StudioClient;
  close(): Promise<void>;
}

async function inProcess(studio: ServedStudio): Promise<Transport> {
  return { client: createRouterClient(await studio.router()), close: () => Promise.resolve() };
}

/** As in Electron, where a port leads from the page to the main process. */
async function overPort(studio: ServedStudio): Promise<Transport> {
  const { port1, port2 } = new MessageChannel();
  new PortHandler(await studio.router()).upgrade(port2);
  port1.start();
  port2.start();
  return {
    client: createORPCClient(new PortLink({ port: port1 })),
    close: () => {
      port1.close();
      return Promise.resolve();
    },
  };
}

const noPage = (): Promise<Response> => Promise.resolve(new Response());

/** As the page does in a browser, through the real host and its checks. */
async function overWebSocket(studio: ServedStudio): Promise<Transport> {
  const host = await startWebHost({ studio, page: noPage, port: 0 });
  const headers = { authorization: `Bearer ${host.token}`, origin: host.origin };
  const socket = new WebSocket(`${host.origin.replace('http', 'ws')}/rpc`, { headers });
  const link: ClientLink<object> = new WebSocketLink({ websocket: socket as unknown as globalThis.WebSocket });
  return {
    client: createORPCClient(link),
    close: () => {
      socket.close();
      return host.close();
    },
  };
}

/** As any program does, by the addresses of docs/openapi.json. */
async function overHttp(studio: ServedStudio): Promise<Transport> {
  const host = await startWebHost({ studio, page: noPage, port: 0 });
  const headers = { authorization: `Bearer ${host.token}` };
  const link = new OpenAPILink(contract, { url: `${host.origin}/api`, headers: () => headers });
  // The contract has nothing but what JSON can carry, so that its values are of the same types over HTTP.
  return { client: createORPCClient(link), close: () => host.close() };
}

export const TRANSPORTS = {
  'in process': inProcess,
  'over a MessagePort': overPort,
  'over the WebSocket': overWebSocket,
  'over HTTP': overHttp,
} satisfies Record<string, (studio: ServedStudio) => Promise<Transport>>;
