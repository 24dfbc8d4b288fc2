/**
 * A film with every option off is the film of before there were any: its commands, its frames and its sound are written out
 * here as they were then, and the film is the same to the last byte; so are the keys that everything is stored under.
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { Artefact } from '../../src/core/build/stage.ts';
import { runTool } from '../../src/core/media/ffmpeg.ts';
import { openKernel } from '../../src/core/motion/kernel.ts';
import type { FlatLayout } from '../../src/core/motion/layout.ts';
import { canvasSize, chooseMove, viewOfFrame } from '../../src/core/motion/path.ts';
import { createCanvas, createSampler, frameIn, loadPicture } from '../../src/core/motion/sampler.ts';
import type { ComposeInput } from '../../src/core/render/compose.ts';
import type { NarrateOutput } from '../../src/core/render/narrate.ts';
import type { ProjectFilm } from '../../src/core/render/project/project-film.ts';
import { renderProjectFilm } from '../../src/core/render/project/whole-film.ts';
import { calm, documentOf, scene, useProjectLab } from '../helpers/project-lab.ts';

const lab = useProjectLab();
const [RATE, FPS, SIZE] = [24_000, 30, { width: 1280, height: 720 }];
const TEXTS = ['Mia carried her red kite up the hill. It was a windy day.', 'An owl sat in the old tree.'];
/** A breath before the first word, the last picture's rest, and the pauses after each sentence (one chunk a scene here). */
const [LEAD_IN, LEAD_OUT, PAUSE] = [0.4, 1.2, 1];

interface Made {
  readonly stage: string;
  readonly version: number;
  readonly identity: Record<string, unknown>;
  readonly input: unknown;
  readonly unit: string;
  readonly directory: string;
  readonly output: unknown;
}

const made: Made[] = [];
let film: ProjectFilm;
let target = '';

beforeAll(async () => {
  film = await lab.open(documentOf(TEXTS.map((text, index) => scene(`scene-${String(index)}`, text))));
  target = join(lab.folder, 'plain.mp4');
  const asked = vi.spyOn(film.parts.builder, 'make');
  await lab.asJob(target, (jobId) =>
    renderProjectFilm(film, film.document.output, target, { signal: calm, jobId, onProgress: () => undefined }),
  );
  for (const [index, [stage, input, { unit }]] of asked.mock.calls.entries()) {
    const { directory, output } = (await asked.mock.results[index]!.value) as Artefact<unknown>;
    const identity = stage.identity(input) as Record<string, unknown>;
    made.push({ stage: stage.name, version: stage.version, identity, input, unit, directory, output });
  }
}, 120_000);

const of = (stage: string): Made[] => made.filter((each) => each.stage === stage);
const ffmpeg = () => film.parts.tools.ffmpeg;

/** Of the scene, in the film's order. */
function makingOf(stage: string, index: number): Made {
  return of(stage).find(({ unit }) => unit.startsWith(`scene-${String(index)}`))!;
}

function composed(): { readonly input: ComposeInput; readonly segment: string }[] {
  return TEXTS.map((_, index) => {
    const { input, directory } = makingOf('compose', index);
    return { input: input as ComposeInput, segment: join(directory, 'segment.mp4') };
  });
}

/** One chunk a scene: the text is short. */
function speechOf(index: number): Int16Array {
  const { directory, output } = makingOf('narrate', index);
  const wave = readFileSync(join(directory, 'speech.wav'));
  return new Int16Array(Uint8Array.from(wave.subarray(-2 * (output as NarrateOutput).samples)).buffer);
}

function sceneFrames(index: number): number {
  const padding = index === 0 ? LEAD_IN : LEAD_OUT;
  return Math.ceil((speechOf(index).length + (PAUSE + padding) * RATE) / (RATE / FPS));
}

