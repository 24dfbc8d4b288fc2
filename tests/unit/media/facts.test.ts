import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseDescription } from '../../../src/core/media/description.ts';
import { concatList, filmMetadata } from '../../../src/core/media/metadata.ts';
import { probeMedia } from '../../../src/core/media/probe.ts';
import { type MediaTools, openMediaTools } from '../../../src/core/media/tools.ts';
import { parseWaveHeader } from '../../../src/core/media/wave.ts';

let folder: string;
let tools: MediaTools;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'storyloom-facts-'));
  tools = await openMediaTools();
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('probeMedia', () => {
  it('would catch a machine without ffprobe that learns other facts than one with it', async () => {
    const film = join(folder, 'film.mp4');
    const notes = join(folder, 'notes.txt');
    writeFileSync(
      notes,
      filmMetadata({ title: 'A; b', comment: '', fps: 25, chapters: [{ title: 'One', startFrame: 0, endFrame: 25 }] }),
    );
    const sources = [
      '-f',
      'lavfi',
      '-i',
      'testsrc=s=320x180:r=25:d=2',
      '-f',
      'lavfi',
      '-i',
      'sine=r=48000:d=2',
      '-f',
      'ffmetadata',
      '-i',
      notes,
    ];
    const codecs = [
      '-c:v',
      'libx264',
      '-pix_fmt',
      'yuv420p',
      '-c:a',
      'aac',
      '-map_metadata',
      '2',
      '-map_chapters',
      '2',
    ];
    await tools.run(['-v', 'error', '-y', ...sources, ...codecs, film]);
    const withProbe = await probeMedia(tools, film);
    const without = await probeMedia({ ...tools, ffprobe: undefined }, film);
    for (const facts of tools.ffprobe ? [withProbe, without] : [without]) {
      expect(facts).toMatchObject({ title: 'A; b', chapters: 1, startSeconds: 0 });
      expect(facts.seconds).toBeCloseTo(2, 1);
      expect(facts.streams[0]).toMatchObject({
        kind: 'video',
        codec: 'h264',
        width: 320,
        height: 180,
        fps: 25,
        pixelFormat: 'yuv420p',
      });
      expect(facts.streams[1]).toMatchObject({ kind: 'audio', codec: 'aac', sampleRate: 48_000, channels: 1 });
    }
  });

  it('would catch a text file that is taken for media, with ffprobe and without', async () => {
    const path = join(folder, 'story.mp4');
    writeFileSync(path, 'Once upon a time');
    for (const one of [tools, { ...tools, ffprobe: undefined }]) {
      await expect(probeMedia(one, path)).rejects.toMatchObject({ name: 'StudioError', code: 'corrupt' });
    }
  });
});

describe('parseDescription', () => {
  it('would catch a crash on what some other ffmpeg says', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(parseDescription(`Input #0, x, from 'y':\n  Stream #0:0: ${text}`).streams).toHaveLength(1);
      }),
    );
  });
});

describe('metadata', () => {
  it('would catch a title that ends its line or begins a section of its own', () => {
    const text = filmMetadata({ title: 'One\n[CHAPTER]\nSTART=5', comment: 'x\u0000y', fps: 30, chapters: [] });
    expect(text).toBe(';FFMETADATA1\ntitle=One [CHAPTER] START\\=5\ncomment=x y\n');
  });

  it('would catch a path with a quote that ends the path', () => {
    expect(concatList(["/it's/a.mp4"])).toBe(String.raw`ffconcat version 1.0
file 'file:/it'\''s/a.mp4'
`);
  });
});

describe('parseWaveHeader', () => {
  it('would catch a crash on damaged headers: each is told as damage', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const header = Buffer.concat([Buffer.from('RIFF\0\0\0\0WAVE', 'latin1'), bytes]);
        try {
          parseWaveHeader(header, header.length, 'x.wav');
        } catch (error) {
          expect(error).toMatchObject({ name: 'StudioError', code: 'corrupt' });
        }
      }),
    );
  });
});
