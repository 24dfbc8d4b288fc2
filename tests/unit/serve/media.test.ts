import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ErrorCode, StudioError } from '../../../src/shared/errors.ts';
import { artefactUrl, downloadUrl, filmExtraUrl, filmUrl } from '../../../src/core/serve/addresses.ts';
import { createMediaHandler } from '../../../src/core/serve/media.ts';

const KEY = 'ab'.repeat(32);
let folder: string;
let media: (path: string, init?: RequestInit) => Promise<Response>;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'storyloom-media-'));
  for (const name of ['artefact/layers', 'downloads/d1']) mkdirSync(join(folder, name), { recursive: true });
  const places = {
    artefactFolder: () => join(folder, 'artefact'),
    asset: (_project: string, asset: string) => ({ root: folder, path: join(folder, asset) }),
    film: (jobId: string) => {
      if (jobId === 'j1') return join(folder, 'Mine & yours.mp4');
      throw new StudioError(ErrorCode.notFound, 'There is no such job.', { hint: 'List the jobs there are.' });
    },
    filmExtra: (_job: string, extra: string, file?: string) => ({
      root: folder,
      path: join(folder, file ?? `Mine.${extra}`),
    }),
    download: (id: string, name: string) => ({
      root: join(folder, 'downloads'),
      path: join(folder, 'downloads', id, name),
    }),
  };
  const handler = createMediaHandler(places, (error) => {
    throw error;
  });
  media = (path, init) => handler(new Request(`http://host${path}`, init));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('media', () => {
  it('would catch a part of a film that is not those bytes, and a player that cannot know the rest', async () => {
    const film = Buffer.from(Array.from({ length: 3000 }, (_, index) => index % 251));
    writeFileSync(join(folder, 'Mine & yours.mp4'), film);
    const part = await media(filmUrl('j1'), { headers: { range: 'bytes=1024-2047' } });
    expect(part.status).toBe(206);
    expect(part.headers.get('content-range')).toBe('bytes 1024-2047/3000');
    expect(part.headers.get('content-length')).toBe('1024');
    expect(part.headers.get('content-type')).toBe('video/mp4');
    expect(Buffer.from(await part.arrayBuffer())).toEqual(film.subarray(1024, 2048));
    const past = await media(filmUrl('j1'), { headers: { range: 'bytes=3000-' } });
    expect(past.status).toBe(416);
    expect(past.headers.get('content-range')).toBe('bytes */3000');
    const head = await media(filmUrl('j1'), { method: 'HEAD' });
    expect([head.headers.get('content-length'), head.headers.get('accept-ranges')]).toEqual(['3000', 'bytes']);
    expect(await head.text()).toBe('');
  });

  it('would catch a film written anew that a browser goes on showing from its cache, in whole or in part', async () => {
    const path = join(folder, 'Mine & yours.mp4');
    writeFileSync(path, 'first');
    const before = await media(filmUrl('j1'));
    const tag = before.headers.get('etag') ?? '';
    expect(before.headers.get('cache-control')).toBe('private, no-cache');
    expect((await media(filmUrl('j1'), { headers: { 'if-none-match': `"x", ${tag}` } })).status).toBe(304);
    writeFileSync(path, 'other');
    utimesSync(path, 1, 1);
    expect((await media(filmUrl('j1'), { headers: { 'if-none-match': tag } })).status).toBe(200);
    const part = await media(filmUrl('j1'), { headers: { 'if-range': tag, range: 'bytes=1-2' } });
    expect([part.status, await part.text()]).toEqual([200, 'other']);
  });

  it('would catch a picture that is asked for again and again although it can never change', async () => {
    writeFileSync(join(folder, 'artefact', 'layers', 'sky.webp'), 'sky');
    const answer = await media(artefactUrl(KEY, 'layers/sky.webp'));
    expect(answer.headers.get('content-type')).toBe('image/webp');
    expect(answer.headers.get('cache-control')).toContain('immutable');
    expect(await answer.text()).toBe('sky');
    writeFileSync(join(folder, 'artefact', 'empty.wav'), '');
    const empty = await media(artefactUrl(KEY, 'empty.wav'));
    expect([empty.status, empty.headers.get('content-length'), await empty.text()]).toEqual([200, '0', '']);
  });

  it('would catch a download that is shown instead of saved, or saved under a broken name', async () => {
    writeFileSync(join(folder, 'downloads', 'd1', 'Ötter "1".storyloom'), 'zip');
    const answer = await media(downloadUrl('d1', 'Ötter "1".storyloom'));
    expect(answer.headers.get('content-disposition')).toBe(
      `attachment; filename="_tter _1_.storyloom"; filename*=UTF-8''%C3%96tter%20%221%22.storyloom`,
    );
    expect(answer.headers.get('content-type')).toBe('application/zip');
  });

  it('would catch what lies beside a film lost, sent as plain bytes, or a way out of the folder of assets', async () => {
    writeFileSync(join(folder, 'Mine.vtt'), 'WEBVTT');
    const words = await media(filmExtraUrl('j1', 'vtt'));
    expect([words.headers.get('content-type'), await words.text()]).toEqual(['text/vtt; charset=utf-8', 'WEBVTT']);
    writeFileSync(join(folder, 'scene-001.png'), 'png');
    expect(await (await media(filmExtraUrl('j1', 'assets', 'scene-001.png'))).text()).toBe('png');
    for (const path of ['j1/vtt/x', 'j1/assets', 'j1/assets/..%2Fsecret', 'j1/assets/a/b', 'j1/exe']) {
      expect((await media(`/media/films/${path}`)).status).toBe(404);
    }
  });

  it('would catch a link, a folder or another job that gives bytes away, and a refusal without words', async () => {
    writeFileSync(join(folder, 'secret'), 'secret');
    symlinkSync(join(folder, 'secret'), join(folder, 'artefact', 'link'));
    for (const path of [
      artefactUrl(KEY, 'link'),
      artefactUrl(KEY, 'layers'),
      filmUrl('j2'),
      artefactUrl('ab', 'x'),
      '/media/films/j1/x',
    ]) {
      const answer = await media(path);
      expect(answer.status).toBe(404);
      expect(await answer.json()).toMatchObject({ code: 'not-found', data: { hint: expect.any(String) as string } });
    }
    expect((await media(filmUrl('j1'), { method: 'POST' })).status).toBe(405);
  });

  it.skipIf(process.platform !== 'linux')(
    'would catch a file left open for a client that went away, or for none',
    async () => {
      writeFileSync(join(folder, 'Mine & yours.mp4'), Buffer.alloc(5e6));
      const openFiles = (): number =>
        readdirSync('/proc/self/fd').filter((fd) => {
          try {
            return readlinkSync(`/proc/self/fd/${fd}`).startsWith(folder);
          } catch {
            return false;
          }
        }).length;
      const answer = await media(filmUrl('j1'));
      const reader = answer.body?.getReader();
      await reader?.read();
      expect(openFiles()).toBe(1);
      await reader?.cancel();
      await media(filmUrl('j1'), { method: 'HEAD' });
      await media(filmUrl('j1'), { headers: { range: 'bytes=9000000-' } });
      await (await media(filmUrl('j1'))).arrayBuffer();
      for (let tries = 0; openFiles() > 0 && tries < 100; tries++) await delay(10);
      expect(openFiles()).toBe(0);
    },
  );
});
