import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { createServerModel } from '../../../src/core/providers/remote/server-model.ts';
import type { Completion } from '../../../src/core/writer/models/language-model.ts';
import { isCancelled, type StudioError } from '../../../src/shared/errors.ts';
import { json, refuse, startChatServer, stream, type ChatServer } from '../../helpers/chat-server.ts';

const BACK_OFF = { attempts: 3, baseMs: 10, longestMs: 2_000 };
const schema = { type: 'object', properties: { title: { type: 'string' } }, required: ['title'] };
let server: ChatServer | undefined;

afterEach(async () => {
  await server?.close();
  server = undefined;
});

const modelOf = (baseUrl: string, more: Partial<Parameters<typeof createServerModel>[0]> = {}) =>
  createServerModel({
    server: { id: 'mine', name: 'Mine', baseUrl, model: 'story-model' },
    key: 'sk-very-secret',
    backOff: BACK_OFF,
    firstWordMs: 2_000,
    idleMs: 500,
    ...more,
  });

const ask = (more: Partial<Completion> = {}): Completion => ({
  messages: [{ role: 'user', content: 'Tell a story.' }],
  maxTokens: 100,
  temperature: 0.5,
  seed: 1,
  signal: new AbortController().signal,
  ...more,
});

const failure = async (work: Promise<unknown>): Promise<StudioError> =>
  work.then(
    () => {
      throw new Error('It did not fail.');
    },
    (error: unknown) => error as StudioError,
  );

