import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { RPCHandler } from '@orpc/server/ws';
import { WebSocketServer, type WebSocket } from 'ws';
import type { StudioRouter } from '../core/studio.ts';
import type { createAccess } from './access.ts';
import { LARGEST_REQUEST } from './app.ts';

/** How often a connection is asked whether somebody is still there, milliseconds. */
const PING_EVERY = 30_000;

/** The contract at /rpc, over a WebSocket for each page. Gives a function that ends all of them. */
export function serveRpc(server: Server, router: StudioRouter, access: ReturnType<typeof createAccess>): () => void {
  const handler = new RPCHandler(router);
  const sockets = new WebSocketServer({ noServer: true, maxPayload: LARGEST_REQUEST });
  const silent = new WeakSet<WebSocket>();

  server.on('upgrade', (request, socket, head) => {
    socket.on('error', () => socket.destroy());
    const status = judge(request, access);
    if (status !== 101) {
      turnAway(socket, status);
      return;
    }
    sockets.handleUpgrade(request, socket, head, (webSocket) => {
      webSocket.on('pong', () => silent.delete(webSocket));
      // What cannot be read ends the connection; the socket's own close event says the rest.
      webSocket.on('error', () => {
        webSocket.terminate();
      });
      void handler.upgrade(webSocket);
    });
  });

  const timer = setInterval(() => {
    for (const socket of sockets.clients) {
      if (silent.has(socket)) socket.terminate();
      silent.add(socket);
      socket.ping();
    }
  }, PING_EVERY);
  timer.unref();

  return () => {
    clearInterval(timer);
    for (const socket of sockets.clients) socket.terminate();
    sockets.close();
  };
}

function judge(request: IncomingMessage, access: ReturnType<typeof createAccess>): 101 | 401 | 403 | 404 {
  const url = request.url ?? '/';
  const header = (name: string): string | undefined => {
    const value = request.headers[name];
    return Array.isArray(value) ? value.join(', ') : value;
  };
  const verdict = access({ method: 'GET', url, header });
  if (verdict.kind === 'refused') return verdict.status;
  return verdict.kind === 'allowed' && url === '/rpc' ? 101 : 404;
}

const REASONS = { 401: 'Unauthorized', 403: 'Forbidden', 404: 'Not Found' } as const;

function turnAway(socket: Duplex, status: keyof typeof REASONS): void {
  socket.end(`HTTP/1.1 ${String(status)} ${REASONS[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
