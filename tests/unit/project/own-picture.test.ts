import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import sharp, { type Sharp } from 'sharp';
import { temporaryFolder } from '../../helpers/build-lab.ts';
import { openLibrary } from '../../helpers/library-lab.ts';

const failure = (message: RegExp) =>
  expect.objectContaining({ name: 'StudioError', code: 'input', message: expect.stringMatching(message) });

function file(name: string, content: string | Uint8Array): string {
  const path = join(temporaryFolder(), name);
  writeFileSync(path, content);
  return path;
}

function lab() {
  const { library } = openLibrary();
  const { projectId } = library.createFromText('Nib swam.');
  const add = async (name: string, content: string | Uint8Array) => {
    const path = file(name, content);
    const picture = await library.addPicture(projectId, path, name);
    expect(readFileSync(path)).toEqual(Buffer.from(content));
    return { ...picture, kept: library.assetPath(projectId, picture.asset) };
  };
  return { library, projectId, add };
}

/** Left half red, right half blue. */
async function twoColours(width: number, height: number): Promise<Sharp> {
  const half = { width: width / 2, height, channels: 3, background: '#0000ff' } as const;
  const blue = await sharp({ create: half }).png().toBuffer();
  const red = sharp({ create: { ...half, width, background: '#ff0000' } });
  return sharp(
    await red
      .composite([{ input: blue, left: width / 2, top: 0 }])
      .png()
      .toBuffer(),
  );
}

async function colourAt(path: string, x: number, y: number): Promise<string> {
  const { data, info } = await sharp(path).raw().toBuffer({ resolveWithObject: true });
  const at = (y * info.width + x) * info.channels;
  const [red = 0, , blue = 0] = data.subarray(at, at + 3);
  return red > 200 && blue < 60 ? 'red' : blue > 200 && red < 60 ? 'blue' : data.subarray(at, at + 3).toString('hex');
}

