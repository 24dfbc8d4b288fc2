import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createGgufModel } from '../../../src/core/providers/gguf/gguf-model.ts';
import { LlamaOwner } from '../../../src/core/providers/gguf/llama.ts';
import type { Completion } from '../../../src/core/writer/models/language-model.ts';
import { isCancelled } from '../../../src/shared/errors.ts';
import { temporaryFolder } from '../../helpers/build-lab.ts';
import { tinyGguf } from '../../helpers/tiny-gguf.ts';

const ask = (more: Partial<Completion> = {}): Completion => ({
  messages: [
    { role: 'system', content: 'You write stories.' },
    { role: 'user', content: 'Tell one.' },
  ],
  maxTokens: 40,
  temperature: 0.8,
  seed: 1,
  signal: new AbortController().signal,
  ...more,
});

const threads = { freeThreads: () => 1, idleCores: () => 1 };

describe('a GGUF model', () => {
  let file: string;
  let owner: LlamaOwner;
  const model = (path = file) => createGgufModel(owner, { id: `gguf:${path}`, name: 'Tiny', file: path });

  beforeAll(() => {
    file = join(mkdtempSync(join(tmpdir(), 'storyloom-gguf-')), 'tiny.gguf');
    writeFileSync(file, tinyGguf());
    owner = new LlamaOwner({ ...threads, freeMemory: () => 8e9 });
  });
  afterAll(async () => {
    await owner.close();
    rmSync(dirname(file), { recursive: true, force: true });
  });

  it('would catch another text for the same seed, tokens that are not counted, or a text that comes in one piece', async () => {
    const heard: string[] = [];
    const first = await model().complete(ask({ onText: (text) => heard.push(text) }));
    expect(heard.length).toBeGreaterThan(1);
    expect(heard.join('')).toBe(first.text);
    expect(first).toMatchObject({ finish: 'length', usage: { completionTokens: 40, isEstimate: false } });
    expect(first.usage.promptTokens).toBeGreaterThan(20);
    expect((await model().complete(ask())).text).toBe(first.text);
    expect((await model().complete(ask({ seed: 2 }))).text).not.toBe(first.text);
  });

  it('would catch an answer that leaves the form that was demanded', async () => {
    const schema = {
      type: 'object',
      properties: { brave: { type: 'boolean' }, kind: { enum: ['owl', 'fox'] } },
      required: ['brave', 'kind'],
      additionalProperties: false,
    };
    const { text } = await model().complete(ask({ schema, maxTokens: 200 }));
    expect(JSON.parse(text)).toEqual({
      brave: expect.any(Boolean) as boolean,
      kind: expect.stringMatching(/owl|fox/u) as string,
    });
  });

  it('would catch a text that cannot be stopped, and one that stops those who wait', async () => {
    const stop = new AbortController();
    const long = model().complete(
      ask({
        maxTokens: 3_000,
        signal: stop.signal,
        onText: () => {
          stop.abort();
        },
      }),
    );
    const next = model().complete(ask());
    expect(isCancelled(await long.catch((error: unknown) => error))).toBe(true);
    expect((await next).text).not.toBe('');
  });

  it('would catch a model that is never let go', async () => {
    const brief = new LlamaOwner({ ...threads, freeMemory: () => 8e9, idleMs: 30 });
    await createGgufModel(brief, { id: 'gguf:x', name: 'x', file }).complete(ask());
    expect(brief.isLoaded).toBe(true);
    await expect.poll(() => brief.isLoaded).toBe(false);
    await brief.close();
  });

  it('would catch a file that is damaged, gone, or larger than the memory shown as a bug', async () => {
    const cut = join(temporaryFolder(), 'cut.gguf');
    writeFileSync(cut, tinyGguf().subarray(0, 9_000));
    await expect(model(cut).complete(ask())).rejects.toMatchObject({ name: 'StudioError', code: 'corrupt' });
    await expect(model(`${cut}x`).complete(ask())).rejects.toMatchObject({ code: 'not-found' });
    const small = new LlamaOwner({ ...threads, freeMemory: () => 1e6 });
    await expect(createGgufModel(small, { id: 'gguf:x', name: 'x', file }).complete(ask())).rejects.toMatchObject({
      code: 'memory',
    });
    await small.close();
  });
});