describe('a plain film', () => {
  it('would catch a segment that is not what the main job made of its picture', async () => {
    for (const [index, { input, segment }] of composed().entries()) {
      const { picture, seed } = input;
      expect(input.frames).toBe(sceneFrames(index));
      const move = chooseMove({
        ...{ picture, frame: SIZE, focus: picture.focus, seed, motion: 'gentle' },
        seconds: input.frames / FPS,
      });
      const size = canvasSize(picture, SIZE, move);
      const args = ['-hide_banner', '-v', 'warning', '-nostdin', '-xerror', '-err_detect', '+crccheck+explode'];
      const filter =
        `scale=w=${String(size.width)}:h=${String(size.height)}:flags=lanczos+accurate_rnd+full_chroma_int:` +
        'out_color_matrix=bt709:out_range=tv:out_h_chr_pos=0:out_v_chr_pos=128,format=yuv420p';
      const { stdout: pixels } = await runTool(ffmpeg().path, [
        ...[...args, '-i', `file:${picture.path}`, '-frames:v', '1', '-vf', filter, '-f', 'rawvideo', 'pipe:1'],
      ]);
      const canvas = createCanvas([{ kind: 'flat', size }], SIZE, 1);
      const source = canvas.layout.sources[0] as FlatLayout;
      loadPicture(canvas, source, pixels);
      const sample = createSampler(openKernel(canvas.memory), canvas.layout, source);
      const output = join(lab.folder, `segment-${String(index)}.mp4`);
      const encode = [
        ...['-hide_banner', '-v', 'warning', '-y', '-f', 'rawvideo', '-pixel_format', 'yuv420p'],
        ...['-video_size', '1280x720', '-framerate', '30', '-i', 'pipe:0', '-frames:v', String(input.frames)],
        ...['-c:v', 'libx264', '-preset', 'ultrafast', '-crf', '23', '-threads', '0', '-bf', '3', '-g', '150'],
        ...['-sc_threshold', '0', '-flags', '+cgop+bitexact', '-x264-params', 'sliced-threads=1'],
        ...['-pix_fmt', 'yuv420p', '-color_range', 'tv', '-colorspace', 'bt709', '-color_primaries', 'bt709'],
        ...['-color_trc', 'bt709', '-chroma_sample_location', 'left', '-video_track_timescale', '90000'],
        ...['-fflags', '+bitexact', '-f', 'mp4', `file:${output}`],
      ];
      await runTool(ffmpeg().path, encode, {
        feed: async (encoder) => {
          for (let frame = 0; frame < input.frames; frame += 1) {
            sample(viewOfFrame(move, frame, input.frames), canvas.layout.slots[0]!);
            const bytes = Uint8Array.from(frameIn(canvas, 0));
            if (!encoder.write(bytes)) await new Promise((resolve) => encoder.once('drain', resolve));
          }
        },
      });
      expect(sha256(readFileSync(output))).toBe(sha256(readFileSync(segment)));
    }
  });

  it('would catch a film that is not joined, or does not sound, as the main job’s did', async () => {
    const total = sceneFrames(0) + sceneFrames(1);
    const sound = new Int16Array((total * RATE) / FPS);
    for (const [index, start] of [LEAD_IN * RATE, (sceneFrames(0) * RATE) / FPS].entries()) {
      const samples = speechOf(index);
      const ramp = 0.003 * RATE;
      samples.forEach((sample, place) => {
        const part = Math.min(1, (Math.min(place, samples.length - 1 - place) + 0.5) / ramp);
        sound[start + place] = part < 1 ? Math.round(sample * part) : sample;
      });
    }
    const [wave, compressed] = [join(lab.folder, 'sound.wav'), join(lab.folder, 'sound.m4a')];
    const samples = String((total * 48_000) / FPS);
    const resample =
      '[0:a]aresample=48000:filter_size=64:phase_shift=10:cutoff=0.97:osf=s16,' +
      `apad=whole_len=${samples},atrim=end_sample=${samples},asplit[wave][compressed]`;
    const exact = ['-fflags', '+bitexact', '-flags', '+bitexact'];
    const mix = [
      ...['-hide_banner', '-v', 'warning', '-y', '-f', 's16le', '-ar', '24000', '-ch_layout', 'mono', '-i', 'pipe:0'],
      ...['-filter_complex', resample, '-map', '[wave]', '-c:a', 'pcm_s16le', ...exact, '-f', 'wav', `file:${wave}`],
      ...['-map', '[compressed]', '-c:a', 'aac', '-aac_coder', 'fast', '-b:a', '192k', '-cutoff', '12000', ...exact],
      ...['-f', 'ipod', `file:${compressed}`],
    ];
    await runTool(ffmpeg().path, mix, {
      feed: (encoder) => Promise.resolve(void encoder.write(new Uint8Array(sound.buffer))),
    });
    const segments = composed().map(({ segment }) => segment);
    const [list, metadata] = [join(lab.folder, 'list.txt'), join(lab.folder, 'metadata.txt')];
    writeFileSync(list, `ffconcat version 1.0\n${segments.map((path) => `file 'file:${path}'\n`).join('')}`);
    const chapters = [0, 1].map((index) => {
      const [start, end] = index === 0 ? [0, sceneFrames(0)] : [sceneFrames(0), total];
      return `[CHAPTER]\nTIMEBASE=1/30\nSTART=${String(start)}\nEND=${String(end)}\ntitle=${TEXTS[index]!}\n`;
    });
    writeFileSync(metadata, `;FFMETADATA1\ntitle=The Kite\ncomment=Made with Storyloom\n${chapters.join('')}`);
    const output = join(lab.folder, 'written-out.mp4');
    await runTool(ffmpeg().path, [
      ...['-hide_banner', '-v', 'warning', '-y', '-nostdin', '-xerror', '-f', 'concat', '-safe', '0', '-i', list],
      ...['-i', `file:${compressed}`, '-f', 'ffmetadata', '-i', metadata, '-map', '0:v', '-map', '1:a'],
      ...['-map_metadata', '2', '-map_chapters', '2', '-c', 'copy', '-metadata:s:a:0', 'language=eng'],
      ...['-video_track_timescale', '90000', '-movflags', '+faststart', ...exact, '-f', 'mp4', `file:${output}`],
    ]);
    expect(sha256(readFileSync(output))).toBe(sha256(readFileSync(target)));
    expect(readFileSync(join(of('mix')[0]!.directory, 'narration.wav')).equals(readFileSync(wave))).toBe(true);
  });

  it('would catch a key that changes although nothing was asked for: all that was ever made would be made again', () => {
    const version = ffmpeg().version;
    const told = made.map(({ stage, version: own, identity }) => [stage, own, Object.keys(identity).sort()]);
    const fields = {
      narrate: [1, ['sounds', 'speed', 'spoken', 'voice', 'words']],
      illustrate: [expect.any(Number), ['cast', 'graph', 'illustrator', 'seed', 'size', 'story', 'style']],
      compose: [1, ['camera', 'encoder', 'ffmpeg', 'fps', 'frames', 'picture', 'sampler', 'size']],
      mix: [2, ['chunks', 'ffmpeg', 'sampleRate', 'totalSamples']],
    } as const;
    expect(new Set(made.map(({ stage }) => stage))).toEqual(new Set(Object.keys(fields)));
    for (const [stage, ...rest] of told) expect(rest).toEqual([...fields[stage as keyof typeof fields]]);
    for (const { identity, input } of of('compose')) {
      const { picture, frames: length } = input as ComposeInput;
      const box = {
        x: expect.any(Number),
        y: expect.any(Number),
        width: expect.any(Number),
        height: expect.any(Number),
      };
      expect(identity).toEqual({
        ...{ picture: picture.digest, frames: length, fps: FPS, size: SIZE, ffmpeg: version, sampler: 1 },
        camera: { kind: expect.stringMatching(/^(push-in|pull-out|pan)$/), from: box, to: box },
        encoder: { preset: 'ultrafast', crf: 23 },
      });
    }
    const chunk = { digest: expect.any(String) };
    expect(of('mix')[0]!.identity).toEqual({
      chunks: [
        { ...chunk, startSample: LEAD_IN * RATE },
        { ...chunk, startSample: (sceneFrames(0) * RATE) / FPS },
      ],
      ...{ sampleRate: RATE, totalSamples: ((sceneFrames(0) + sceneFrames(1)) * RATE) / FPS, ffmpeg: version },
    });
  });
});

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
