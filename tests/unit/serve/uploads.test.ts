import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Downloads } from '../../../src/core/serve/downloads.ts';
import { Uploads } from '../../../src/core/serve/uploads.ts';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'storyloom-uploads-'));
});

afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

async function* pieces(...texts: string[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield await Promise.resolve(Buffer.from(text));
}

describe('uploads', () => {
  it('would catch a file whose bytes, name or ending are not the ones that were sent', async () => {
    const uploads = new Uploads(root);
    const upload = await uploads.receive('C:\\stories\\Der Otter: eine.Geschichte.TXT', pieces('Once ', 'upon'));
    expect(upload).toMatchObject({ name: 'Der Otter: eine.Geschichte.TXT', bytes: 9 });
    const { path, name } = await uploads.path(upload.uploadId);
    expect(name).toBe(upload.name);
    expect(path.endsWith('content.txt')).toBe(true);
    expect(readFileSync(path, 'utf8')).toBe('Once upon');
  });

  it('would catch a file that is too large, empty, nameless or broken off and is kept in part all the same', async () => {
    const uploads = new Uploads(root, 10);
    await expect(uploads.receive('a.txt', pieces('12345678', '901'))).rejects.toMatchObject({ code: 'input' });
    await expect(uploads.receive('a.txt', pieces())).rejects.toMatchObject({ code: 'input' });
    for (const name of ['', '..', '/', 'x/', '\0', 'x'.repeat(256)]) {
      await expect(uploads.receive(name, pieces('x'))).rejects.toMatchObject({ code: 'option' });
    }
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield await Promise.resolve(Buffer.from('x'));
      throw new Error('the line broke');
    }
    await expect(uploads.receive('a.txt', broken())).rejects.toThrow('the line broke');
    expect(readdirSync(root)).toEqual([]);
  });

  it('would catch an id that leads elsewhere, and one that is gone without a word on what to do', async () => {
    const uploads = new Uploads(join(root, 'uploads'));
    for (const id of ['..', '../uploads', '', 'none', '/etc']) {
      await expect(uploads.path(id)).rejects.toMatchObject({ code: 'not-found', hint: expect.any(String) as string });
    }
  });

  it('would catch files that pile up, and one that is dropped on the day it came', async () => {
    const uploads = new Uploads(root);
    const old = await uploads.receive('old.txt', pieces('old'));
    const young = await uploads.receive('young.txt', pieces('young'));
    mkdirSync(join(root, '.killed.part'));
    const yesterday = Date.now() / 1000 - 25 * 3600;
    for (const name of [old.uploadId, '.killed.part']) utimesSync(join(root, name), yesterday, yesterday);
    const last = await uploads.receive('last.txt', pieces('last'));
    expect(readdirSync(root).sort()).toEqual([young.uploadId, last.uploadId].sort());
  });
});

describe('downloads', () => {
  it('would catch a title that makes a name no system can keep', async () => {
    const downloads = new Downloads(root);
    for (const [title, kept] of [
      ['The Otter.storyloom', 'The Otter.storyloom'],
      ['A/B: "C"?.storyloom', 'A B C .storyloom'],
      ['../../x', 'x'],
      ['...', 'storyloom'],
    ] as const) {
      const folder = await downloads.makeFolder();
      writeFileSync(join(folder, 'made'), 'bytes');
      const offer = await downloads.offer(join(folder, 'made'), title);
      expect(offer).toMatchObject({ fileName: kept, bytes: 5 });
      const id = offer.url.split('/')[3] ?? '';
      expect(existsSync(downloads.path(id, kept))).toBe(true);
    }
  });
});
