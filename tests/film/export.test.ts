import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { probeMedia } from '../../src/core/media/probe.ts';
import { saveSound } from '../../src/core/media/sound.ts';
import { exportFilm, type ExportRequest } from '../../src/core/render/export.ts';
import { type MixInput, mixStage } from '../../src/core/render/mix.ts';
import { layTimeline } from '../../src/core/story/timeline.ts';
import { canMount, fill, mountedFolder } from '../helpers/build-disk.ts';
import {
  compose,
  decodeWarnings,
  drawPicture,
  greyFrames,
  sceneOf,
  soundSamples,
  stageContext,
  useFilmLab,
  writeWave,
} from '../helpers/film-lab.ts';

const lab = useFilmLab();
const RATE = 24_000;
const SIZE = { width: 160, height: 90 };

/** So many samples of silence, with a burst of 1 kHz from one of them on. */
function click(samples: number, at: number, loudness = 0.5): Int16Array {
  return Int16Array.from({ length: samples }, (_, index) =>
    index < at || index >= at + 480 ? 0 : Math.round(32_767 * loudness * Math.cos((2 * Math.PI * (index - at)) / 24)),
  );
}

async function mix(name: string, input: Omit<MixInput, 'sampleRate' | 'tools'>) {
  const directory = join(lab.folder, name);
  const output = await mixStage.run({ ...input, sampleRate: RATE, tools: lab.tools }, stageContext(directory));
  return { ...output, wave: join(directory, output.wave), compressed: join(directory, output.compressed) };
}

function request(
  changes: Partial<ExportRequest> & Pick<ExportRequest, 'segments' | 'sound' | 'totalFrames'>,
): ExportRequest {
  return {
    fps: 30,
    title: 'The Otter; or, #1 = "Nib"',
    comment: 'Made with Storyloom',
    chapters: [],
    language: 'eng',
    target: join(lab.folder, 'film.mp4'),
    tools: lab.tools,
    ...changes,
  };
}

/** A film of one short scene with sound, for tests about the file itself. */
async function shortFilm(name: string): Promise<Pick<ExportRequest, 'segments' | 'sound' | 'totalFrames'>> {
  const segment = await compose(lab, `${name}-scene`, sceneOf(lab, { frames: 30 }));
  const { compressed } = await mix(`${name}-sound`, { chunks: [], totalSamples: RATE });
  return { segments: [segment], sound: compressed, totalFrames: 30 };
}

describe('mixStage', () => {
  it('would catch speech that begins a sample early or late, and a film’s sound of another length than its picture', async () => {
    const path = writeWave(join(lab.folder, 'click.wav'), click(2400, 1000));
    const chunks = [100, 30_011, 71_234].map((startSample) => ({ path, digest: 'click', startSample }));
    const { wave, seconds, gain } = await mix('placed', { chunks, totalSamples: 4 * RATE });
    const samples = await soundSamples(lab, wave);
    expect(seconds).toBe(4);
    expect(gain).toBe(1);
    expect(samples).toHaveLength(4 * 48_000);
    // The burst begins at its full height; resampled to twice the rate, half of that is reached within a sample or two.
    const onsets = chunks.map(({ startSample }) => {
      const from = 2 * startSample;
      return from + samples.subarray(from, from + 4800).findIndex((sample) => Math.abs(sample) > 8000);
    });
    chunks.forEach(({ startSample }, index) => {
      expect(Math.abs(onsets[index]! - 2 * (startSample + 1000))).toBeLessThanOrEqual(2);
    });
    expect(Math.max(...samples.subarray(10_000, 60_000).map(Math.abs))).toBe(0);
  });

  it('would catch clipping: speech at full scale is turned down, and peaks between samples have room', async () => {
    // A hum with its tops cut off at full scale, as from a voice that was clipped already.
    const loud = Int16Array.from({ length: RATE }, (_, index) =>
      Math.round(32_767 * Math.max(-1, Math.min(1, 1.4 * Math.sin((2 * Math.PI * index) / 110)))),
    );
    const path = writeWave(join(lab.folder, 'loud.wav'), loud);
    const { wave, compressed, gain, peak } = await mix('loud', {
      chunks: [{ path, digest: 'loud', startSample: 0 }],
      totalSamples: RATE,
    });
    expect(gain).toBeLessThan(0.9);
    expect(peak).toBeLessThan(0.9);
    for (const file of [wave, compressed]) {
      const samples = await soundSamples(lab, file);
      const clipped = samples.findIndex((sample, index) => Math.abs(sample) >= 32_767 && sample === samples[index + 1]);
      expect(clipped).toBe(-1);
    }
  });

  it('would catch a click where a piece of speech is cut in the middle of a wave', async () => {
    const hum = Int16Array.from({ length: 2400 }, () => 16_000);
    const path = writeWave(join(lab.folder, 'hum.wav'), hum);
    const { wave } = await mix('hum', { chunks: [{ path, digest: 'hum', startSample: 2400 }], totalSamples: 7200 });
    const samples = await soundSamples(lab, wave);
    const steps = samples.subarray(1).map((sample, index) => Math.abs(sample - samples[index]!));
    expect(Math.max(...steps)).toBeLessThan(400);
  });

  it('would catch pieces that overlap or hang over the end, and files that are not speech', async () => {
    const path = writeWave(join(lab.folder, 'short.wav'), click(2400, 0));
    const piece = { path, digest: 'short' };
    await expect(
      mix('overlap', {
        chunks: [
          { ...piece, startSample: 0 },
          { ...piece, startSample: 2399 },
        ],
        totalSamples: RATE,
      }),
    ).rejects.toMatchObject({ code: 'internal' });
    await expect(
      mix('over', { chunks: [{ ...piece, startSample: RATE - 2399 }], totalSamples: RATE }),
    ).rejects.toMatchObject({ code: 'internal' });
    const cut = join(lab.folder, 'cut.wav');
    writeFileSync(cut, readFileSync(path).subarray(0, 1000));
    await expect(
      mix('cut', { chunks: [{ path: cut, digest: 'cut', startSample: 0 }], totalSamples: RATE }),
    ).rejects.toMatchObject({ code: 'corrupt' });
    const fast = writeWave(join(lab.folder, 'fast.wav'), click(2400, 0), 22_050);
    await expect(
      mix('fast', { chunks: [{ path: fast, digest: 'fast', startSample: 0 }], totalSamples: RATE }),
    ).rejects.toMatchObject({ code: 'corrupt' });
  });
});

