import { statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { probeMedia } from '../../src/core/media/probe.ts';
import { openMediaTools, type MediaTools } from '../../src/core/media/tools.ts';
import type { FilmReport } from '../../src/shared/film.ts';
import { decodeWarnings, soundSamples } from '../helpers/film-lab.ts';
import { runCli } from '../helpers/cli.ts';
import { eventsOf, film, KITE, renderArguments, scenes, useCliLab } from '../helpers/film-cli.ts';

const lab = useCliLab();
let tools: MediaTools;

beforeAll(async () => {
  tools = await openMediaTools();
});

describe('a film made by the command line', () => {
  it.each([
    ['720p', 1280, 720, 25],
    ['1080p', 1920, 1080, 30],
  ] as const)('would catch a film of another kind than was asked for: %s', async (size, width, height, fps) => {
    const story = lab.story(`${size}.md`, scenes('A fox ran up the green hill.', 'An owl sat in a tree.'));
    const target = join(lab.folder, size, 'new folder', 'fox & owl.mp4');
    const more = ['--size', size, '--fps', String(fps)];
    const report = await film({ story, film: target, data: lab.data(size), more });
    expect(report).toMatchObject({ title: 'The Kite', film: target, bytes: statSync(target).size });
    expect(report.duration).toBeCloseTo(report.frames / fps, 9);

    const facts = await probeMedia(tools, target);
    expect(facts).toMatchObject({ title: 'The Kite', chapters: report.scenes });
    // The third is the chapters' own track.
    expect(facts.streams.map(({ kind }) => kind)).toEqual(['video', 'audio', 'other']);
    const [video, audio] = facts.streams;
    expect(video).toMatchObject({ kind: 'video', codec: 'h264', width, height, fps, pixelFormat: 'yuv420p' });
    expect(video).toMatchObject({ frames: report.frames, startSeconds: 0 });
    expect(audio).toMatchObject({ kind: 'audio', codec: 'aac', sampleRate: 48_000, startSeconds: 0 });
    expect(Math.abs(video!.seconds! - audio!.seconds!)).toBeLessThan(1 / fps);
    expect(await decodeWarnings({ tools, folder: lab.folder } as never, target)).toBe('');
    const samples = await soundSamples({ tools, folder: lab.folder } as never, target);
    const loudest = samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
    // The tone is at 18 % of full scale: neither silent nor clipped.
    expect(loudest).toBeGreaterThan(3000);
    expect(loudest).toBeLessThan(12_000);
  });

  it('would catch progress that falls, floods, never ends at 1, or anything but JSON on stdout', async () => {
    const story = lab.story('events.md', KITE);
    const options = { story, film: join(lab.folder, 'events.mp4'), data: lab.data('events') };
    const { code, stdout, stderr } = await runCli(renderArguments(options), options);
    expect(code).toBe(0);
    expect(stderr).toBe('');
    const events = eventsOf(stdout);
    expect(events.filter(({ type }) => !['progress', 'note', 'result'].includes(type))).toEqual([]);
    expect(events.at(-1)!.type).toBe('result');
    const progress = events.filter(({ type }) => type === 'progress');
    const values = progress.flatMap(({ value }) => (typeof value === 'number' ? [value] : []));
    expect([...values].sort((a, b) => a - b)).toEqual(values);
    expect(values.at(-1)).toBe(1);
    expect(values.filter((value) => value === 1)).toHaveLength(1);
    expect(Math.min(...values)).toBeGreaterThanOrEqual(0);
    expect(new Set(progress.map(({ stage }) => stage))).toEqual(
      new Set(['narrate', 'illustrate', 'compose', 'mix', 'export', 'done']),
    );
    const report = events.at(-1) as unknown as FilmReport;
    // Ten a second, and twice that for the moments in which stages change places.
    expect(progress.length).toBeLessThan(10 + 20 * report.seconds);

    const plain = await runCli(
      renderArguments(options).filter((word) => word !== '--json'),
      options,
    );
    expect(plain.code).toBe(0);
    expect(plain.stdout + plain.stderr).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f]/);
    expect(plain.stdout.trim().split('\n').at(-1)).toBe(options.film);
  });
});