describe('a model behind a server', () => {
  it('would catch text that comes late, in the wrong order or without its last piece', async () => {
    server = await startChatServer(() =>
      stream('Once there was a “small” owl — 🦉 and she sang.', { usage: { prompt_tokens: 12, completion_tokens: 9 } }),
    );
    const heard: string[] = [];
    const reply = await modelOf(server.baseUrl).complete(ask({ onText: (text) => heard.push(text) }));
    expect(reply.text).toBe('Once there was a “small” owl — 🦉 and she sang.');
    expect(heard.length).toBeGreaterThan(3);
    expect(heard.join('')).toBe(reply.text);
    expect(reply.usage).toEqual({ promptTokens: 12, completionTokens: 9, isEstimate: false });
    expect(server.headers[0]!.authorization).toBe('Bearer sk-very-secret');
  });

  it('would catch letters that are broken between two packets of the network', async () => {
    server = await startChatServer(() => async (response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      const bytes = Buffer.from(
        'data: {"choices":[{"delta":{"content":"Bär 🐻"},"finish_reason":"stop"}]}\n\ndata: [DONE]\n\n',
      );
      for (const byte of bytes) {
        response.write(Buffer.of(byte));
        if (byte > 127) await sleep(2);
      }
      response.end();
    });
    expect((await modelOf(server.baseUrl).complete(ask())).text).toBe('Bär 🐻');
  });

  it('would catch tokens that nobody counted passing for counted ones', async () => {
    server = await startChatServer(() => stream('Twelve letters and more.'));
    const { usage } = await modelOf(server.baseUrl).complete(ask());
    expect(usage.isEstimate).toBe(true);
    expect(usage.completionTokens).toBe(6);
  });

  it('would catch a server given up that only asked to wait, or asked again before its time', async () => {
    server = await startChatServer((index) =>
      index === 0
        ? refuse(429, { message: 'slow down' }, { 'retry-after': '0.2' })
        : index === 1
          ? refuse(500, {})
          : stream('Here.'),
    );
    const started = performance.now();
    expect((await modelOf(server.baseUrl).complete(ask())).text).toBe('Here.');
    expect(performance.now() - started).toBeGreaterThan(200);
    expect(server.requests).toHaveLength(3);
  });

  it.each([
    [429, {}, 'network', 'asked too often', 3],
    [429, { code: 'insufficient_quota', message: 'You exceeded your quota' }, 'permission', 'no credit', 1],
    [503, { message: 'overloaded' }, 'network', 'failed (503)', 3],
    [401, { message: 'Incorrect API key: sk-very-secret' }, 'permission', 'did not accept the API key', 1],
  ] as const)('would catch %i %j answered with other words or tries', async (status, error, code, words, tries) => {
    server = await startChatServer(() => refuse(status, error));
    const failed = await failure(modelOf(server.baseUrl).complete(ask()));
    expect(failed).toMatchObject({ name: 'StudioError', code });
    expect(failed.message).toContain(words);
    expect(failed.hint).toBeTruthy();
    expect(JSON.stringify([failed.message, failed.hint, failed.data])).not.toContain('sk-very-secret');
    expect(server.requests).toHaveLength(tries);
  });

  it('would catch a wait of an hour that nobody is told of', async () => {
    server = await startChatServer(() => refuse(429, { message: 'come back later' }, { 'retry-after': '3600' }));
    await failure(modelOf(server.baseUrl).complete(ask()));
    expect(server.requests).toHaveLength(1);
  });

  it('would catch half a story passing for whole when the line is cut, or its beginning told twice', async () => {
    server = await startChatServer((index) =>
      index === 0 ? stream('Once there was a fox who', { cutAfter: 2 }) : stream('Once there was a fox. The end came.'),
    );
    let heard = '';
    const reply = await modelOf(server.baseUrl).complete(
      ask({
        onText: (text) => (heard += text),
        onRestart: () => (heard = ''),
      }),
    );
    expect(reply.text).toBe('Once there was a fox. The end came.');
    expect(heard).toBe(reply.text);
    await server.close();
    server = await startChatServer(() => stream('Once there was a fox who', { cutAfter: 2 }));
    expect((await failure(modelOf(server.baseUrl).complete(ask()))).code).toBe('network');
  });

  it('would catch a clean end of the connection without an end of the text', async () => {
    server = await startChatServer(() => (response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.end('data: {"choices":[{"delta":{"content":"Once"}}]}\n\n');
    });
    expect((await failure(modelOf(server.baseUrl).complete(ask()))).message).toContain('broke off');
  });

  it('would catch an endless wait for a first word, or for the next', async () => {
    server = await startChatServer(() => async (response) => {
      await sleep(400);
      response.end();
    });
    const late = await failure(modelOf(server.baseUrl, { firstWordMs: 80 }).complete(ask()));
    expect(late).toMatchObject({ code: 'timeout' });
    expect(late.message).toContain('did not begin');
    await server.close();
    server = await startChatServer(() => stream('Once there was a fox', { delayMs: 150 }));
    const silent = await failure(modelOf(server.baseUrl, { idleMs: 60, firstWordMs: 1_000 }).complete(ask()));
    expect(silent).toMatchObject({ code: 'timeout' });
    expect(silent.message).toContain('fell silent');
  });

  it('would catch a slow but steady writer taken for a silent one', async () => {
    server = await startChatServer(() => stream('Once there was a slow fox.', { delayMs: 60 }));
    const model = modelOf(server.baseUrl, { idleMs: 400, firstWordMs: 400 });
    expect((await model.complete(ask())).text).toBe('Once there was a slow fox.');
  });

  it('would catch a writing that goes on after it was cancelled', async () => {
    let isCut = false;
    server = await startChatServer(() => async (response, ...rest) => {
      response.on('close', () => (isCut = !response.writableEnded));
      await stream('Once there was a fox and it ran on and on.', { delayMs: 40 })(response, ...rest);
    });
    const stop = new AbortController();
    const work = modelOf(server.baseUrl).complete(
      ask({
        signal: stop.signal,
        onText: () => {
          stop.abort();
        },
      }),
    );
    expect(isCancelled(await failure(work))).toBe(true);
    await expect.poll(() => isCut).toBe(true);
  });

  it('would catch a server given up for the form of an answer that it does not know', async () => {
    server = await startChatServer((_, request) =>
      request.response_format
        ? refuse(400, { message: `no ${request.response_format.type}` })
        : stream('{"title": "x"}'),
    );
    const model = modelOf(server.baseUrl);
    expect((await model.complete(ask({ schema }))).text).toBe('{"title": "x"}');
    await model.complete(ask({ schema }));
    expect(server.requests.map(({ response_format }) => response_format?.type)).toEqual([
      'json_schema',
      'json_object',
      undefined,
      undefined,
    ]);
  });

  it('would catch a model that wants its limit under another name, or no temperature', async () => {
    server = await startChatServer((_, request) => {
      if (request.max_tokens !== undefined) return refuse(400, { message: 'unsupported', param: 'max_tokens' });
      if (request.temperature !== undefined) return refuse(400, { message: 'unsupported', param: 'temperature' });
      return stream('Fine.');
    });
    expect((await modelOf(server.baseUrl).complete(ask())).text).toBe('Fine.');
    expect(server.requests.at(-1)).toMatchObject({ max_completion_tokens: 100 });
  });

  it('would catch a server that answers at once though it was to stream', async () => {
    server = await startChatServer(() => (response) => {
      json(response, 200, { choices: [{ message: { content: 'All at once.' }, finish_reason: 'stop' }] });
    });
    expect((await modelOf(server.baseUrl).complete(ask())).text).toBe('All at once.');
  });

  it('would catch a failure within the stream shown as an empty story', async () => {
    server = await startChatServer(() => (response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.end('data: {"error":{"message":"out of memory"}}\n\ndata: [DONE]\n\n');
    });
    expect((await failure(modelOf(server.baseUrl).complete(ask()))).message).toContain('out of memory');
  });

  it('would catch a model that thought up to its limit given up before it said a word', async () => {
    server = await startChatServer((index) => (index === 0 ? stream('', { finish: 'length' }) : stream('Now.')));
    expect((await modelOf(server.baseUrl).complete(ask())).text).toBe('Now.');
    expect(server.requests[1]!.max_tokens).toBe(600);
  });

  it('would catch an unknown model blamed on the address, and a wrong address on the model', async () => {
    server = await startChatServer(() => refuse(404, { message: 'try pulling it first' }), ['llama3', 'qwen3']);
    const model = await failure(modelOf(server.baseUrl).complete(ask()));
    expect(model).toMatchObject({ code: 'not-found', hint: 'Choose one of: llama3, qwen3.' });
    const address = await failure(modelOf(server.baseUrl.replace('/v1', '/api')).complete(ask()));
    expect(address.message).toContain('no chat server');
    await server.close();
    server = await startChatServer(() => (response) => {
      response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Welcome</h1>');
    });
    expect((await failure(modelOf(server.baseUrl).complete(ask()))).message).toContain('not as a chat server does');
  });

  it('would catch a server that is not there shown as a bug, or asked again and again', async () => {
    const port = await new Promise<number>((resolve) => {
      const closed = createServer().listen(0, '127.0.0.1', () => {
        const { port } = closed.address() as AddressInfo;
        closed.close(() => {
          resolve(port);
        });
      });
    });
    const failed = await failure(modelOf(`http://127.0.0.1:${String(port)}/v1`).complete(ask()));
    expect(failed).toMatchObject({ code: 'network', message: `Nothing answers at 127.0.0.1:${String(port)}.` });
    expect(failed.hint).toContain('Start the server');
    const unknown = await failure(
      modelOf('http://no-such-host.invalid/v1', { backOff: { ...BACK_OFF, attempts: 1 } }).complete(ask()),
    );
    expect(unknown.message).toContain('was not found');
  });
});
