/**
 * Captions as ffmpeg and libass burn them in. Golden frames are made with STORYLOOM_GOLDEN=write and looked at before they are
 * kept.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { burnIn } from '../../src/core/captions/burn-in.ts';
import { cardBurnIn } from '../../src/core/captions/card.ts';
import { fontsFor } from '../../src/core/captions/fonts.ts';
import type { BurnIn } from '../../src/core/captions/types.ts';
import { burnInFilter } from '../../src/core/media/burn-in.ts';
import { composeStage } from '../../src/core/render/compose.ts';
import { type BurnedStyle, captionLook } from '../../src/shared/captions/look.ts';
import type { CaptionWord } from '../../src/shared/captions/types.ts';
import { compose, sceneOf, useFilmLab } from '../helpers/film-lab.ts';
import { similarity } from '../helpers/golden.ts';

const lab = useFilmLab();
const GOLDEN = resolve(import.meta.dirname, '../fixtures/golden/captions');
const STYLES = ['classic', 'karaoke', 'word-box', 'picture-book'] as const satisfies readonly BurnedStyle[];
const SHAPES = { wide: { width: 480, height: 270 }, tall: { width: 270, height: 480 } } as const;
const FPS = 30;

const TEXT = 'The waves were as high as houses, and Ο μικρός βίδρας said: "Свет {1}!" \\N';
const WORDS: CaptionWord[] = TEXT.split(' ').map((text, index) => ({
  text,
  start: 0.2 + index * 0.3,
  end: 0.45 + index * 0.3,
  ...(index === 0 ? { opens: true as const } : {}),
}));
const fonts = fontsFor(TEXT, { cache: '/nowhere', folders: [] });

function captions(style: BurnedStyle, size: { width: number; height: number }): BurnIn {
  return burnIn({ style, words: WORDS, size, fps: FPS, frames: 200, fonts })!;
}

type Ground = (x: number, y: number) => readonly [red: number, green: number, blue: number];

/** RGB pixels of one moment of a film that shows nothing but `ground` and the captions. */
async function frameOf(
  burn: BurnIn,
  size: { width: number; height: number },
  seconds: number,
  ground: Ground,
  name = 'captions',
): Promise<Buffer> {
  const { width, height } = size;
  const pixels = Buffer.alloc(width * height * 3);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) pixels.set(ground(x, y), (y * width + x) * 3);
  }
  const assFile = join(lab.folder, `${name}.ass`);
  writeFileSync(assFile, burn.ass);
  const filters = [
    'scale=out_color_matrix=bt709:out_range=tv,format=yuv420p',
    `setpts=PTS+${String(seconds)}/TB`,
    burnInFilter({ assFile, fontsFolder: burn.fonts }),
    'scale=in_color_matrix=bt709:in_range=tv,format=rgb24',
  ].join(',');
  const { stdout } = await lab.tools.run(
    [
      ...[
        '-v',
        'error',
        '-f',
        'rawvideo',
        '-pixel_format',
        'rgb24',
        '-video_size',
        `${String(width)}x${String(height)}`,
      ],
      ...['-framerate', String(FPS), '-i', 'pipe:0', '-vf', filters, '-frames:v', '1', '-f', 'rawvideo', 'pipe:1'],
    ],
    {
      feed: (input) =>
        new Promise((done) => {
          input.write(pixels, () => {
            done();
          });
        }),
    },
  );
  return stdout;
}

const sky: Ground = (x, y) => [90 + ((x >> 2) % 60), 150 + Math.round(y / 5), 230 - Math.round(y / 4)];
const white: Ground = () => [255, 255, 255];
const black: Ground = () => [0, 0, 0];
const noise: Ground = (x, y) => {
  const value = ((x * 7919 + y * 104_729) ^ (x * y * 31)) & 0xffffff;
  return [value & 255, (value >> 8) & 255, (value >> 16) & 255];
};

