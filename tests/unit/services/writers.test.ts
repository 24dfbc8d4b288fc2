import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { WriteEvent } from '../../../src/shared/writing.ts';
import { temporaryFolder } from '../../helpers/build-lab.ts';
import { refuse, startChatServer, stream, type ChatServer } from '../../helpers/chat-server.ts';
import { GOOD_STORIES } from '../../helpers/good-stories.ts';
import { openStudio } from '../../helpers/studio-lab.ts';

const KEY = 'sk-nobody-may-see-this';
const ollama = { name: 'Ollama at home', baseUrl: 'http://localhost:11434/v1/', model: 'llama3' };
let server: ChatServer | undefined;

afterEach(async () => {
  vi.unstubAllEnvs();
  await server?.close();
  server = undefined;
});

const filesOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

describe('servers of models', () => {
  it('would catch a key that is shown, or kept where others may read it', async () => {
    const { client, workplace, events, close } = openStudio();
    const view = await client.writer.saveServer({ ...ollama, apiKey: KEY });
    expect(view).toEqual({
      id: 'ollama-at-home',
      name: 'Ollama at home',
      baseUrl: 'http://localhost:11434/v1',
      model: 'llama3',
      key: 'kept',
      runs: { place: 'server', host: 'localhost:11434', isLocal: true },
    });
    expect(events).toContainEqual({ type: 'writers' });
    const all = [
      await client.writer.list(),
      await client.writer.servers(),
      await client.system.settings(),
      await client.system.diagnostics(),
      events,
    ];
    expect(JSON.stringify(all)).not.toContain(KEY);
    await close();
    const holding = filesOf(workplace.paths.root).filter((file) => readFileSync(file).includes(KEY));
    expect(holding).toEqual([join(workplace.paths.root, 'keys.json')]);
    if (process.platform !== 'win32') expect(statSync(holding[0]!).mode & 0o077).toBe(0);
  });

  it('would catch a key sent to another address than it was given for', async () => {
    const { client } = openStudio();
    server = await startChatServer(() => stream('{"word": "hello"}'));
    const { id } = await client.writer.saveServer({ ...ollama, apiKey: KEY });
    expect(await client.writer.saveServer({ ...ollama, id, baseUrl: server.baseUrl })).toMatchObject({ key: 'none' });
    await client.writer.test({ ...ollama, id, baseUrl: server.baseUrl });
    expect(server.headers.map(({ authorization }) => authorization)).toEqual([undefined]);
    expect(await client.writer.saveServer({ ...ollama, id })).toMatchObject({ key: 'kept' });
    expect(await client.writer.saveServer({ ...ollama, id, apiKey: '' })).toMatchObject({ key: 'none' });
  });

  it('would catch a key of the environment that is not used, or kept', async () => {
    vi.stubEnv('STORYLOOM_KEY_OLLAMA_AT_HOME', KEY);
    const { client } = openStudio();
    expect(await client.writer.saveServer(ollama)).toMatchObject({
      key: 'environment',
      keyVariable: 'STORYLOOM_KEY_OLLAMA_AT_HOME',
    });
  });

  it('would catch a server that is gone and still chosen, or that takes others with it', async () => {
    const { client } = openStudio();
    const first = await client.writer.saveServer(ollama);
    const second = await client.writer.saveServer(ollama);
    expect(second.id).toBe('ollama-at-home-2');
    const { writers } = await client.system.settings();
    await client.system.set({ writers: { ...writers, story: `server:${first.id}`, title: `server:${second.id}` } });
    await client.writer.removeServer({ serverId: first.id });
    expect((await client.writer.servers()).map(({ id }) => id)).toEqual([second.id]);
    expect((await client.system.settings()).writers).toMatchObject({
      story: 'storyloom',
      title: `server:${second.id}`,
    });
    await expect(client.writer.removeServer({ serverId: first.id })).rejects.toMatchObject({ code: 'not-found' });
  });

  it.each(['localhost:11434', 'ftp://host/v1', 'https://me:secret@host/v1', 'https://host/v1?key=1', ''])(
    'would catch an address that cannot be one: %s',
    async (baseUrl) => {
      const { client } = openStudio();
      await expect(client.writer.saveServer({ ...ollama, baseUrl })).rejects.toMatchObject({ code: 'option' });
    },
  );

  it('would catch a test that says less than what is there', async () => {
    const { client } = openStudio();
    server = await startChatServer(
      (_, { response_format }) =>
        response_format?.type === 'json_schema'
          ? refuse(400, { message: 'json_schema is not supported' })
          : stream('{"word": "hello"}', { usage: { prompt_tokens: 9, completion_tokens: 5 } }),
      ['llama3', 'qwen3'],
    );
    const found = await client.writer.test({ ...ollama, baseUrl: server.baseUrl });
    expect(found).toMatchObject({ models: ['llama3', 'qwen3'], structured: 'object', countsTokens: true });
    await server.close();
    await expect(client.writer.test({ ...ollama, baseUrl: server.baseUrl })).rejects.toMatchObject({
      code: 'network',
      data: { hint: expect.stringContaining('Start the server') as string },
    });
  });
});

