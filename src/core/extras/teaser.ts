import { stat, writeFile } from 'node:fs/promises';
import { teaserFrames, teaserGif, type TeaserArguments } from '../media/beside-arguments.ts';
import { encodeAnimation, RASTER_VERSION } from '../media/raster.ts';
import { bestShots } from './best-shots.ts';
import { NOTHING_TO_SAY, type ExtraMaker } from './maker.ts';
import type { FilmOutline } from './outline.ts';

/** Seconds of film in all, of so many scenes at most. */
const SECONDS = 7;
const CLIPS = 4;
/** Pixels of the longer side. */
const LONG_SIDE = 480;
/** What pages and messengers still take. */
const MOST_BYTES = 5_000_000;
/** Tried one after the other until it is small enough: the longer side, and frames a second. */
const STEPS = [
  [LONG_SIDE, 12],
  [LONG_SIDE, 8],
  [360, 8],
  [240, 8],
] as const;
const WEBP_QUALITY = 60;

export const gifMaker = teaserMaker(async (teaser, target, { tools, signal }) => {
  await tools.run(teaserGif({ ...teaser, output: target }), { signal });
});

export const webpMaker = teaserMaker(async (teaser, target, { tools, signal }) => {
  const { stdout } = await tools.run(teaserFrames(teaser), { signal });
  const { width, height, fps } = teaser;
  await writeFile(target, await encodeAnimation({ width, height, channels: 3, pixels: stdout }, fps, WEBP_QUALITY));
});

type Write = (teaser: TeaserArguments, target: string, context: Parameters<ExtraMaker['make']>[2]) => Promise<void>;

function teaserMaker(write: Write): ExtraMaker {
  return {
    version: 1,
    identity: (outline, { ffmpeg }) => ({
      film: outline.filmKey,
      clips: teaserClips(outline).map(({ start, seconds }) => [start, seconds]),
      ffmpeg: ffmpeg.version,
      raster: RASTER_VERSION,
    }),
    make: async (outline, target, context) => {
      for (const [side, fps] of STEPS) {
        await write(
          { film: outline.film, clips: teaserClips(outline), ...fitted(outline, side), fps },
          target,
          context,
        );
        if ((await stat(target)).size <= MOST_BYTES) break;
      }
      return NOTHING_TO_SAY;
    },
  };
}

/** From the middle of the scenes that show most: their figures are there, and no transition. A short film is shown whole. */
export function teaserClips(outline: FilmOutline): TeaserArguments['clips'] {
  const { fps, totalFrames } = outline;
  if (totalFrames / fps <= SECONDS) return [{ start: 0, seconds: totalFrames / fps }];
  const shots = bestShots(outline, CLIPS);
  const longest = SECONDS / shots.length;
  return shots.map(({ startFrame, frames }) => {
    // Whole frames, or a player's rounding would show one of the next scene.
    const length = Math.min(frames, Math.round(longest * fps));
    return { start: (startFrame + Math.floor((frames - length) / 2)) / fps, seconds: length / fps };
  });
}

function fitted({ size }: FilmOutline, longSide: number): { readonly width: number; readonly height: number } {
  const scale = longSide / Math.max(size.width, size.height);
  const even = (length: number): number => Math.round((length * scale) / 2) * 2;
  return { width: even(size.width), height: even(size.height) };
}
