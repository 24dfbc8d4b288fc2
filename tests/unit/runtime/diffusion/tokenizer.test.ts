import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTokenizer, type PromptTokenizer } from '../../../../src/core/runtime/diffusion/tokenizer.ts';
import { DIFFUSION, readJson } from '../../../fixtures/diffusion/read.ts';

const [START, END, BANG] = [49_406, 49_407, 0];
let directory: string;
let clip: PromptTokenizer;

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'clip-'));
  mkdirSync(join(directory, 'tokenizer'));
  for (const file of ['vocab.json', 'merges.txt']) {
    const bytes = gunzipSync(readFileSync(join(DIFFUSION, 'clip', `${file}.gz`)));
    writeFileSync(join(directory, 'tokenizer', file), bytes);
  }
  clip = await openTokenizer({ directory, files: [], tokens: 77 });
});

afterAll(() => {
  rmSync(directory, { recursive: true, force: true });
});

describe('CLIP’s tokens', () => {
  it('would catch one of 200 prompts that is read otherwise than by the reference', () => {
    const golden = readJson('tokens.json') as readonly { readonly text: string; readonly ids: readonly number[] }[];
    expect(golden).toHaveLength(200);
    for (const { text, ids } of golden) {
      expect([START, ...clip.encode(text).slice(0, clip.window), END]).toEqual(ids);
    }
  });

  it('would catch a short prompt that is not filled up with what this model is used to', async () => {
    const { ids, dropped } = clip.fit('a fox');
    expect([ids.length, dropped]).toEqual([77, []]);
    expect(ids.slice(0, 5)).toEqual([START, 320, 3240, END, END]);
    writeFileSync(join(directory, 'tokenizer', 'tokenizer_config.json'), JSON.stringify({ pad_token: '!' }));
    const second = await openTokenizer({ directory, files: [], tokens: 77 });
    expect(second.fit('a fox').ids.slice(0, 5)).toEqual([START, 320, 3240, END, BANG]);
  });

  it('would catch a long prompt that is cut within a word, or whose rest is lost in silence', () => {
    const words = Array.from({ length: 40 }, (_, index) => `otterlike${index}`);
    const { ids, dropped } = clip.fit(words.join(' '));
    const kept = words.slice(0, words.length - dropped.length);
    expect(dropped).toEqual(words.slice(kept.length));
    expect(clip.encode(kept.join(' ')).length).toBeLessThanOrEqual(clip.window);
    expect(clip.encode(words.slice(0, kept.length + 1).join(' ')).length).toBeGreaterThan(clip.window);
    expect(ids.slice(1, 1 + clip.encode(kept.join(' ')).length)).toEqual(clip.encode(kept.join(' ')));
  });

  it('would catch 10,000 characters that hang it, in words or without a space', () => {
    const began = performance.now();
    expect(clip.fit('a red fox, '.repeat(1000)).ids).toHaveLength(77);
    const { ids, dropped } = clip.fit('x'.repeat(10_000));
    expect([ids.length, dropped.length]).toEqual([77, 1]);
    expect(performance.now() - began).toBeLessThan(5000);
  });
});
