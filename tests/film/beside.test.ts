/** What lies beside a film, and what is within it beside pictures and sound: one film with all of it, looked at from all sides. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { runTool } from '../../src/core/media/ffmpeg.ts';
import { describePicture } from '../../src/core/media/raster.ts';
import { openMediaTools, type MediaTools } from '../../src/core/media/tools.ts';
import { readWaveInfo } from '../../src/core/media/wave.ts';
import type { FilmReport } from '../../src/shared/film.ts';
import { runCli, startCli } from '../helpers/cli.ts';
import { dryRun, film, KITE, plannedIn, renderArguments, useCliLab, type RenderOptions } from '../helpers/film-cli.ts';
import { hasOtio, readOtio } from '../helpers/otio.ts';

const lab = useCliLab();
const FPS = 24;
const ALL = [
  '--fps',
  String(FPS),
  '--extras',
  'all',
  '--cover',
  '--soft-subtitles',
  '--title-card',
  '--transition',
  'dissolve',
];

interface Assets {
  readonly frames: number;
  readonly scenes: readonly {
    readonly id: string;
    readonly number?: number;
    readonly card?: true;
    readonly text: string;
    readonly startFrame: number;
    readonly frames: number;
    readonly picture: { readonly file: string };
    readonly narration: string;
    readonly words: string;
    readonly transitionFrames?: number;
    readonly captions: readonly { readonly start: number; readonly end: number; readonly lines: readonly string[] }[];
  }[];
}

let tools: MediaTools;
let options: RenderOptions;
let report: FilmReport;
let assets: Assets;

beforeAll(async () => {
  tools = await openMediaTools();
  mkdirSync(join(lab.folder, 'films'));
  const target = join(lab.folder, 'films', 'kite.mp4');
  options = { story: lab.story('kite.md', KITE), film: target, data: lab.data('beside'), more: ALL };
  report = await film(options);
  assets = JSON.parse(readFileSync(beside('-assets/project.json'), 'utf8')) as Assets;
}, 120_000);

function beside(ending: string): string {
  return join(lab.folder, 'films', `kite${ending}`);
}

async function probed(file: string, ...what: string[]): Promise<Record<string, unknown>> {
  const { stdout } = await runTool(tools.ffprobe!.path, ['-v', 'error', ...what, '-of', 'json', file]);
  return JSON.parse(stdout.toString()) as Record<string, unknown>;
}

const seconds = (clock: string): number => {
  const [hours = 0, minutes = 0, rest = 0] = clock.replace(',', '.').split(':').map(Number);
  return hours * 3600 + minutes * 60 + rest;
};

describe('what lies beside a film', () => {
  it('would catch something that was asked for and is not there, or is there half-made', () => {
    const names = [
      '.srt',
      '.vtt',
      '.wav',
      '.mp3',
      '.otio',
      '-assets',
      '.pdf',
      '-sheet.png',
      '-teaser.gif',
      '-teaser.webp',
    ];
    expect(report.extras).toEqual(names.map(beside));
    expect(readdirSync(join(lab.folder, 'films')).sort()).toEqual(
      ['kite.mp4', ...names.map((name) => `kite${name}`)].sort(),
    );
    expect(report.stages.find(({ stage }) => stage === 'extras')).toMatchObject({ made: 10, cached: 0 });
  });

  it('would catch captions that are not the author’s words, overlap, or go on after the film', () => {
    const cues = readFileSync(beside('.srt'), 'utf8').trim().split('\r\n\r\n');
    let last = 0;
    for (const [index, cue] of cues.entries()) {
      const [number, times, ...lines] = cue.split('\r\n');
      const [start, end] = times!.split(' --> ').map(seconds) as [number, number];
      expect(Number(number)).toBe(index + 1);
      expect(start).toBeGreaterThanOrEqual(last);
      expect(end).toBeGreaterThan(start);
      expect(lines.length).toBeLessThanOrEqual(2);
      for (const line of lines) expect(line.length).toBeLessThanOrEqual(42);
      last = end;
    }
    expect(last).toBeLessThanOrEqual(report.duration);
    const words = cues.flatMap((cue) => cue.split('\r\n').slice(2)).join(' ');
    const said = KITE.replace(/^# /, '').replaceAll('---', '').split(/\s+/u).filter(Boolean).join(' ');
    expect(words).toBe(said);
    expect(readFileSync(beside('.vtt'), 'utf8')).toMatch(/^WEBVTT\nLanguage: en\n\n00:00:/);
  });

  it('would catch narration that is longer or shorter than the film, so that its words drift in an editor', async () => {
    const { samples, sampleRate } = await readWaveInfo(beside('.wav'));
    expect([samples / sampleRate, sampleRate]).toEqual([report.duration, 48_000]);
    const { format } = (await probed(beside('.mp3'), '-show_format')) as { format: { duration: string; tags: object } };
    expect(Math.abs(Number(format.duration) - report.duration)).toBeLessThan(0.1);
    expect(format.tags).toMatchObject({ title: 'The Kite' });
  });

  it('would catch a folder of assets from which the film cannot be built again', async () => {
    const { scenes, frames } = assets;
    expect(scenes.map(({ number, card }) => number ?? card)).toEqual([true, 1, 2, 3]);
    expect(scenes.reduce((sum, scene) => sum + scene.frames, 0)).toBe(frames);
    let start = 0;
    for (const scene of scenes) {
      expect(scene.startFrame).toBe(start);
      start += scene.frames;
      const { samples, sampleRate } = await readWaveInfo(beside(`-assets/${scene.narration}`));
      expect(samples / sampleRate).toBeCloseTo(scene.frames / FPS, 9);
      expect(await describePicture(beside(`-assets/${scene.picture.file}`))).toMatchObject({
        format: 'png',
        width: 1440,
      });
      expect(readFileSync(beside(`-assets/${scene.words}`), 'utf8')).toBe(`${scene.text}\n`);
      expect(scene.captions.at(-1)!.end).toBeLessThanOrEqual(scene.frames / FPS);
    }
    expect(readdirSync(beside('-assets')).sort()).toEqual(
      [
        'project.json',
        'story.txt',
        ...[0, 1, 2, 3].flatMap((n) => ['png', 'txt', 'wav'].map((e) => `scene-00${String(n)}.${e}`)),
      ].sort(),
    );
    expect(readFileSync(beside('-assets/story.txt'), 'utf8')).toMatch(/^The Kite\n\nA girl named Mia/);
  });

  it.skipIf(!hasOtio)(
    'would catch a timeline that OpenTimelineIO’s own library reads otherwise than the film is (skipped without it: pip install opentimelineio)',
    () => {
      const { name, rate, duration, tracks, markers, schemas } = readOtio(beside('.otio'));
      expect([name, rate, duration]).toEqual(['The Kite', FPS, report.frames]);
      expect(tracks.map((track) => [track.name, track.kind])).toEqual([
        ['Pictures', 'Video'],
        ['Narration', 'Audio'],
      ]);
      const { scenes } = assets;
      const [pictures, narration] = tracks.map(({ items }) => items.filter(({ kind }) => kind !== 'Transition'));
      for (const [items, fileOf] of [
        [pictures!, (scene: Assets['scenes'][number]) => scene.picture.file],
        [narration!, (scene: Assets['scenes'][number]) => scene.narration],
      ] as const) {
        expect(items.map(({ start, duration: frames }) => [start, frames])).toEqual(
          scenes.map((scene) => [scene.startFrame, scene.frames]),
        );
        for (const [index, { url, available, visible }] of items.entries()) {
          expect(url).toBe(`kite-assets/${fileOf(scenes[index]!)}`);
          expect(existsSync(join(lab.folder, 'films', url!))).toBe(true);
          expect(visible![0]).toBeGreaterThanOrEqual(available![0]);
          expect(visible![0] + visible![1]).toBeLessThanOrEqual(available![0] + available![1]);
        }
      }
      const dissolves = tracks[0]!.items.filter(({ kind }) => kind === 'Transition');
      expect(dissolves.map((item) => item.duration)).toEqual(
        scenes.flatMap(({ transitionFrames }) => (transitionFrames === undefined ? [] : [transitionFrames])),
      );
      expect(dissolves).toHaveLength(3);
      const [chapters, captions] = ['GREEN', 'YELLOW'].map((colour) => markers.filter(({ color }) => color === colour));
      expect(chapters!.map(({ start }) => start)).toEqual(scenes.map(({ startFrame }) => startFrame));
      expect(captions).toHaveLength(scenes.flatMap((scene) => scene.captions).length);
      const own = new Set(readFileSync(beside('.otio'), 'utf8').match(/(?<="OTIO_SCHEMA": ")[^"]+/g));
      // Read and written again, every object is of the version that it was of: nothing was upgraded, downgraded or unknown.
      expect([...own].sort()).toEqual([...schemas].sort());
    },
  );

  it('would catch a picture book with a page too few, without its words, its title or its tags', () => {
    const pdf = readFileSync(beside('.pdf')).toString('latin1');
    expect(pdf).toMatch(/^%PDF-1\.7/);
    expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(4);
    expect(pdf.match(/\/S \/Figure/g)).toHaveLength(4);
    expect(pdf).toContain('/Marked true');
    expect(pdf).toMatch(/<dc:title>[^]*The Kite[^]*<\/dc:title>/);
    expect(pdf).toContain('/Lang (en)');
    // The words are letters of embedded fonts, not a picture of them.
    expect(pdf).toMatch(/\/FontFile2|\/FontFile3/);
    expect(pdf).toContain('/ToUnicode');
  });

  it('would catch a teaser that is too heavy, too long or stands still, or a sheet that lacks scenes', async () => {
    for (const ending of ['-teaser.gif', '-teaser.webp']) {
      const { size } = statSync(beside(ending));
      expect(size).toBeGreaterThan(50_000);
      expect(size).toBeLessThan(5_000_000);
      const { width, height, frames } = await describePicture(beside(ending));
      expect(width).toBe(480);
      expect(frames).toBeGreaterThan(70);
      expect(frames).toBeLessThan(100);
      expect(height === 270 || height === 270 * frames).toBe(true);
    }
    // It plays for ever: the application extension says so (GIF89a, NETSCAPE2.0, 0 rounds).
    const gif = readFileSync(beside('-teaser.gif'));
    expect(gif.readUInt16LE(gif.indexOf('NETSCAPE2.0') + 13)).toBe(0);
    const sheet = await describePicture(beside('-sheet.png'));
    expect(sheet).toMatchObject({ format: 'png', width: 2000 });
  });
});

describe('what is in a film beside pictures and sound', () => {
  it('would catch a cover that plays as the film, subtitles without their language, or lost chapters', async () => {
    const { streams, chapters } = (await probed(options.film, '-show_streams', '-show_chapters')) as {
      streams: {
        codec_type: string;
        codec_name: string;
        width?: number;
        tags?: object;
        disposition: Record<string, number>;
      }[];
      chapters: { tags: { title: string } }[];
    };
    const cover = streams.find(({ disposition }) => disposition['attached_pic'] === 1);
    expect(cover).toMatchObject({ codec_name: 'mjpeg', width: 1280 });
    const [video, ...others] = streams.filter(({ codec_type }) => codec_type === 'video');
    expect([video!.codec_name, others]).toEqual(['h264', [cover]]);
    expect(streams.find(({ codec_type }) => codec_type === 'subtitle')).toMatchObject({
      codec_name: 'mov_text',
      tags: { language: 'eng' },
    });
    expect(chapters[0]!.tags.title).toBe('The Kite');
    expect(chapters).toHaveLength(4);
    const { stdout } = await tools.run(['-v', 'error', '-i', options.film, '-map', '0:s', '-f', 'srt', 'pipe:1']);
    const words = (text: string): string =>
      text
        .replaceAll('\r', '')
        .replaceAll(/\d\d:[^\n]*|^\d+$/gm, '')
        .split(/\s+/)
        .join(' ');
    expect(words(stdout.toString())).toBe(words(readFileSync(beside('.srt'), 'utf8')));
  });

  it('would catch a cover or subtitles that cannot be left out again, or that change the pictures', async () => {
    const plain = join(lab.folder, 'plain.mp4');
    const without = ALL.filter((word) => !['--extras', 'all', '--cover', '--soft-subtitles'].includes(word));
    const made = await film({ ...options, film: plain, more: without });
    expect(made.stages.filter((stage) => stage.made > 0).map(({ stage }) => stage)).toEqual(['export']);
    const { streams } = (await probed(plain, '-show_streams')) as { streams: { codec_type: string }[] };
    expect(streams.map(({ codec_type }) => codec_type)).toEqual(['video', 'audio', 'data']);
    expect(made.extras).toEqual([]);
  });
});

describe('made again', () => {
  it('would catch what is the same written anew, or what was changed or deleted not made good', async () => {
    const before = new Map(report.extras.map((path) => [path, statSync(path).mtimeMs]));
    rmSync(beside('.pdf'));
    rmSync(beside('-assets/scene-002.png'));
    writeFileSync(beside('.srt'), 'my own words');
    writeFileSync(beside('-assets/notes.txt'), 'mine');
    expect(plannedIn(await dryRun(options))).toEqual(['extras: assets', 'extras: pdf', 'extras: srt']);
    const again = await film(options);
    expect(again.stages.find(({ stage }) => stage === 'extras')).toMatchObject({ made: 3, cached: 7 });
    for (const path of report.extras.filter((each) => !/srt|pdf|assets/.test(each))) {
      expect(statSync(path).mtimeMs).toBe(before.get(path));
    }
    expect(readFileSync(beside('.kept-1.srt'), 'utf8')).toBe('my own words');
    expect(readFileSync(beside('.srt'), 'utf8')).toMatch(/^1\r\n/);
    expect(readFileSync(beside('-assets/notes.txt'), 'utf8')).toBe('mine');
    expect(existsSync(beside('-assets/scene-002.png'))).toBe(true);
    expect(again.notices).toContainEqual(
      `${beside('.srt')} was not as Storyloom wrote it: it is kept as kite.kept-1.srt.`,
    );
    const third = await film(options);
    expect(third.stages.find(({ stage }) => stage === 'extras')).toMatchObject({ made: 0 });
    expect(third.seconds).toBeLessThan(5);
  });

  it('would catch scenes of a longer story left among the assets of a shorter one', async () => {
    const story = lab.story('shorter.md', `${KITE}\n---\n\nAn owl sat in a tree.\n`);
    const target = join(lab.folder, 'shorter', 'film.mp4');
    const more = ['--fps', String(FPS), '--extras', 'assets'];
    const make = () => film({ story, film: target, data: options.data, more });
    await make();
    expect(existsSync(join(lab.folder, 'shorter', 'film-assets', 'scene-004.png'))).toBe(true);
    writeFileSync(story, KITE);
    await make();
    const names = readdirSync(join(lab.folder, 'shorter', 'film-assets'));
    expect(names.filter((name) => name.startsWith('scene-004'))).toEqual([]);
    expect(names.filter((name) => name.startsWith('scene-003'))).toHaveLength(3);
  });

  it('would catch files that differ from one computer to the next, or what a kill has left lying about', async () => {
    const target = join(lab.folder, 'again', 'kite.mp4');
    mkdirSync(join(lab.folder, 'again', '.kite-assets.0123456789ab.part'), { recursive: true });
    writeFileSync(join(lab.folder, 'again', '.kite.pdf.0123456789ab.part'), 'half');
    const other = await film({ ...options, film: target, data: lab.data('elsewhere') });
    expect(readdirSync(join(lab.folder, 'again')).filter((name) => name.startsWith('.'))).toEqual([]);
    const digest = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex');
    for (const [index, path] of other.extras.entries()) {
      if (path.endsWith('-assets')) continue;
      expect([path, digest(path)]).toEqual([path, digest(report.extras[index]!)]);
    }
    for (const name of readdirSync(join(lab.folder, 'again', 'kite-assets'))) {
      expect([name, digest(join(lab.folder, 'again', 'kite-assets', name))]).toEqual([
        name,
        digest(beside(`-assets/${name}`)),
      ]);
    }
  });

  it('would catch a kill -9 that leaves half of something under its own name, or copies of our own work', async () => {
    const folder = join(lab.folder, 'killed');
    const again = { ...options, film: join(folder, 'kite.mp4') };
    const isWhole = (name: string): boolean =>
      readFileSync(join(folder, name)).equals(readFileSync(join(lab.folder, 'films', name)));
    const listed = (): string[] =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => !/(^|[/\\])\.|assets$/.test(name));
    for (const wait of [0, 60, 150, 300, 500, 900]) {
      const { child, done } = startCli(renderArguments(again), again);
      let said = '';
      child.stdout!.on('data', (text: Buffer) => (said += text.toString()));
      while (!said.includes('"stage":"extras"') && child.exitCode === null) await delay(5);
      await delay(wait);
      child.kill('SIGKILL');
      await done;
      expect(listed().filter((name) => !isWhole(name))).toEqual([]);
    }
    await film(again);
    expect(readdirSync(folder).sort()).toEqual(['kite.mp4', ...report.extras.map((path) => basename(path))].sort());
    expect(listed().filter((name) => !isWhole(name))).toEqual([]);
  });

  it('would catch the music that a film is made with overwritten by what goes beside it', async () => {
    const folder = join(lab.folder, 'own');
    mkdirSync(folder);
    writeFileSync(join(folder, 'film.wav'), readFileSync(beside('.wav')));
    const args = ['render', options.story, '-o', join(folder, 'film.mp4'), '--narrator', 'tone', '--extras', 'wav'];
    const said = await runCli([...args, '--music', join(folder, 'film.wav')], { data: options.data });
    expect([said.code, said.stdout]).toEqual([64, '']);
    expect(said.stderr).toMatch(/film\.wav is what the film is made from[^]*Next step: /);
    expect(readdirSync(folder)).toEqual(['film.wav']);
  });
});
