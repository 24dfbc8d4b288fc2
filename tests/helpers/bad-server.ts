/** A server of files on this machine that can do wrong in all the ways that real ones do, one fault a request. */
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

type Fault =
  | { readonly kind: 'status'; readonly status: number; readonly headers?: Readonly<Record<string, string>> }
  /** Sends so many bytes and then nothing more, with the connection open; `after` 0 does not even answer. */
  | { readonly kind: 'stall'; readonly after: number }
  /** Ends after so many bytes as if that were all (no Content-Length). */
  | { readonly kind: 'truncate'; readonly after: number }
  /** Breaks the connection after so many bytes. */
  | { readonly kind: 'drop'; readonly after: number }
  /** Says another length than the file's, and breaks off. */
  | { readonly kind: 'lie'; readonly length: number }
  /** One byte is wrong. */
  | { readonly kind: 'corrupt' }
  /** Answers a range request with the whole file. */
  | { readonly kind: 'ignore-range' }
  /** Answers a range request with a range that starts elsewhere. */
  | { readonly kind: 'wrong-range' }
  /** Sends more than the file has (no Content-Length). */
  | { readonly kind: 'too-long' }
  /** Sends in pieces, with a pause after each. */
  | { readonly kind: 'slow'; readonly piece: number; readonly pauseMs: number };

interface SeenRequest {
  readonly path: string;
  readonly range: string | undefined;
  readonly ifRange: string | undefined;
}

export interface BadServer {
  readonly url: string;
  readonly requests: readonly SeenRequest[];
  /** The next requests of a path get these, one each; after them the server is honest. */
  fail(path: string, ...faults: Fault[]): void;
  /** Changes a file, and with it its ETag. */
  set(path: string, content: Uint8Array): void;
  close(): Promise<void>;
}

export async function startBadServer(files: Readonly<Record<string, Uint8Array>>): Promise<BadServer> {
  const contents = new Map(Object.entries(files));
  const tags = new Map([...contents.keys()].map((path) => [path, 1]));
  const queues = new Map<string, Fault[]>();
  const requests: SeenRequest[] = [];

  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    const { range } = request.headers;
    const ifRange = request.headers['if-range']?.toString();
    requests.push({ path, range, ifRange });
    const content = contents.get(path);
    const fault = queues.get(path)?.shift();
    if (fault?.kind === 'status') return void response.writeHead(fault.status, fault.headers).end();
    if (!content) return void response.writeHead(404).end();
    answer(request, response, { content, etag: `"${path}-${tags.get(path)}"`, fault });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    fail: (path, ...faults) => void queues.set(path, [...(queues.get(path) ?? []), ...faults]),
    set(path, content) {
      contents.set(path, content);
      tags.set(path, (tags.get(path) ?? 0) + 1);
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

interface Answer {
  readonly content: Uint8Array;
  readonly etag: string;
  readonly fault: Fault | undefined;
}

function answer(request: IncomingMessage, response: ServerResponse, { content, etag, fault }: Answer): void {
  if (fault?.kind === 'stall' && fault.after === 0) return;
  const asked = /^bytes=(\d+)-$/.exec(request.headers.range ?? '');
  const isCurrent = request.headers['if-range'] === undefined || request.headers['if-range'] === etag;
  let start = asked && isCurrent && fault?.kind !== 'ignore-range' ? Number(asked[1]) : 0;
  const isPartial = start > 0;
  if (isPartial && fault?.kind === 'wrong-range') start -= 1;
  if (start >= content.length && start > 0) return void response.writeHead(416).end();

  const body = Buffer.from(content.subarray(start));
  if (fault?.kind === 'corrupt') body[body.length >> 1]! ^= 0xff;
  const hasLength = fault?.kind !== 'truncate' && fault?.kind !== 'too-long';
  response.writeHead(isPartial ? 206 : 200, {
    etag,
    'accept-ranges': 'bytes',
    ...(isPartial ? { 'content-range': `bytes ${start}-${content.length - 1}/${content.length}` } : {}),
    ...(hasLength ? { 'content-length': fault?.kind === 'lie' ? fault.length : body.length } : {}),
  });
  switch (fault?.kind) {
    case 'stall':
      return void response.write(body.subarray(0, fault.after));
    case 'truncate':
      return void response.end(body.subarray(0, fault.after));
    case 'drop':
      return void response.write(body.subarray(0, fault.after), () => setTimeout(() => response.destroy(), 20));
    case 'lie':
      return void response.write(body, () => response.destroy());
    case 'too-long':
      return void response.end(Buffer.concat([body, body]));
    case 'slow':
      return void sendSlowly(response, body, fault);
    default:
      response.end(body);
  }
}

async function sendSlowly(
  response: ServerResponse,
  body: Buffer,
  { piece, pauseMs }: { piece: number; pauseMs: number },
) {
  for (let offset = 0; offset < body.length && !response.destroyed; offset += piece) {
    response.write(body.subarray(offset, offset + piece));
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
  response.end();
}
