import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { hostname, networkInterfaces } from 'node:os';
import { getRequestListener } from '@hono/node-server';
import { ErrorCode, StudioError } from '../shared/errors.ts';
import { createAccess, newToken } from './access.ts';
import { createApp, type ServedStudio } from './app.ts';
import { serveRpc } from './rpc-socket.ts';

export type { ServedStudio };

export interface WebHostOptions {
  readonly studio: ServedStudio;
  /** Answers for the built page. */
  readonly page: (request: Request) => Promise<Response>;
  /** 127.0.0.1 by default; '0.0.0.0' or '::' for every network this machine is in. */
  readonly host?: string;
  /** 0 for any that is free. */
  readonly port: number;
}

export interface WebHost {
  /** Opens the studio once: with the token, which the page's address does not keep. */
  readonly url: string;
  readonly origin: string;
  readonly token: string;
  /** Ends all connections. The studio is the caller's to close. */
  close(): Promise<void>;
}

/**
 * Listens, and answers whoever has the token.
 * @throws StudioError `option` when the port or the address cannot be had
 */
export async function startWebHost({ studio, page, host = '127.0.0.1', port }: WebHostOptions): Promise<WebHost> {
  const router = await studio.router();
  const server = createServer({ requestTimeout: 15 * 60e3, headersTimeout: 20e3 });
  const bound = await listen(server, host, port);
  const token = newToken();
  const access = createAccess({ port: bound, hosts: namesOf(host), token });
  const app = await createApp({ studio, access, page });
  const listener = getRequestListener(app.fetch, { overrideGlobalObjects: false });
  server.on('request', (request, response) => void listener(request, response));
  const endSockets = serveRpc(server, router, access);
  const origin = `http://${isEverywhere(host) ? '127.0.0.1' : forUrl(host)}:${String(bound)}`;
  return {
    url: `${origin}/?token=${token}`,
    origin,
    token,
    close: () => {
      endSockets();
      return new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      });
    },
  };
}

export function isEverywhere(host: string): boolean {
  return host === '0.0.0.0' || host === '::';
}

export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\./.test(host);
}

function listen(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(explain(error, host, port));
    });
    server.listen(port, host, () => {
      resolve((server.address() as AddressInfo).port);
    });
  });
}

function explain(error: NodeJS.ErrnoException, host: string, port: number): unknown {
  const options = { data: { host, port, code: error.code }, cause: error };
  if (error.code === 'EADDRINUSE') {
    const hint = 'Is the studio running already? Else choose another with --port, or --port 0 for any that is free.';
    return new StudioError(ErrorCode.option, `Port ${String(port)} is in use.`, { hint, ...options });
  }
  if (error.code === 'EACCES') {
    const hint = 'Choose one above 1023 with --port.';
    return new StudioError(ErrorCode.option, `Port ${String(port)} may not be used.`, { hint, ...options });
  }
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND' || error.code === 'EINVAL') {
    const hint = 'Leave --host out for this machine alone, or name one of its own addresses.';
    return new StudioError(ErrorCode.option, `${host} is not an address of this machine.`, { hint, ...options });
  }
  return error;
}

/** What a browser may call this host; a name that only an attacker's DNS gives it is not among them. */
function namesOf(host: string): string[] {
  const own = ['127.0.0.1', 'localhost', '[::1]'];
  if (!isEverywhere(host)) return [...own, forUrl(host)];
  const addresses = Object.values(networkInterfaces()).flatMap((each) => each?.map(({ address }) => address) ?? []);
  const name = hostname().toLowerCase();
  return [...own, ...addresses.map(forUrl), name, `${name}.local`];
}

function forUrl(host: string): string {
  return host.includes(':') ? `[${host}]` : host.toLowerCase();
}
