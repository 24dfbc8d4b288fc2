import { createHash } from 'node:crypto';
import { createWriteStream, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { describe, expect, it } from 'vitest';
import sharp from 'sharp';
import { openPromise } from 'yauzl';
import { ZipFile } from 'yazl';
import type { ProjectDocument } from '../../../src/shared/project.ts';
import { temporaryFolder } from '../../helpers/build-lab.ts';
import { openLibrary, type LibraryLab } from '../../helpers/library-lab.ts';
import { aDocument, aScene } from './documents.ts';

const failure = (message: RegExp) =>
  expect.objectContaining({ name: 'StudioError', code: 'input', message: expect.stringMatching(message) });

const picture = (colour: string) =>
  sharp({ create: { width: 64, height: 48, channels: 3, background: colour } })
    .webp()
    .toBuffer();
const nameOf = (bytes: Uint8Array): string => `${createHash('sha256').update(bytes).digest('hex')}.webp`;

/** A zip of these files, in order. */
async function zipOf(files: readonly (readonly [string, string | Uint8Array])[]): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of files) zip.addBuffer(Buffer.from(content), name);
  zip.end();
  const path = join(temporaryFolder(), 'made.zip');
  await pipeline(zip.outputStream, createWriteStream(path));
  return readFileSync(path);
}

async function open({ library }: LibraryLab, bytes: Uint8Array): Promise<string> {
  const path = join(temporaryFolder(), 'content.storyloom');
  writeFileSync(path, bytes);
  try {
    return (await library.createFromFile(path, 'my.storyloom')).projectId;
  } finally {
    expect(readFileSync(path)).toEqual(Buffer.from(bytes));
  }
}

function pictured(asset: string): ProjectDocument {
  const take = { kind: 'own', id: 'o', asset, name: 'me.png', fit: 'crop' } as const;
  return aDocument([{ ...aScene('a', 'Nib.'), takes: [take], take: 'o' }]);
}

/** A project with two pictures of its own, one of them not chosen, and one that was taken back. */
async function rich(lab: LibraryLab): Promise<string> {
  const { projectId } = lab.library.createFromText('Nib swam.\n\n***\n\nPearl sang.', 'Nib & Pearl');
  const { scenes } = lab.library.read(projectId).document;
  for (const [index, colour] of ['red', 'green', 'blue'].entries()) {
    const path = join(temporaryFolder(), 'p.png');
    writeFileSync(path, await picture(colour));
    const { asset } = await lab.library.addPicture(projectId, path, 'p.png');
    const sceneId = scenes[index % 2]!.id;
    lab.library.edit(projectId, { type: 'add-own-picture', sceneId, asset, name: `${colour}.png`, fit: 'blur' });
  }
  lab.library.undo(projectId);
  lab.library.edit(projectId, { type: 'choose-take', sceneId: scenes[0]!.id, takeId: scenes[0]!.take });
  lab.library.edit(projectId, { type: 'set-pronunciation', word: 'Nib', spoken: '/nɪb/' });
  return projectId;
}

describe('a packed project', () => {
  it('would catch anything that is not the same after packing and unpacking, elsewhere', async () => {
    const here = openLibrary();
    const projectId = await rich(here);
    const file = join(temporaryFolder(), 'out', 'a.storyloom');
    await here.library.pack(projectId, file);
    const there = openLibrary();
    const id = await open(there, readFileSync(file));
    expect(id).not.toBe(projectId);
    expect(there.library.read(id).document).toEqual(here.library.read(projectId).document);
    const assets = readdirSync(there.library.assetFolder(id));
    expect(assets).toHaveLength(2);
    for (const asset of assets) {
      const own = readFileSync(here.library.assetPath(projectId, asset));
      expect(readFileSync(there.library.assetPath(id, asset))).toEqual(own);
    }
    const again = join(temporaryFolder(), 'b.storyloom');
    await there.library.pack(id, again);
    expect(await open(here, readFileSync(again))).not.toBe(projectId);
  });

  it('would catch names in the file that lead out of it, and pictures that no scene has', async () => {
    const lab = openLibrary();
    const projectId = await rich(lab);
    const file = join(temporaryFolder(), 'a.storyloom');
    await lab.library.pack(projectId, file);
    const zip = await openPromise(file);
    const names: string[] = [];
    for await (const { fileName } of zip.eachEntry()) names.push(fileName);
    expect(names[0]).toBe('project.json');
    expect(names.slice(1)).toEqual([
      expect.stringMatching(/^assets\/[0-9a-f]{64}\.jpg$/),
      expect.stringMatching(/^assets\/[0-9a-f]{64}\.jpg$/),
    ]);
  });

  it('would catch a pack without a picture that it needs, and half a file left of it', async () => {
    const lab = openLibrary();
    const projectId = await rich(lab);
    for (const asset of readdirSync(lab.library.assetFolder(projectId)))
      rmSync(lab.library.assetPath(projectId, asset));
    const folder = temporaryFolder();
    const packing = lab.library.pack(projectId, join(folder, 'a.storyloom'));
    await expect(packing).rejects.toMatchObject({ code: 'missing', message: expect.stringMatching(/scene [12]/) });
    expect(readdirSync(folder)).toEqual([]);
    await expect(lab.library.duplicate(projectId)).rejects.toMatchObject({ code: 'missing' });
  });
});

