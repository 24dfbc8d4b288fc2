/** A real HTTP server that speaks OpenAI's chat completions, as well or badly as a test asks. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

export interface ChatRequest {
  readonly model: string;
  readonly messages: readonly { readonly role: string; readonly content: string }[];
  readonly response_format?: { readonly type: string };
  readonly max_tokens?: number;
  readonly max_completion_tokens?: number;
  readonly temperature?: number;
  readonly stream_options?: object;
}

/** Answers one request; what is thrown cuts the connection. */
export type Answer = (
  response: ServerResponse,
  request: ChatRequest,
  headers: IncomingMessage['headers'],
) => void | Promise<void>;

export interface ChatServer {
  readonly baseUrl: string;
  readonly requests: ChatRequest[];
  readonly headers: IncomingMessage['headers'][];
  close(): Promise<void>;
}

/** `answer` is asked anew for each request, by its number from 0. */
export async function startChatServer(
  answer: (index: number, request: ChatRequest) => Answer,
  models: readonly string[] | undefined = ['story-model'],
): Promise<ChatServer> {
  const requests: ChatRequest[] = [];
  const headers: IncomingMessage['headers'][] = [];
  const server = createServer((incoming, response) => {
    void (async () => {
      if (incoming.url === '/v1/models' && models) {
        json(response, 200, { data: models.map((id) => ({ id })) });
        return;
      }
      if (incoming.url !== '/v1/chat/completions') {
        response.writeHead(404, { 'content-type': 'text/html' }).end('<h1>Not found</h1>');
        return;
      }
      const request = JSON.parse(await textOf(incoming)) as ChatRequest;
      requests.push(request);
      headers.push(incoming.headers);
      await answer(requests.length - 1, request)(response, request, incoming.headers);
    })().catch(() => {
      response.destroy();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    baseUrl: `http://127.0.0.1:${String(port)}/v1`,
    requests,
    headers,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
      });
    },
  };
}

async function textOf(incoming: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of incoming) text += String(chunk);
  return text;
}

export function json(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
}

export interface Streaming {
  readonly usage?: { readonly prompt_tokens: number; readonly completion_tokens: number };
  readonly finish?: 'stop' | 'length';
  /** Before each piece. */
  readonly delayMs?: number;
  /** The connection is cut after so many pieces. */
  readonly cutAfter?: number;
}

/** The text in pieces of a few letters, as tokens come. */
export function stream(text: string, { usage, finish = 'stop', delayMs = 0, cutAfter }: Streaming = {}): Answer {
  return async (response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    const send = (chunk: unknown) => response.write(`data: ${JSON.stringify(chunk)}\n\n`);
    for (const [index, piece] of (text.match(/[\s\S]{1,7}/gu) ?? []).entries()) {
      if (index === cutAfter) {
        await sleep(20);
        response.destroy();
        return;
      }
      if (delayMs > 0) await sleep(delayMs);
      send({ choices: [{ index: 0, delta: { content: piece }, finish_reason: null }] });
    }
    send({ choices: [{ index: 0, delta: {}, finish_reason: finish }] });
    if (usage) send({ choices: [], usage });
    response.end('data: [DONE]\n\n');
  };
}

export function refuse(status: number, error: object, headers: Record<string, string> = {}): Answer {
  return (response) => {
    json(response, status, { error }, headers);
  };
}
