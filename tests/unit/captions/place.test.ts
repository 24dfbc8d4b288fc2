import { describe, expect, it } from 'vitest';
import { burnIn } from '../../../src/core/captions/burn-in.ts';
import { fontsFor } from '../../../src/core/captions/fonts.ts';
import { covered, type FrameBox, placeBlocks } from '../../../src/core/captions/place.ts';
import { type BurnedStyle, captionLook } from '../../../src/shared/captions/look.ts';
import type { CaptionWord } from '../../../src/shared/captions/types.ts';

const FRAME = { width: 1280, height: 720 };
const LOOK = captionLook('classic', FRAME);
const BLOCK = { width: 600, height: 90, start: 0, end: 2 };
const head = (x: number, y: number): FrameBox => ({ x, y, width: 0.12, height: 0.2 });
const place = (...heads: FrameBox[]) => placeBlocks([BLOCK], { look: LOOK, frame: FRAME, heads: () => heads })[0]!;

describe('placeBlocks', () => {
  it('would catch a caption over a face: it goes to the top, or between', () => {
    expect(place()).toBeGreaterThan(550);
    expect(place(head(0.45, 0.75))).toBeLessThan(60);
    const between = place(head(0.45, 0.75), head(0.4, 0.02));
    expect(between).toBeGreaterThan(150);
    expect(between).toBeLessThan(550);
    // Beside the caption is not under it.
    expect(place(head(0.02, 0.78))).toBeGreaterThan(550);
  });

  it('would catch captions that jump to and fro: one band for all of a scene, if one is free', () => {
    const heads = (seconds: number) => (seconds > 3 ? [head(0.45, 0.75)] : []);
    const blocks = [BLOCK, { ...BLOCK, start: 4, end: 6 }];
    expect(new Set(placeBlocks(blocks, { look: LOOK, frame: FRAME, heads })).size).toBe(1);
  });

  it('would catch a frame in which everybody is everywhere: the least is covered', () => {
    const crowd = [0, 0.2, 0.4, 0.6, 0.8].map((y) => head(0.3, y));
    const top = place(...crowd, head(0.45, 0.8));
    const box = { x: 340 / 1280, y: top / 720, width: 600 / 1280, height: 90 / 720 };
    expect(covered(box, crowd)).toBeLessThan(1);
  });
});

const SHAPES = [
  { width: 1920, height: 1080 },
  { width: 1080, height: 1920 },
  { width: 1080, height: 1080 },
  { width: 864, height: 1080 },
];
const WORDS: CaptionWord[] =
  'The waves were as high as houses, and the wind howled like a wolf WWWWWWWWWWWWWWWWWWWWWWWW!'
    .split(' ')
    .map((text, index) => ({ text, start: index * 0.3, end: index * 0.3 + 0.3 }));

describe('burnIn', () => {
  it.each(['classic', 'karaoke', 'word-box'] as const)('%s stays 5 %% off the edges of every shape', (style) => {
    for (const size of SHAPES) {
      const look = captionLook(style, size);
      expect(look.margin.bottom).toBeGreaterThanOrEqual(size.height * 0.05);
      expect(look.margin.top).toBeGreaterThanOrEqual(size.height * 0.05);
      expect(look.room).toBeLessThanOrEqual(size.width * 0.9);
    }
  });

  it.each(['classic', 'karaoke', 'word-box', 'picture-book'] as const satisfies readonly BurnedStyle[])(
    '%s: the same words give the same document, none of them beyond the scene',
    (style) => {
      const request = {
        style,
        words: WORDS,
        size: FRAME,
        fps: 30,
        frames: 90,
        fonts: fontsFor('', { cache: '/none' }),
      };
      const first = burnIn(request)!;
      expect(burnIn(request)).toEqual(first);
      const ends = [...first.ass.matchAll(/^Dialogue: \d+,[^,]+,0:00:(\d\d\.\d\d)/gmu)].map(([, end]) => Number(end));
      expect(Math.max(...ends)).toBeLessThanOrEqual(3);
      expect(burnIn({ ...request, words: [] })).toBeUndefined();
    },
  );
});