describe('exportFilm', () => {
  it('would catch sound that drifts from the picture: 100 scenes, each flash within a frame of its click', async () => {
    const fps = 30;
    // Four lengths that are no whole number of frames, in black and in white: eight segments make a hundred scenes.
    const spoken = [4001, 7013, 9999, 12_345];
    const path = spoken.map((samples) => writeWave(join(lab.folder, `s${String(samples)}.wav`), click(samples, 400)));
    const kinds = Array.from({ length: 100 }, (_, index) => (index * 7 + Math.floor(index / 9)) % 4);
    const timeline = layTimeline(
      kinds.map((kind) => ({ chunks: [{ samples: spoken[kind]!, pauseAfter: 0.0501 }], leadIn: 0, leadOut: 0 })),
      { fps, sampleRate: RATE },
    );
    const segments = new Map<string, Promise<string>>();
    const segmentOf = (index: number): Promise<string> => {
      const name = `drift-${String(index % 2)}-${String(timeline.scenes[index]!.frames)}`;
      const brightness = index % 2 ? 255 : 0;
      const known = segments.get(name);
      if (known) return known;
      const picture = {
        path: drawPicture(join(lab.folder, `${name}.pgm`), SIZE, () => brightness),
        digest: name,
        ...SIZE,
      };
      const made = compose(lab, name, sceneOf(lab, { picture, fps, frames: timeline.scenes[index]!.frames }));
      segments.set(name, made);
      return made;
    };
    const files = await Promise.all(kinds.map((_kind, index) => segmentOf(index)));
    const { compressed } = await mix('drift-sound', {
      chunks: kinds.map((kind, index) => ({
        path: path[kind]!,
        digest: String(kind),
        startSample: timeline.scenes[index]!.chunkStarts[0]!,
      })),
      totalSamples: timeline.totalSamples,
    });
    const target = join(lab.folder, 'drift.mp4');
    await exportFilm(request({ segments: files, sound: compressed, totalFrames: timeline.totalFrames, target }));

    const frames = await greyFrames(lab, target, SIZE);
    const samples = await soundSamples(lab, target);
    expect(frames).toHaveLength(timeline.totalFrames);
    expect(Math.abs(samples.length / 48_000 - timeline.totalFrames / fps)).toBeLessThan(1 / fps);
    const bright = frames.map((frame) => frame[45 * 160 + 80]! > 128);
    timeline.scenes.forEach(({ startFrame }, index) => {
      expect(bright[startFrame]).toBe(index % 2 === 1);
      if (index > 0) expect(bright[startFrame - 1]).toBe(index % 2 === 0);
      const from = Math.round((startFrame / fps) * 48_000);
      const onset = samples.subarray(from, from + 4000).findIndex((sample) => Math.abs(sample) > 4000);
      // The click is 400 samples of 24 kHz after the scene's first; a frame is 1600 of 48 kHz, AAC smears by some 100.
      expect(Math.abs(onset - 800)).toBeLessThan(200);
    });
    expect(await decodeWarnings(lab, target)).toBe('');
    const facts = await probeMedia(lab.tools, target);
    const [video, audio] = facts.streams;
    expect(video).toMatchObject({ codec: 'h264', frames: timeline.totalFrames, startSeconds: 0 });
    expect(audio).toMatchObject({ codec: 'aac', sampleRate: 48_000, startSeconds: 0 });
    expect(Math.abs(video!.seconds! - audio!.seconds!)).toBeLessThan(1 / fps);
  });

  it('would catch a title, chapters or signs in them that ffmpeg takes for its own', async () => {
    const parts = await shortFilm('titled');
    const target = join(lab.folder, 'out', 'deeper', 'it’s a: film.mp4');
    const chapters = [
      { title: 'One; two \\ = 3 # 4', startFrame: 0, endFrame: 12 },
      { title: 'Kapitel “Zwei”\nline', startFrame: 12, endFrame: 30 },
    ];
    const result = await exportFilm(request({ ...parts, target, chapters }));
    const facts = await probeMedia(lab.tools, target);
    expect(facts).toMatchObject({ title: 'The Otter; or, #1 = "Nib"', chapters: 2, seconds: 1 });
    expect(result).toEqual({ bytes: statSync(target).size, frames: 30, seconds: 1 });
    const { stdout } = await lab.tools.run(['-v', 'error', '-i', `file:${target}`, '-f', 'ffmetadata', 'pipe:1']);
    expect(stdout.toString('utf8')).toContain('title=Kapitel “Zwei” line');
    // The index lies in front: a player can begin before all of it is there.
    const bytes = readFileSync(target);
    expect(bytes.indexOf('moov')).toBeLessThan(bytes.indexOf('mdat'));
    expect(readdirSync(dirname(target))).toEqual(['it’s a: film.mp4']);
  });

  it('would catch films that differ from one export to the next', async () => {
    const parts = await shortFilm('twice');
    const [one, two] = ['one.mp4', 'two.mp4'].map((name) => join(lab.folder, name)) as [string, string];
    await exportFilm(request({ ...parts, target: one }));
    await exportFilm(request({ ...parts, target: two }));
    expect(readFileSync(one).equals(readFileSync(two))).toBe(true);
  });

  it('would catch a failed or cancelled export that harms the film that was there, or leaves a half one', async () => {
    const parts = await shortFilm('aside');
    const folder = join(lab.folder, 'aside');
    mkdirSync(folder);
    const target = join(folder, 'film.mp4');
    writeFileSync(target, 'the old film');
    const missing = request({ ...parts, segments: [...parts.segments, join(folder, 'nothing.mp4')], target });
    await expect(exportFilm(missing)).rejects.toMatchObject({ name: 'StudioError', code: 'tool' });
    await expect(exportFilm(request({ ...parts, totalFrames: 31, target }))).rejects.toMatchObject({ code: 'tool' });
    const stopped = request({ ...parts, target, signal: AbortSignal.abort() });
    await expect(exportFilm(stopped)).rejects.toMatchObject({ name: 'CancelledError' });
    expect(readdirSync(folder)).toEqual(['film.mp4']);
    expect(readFileSync(target, 'utf8')).toBe('the old film');
  });

  it('would catch a place that no file can have explained by ffmpeg’s own words', async () => {
    const parts = await shortFilm('place');
    const file = join(lab.folder, 'a-file');
    writeFileSync(file, '');
    await expect(exportFilm(request({ ...parts, target: join(file, 'film.mp4') }))).rejects.toMatchObject({
      code: 'option',
    });
    await expect(exportFilm(request({ ...parts, target: lab.folder }))).rejects.toMatchObject({ code: 'option' });
  });

  it.runIf(process.platform === 'linux')(
    'would catch a folder that may not be written taken for a bug (Linux: /proc)',
    async () => {
      const parts = await shortFilm('forbidden');
      // Nobody, not even root, makes files there.
      const error: unknown = await exportFilm(request({ ...parts, target: '/proc/film.mp4' })).catch(
        (caught: unknown) => caught,
      );
      expect(error).toMatchObject({ name: 'StudioError' });
      expect(['permission', 'option']).toContain((error as { code: string }).code);
    },
  );

  it.runIf(canMount())(
    'would catch a full disk taken for a fault of ffmpeg (needs to mount a small disk)',
    async () => {
      const parts = await shortFilm('full');
      const folder = mountedFolder('1m');
      fill(folder);
      await expect(exportFilm(request({ ...parts, target: join(folder, 'film.mp4') }))).rejects.toMatchObject({
        code: 'disk-full',
      });
      expect(readdirSync(folder)).toEqual(['filler']);
    },
  );
});

describe('saveSound', () => {
  it.each([
    ['narration.mp3', 'mp3'],
    ['narration.m4a', 'aac'],
    ['NARRATION.WAV', 'pcm_s16le'],
    ['narration.flac', 'flac'],
    ['narration.ogg', 'vorbis'],
  ])('would catch the wrong kind of file under a name: %s', async (name, codec) => {
    const wave = writeWave(join(lab.folder, 'narration-source.wav'), click(RATE, 2400));
    const target = join(lab.folder, 'saved', name);
    await saveSound(lab.tools, wave, target, { title: 'Nib' });
    const facts = await probeMedia(lab.tools, target);
    expect(facts.streams[0]).toMatchObject({ kind: 'audio', codec });
    expect(facts.seconds).toBeCloseTo(1, 0);
  });

  it('would catch a name whose ending says no kind of sound', async () => {
    await expect(saveSound(lab.tools, 'x.wav', join(lab.folder, 'x.doc'))).rejects.toMatchObject({ code: 'option' });
  });
});
