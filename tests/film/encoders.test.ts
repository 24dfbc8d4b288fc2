import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { proveEncoder } from '../../src/core/media/encoders/proofs.ts';
import { encode, whyEncoderFailed } from '../../src/core/media/encoders/encode.ts';
import { probeMedia } from '../../src/core/media/probe.ts';
import { openMediaTools } from '../../src/core/media/tools.ts';
import { exportFilm } from '../../src/core/render/export.ts';
import { mixStage } from '../../src/core/render/mix.ts';
import { CODECS } from '../../src/shared/film.ts';
import { CARD_DEVICE, CARD_REASON, cardFfmpeg } from '../helpers/card-ffmpeg.ts';
import { runCli } from '../helpers/cli.ts';
import { eventsOf, film, KITE, renderArguments, useCliLab } from '../helpers/film-cli.ts';
import { compose, decodeWarnings, greyFrames, sceneOf, stageContext, useFilmLab } from '../helpers/film-lab.ts';

const lab = useFilmLab();
const cli = useCliLab();
const NVENC = ['--encoder', 'nvenc', '--size', '720p'];

describe('every codec', () => {
  it.each(CODECS)(
    'would catch %s scenes that do not join: of one frame and of many, exactly as they were, from any key frame on',
    async (codec) => {
      const encoder = { preset: 'ultrafast', crf: 23, codec, encoder: 'software' } as const;
      const lengths = [40, 1, 170, 2];
      const segments: string[] = [];
      for (const [index, frames] of lengths.entries()) {
        const scene = sceneOf(lab, { encoder, frames, seed: index + 1 });
        segments.push(await compose(lab, `${codec}-${String(index)}`, scene));
        if (index > 0) continue;
        const again = await compose(lab, `${codec}-again`, scene);
        expect(readFileSync(again).equals(readFileSync(segments[0]!))).toBe(true);
      }
      const totalFrames = lengths.reduce((sum, frames) => sum + frames, 0);
      const directory = join(lab.folder, `${codec}-sound`);
      const sound = { chunks: [], sampleRate: 24_000, totalSamples: totalFrames * 800, tools: lab.tools };
      const { compressed } = await mixStage.run(sound, stageContext(directory));
      const target = join(lab.folder, `${codec}.mp4`);
      await exportFilm({
        ...{ segments, sound: join(directory, compressed), totalFrames, fps: 30, title: 'Joined', comment: '' },
        ...{ chapters: [], language: 'eng', target, tools: lab.tools },
      });

      const facts = await probeMedia(lab.tools, target);
      expect(facts.streams[0]).toMatchObject({ codec: codec === 'h265' ? 'hevc' : codec, pixelFormat: 'yuv420p' });
      expect(facts.streams[0]).toMatchObject({ frames: totalFrames, startSeconds: 0 });
      expect(facts.streams[0]!.seconds).toBeCloseTo(totalFrames / 30, 3);
      expect(await decodeWarnings(lab, target)).toBe('');
      const size = { width: 160, height: 90 };
      const joined = await greyFrames(lab, target, size);
      const single = (await Promise.all(segments.map((segment) => greyFrames(lab, segment, size)))).flat();
      expect(joined).toHaveLength(totalFrames);
      expect(joined.every((frame, index) => frame.equals(single[index]!))).toBe(true);
      // A jump to a key frame within the last scene: what follows needs nothing from before.
      const { stdout } = await lab.tools.run([
        ...['-v', 'error', '-nostdin', '-ss', String((41 + 150) / 30), '-i', target, '-map', '0:v', '-frames:v', '1'],
        ...['-f', 'rawvideo', '-pix_fmt', 'gray', 'pipe:1'],
      ]);
      expect(stdout.equals(joined[41 + 150]!)).toBe(true);
      if (codec === 'h265') expect(readFileSync(target).includes('hvc1')).toBe(true);
    },
  );

  it('would catch an ffmpeg without x265 that is believed, or another ffmpeg by whose proof is gone', async () => {
    const kept = new Map<string, unknown>();
    const memory = { get: (key: string) => kept.get(key), set: (key: string, value: unknown) => kept.set(key, value) };
    const place = { tools: lab.tools, machine: 'this', memory };
    const size = { width: 320, height: 180 };
    const h265 = { codec: 'h265', encoder: 'software' } as const;
    expect(await proveEncoder(place, h265, size)).toEqual({ works: true });
    const encoders = new Set([...lab.tools.capabilities.encoders].filter((name) => name !== 'libx265'));
    const poor = { ...lab.tools, capabilities: { ...lab.tools.capabilities, encoders } };
    // The same program and version: what was found stays, until it is asked for again.
    expect(await proveEncoder({ ...place, tools: poor }, h265, size)).toEqual({ works: true });
    const lost = { works: false, reason: 'this ffmpeg has no such encoder' };
    expect(await proveEncoder({ ...place, tools: poor }, h265, size, { again: true })).toEqual(lost);
    const newer = { ...lab.tools, ffmpeg: { ...lab.tools.ffmpeg, version: '99' } };
    expect(await proveEncoder({ ...place, tools: newer }, h265, size)).toEqual({ works: true });
  });
});

