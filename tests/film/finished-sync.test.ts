/** Sound and picture of a hundred scenes that come in by every transition in turn. */
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { runTool } from '../../src/core/media/ffmpeg.ts';
import { openMediaTools } from '../../src/core/media/tools.ts';
import { TRANSITIONS } from '../../src/shared/story.ts';
import { decodeWarnings, soundSamples } from '../helpers/film-lab.ts';
import { film, useCliLab } from '../helpers/film-cli.ts';

const lab = useCliLab();
const [SCENES, FPS, RATE] = [100, 24, 48_000];
/** Before the first word of the film, which is the card's; and the closing card: src/core/render/film/cards.ts. */
const [TITLE_IN, CLOSING] = [0.7, 3];
/** One light and one dark, so that each frame tells which scene it is of. */
const PLACES = [
  { text: 'Snow lay on the hill.', setting: 'snow', time: 'day' },
  { text: 'It was dark outside.', setting: 'cave', time: 'night' },
] as const;

it('would catch drift under transitions: 100 scenes, each with its first word and its picture on its first frame', async () => {
  const scenes = Array.from({ length: SCENES }, (_, index) => ({
    ...PLACES[index % 2]!,
    ...{ transition: TRANSITIONS[index % TRANSITIONS.length]!, pauseAfter: 0.55 + (index % 7) * 0.0331 },
  }));
  const story = lab.story('drift.json', JSON.stringify({ storyloom: 1, title: 'The Drift', scenes }));
  const target = join(lab.folder, 'drift.mp4');
  const cards = ['--title-card', '--closing-card', '--captions', 'classic'];
  const more = ['--fps', String(FPS), '--motion', 'none', '--crf', '40', ...cards];
  const report = await film({ story, film: target, data: lab.data('drift'), more });
  expect(report.scenes).toBe(SCENES);

  const tools = await openMediaTools();
  const { stdout } = await tools.run(['-v', 'error', '-i', `file:${target}`, '-f', 'ffmetadata', 'pipe:1']);
  const starts = [...stdout.toString('utf8').matchAll(/\[CHAPTER\]\nTIMEBASE=1\/(\d+)\nSTART=(\d+)/gu)].map(
    ([, under, start]) => Number(start) / Number(under),
  );
  expect(starts).toHaveLength(SCENES + 2);
  const [, ...scene] = starts;
  expect(report.frames / FPS - scene.at(-1)!).toBeCloseTo(CLOSING, 1);

  const samples = await soundSamples({ tools, folder: lab.folder } as never, target);
  expect(Math.abs(samples.length / RATE - report.frames / FPS)).toBeLessThan(1 / FPS);
  for (const [index, start] of [TITLE_IN, ...scene.slice(0, SCENES)].entries()) {
    const from = samples.subarray(Math.round((start - 0.05) * RATE));
    const onset = from.findIndex((sample) => Math.abs(sample) > 300) / RATE - 0.05;
    expect(Math.abs(onset), `first word of unit ${String(index)}`).toBeLessThan(1 / FPS);
  }

  // One grey pixel a frame: how light it is.
  const look = ['-v', 'error', '-nostdin', '-i', `file:${target}`, '-map', '0:v:0', '-fps_mode', 'passthrough'];
  const grey = [...look, '-vf', 'scale=1:1:flags=area,format=gray', '-f', 'rawvideo', 'pipe:1'];
  const light = (await runTool(tools.ffmpeg.path, grey)).stdout;
  expect(light).toHaveLength(report.frames);
  const frameOf = (index: number): number => Math.round(scene[index]! * FPS);
  const own = [0, 1].map((kind) => light[frameOf(kind) + 12]!);
  expect(Math.abs(own[0]! - own[1]!)).toBeGreaterThan(60);
  for (let index = 1; index < SCENES; index += 1) {
    const frame = frameOf(index);
    const [mine, before] = [own[index % 2]!, own[(index + 1) % 2]!];
    const how = `${TRANSITIONS[(index - 1) % TRANSITIONS.length]!} into scene ${String(index + 1)}`;
    // From its first frame on nothing is left of the scene before, which was whole a second ago.
    expect(Math.abs(light[frame]! - mine), how).toBeLessThan(6);
    expect(Math.abs(light[frame - FPS]! - before), how).toBeLessThan(12);
    const isCut = how.startsWith('cut');
    if (isCut) expect(Math.abs(light[frame - 1]! - before), how).toBeLessThan(12);
    else expect(Math.abs(light[frame - 1]! - before), how).toBeGreaterThan(12);
  }
  expect(await decodeWarnings({ tools, folder: lab.folder } as never, target)).toBe('');
}, 300_000);
