import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openMediaTools } from '../../src/core/media/tools.ts';
import { decodeWarnings, soundSamples } from '../helpers/film-lab.ts';
import { film, scenes, useCliLab } from '../helpers/film-cli.ts';

const lab = useCliLab();
const WHO = ['fox', 'owl', 'bear', 'mouse', 'frog'];
const WHERE = ['ran up the hill', 'sat in the tall tree', 'slept', 'swam across the wide river'];
const FPS = 24;
const RATE = 48_000;
/** A breath before the first word: src/core/render/film/inputs.ts. */
const LEAD_IN = 0.4;

it('would catch sound that runs away from the pictures: 20 scenes, each word on its scene’s first frame', async () => {
  const texts = WHERE.flatMap((where) => WHO.map((who) => `The ${who} ${where}.`));
  const tools = await openMediaTools();
  const target = join(lab.folder, 'sync.mp4');
  const story = lab.story('sync.md', scenes(...texts));
  const more = ['--fps', String(FPS), '--motion', 'none'];
  const report = await film({ story, film: target, data: lab.data('sync'), more });
  expect(report.scenes).toBe(20);

  const { stdout } = await tools.run(['-v', 'error', '-i', `file:${target}`, '-f', 'ffmetadata', 'pipe:1']);
  const starts = chapterStarts(stdout.toString('utf8'));
  expect(starts).toHaveLength(20);
  const samples = await soundSamples({ tools, folder: lab.folder } as never, target);
  expect(Math.abs(samples.length / RATE - report.frames / FPS)).toBeLessThan(1 / FPS);
  starts.forEach((start, index) => {
    // MP4 keeps a chapter's beginning in whole milliseconds.
    const frame = start * FPS;
    expect(Math.abs(frame - Math.round(frame))).toBeLessThan(0.03);
    const expected = start + (index === 0 ? LEAD_IN : 0);
    // The pause before a scene is silent, and the tone begins within a frame of where the scene does.
    const from = Math.round((expected - 2 / FPS) * RATE);
    const quiet = samples.subarray(Math.max(0, from), Math.round((expected - 0.01) * RATE));
    expect(Math.max(0, ...quiet.map(Math.abs))).toBeLessThan(200);
    const onset = samples.subarray(Math.round((expected - 0.01) * RATE)).findIndex((sample) => Math.abs(sample) > 300);
    expect(onset / RATE - 0.01, `scene ${String(index + 1)}`).toBeLessThan(1 / FPS);
  });
  expect(await decodeWarnings({ tools, folder: lab.folder } as never, target)).toBe('');
}, 180_000);

/** Seconds, from ffmpeg's metadata format. */
function chapterStarts(metadata: string): number[] {
  return metadata
    .split('[CHAPTER]')
    .slice(1)
    .map((chapter) => {
      const [, over, under] = /TIMEBASE=(\d+)\/(\d+)/.exec(chapter)!;
      return (Number(/START=(\d+)/.exec(chapter)![1]) * Number(over)) / Number(under);
    });
}
