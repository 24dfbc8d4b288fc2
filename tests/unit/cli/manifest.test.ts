import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readManifest } from '../../../src/cli/batch/read-manifest.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'storyloom-manifest-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function read(manifest: unknown, wishes: Parameters<typeof readManifest>[1] = { options: {} }) {
  const file = join(folder, 'batch.json');
  writeFileSync(file, typeof manifest === 'string' ? manifest : JSON.stringify(manifest));
  return readManifest(file, wishes);
}

describe('a manifest', () => {
  it('would catch paths that are not taken from where it lies, or films written to the wrong place', async () => {
    const films = [{ story: 'a/otter.md' }, { story: 'b/otter.md' }, { story: 'fox.md', output: 'own/fox-film.mp4' }];
    expect((await read({ folder: 'films', films })).map(({ story, film }) => [story, film])).toEqual([
      [join(folder, 'a/otter.md'), join(folder, 'films/a-otter.mp4')],
      [join(folder, 'b/otter.md'), join(folder, 'films/b-otter.mp4')],
      [join(folder, 'fox.md'), join(folder, 'own/fox-film.mp4')],
    ]);
    const [first] = await read({ folder: 'films', films }, { folder: 'elsewhere', options: {} });
    expect(first?.film).toBe(resolve('elsewhere/a-otter.mp4'));
  });

  it('would catch an option that is farther from a film than another and wins all the same', async () => {
    const options = { captions: 'classic', size: '720p', fps: 24, volumes: { music: 0.5 } };
    const variants = [
      { name: 'wide' },
      { name: 'upright', options: { shape: '9:16', fps: 60, volumes: { ambience: 0 } } },
    ];
    const films = [{ story: 'otter.md', options: { fps: 25, musicFile: 'songs/a.mp3' }, variants }];
    const found = await read({ options, films }, { options: { size: '1080p' } });
    const music = { music: 'own', musicFile: join(folder, 'songs/a.mp3') };
    expect(found).toEqual([
      {
        story: join(folder, 'otter.md'),
        film: join(folder, 'otter-wide.mp4'),
        options: { ...options, ...music, fps: 25, size: '1080p' },
      },
      {
        story: join(folder, 'otter.md'),
        film: join(folder, 'otter-upright.mp4'),
        options: { ...options, ...music, fps: 60, size: '1080p', shape: '9:16', volumes: { music: 0.5, ambience: 0 } },
      },
    ]);
  });

  it('would catch a default that overrules what a studio project says', async () => {
    expect((await read({ films: [{ story: 'otter.storyloom' }] }))[0]?.options).toEqual({});
  });

  it.each([
    ['no JSON', '{ "films": [', 'input', /batch\.json is not JSON: /],
    ['no films', { films: [] }, 'input', /films: cannot be \[\]: it has to have 1 entry at least/],
    ['no story', { films: [{}] }, 'input', /films\[0\]\.story: cannot be left out/],
    [
      'a misspelt option',
      { films: [{ story: 'a.md', options: { captoins: 1 } }] },
      'input',
      /options: there is no "captoins"/,
    ],
    [
      'a wrong value',
      { films: [{ story: 'a.md', options: { captions: 'big' } }] },
      'input',
      /captions: cannot be "big": it may be none, classic/,
    ],
    [
      'a number too large',
      { options: { volumes: { music: 3 } }, films: [{ story: 'a.md' }] },
      'input',
      /options\.volumes\.music: cannot be 3: it may be 2 at most/,
    ],
    [
      'an output that is no film',
      { films: [{ story: 'a.md', output: 'a.avi' }] },
      'input',
      /output: cannot be "a\.avi": it has to end in \.mp4/,
    ],
    [
      'a variant that names a folder',
      { films: [{ story: 'a.md', variants: [{ name: '../x' }] }] },
      'input',
      /name: cannot be "\.\.\/x": it may have letters/,
    ],
    [
      'two films in one place',
      { films: [{ story: 'a.md' }, { story: 'a.md' }] },
      'input',
      /two films would be written to .*a\.mp4/,
    ],
    ['a film as its folder', { folder: 'a.mp4', films: [{ story: 'a.md' }] }, 'option', /cannot go into one file/],
  ] as const)(
    'would catch a manifest with %s taken, or refused without its place',
    async (_, manifest, code, message) => {
      await expect(read(manifest)).rejects.toMatchObject({
        name: 'StudioError',
        code,
        message: expect.stringMatching(message) as string,
        hint: expect.stringMatching(/.+/) as string,
      });
    },
  );

  it('would catch a manifest that is not there, or a typed option that is wrong, found out late', async () => {
    await expect(readManifest(join(folder, 'none.json'), { options: {} })).rejects.toMatchObject({ code: 'not-found' });
    await expect(read({ films: [{ story: 'a.md' }] }, { options: { crf: 99 } })).rejects.toMatchObject({
      code: 'option',
      message: 'The option "crf" cannot be 99: it may be 51 at most.',
    });
  });
});
