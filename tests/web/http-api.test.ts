import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PLAIN_LOOK, SMALL_OUTPUT } from '../helpers/plain.ts';
import { startWeb, type WebProcess } from '../helpers/web-process.ts';

/** What a program has that knows docs/openapi.json and nothing of ours: an address, a token and fetch. */
let web: WebProcess;
let folder: string;
let origin: string;
let token: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'storyloom-http-'));
  web = startWeb(['--port', '0', '--data', join(folder, 'data'), '--narrator', 'tone']);
  const address = await web.address();
  origin = address.origin;
  token = address.searchParams.get('token') ?? '';
});

afterAll(async () => {
  web.child.kill('SIGKILL');
  await web.code;
  rmSync(folder, { recursive: true, force: true });
});

interface Answer {
  readonly [name: string]: unknown;
}

async function ask(method: string, path: string, body?: object): Promise<Answer> {
  const response = await fetch(origin + path, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${path}: ${String(response.status)} ${text}`);
  return (text === '' ? {} : JSON.parse(text)) as Answer;
}

/** The data of the server-sent events, as they come. */
async function* events(signal: AbortSignal, path = '/api/events', body?: object): AsyncGenerator<Answer> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const asked = body && { method: 'POST', body: JSON.stringify(body) };
  const response = await fetch(origin + path, { ...asked, headers, signal });
  expect(response.headers.get('content-type')).toContain('text/event-stream');
  let text = '';
  for await (const piece of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    text += piece;
    const whole = text.split('\n\n');
    text = whole.pop() ?? '';
    for (const data of whole.flatMap((event) => /^data: (.+)$/m.exec(event)?.[1] ?? []))
      yield JSON.parse(data) as Answer;
  }
}

describe('the HTTP API by itself', () => {
  it('would catch a film that cannot be made, followed and fetched by a program that has nothing but HTTP', async () => {
    const story = 'Once there was an otter. She lived in a lighthouse.\n\nOne night a fox came to the door.';
    const sent = await fetch(`${origin}/uploads?name=${encodeURIComponent('Otter & fox.txt')}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
      body: story,
    });
    expect(sent.status).toBe(201);
    const { uploadId } = (await sent.json()) as Answer;
    const { projectId } = await ask('POST', '/api/projects', { from: 'upload', uploadId });

    const stop = new AbortController();
    const stream = events(stop.signal);
    expect((await stream.next()).value).toEqual({ type: 'listening' });
    const edit = { type: 'set-project', set: PLAIN_LOOK };
    await ask('POST', `/api/projects/${String(projectId)}/edits`, { edit });
    const started = await ask('POST', '/api/exports', { projectId, output: SMALL_OUTPUT, fileName: 'otter' });
    const states: unknown[] = [];
    let values: number[] = [];
    let done: Answer | undefined;
    for await (const event of stream) {
      const job = event['type'] === 'job' ? (event['job'] as Answer) : undefined;
      if (job?.['id'] !== started['id']) continue;
      if (states.at(-1) !== job?.['state']) states.push(job?.['state']);
      const { value } = (job?.['progress'] ?? {}) as { value?: number };
      if (value !== undefined) values = [...values, value];
      if (job?.['state'] === 'done' || job?.['state'] === 'failed') {
        done = job;
        break;
      }
    }
    stop.abort();
    expect(done).toMatchObject({ state: 'done', film: `/media/films/${String(started['id'])}` });
    expect(values).toEqual([...values].sort((a, b) => a - b));

    const { bytes } = done as { bytes: number };
    const film = origin + String(done?.['film']);
    const headers = { authorization: `Bearer ${token}` };
    const part = await fetch(film, { headers: { ...headers, range: 'bytes=4-11' } });
    expect([part.status, part.headers.get('content-range')]).toEqual([206, `bytes 4-11/${String(bytes)}`]);
    expect((await part.text()).slice(0, 4)).toBe('ftyp');
    const whole = await fetch(film, { headers });
    expect((await whole.arrayBuffer()).byteLength).toBe(bytes);
    expect(statSync(join(folder, 'data', 'films', 'otter.mp4')).size).toBe(bytes);
    expect((await fetch(film)).status).toBe(401);
  });

  it('would catch a picture that a program can neither ask for nor fetch', async () => {
    const asked = { prompt: 'A fox sleeps under a tree.', engine: 'storybook', width: 128, height: 96, count: 2 };
    const heard: Answer[] = [];
    for await (const event of events(new AbortController().signal, '/api/pictures/paint', asked)) heard.push(event);
    const done = heard.at(-1) as {
      type: string;
      painted: { pictures: { url: string; bytes: number; seed: number }[] };
    };
    expect(done.type).toBe('done');
    const { pictures } = done.painted;
    expect(pictures.map(({ seed }) => seed)).toEqual([1, 2]);
    for (const { url, bytes } of pictures) {
      const response = await fetch(origin + url, { headers: { authorization: `Bearer ${token}` } });
      expect([response.status, response.headers.get('content-type')]).toEqual([200, 'image/png']);
      const png = Buffer.from(await response.arrayBuffer());
      expect(png.length).toBe(bytes);
      expect(png.toString('latin1')).toContain(`parameters\0${asked.prompt}`);
    }
  });

  it('would catch a stream of events that keeps the program from ending in time, or an end that looks like a failure', async () => {
    const stream = events(new AbortController().signal);
    await stream.next();
    const before = Date.now();
    web.child.kill('SIGINT');
    expect(await web.code).toBe(0);
    expect(Date.now() - before).toBeLessThan(2500);
    // Cut off or ended in order, and perhaps with something sent before: it is over.
    const rest = async (): Promise<void> => {
      while ((await stream.next()).done !== true);
    };
    await rest().catch((error: unknown) => {
      expect(String(error)).toContain('terminated');
    });
  });
});
