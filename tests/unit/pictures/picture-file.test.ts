import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { paintToFile, type PictureFileRequest } from '../../../src/core/handlers/pictures/paint-file.ts';
import { sizeOf } from '../../../src/core/handlers/pictures/size.ts';
import { temporaryFolder } from '../../helpers/build-lab.ts';
import { openStudio, type StudioLab } from '../../helpers/studio-lab.ts';

const DRAWN = { prompt: 'A fox sleeps under a tree at night.', engine: 'storybook', width: 128, height: 96 } as const;

function make({ workplace }: StudioLab, request: PictureFileRequest['request'], output: string) {
  const hooks = { signal: new AbortController().signal, onProgress: () => undefined, onStep: () => undefined };
  return paintToFile(workplace, { request, output }, hooks);
}

describe('a picture of a prompt, in a file', () => {
  it('would catch a drawing of another size, another seed that is the same picture, or a file that says nothing of itself', async () => {
    const lab = openStudio();
    const folder = temporaryFolder();
    const made = await make(lab, { ...DRAWN, count: 2, seed: 4 }, join(folder, 'new', 'fox.png'));
    expect(made).toMatchObject({ engine: 'storybook', width: 128, height: 96, cached: false, notices: [] });
    const files = made.files.map(({ file }) => file);
    expect(files).toEqual([join(folder, 'new', 'fox-1.png'), join(folder, 'new', 'fox-2.png')]);
    const [first, second] = files.map((file) => readFileSync(file));
    expect(await sharp(first).metadata()).toMatchObject({ format: 'png', width: 128, height: 96, hasAlpha: false });
    expect((await sharp(first).raw().toBuffer()).equals(await sharp(second).raw().toBuffer())).toBe(false);
    expect(second!.toString('latin1')).toContain(
      `parameters\0${DRAWN.prompt}\nSeed: 5, Size: 128x96, Engine: storybook, Style: day-storybook`,
    );
    const again = await make(lab, { ...DRAWN, seed: 5 }, join(folder, 'again.png'));
    expect(again.cached).toBe(true);
    expect(readFileSync(again.files[0]!.file).equals(second!)).toBe(true);
    expect(readdirSync(join(folder, 'new'))).toEqual(['fox-1.png', 'fox-2.png']);
  });

  it("would catch a photograph of the user's that is written over, or pictures of ours that pile up", async () => {
    const lab = openStudio();
    const folder = temporaryFolder();
    const output = join(folder, 'mine.png');
    const photo = await sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } })
      .png()
      .toBuffer();
    writeFileSync(output, photo);
    const { notices } = await make(lab, DRAWN, output);
    expect(notices).toEqual([expect.stringContaining('mine.kept-1.png')]);
    expect(readFileSync(join(folder, 'mine.kept-1.png')).equals(photo)).toBe(true);
    expect((await make(lab, { ...DRAWN, seed: 2 }, output)).notices).toEqual([]);
    expect(readdirSync(folder).sort()).toEqual(['mine.kept-1.png', 'mine.png']);
    // What a picture begins with is never what it is written to.
    const start = { prompt: 'a fox', from: output };
    await expect(make(lab, start, output)).rejects.toMatchObject({ code: 'option' });
    await expect(make(lab, { ...start, from: join(folder, '.', 'mine.png') }, output)).rejects.toMatchObject({
      code: 'option',
    });
  });

  it('would catch mistakes that pass, are told as bugs, or tell nobody what to do', async () => {
    const lab = openStudio();
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'folder.png'));
    const text = join(folder, 'text.png');
    writeFileSync(text, 'no picture');
    const fox = { prompt: 'a fox' };
    const mistakes: [PictureFileRequest['request'], string, RegExp, string?][] = [
      [{ prompt: ' ' }, 'option', /"prompt" .* 1 character at least/],
      [{ prompt: 'fox '.repeat(2_500) }, 'option', /"prompt" .* of 9999 characters: .* 2000 characters at most/],
      [{ ...DRAWN, prompt: '... !' }, 'input', /not a word/],
      [{ ...fox, steps: 0 }, 'option', /"steps" cannot be 0: it has to be 1 at least/],
      [{ ...fox, steps: 1.5 }, 'option', /"steps" .*whole number/],
      [{ ...fox, width: 13 }, 'option', /"width" cannot be 13: it has to be 64 at least/],
      [{ ...fox, width: 100 }, 'option', /"width" cannot be 100: it has to be a multiple of 8/],
      [{ ...fox, height: 100_000 }, 'option', /"height" .* 2048 at most/],
      [{ ...fox, count: 1_000 }, 'option', /"count" .* 16 at most/],
      [{ ...fox, seed: -1 }, 'option', /"seed" .* 0 at least/],
      [{ ...fox, engine: 'pencil' as never }, 'option', /"engine" .*storybook, diffusion, over-storybook/],
      [{ ...fox, strength: 0.5 }, 'option', /none is there to begin with/],
      [{ ...fox, negative: 'a bear', guidance: 1 }, 'option', /guidance above 1/],
      [{ ...fox, engine: 'over-storybook', from: text }, 'option', /not with both/],
      [{ ...DRAWN, steps: 4 }, 'option', /takes no steps/],
      [{ ...DRAWN, from: text }, 'option', /takes no picture to begin with/],
      [{ ...fox, from: text }, 'input', /text\.png is no picture/],
      [{ ...fox, from: join(folder, 'none.png') }, 'not-found', /There is no file .*none\.png/],
      [{ ...fox, from: folder }, 'not-found', /There is no file/],
      [DRAWN, 'option', /fox\.jpg is not named like/, 'fox.jpg'],
      [DRAWN, 'option', /folder\.png is a folder/, 'folder.png'],
      [DRAWN, 'option', /text\.png is a file/, 'text.png/fox.png'],
    ];
    for (const [request, code, message, name = 'fox.png'] of mistakes) {
      const failure = make(lab, request, join(folder, name));
      await expect(failure, String(message)).rejects.toMatchObject({
        name: 'StudioError',
        code,
        message: expect.stringMatching(message) as string,
        hint: expect.stringMatching(/.+/) as string,
      });
    }
    expect(existsSync(join(folder, 'fox.png'))).toBe(false);
  });
});

describe('the size of a picture', () => {
  it('would catch sides that no model can paint, or a start picture that is stretched', () => {
    expect(sizeOf({}, 512)).toEqual({ width: 512, height: 512 });
    expect(sizeOf({ width: 640, height: 384 }, 512)).toEqual({ width: 640, height: 384 });
    expect(sizeOf({ width: 640 }, 512)).toEqual({ width: 640, height: 640 });
    const wide = sizeOf({}, 512, { width: 1920, height: 1080 });
    expect(wide).toEqual({ width: 680, height: 384 });
    expect(sizeOf({ height: 360 }, 512, { width: 1920, height: 1080 })).toEqual({ width: 640, height: 360 });
    expect(sizeOf({}, 512, { width: 20_000, height: 10 })).toEqual({ width: 2048, height: 64 });
  });
});