describe('model files', () => {
  it('would catch a file that is no model, one that a stranger names, and one that is gone', async () => {
    const { client } = openStudio();
    const file = join(temporaryFolder(), 'model.gguf');
    writeFileSync(file, 'PK not a model');
    await expect(client.writer.addFile({ file })).rejects.toMatchObject({ code: 'corrupt' });
    await expect(client.writer.addFile({ file: `${file}x` })).rejects.toMatchObject({ code: 'not-found' });
    await expect(client.writer.addFile({ file: 'model.gguf' })).rejects.toMatchObject({ code: 'option' });
    writeFileSync(file, 'GGUF and more');
    expect(await client.writer.addFile({ file })).toMatchObject({
      id: `gguf:${file}`,
      name: 'model.gguf',
      ready: true,
    });
    await client.writer.addFile({ file });
    expect((await client.writer.list()).filter((writer) => writer.file === file)).toHaveLength(1);
    await client.writer.removeFile({ file });
    expect((await client.writer.list()).some((writer) => writer.file === file)).toBe(false);
    const abroad = openStudio({ host: 'web' });
    await expect(abroad.client.writer.addFile({ file })).rejects.toMatchObject({ code: 'permission' });
    await expect(readAll(abroad, { writer: `gguf:${file}` })).rejects.toMatchObject({ code: 'permission' });
  });

  it('would catch a writer that cannot write yet shown as ready', async () => {
    const { client } = openStudio();
    const writers = await client.writer.list();
    expect(writers[0]).toEqual({
      id: 'storyloom',
      name: 'Storyloom',
      kind: 'own',
      runs: { place: 'computer' },
      ready: true,
    });
    expect(writers.find(({ id }) => id === 'gguf:qwen2.5-1.5b')).toMatchObject({
      ready: false,
      modelId: 'qwen2.5-1.5b',
      licence: { name: 'Apache-2.0' },
    });
  });
});

const { idea, scenes } = GOOD_STORIES[0]!;

async function readAll(
  { client }: ReturnType<typeof openStudio>,
  more: object,
  signal?: AbortSignal,
): Promise<WriteEvent[]> {
  const events: WriteEvent[] = [];
  const stories = await client.writer.write({ idea, words: 250, ...more }, signal ? { signal } : {});
  for await (const event of stories) events.push(event);
  return events;
}