describe('a picture of the author’s own', () => {
  it('would catch a photo on its side, and what a camera wrote into it that is kept', async () => {
    const { add } = lab();
    const sideways = (await twoColours(400, 200)).withMetadata({ orientation: 6 }).withExifMerge({
      IFD0: { Copyright: 'someone' },
      IFD3: { GPSLatitude: '48/1 8/1 0/1' },
    });
    const { asset, width, height, kept, notices } = await add('photo.jpg', await sideways.jpeg().toBuffer());
    expect([width, height, notices]).toEqual([200, 400, []]);
    expect(asset).toMatch(/^[0-9a-f]{64}\.jpg$/);
    expect([await colourAt(kept, 100, 50), await colourAt(kept, 100, 350)]).toEqual(['red', 'blue']);
    const { exif, icc, xmp, orientation } = await sharp(kept).metadata();
    expect([exif, icc, xmp, orientation]).toEqual([undefined, undefined, undefined, undefined]);
  });

  it('would catch an 8K picture kept as it is, or a small one blown up', async () => {
    const { add } = lab();
    const large = await add('8k.png', await (await twoColours(7680, 4320)).png({ compressionLevel: 1 }).toBuffer());
    expect([large.width, large.height]).toEqual([3840, 2160]);
    const tall = await add('tall.webp', await (await twoColours(1000, 5000)).webp({ effort: 0 }).toBuffer());
    expect([tall.width, tall.height]).toEqual([768, 3840]);
    const small = await add('small.jpg', await (await twoColours(64, 32)).jpeg().toBuffer());
    expect([small.width, small.height]).toEqual([64, 32]);
  });

  it.each(['jpeg', 'png', 'webp', 'avif', 'gif', 'tiff'] as const)(
    'would catch %s that cannot be read',
    async (format) => {
      const { add } = lab();
      const { kept } = await add(`a.${format}`, await (await twoColours(64, 32)).toFormat(format).toBuffer());
      expect(await colourAt(kept, 10, 10)).toBe('red');
    },
  );

  it('would catch what was transparent becoming black, and CMYK or 16 bits becoming wrong colours', async () => {
    const { add } = lab();
    const clear = { width: 32, height: 32, channels: 4, background: { r: 255, g: 0, b: 0, alpha: 0 } } as const;
    const glass = await add('glass.png', await sharp({ create: clear }).png().toBuffer());
    expect(glass.asset).toMatch(/\.webp$/);
    expect(await colourAt(glass.kept, 16, 16)).toBe('ffffff');
    const deep = (await twoColours(64, 32)).toColourspace('rgb16').png();
    expect(await colourAt((await add('16.png', await deep.toBuffer())).kept, 50, 10)).toBe('blue');
    const print = await add('print.jpg', await (await twoColours(64, 32)).toColourspace('cmyk').jpeg().toBuffer());
    expect((await sharp(print.kept).metadata()).space).toBe('srgb');
  });

  it('would catch an animation used without a word', async () => {
    const { add } = lab();
    const frames = Buffer.from(
      Array.from({ length: 32 * 96 }, (_, at) => [at < 32 * 32 ? 255 : 0, 0, at % 199]).flat(),
    );
    const raw = { width: 32, height: 96, channels: 3, pageHeight: 32 } as const;
    const { notices, height } = await add('dance.gif', await sharp(frames, { raw }).gif().toBuffer());
    expect([height, notices]).toEqual([32, [expect.stringMatching(/dance\.gif is an animation/)]]);
  });

  it('would catch a bad file taken for a picture, or refused without the reason', async () => {
    const { library, projectId, add } = lab();
    const jpeg = await (await twoColours(400, 300)).jpeg().toBuffer();
    const heic = Buffer.concat([Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'), Buffer.alloc(300)]);
    const bad: readonly (readonly [string, string | Uint8Array, RegExp])[] = [
      ['story.png', 'Once upon a time.', /story\.png is not a picture/],
      ['empty.jpg', '', /empty\.jpg is empty/],
      ['cut.jpg', jpeg.subarray(0, jpeg.length / 2), /cut\.jpg is damaged/],
      ['phone.heic', heic, /HEIC picture/],
      [
        'logo.svg',
        '<svg xmlns="http://www.w3.org/2000/svg" width="99" height="99"/>',
        /kind that is not taken \(svg\)/,
      ],
      [
        'dot.png',
        await sharp({ create: { width: 1, height: 1, channels: 3, background: 'red' } })
          .png()
          .toBuffer(),
        /too small/,
      ],
      ['wall.png', pngOf(20_000, 6_000), /too large: 20000 × 6000/],
    ];
    for (const [name, content, message] of bad) await expect(add(name, content)).rejects.toThrow(failure(message));
    await expect(library.addPicture('nobody', file('a.jpg', jpeg), 'a.jpg')).rejects.toMatchObject({
      code: 'not-found',
    });
    expect(existsSync(library.assetFolder(projectId))).toBe(false);
  });

  it('would catch an edit that names a picture which is not there, or a path that leads out of the project', async () => {
    const { library, projectId, add } = lab();
    const sceneId = library.read(projectId).document.scenes[0]!.id;
    const edit = { type: 'add-own-picture', sceneId, name: 'me.jpg', fit: 'crop' } as const;
    const absent = `${'a'.repeat(64)}.jpg`;
    expect(() => library.edit(projectId, { ...edit, asset: absent })).toThrow(/not among the project’s pictures/);
    const { asset } = await add('me.jpg', await (await twoColours(64, 32)).jpeg().toBuffer());
    expect(library.edit(projectId, { ...edit, asset }).document.scenes[0]!.takes).toHaveLength(2);
    const copy = await library.duplicate(projectId);
    library.remove(projectId);
    expect(readFileSync(library.assetPath(copy.projectId, asset)).length).toBeGreaterThan(100);
    for (const [id, name] of [
      ['..', asset],
      [projectId, '../../storyloom.sqlite'],
      ['a/b', asset],
    ] as const) {
      expect(() => library.assetPath(id, name)).toThrow(expect.objectContaining({ code: 'not-found' }));
    }
  });
});

/** A file that says it is a PNG of that size, and holds nothing of it. */
function pngOf(width: number, height: number): Buffer {
  const header = Buffer.alloc(33);
  header.write('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1');
  header.writeUInt32BE(width, 16);
  header.writeUInt32BE(height, 20);
  header.set([8, 2, 0, 0, 0], 24);
  return Buffer.concat([header, Buffer.from('\0\0\0\0IDAT\0\0\0\0\0\0\0\0IEND\xaeB`\x82', 'latin1')]);
}
