import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BenchRow } from '../../shared/bench.ts';
import { burnIn } from '../captions/burn-in.ts';
import { fontsFor } from '../captions/fonts.ts';
import type { BurnIn } from '../captions/types.ts';
import type { BenchContext } from './bench.ts';
import { type ComposeLab, filtered, FPS, FRAME, ours, perspective, zoompan } from './compose-lab.ts';
import { drawInLayers, drawPicture } from './compose-pictures.ts';
import { measureShaking } from './smoothness.ts';

const UNIT = 'x real time';
/** Of a scene, and of what is slower than that. */
const SECONDS = 8;
const SHORT = 4;

/**
 * How fast scenes become film at 1080p and 30 frames a second: ours, beside x264's `medium` and beside ffmpeg's own ways to
 * move a picture, all in the same run and on the same picture; and how evenly they move.
 */
export async function benchCompose({ workplace, signal }: BenchContext): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'storyloom-bench-'));
  try {
    const lab = { tools: await workplace.media(), pool: workplace.pool(), folder, signal };
    return [...(await benchMoving(lab)), ...(await benchParallax(lab)), await benchShaking(lab)];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function benchMoving(lab: ComposeLab): Promise<BenchRow[]> {
  const picture = await drawPicture(lab);
  // The first scene starts the thread.
  await ours(lab, { picture, motion: 'gentle', seconds: 1 });
  const moving = await ours(lab, { picture, motion: 'gentle', seconds: SECONDS });
  const still = await ours(lab, { picture, motion: 'none', seconds: SECONDS });
  const captions = captionsFor(SECONDS, lab.folder);
  const captioned = await ours(lab, { picture, motion: 'gentle', seconds: SECONDS, captions });
  const medium = await ours(lab, { picture, motion: 'gentle', seconds: SHORT, preset: 'medium' });
  const panned = await filtered(lab, picture, zoompan, SHORT);
  const bent = await filtered(lab, picture, perspective, SHORT);
  const rows = besides('Compose 1080p, moving, ultrafast', moving);
  return [
    { ...rows('the same with medium', medium), goal: '>= 5x real time, >= 3x medium' },
    rows('ffmpeg zoompan, which jumps by whole pixels', panned),
    rows('ffmpeg perspective, smooth', bent),
    besides('Compose 1080p, moving, with karaoke captions', captioned)('without', moving),
    { name: 'Compose 1080p, still, ultrafast', value: still, unit: UNIT },
  ];
}

async function benchParallax(lab: ComposeLab): Promise<BenchRow[]> {
  const picture = await drawInLayers(lab);
  const parallax = await ours(lab, { picture, motion: 'parallax', seconds: SECONDS });
  const flat = await ours(lab, { picture, motion: 'gentle', seconds: SECONDS });
  const panned = await filtered(lab, picture, zoompan, SHORT);
  const bent = await filtered(lab, picture, perspective, SHORT);
  const rows = besides('Compose 1080p, a drawing in layers with clouds and rain', parallax);
  return [
    { ...rows('the same in one piece', flat), goal: '>= 3x real time' },
    rows('ffmpeg zoompan on it in one piece', panned),
    rows('ffmpeg perspective on it in one piece', bent),
  ];
}

async function benchShaking(lab: ComposeLab): Promise<BenchRow> {
  const shaking = await measureShaking(lab);
  return {
    name: 'A moving dot shakes (mean second difference)',
    value: shaking.ours,
    unit: 'px/frame²',
    baseline: { name: 'ffmpeg zoompan', value: shaking.zoompan },
    ratio: shaking.zoompan / shaking.ours,
    goal: '<= 0.05 px/frame²',
  };
}

/** Rows of one figure beside others. */
function besides(name: string, value: number) {
  return (baseline: string, other: number): BenchRow => ({
    ...{ name, value, unit: UNIT },
    baseline: { name: baseline, value: other },
    ratio: value / other,
  });
}

/** A word after the other for so many seconds, three a second, each lit as it is said. */
function captionsFor(seconds: number, cache: string): BurnIn | undefined {
  const text = 'Once upon a time, there was a small lamp that would not go out.'.split(' ');
  const words = Array.from({ length: seconds * 3 }, (_, index) => ({
    ...{ text: text[index % text.length]!, start: index / 3, end: (index + 0.9) / 3 },
  }));
  const fonts = fontsFor(text.join(' '), { cache });
  return burnIn({ style: 'karaoke', words, size: FRAME, fps: FPS, frames: seconds * FPS, fonts });
}