describe('writing', () => {
  it('would catch a stream without an outline first and the story last', async () => {
    const studio = openStudio();
    const events = await readAll(studio, {});
    expect(events[0]!.type).toBe('outline');
    expect(events.at(-1)).toMatchObject({ type: 'done', story: { writer: 'storyloom', notices: [] } });
    expect(await readAll(studio, {})).toEqual(events);
  });

  it('would catch a story sent elsewhere without a word, and tasks that are not parted', async () => {
    const studio = openStudio();
    server = await startChatServer((_, { messages }) => {
      const scene = /tell only scene (\d)/u.exec(messages.at(-1)!.content)?.[1];
      return stream(scene === undefined ? '{"title": "Hello"}' : (scenes[Number(scene) - 1] ?? scenes[2]!));
    });
    const { id } = await studio.client.writer.saveServer({ ...ollama, baseUrl: server.baseUrl });
    const { writers } = await studio.client.system.settings();
    await studio.client.system.set({ writers: { ...writers, story: `server:${id}` } });
    const events = await readAll(studio, {});
    const done = events.at(-1)!;
    expect(done).toMatchObject({ type: 'done', story: { writer: `server:${id}` } });
    // Storyloom planned it, so no plan is asked for.
    expect(server.requests.filter(({ messages }) => messages.at(-1)!.content.startsWith('Plan'))).toEqual([]);
    const asked = server.requests.length;
    const own = (await readAll(studio, { writer: 'storyloom' })).at(-1);
    expect(own).toMatchObject({ story: { writer: 'storyloom' } });
    expect(server.requests).toHaveLength(asked);
  });

  it('would catch an idea in another language turned away, though a model was chosen that may know it', async () => {
    const studio = openStudio();
    server = await startChatServer((_, { messages }) => {
      const beat = { title: 'T', who: ['Tom'], where: 'Wald', what: 'Tom geht los.', why: '-', mood: 'still' };
      const plan = JSON.stringify({ title: 'Der Drache', beats: [beat, beat, beat] });
      return stream(messages.at(-1)!.content.startsWith('Plan') ? plan : 'Ein Drache ging mit einem Igel in den Wald.');
    });
    const { id } = await studio.client.writer.saveServer({ ...ollama, baseUrl: server.baseUrl });
    const german = 'Ein kleiner Drache und ein Igel gehen in den Wald und suchen einen Freund.';
    const events = await readAll(studio, { idea: german, writer: `server:${id}` });
    expect(events.at(-1)).toMatchObject({ story: { title: 'Der Drache' } });
    await expect(readAll(studio, { idea: german })).rejects.toMatchObject({ code: 'input' });
  });

  it('would catch a failure that ends as an empty story, and a writer that there is not', async () => {
    const studio = openStudio();
    server = await startChatServer(() => refuse(401, { message: `wrong: ${KEY}` }));
    const { id } = await studio.client.writer.saveServer({ ...ollama, baseUrl: server.baseUrl, apiKey: KEY });
    const failed = await readAll(studio, { writer: `server:${id}` }).catch((error: unknown) => error);
    expect(failed).toMatchObject({ code: 'permission' });
    expect(JSON.stringify(failed)).not.toContain(KEY);
    await expect(readAll(studio, { writer: 'server:nobody' })).rejects.toMatchObject({ code: 'not-found' });
    await expect(readAll(studio, { writer: 'gguf:smollm2-135m' })).rejects.toMatchObject({ code: 'missing' });
    await expect(readAll(studio, { idea: ' ' })).rejects.toMatchObject({ code: 'input' });
  });

  it('would catch a server that goes on writing for somebody who has left', async () => {
    const studio = openStudio();
    let isLeft = false;
    server = await startChatServer(() => async (response, ...rest) => {
      response.on('close', () => (isLeft ||= !response.writableEnded));
      await stream('A long story that nobody hears. '.repeat(20), { delayMs: 20 })(response, ...rest);
    });
    const { id } = await studio.client.writer.saveServer({ ...ollama, baseUrl: server.baseUrl });
    const { writers } = await studio.client.system.settings();
    await studio.client.system.set({ writers: { ...writers, story: `server:${id}` } });
    for await (const event of await studio.client.writer.write({ idea })) if (event.type === 'text') break;
    await expect.poll(() => isLeft).toBe(true);
  });
});