/** WCAG 2.2, relative luminance and contrast ratio. */
function luminance(red: number, green: number, blue: number): number {
  const [r, g, b] = [red, green, blue].map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: number, b: number): number {
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

describe('captions in a film', () => {
  it.each(STYLES.flatMap((style) => (['wide', 'tall'] as const).map((shape) => [style, shape] as const)))(
    '%s, %s: looks as it did when somebody looked at it (SSIM >= 0.98)',
    async (style, shape) => {
      const size = SHAPES[shape];
      const frame = await frameOf(captions(style, size), size, 1.5, sky);
      await expectGolden(frame, size, `${style}-${shape}`);
    },
  );

  it.each(['title', 'closing'] as const)('%s card looks as it did', async (kind) => {
    const text = kind === 'title' ? 'The Otter Who Kept the Light' : 'The End';
    const burn = cardBurnIn({ kind, text, size: SHAPES.wide, fps: FPS, frames: 90, fonts })!;
    const frame = await frameOf(
      burn,
      SHAPES.wide,
      1.5,
      (x, y) => sky(x, y).map((value) => value >> 1) as unknown as readonly [number, number, number],
    );
    await expectGolden(frame, SHAPES.wide, `card-${kind}`);
  });

  it.each(STYLES.flatMap((style) => [white, black, noise].map((ground) => [style, ground.name, ground] as const)))(
    '%s over %s: every letter stands on a ground of 4.5:1',
    async (style, _name, ground) => {
      const size = { width: 960, height: 540 };
      const burn = captions(style, size);
      const [here, onBlack, onWhite] = await Promise.all([
        frameOf(burn, size, 1.5, ground, `${style}-here`),
        frameOf(burn, size, 1.5, black, `${style}-black`),
        frameOf(burn, size, 1.5, white, `${style}-white`),
      ]);
      const look = captionLook(style, size);
      for (const colour of new Set(style === 'word-box' ? [look.ink] : [look.ink, look.lit])) {
        const worst = worstContrast(here, [onBlack, onWhite], size, colour, look.em * 0.12);
        expect(worst.letters).toBeGreaterThan(style === 'karaoke' ? 100 : 300);
        expect(worst.ratio).toBeGreaterThanOrEqual(4.5);
      }
      if (style !== 'word-box') return;
      // The said word is dark on its box.
      const box = colours(here, (pixel) => distance(pixel, look.ground!.colour) < 40);
      expect(box).toBeGreaterThan(500);
      expect(contrast(luminance(...rgb(look.lit)), luminance(...rgb(look.ground!.colour)))).toBeGreaterThan(4.5);
    },
  );

  it('lights each word from the frame in which it is said', async () => {
    const size = { width: 480, height: 270 };
    const burn = captions('karaoke', size);
    const { lit } = captionLook('karaoke', size);
    const goldAt = async (seconds: number) => {
      const frame = await frameOf(burn, size, seconds, black);
      const columns: number[] = [];
      for (let at = 0; at < frame.length; at += 3) {
        if (distance([frame[at]!, frame[at + 1]!, frame[at + 2]!], lit) < 60) columns.push((at / 3) % size.width);
      }
      return columns.length === 0 ? undefined : columns.reduce((sum, column) => sum + column, 0) / columns.length;
    };
    expect(await goldAt(0.15)).toBeUndefined();
    const [the, waves, were] = [await goldAt(0.4), await goldAt(0.7), await goldAt(1)];
    expect(the!).toBeLessThan(waves!);
    expect(waves!).toBeLessThan(were!);
  });

  it('would catch an odd folder whose name breaks the filter, and a caption that changes nothing or the length', async () => {
    const size = { width: 160, height: 90 };
    const plain = sceneOf(lab, { motion: 'none' });
    const words = [{ text: 'Nib', start: 0, end: 0.3 }];
    const burn = burnIn({ style: 'classic', words, size, fps: 30, frames: 12, fonts })!;
    const name = "it's, [a] odd;folder: 100% \\N";
    const [with_, without] = [
      await compose(lab, name, { ...plain, captions: burn }),
      await compose(lab, 'plain', plain),
    ];
    expect(readFileSync(with_).equals(readFileSync(without))).toBe(false);
    const again = await compose(lab, 'again', { ...plain, captions: burn });
    expect(readFileSync(again).equals(readFileSync(with_))).toBe(true);
    expect(composeStage.identity(plain)).not.toHaveProperty('captions');
    const key = (captions: BurnIn) => JSON.stringify(composeStage.identity({ ...plain, captions }));
    expect(key(burn)).not.toBe(key({ ...burn, ass: `${burn.ass} ` }));
    expect(key(burn)).toBe(key({ ...burn, fonts: '/elsewhere' }));
  });
});

async function expectGolden(
  frame: Buffer,
  { width, height }: { width: number; height: number },
  name: string,
): Promise<void> {
  const golden = join(GOLDEN, `${name}.png`);
  const made = process.env['STORYLOOM_GOLDEN'] === 'write' ? golden : join(lab.folder, `${name}.png`);
  mkdirSync(GOLDEN, { recursive: true });
  await lab.tools.run(
    [
      ...[
        '-v',
        'error',
        '-y',
        '-f',
        'rawvideo',
        '-pixel_format',
        'rgb24',
        '-video_size',
        `${String(width)}x${String(height)}`,
      ],
      ...['-i', 'pipe:0', '-frames:v', '1', '-fflags', '+bitexact', '-flags', '+bitexact', made],
    ],
    {
      feed: (input) =>
        new Promise((done) => {
          input.write(frame, () => {
            done();
          });
        }),
    },
  );
  expect(await similarity(lab, made, golden)).toBeGreaterThanOrEqual(0.98);
}

type Pixel = readonly [red: number, green: number, blue: number];

function rgb(colour: string): Pixel {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16)) as unknown as Pixel;
}