describe('a .storyloom file from elsewhere', () => {
  it('would catch a bad file that is opened, that leaves something behind, or that is refused without the reason', async () => {
    const lab = openLibrary();
    const red = await picture('red');
    const asset = nameOf(red);
    const json = JSON.stringify(pictured(asset));
    const whole = await zipOf([
      ['project.json', json],
      [`assets/${asset}`, red],
    ]);
    const text = `${asset.slice(0, 5)}`;
    const story = 'Once upon a time';
    const lying = nameOf(Buffer.from(story));
    const bad: readonly (readonly [string, Uint8Array, RegExp])[] = [
      ['a story', Buffer.from('Once upon a time'), /no \.storyloom file/],
      ['nothing', Buffer.alloc(0), /no \.storyloom file/],
      ['half of it', whole.subarray(0, whole.length / 2), /only a part/],
      ['no document', await zipOf([[`assets/${asset}`, red]]), /no project\.json/],
      ['no JSON', await zipOf([['project.json', '{"story']]), /not JSON/],
      ['no UTF-8', await zipOf([['project.json', new Uint8Array([0x22, 0xff, 0x22])]]), /not JSON/],
      ['version 1', await zipOf([['project.json', '{"storyloom": 1, "title": "T"}']]), /not a project of the studio/],
      ['version 3', await zipOf([['project.json', '{"storyloom": 3}']]), /newer Storyloom/],
      [
        'a wrong field',
        await zipOf([['project.json', json.replace('"gentle"', '"wild"')]]),
        /not a whole project: motion/,
      ],
      ['a strange field', await zipOf([['project.json', json.replace('{', '{"x": 1,')]]), /not a whole project/],
      ['no picture', await zipOf([['project.json', json]]), new RegExp(`picture ${text}.* is not in it`)],
      [
        'another picture',
        await zipOf([
          ['project.json', json],
          [`assets/${asset}`, await picture('blue')],
        ]),
        /not what it was/,
      ],
      [
        'a text for a picture',
        await zipOf([
          ['project.json', JSON.stringify(pictured(lying))],
          [`assets/${lying}`, story],
        ]),
        /not a picture/,
      ],
      ['a way up', renamed(whole, 'project.json', '../ject.json'), /cannot be read \(invalid relative path/],
      ['an absolute path', renamed(whole, 'project.json', '/roject.json'), /cannot be read \(absolute path/],
      ['Windows’ way up', renamed(whole, 'project.json', '..\\ject.json'), /cannot be read \(invalid char/],
      [
        'the same name twice',
        await zipOf([
          ['project.json', json],
          ['project.json', json],
        ]),
        /two files in it/,
      ],
      ['a lie about its size', await bomb(json, 20), /cannot be read/],
      ['a document of a gigabyte', await bomb(json, 1_000_000_000), /too large/],
      ['damaged bytes', damagedInside(whole), /cannot be (?:read|opened)|not what it was|not JSON/],
    ];
    for (const [what, bytes, message] of bad) {
      await expect(open(lab, bytes), what).rejects.toThrow(failure(message));
    }
    expect(lab.library.list()).toEqual([]);
    expect(existsSync(join(lab.folder, 'projects')) ? readdirSync(join(lab.folder, 'projects')) : []).toEqual([]);
    expect(lab.library.read(await open(lab, whole)).document.scenes).toHaveLength(1);
  });

  it('would catch files in it that no scene names and that are taken out of it all the same', async () => {
    const lab = openLibrary();
    const [red, blue] = [await picture('red'), await picture('blue')];
    const json = JSON.stringify(pictured(nameOf(red)));
    const files = [
      ['.DS_Store', 'x'],
      [`assets/${nameOf(blue)}`, blue],
      ['project.json', json],
    ] as const;
    const id = await open(lab, await zipOf([...files, [`assets/${nameOf(red)}`, red]]));
    expect(readdirSync(lab.library.assetFolder(id))).toEqual([nameOf(red)]);
  });
});

/** Both times that a zip says a file's name. */
function renamed(zip: Buffer, from: string, to: string): Buffer {
  return Buffer.from(zip.toString('latin1').replaceAll(from, to), 'latin1');
}

/** A project.json whose directory entry says that it has `bytes` bytes. */
async function bomb(json: string, bytes: number): Promise<Buffer> {
  const zip = await zipOf([['project.json', json + ' '.repeat(1_000_000)]]);
  const entry = zip.lastIndexOf('PK\x01\x02', undefined, 'latin1');
  zip.writeUInt32LE(bytes, entry + 24);
  return zip;
}

/** Where the document's own bytes are. */
function damagedInside(zip: Buffer): Buffer {
  const copy = Buffer.from(zip);
  copy.fill(0x55, 60, 90);
  return copy;
}