describe.skipIf(process.platform === 'win32')('a graphics card that encodes', () => {
  it('would catch one that is not tried, is tried for every film, or whose film has other frames than were drawn', async () => {
    const ffmpeg = cardFfmpeg(lab.folder, 'good', lab.tools.ffmpeg.path);
    const data = cli.data('good');
    const story = cli.story('good.md', KITE);
    const options = { story, data, more: NVENC, env: { STORYLOOM_FFMPEG: ffmpeg.path } };
    const report = await film({ ...options, film: join(lab.folder, 'good.mp4') });
    expect(report.notices.filter((notice) => notice.includes('NVENC'))).toEqual([]);
    const [video] = (await probeMedia(lab.tools, report.film)).streams;
    expect(video).toMatchObject({ frames: report.frames });
    expect(await decodeWarnings(lab, report.film)).toBe('');
    // Two frames, and two more to learn the card's name; then the three scenes.
    expect(ffmpeg.encodes().slice(0, 2)).toEqual([2, 2]);
    expect(ffmpeg.encodes()).toHaveLength(5);
    await film({ ...options, film: join(lab.folder, 'good-again.mp4') });
    expect(ffmpeg.encodes()).toHaveLength(5);
  });

  it('would catch a film of two encoders, or none, when the card fails at a scene; and a report that does not say so', async () => {
    const ffmpeg = cardFfmpeg(lab.folder, 'fails', lab.tools.ffmpeg.path, { fails: 2 });
    const story = cli.story('fails.md', KITE);
    const env = { STORYLOOM_FFMPEG: ffmpeg.path };
    const target = join(lab.folder, 'fails.mp4');
    const options = { story, film: target, data: cli.data('fails'), more: NVENC, env };
    const { code, stdout } = await runCli(renderArguments(options), options);
    expect(code).toBe(0);
    const events = eventsOf(stdout);
    const values = events.flatMap(({ value }) => (typeof value === 'number' ? [value] : []));
    expect([...values].sort((a, b) => a - b)).toEqual(values);
    const { notices } = events.at(-1) as unknown as { readonly notices: string[] };
    expect(notices.filter((notice) => notice.includes('NVENC'))).toEqual([
      expect.stringMatching(/^H\.264 by NVENC failed at scene [123] \(/),
    ]);
    expect(notices.join()).toContain(`(${CARD_REASON}): the whole film was encoded as H.264 by software.`);
    // The very film of software: no segment is the card's.
    const data = cli.data('software');
    const software = await film({ story, film: join(lab.folder, 'software.mp4'), data, more: ['--size', '720p'], env });
    expect(readFileSync(target).equals(readFileSync(software.film))).toBe(true);
  });

  it('would catch an encoder that does not work and is used all the same, or is silently replaced', async () => {
    const story = cli.story('none.md', KITE);
    const target = join(lab.folder, 'none.mp4');
    const options = { story, film: target, data: cli.data('none'), more: ['--encoder', 'amf', '--codec', 'h265'] };
    const asked = renderArguments({ ...options, more: [...options.more, '--size', '720p'] });
    const { stdout: plan } = await runCli([...asked, '--dry-run'], options);
    const said = expect.stringMatching(
      /^H\.265 by AMF does not work on this computer \(.+\): the film is encoded as H\.265 by software\.$/,
    );
    expect(eventsOf(plan).at(-1)).toMatchObject({ notices: expect.arrayContaining([said]) as unknown });
    const { stdout } = await runCli(asked, options);
    const events = eventsOf(stdout);
    // Before the work, and in the report.
    expect(events.findIndex(({ type }) => type === 'note')).toBeLessThan(
      events.findIndex(({ stage }) => stage === 'compose'),
    );
    expect(events.find(({ type }) => type === 'note')).toMatchObject({ message: said });
    expect(events.at(-1)).toMatchObject({ notices: expect.arrayContaining([said]) as unknown });
    expect((await probeMedia(lab.tools, target)).streams[0]).toMatchObject({ codec: 'hevc' });
  });

  it('would catch a driver that hangs and holds up the film, and a failure of software that is taken for a card’s', async () => {
    const hanging = await openMediaTools({
      ffmpeg: cardFfmpeg(lab.folder, 'hangs', lab.tools.ffmpeg.path, { hangs: true }).path,
    });
    const kept = new Map<string, unknown>();
    const memory = { get: (key: string) => kept.get(key), set: (key: string, value: unknown) => kept.set(key, value) };
    const place = { tools: hanging, machine: 'this', memory };
    const size = { width: 320, height: 180 };
    const nvenc = { codec: 'h264', encoder: 'nvenc' } as const;
    expect(await proveEncoder(place, nvenc, size, { patienceMs: 500 })).toEqual({
      works: false,
      reason: 'no answer within 0.5 s',
    });
    expect(kept.size).toBe(0);
    const cancel = new AbortController();
    setTimeout(() => cancel.abort(), 300);
    await expect(proveEncoder(place, nvenc, size, { signal: cancel.signal })).rejects.toThrow('Cancelled.');

    const broken = cardFfmpeg(lab.folder, 'broken', lab.tools.ffmpeg.path, { fails: 1, softwareFails: true });
    const tools = await openMediaTools({ ffmpeg: broken.path });
    const segment = {
      size,
      fps: 30,
      frames: 3,
      preset: 'ultrafast',
      crf: 23,
      output: join(lab.folder, 'x.mp4'),
    } as const;
    const hooks = {
      signal: undefined,
      feed: (input: NodeJS.WritableStream) =>
        new Promise<void>((resolve) => {
          input.write(Buffer.alloc(3 * 320 * 270), () => {
            resolve();
          });
        }),
      onFrames: () => undefined,
    };
    const why = async (more: object): Promise<unknown> =>
      encode(tools, { ...segment, ...more }, hooks).then(
        () => 'it went well',
        (error: unknown) => [(error as Error).name, whyEncoderFailed(error)],
      );
    expect(await why({})).toEqual(['StudioError', undefined]);
    expect(await why({ codec: 'h264', encoder: 'nvenc' })).toEqual(['StudioError', CARD_REASON]);
    expect(await proveEncoder({ ...place, tools }, nvenc, size)).toEqual({ works: true, device: CARD_DEVICE });
  });
});