function distance([r, g, b]: Pixel, colour: string): number {
  const [red, green, blue] = rgb(colour);
  return Math.max(Math.abs(r - red), Math.abs(g - green), Math.abs(b - blue));
}

function colours(frame: Buffer, fits: (pixel: Pixel) => boolean): number {
  let count = 0;
  for (let at = 0; at < frame.length; at += 3) if (fits([frame[at]!, frame[at + 1]!, frame[at + 2]!])) count += 1;
  return count;
}

/**
 * A letter's pixels are of its colour whatever is behind them. Each that has others around it must have a ground of enough
 * contrast within a stroke's width: its box or its outline. The worst of all but one in two hundred (where letters meet corners
 * of the chroma grid).
 */
function worstContrast(
  here: Buffer,
  [onBlack, onWhite]: readonly [Buffer, Buffer],
  { width, height }: { width: number; height: number },
  colour: string,
  reach: number,
): { readonly letters: number; readonly ratio: number } {
  const at = (frame: Buffer, place: number): Pixel => [frame[place * 3]!, frame[place * 3 + 1]!, frame[place * 3 + 2]!];
  const isInk = (place: number) =>
    distance(at(onBlack, place), colour) < 24 && distance(at(onWhite, place), colour) < 24;
  const around = Math.ceil(reach);
  const ratios: number[] = [];
  for (let y = around; y < height - around; y += 1) {
    for (let x = around; x < width - around; x += 1) {
      const place = y * width + x;
      if (!isInk(place)) continue;
      const own = luminance(...at(here, place));
      let best = 1;
      for (let dy = -around; dy <= around; dy += 1) {
        for (let dx = -around; dx <= around; dx += 1) {
          best = Math.max(best, contrast(own, luminance(...at(here, place + dy * width + dx))));
        }
      }
      ratios.push(best);
    }
  }
  ratios.sort((a, b) => a - b);
  return { letters: ratios.length, ratio: ratios[Math.floor(ratios.length / 200)] ?? 0 };
}
