import { describe, expect, it } from 'vitest';
import { encodeSegment } from '../../../../src/core/media/arguments.ts';
import { encoderSettings } from '../../../../src/core/media/encoders/settings.ts';
import { encodingOf } from '../../../../src/core/media/encoders/table.ts';
import { CODECS, ENCODERS, PRESETS, type Codec, type Encoder } from '../../../../src/shared/film.ts';

const SEGMENT = { size: { width: 1280, height: 720 }, fps: 30, frames: 90, output: '/tmp/segment.mp4' } as const;

const argumentsOf = (codec: Codec, encoder: Encoder, crf = 23): string =>
  encodeSegment({ ...SEGMENT, ...encoderSettings({ preset: 'ultrafast', crf, codec, encoder }, undefined) }).join(' ');

describe('encodeSegment', () => {
  it('would catch H.264 by software that is told anything else than before there were other encoders', () => {
    const settings = encoderSettings({ preset: 'ultrafast', crf: 23, codec: 'h264', encoder: 'software' }, 'a card');
    expect(settings).toEqual({ preset: 'ultrafast', crf: 23 });
    expect(encodeSegment({ ...SEGMENT, ...settings })).toEqual([
      ...['-hide_banner', '-v', 'warning', '-y'],
      ...['-f', 'rawvideo', '-pixel_format', 'yuv420p', '-video_size', '1280x720', '-framerate', '30', '-i', 'pipe:0'],
      ...['-frames:v', '90', '-c:v', 'libx264', '-preset', 'ultrafast', '-crf', '23', '-threads', '0'],
      ...['-bf', '3', '-g', '150', '-sc_threshold', '0', '-flags', '+cgop+bitexact'],
      ...['-x264-params', 'sliced-threads=1', '-pix_fmt', 'yuv420p'],
      ...['-color_range', 'tv', '-colorspace', 'bt709', '-color_primaries', 'bt709', '-color_trc', 'bt709'],
      ...['-chroma_sample_location', 'left', '-video_track_timescale', '90000', '-fflags', '+bitexact'],
      ...['-f', 'mp4', 'file:/tmp/segment.mp4'],
    ]);
  });

  it('would catch two ways to encode that are told the same, or one whose groups of pictures are not closed', () => {
    const told = CODECS.flatMap((codec) => ENCODERS.map((encoder) => argumentsOf(codec, encoder)));
    expect(new Set(told).size).toBe(told.length);
    for (const line of told) expect(line).toMatch(/ -g 150 .*-flags \+cgop\+bitexact /);
  });

  it('would catch an H.265 film that Apple players do not know, and a card that gets its frames in the wrong memory', () => {
    for (const encoder of ENCODERS) expect(argumentsOf('h265', encoder)).toContain(' -tag:v hvc1 ');
    expect(argumentsOf('h264', 'vaapi')).toMatch(
      /^-hide_banner -v warning -y -init_hw_device vaapi=card -filter_hw_device card -f rawvideo .* -vf format=nv12,hwupload -c:v h264_vaapi /,
    );
    expect(argumentsOf('h264', 'vaapi')).not.toContain('-pix_fmt');
    expect(argumentsOf('h265', 'qsv')).toContain(' -pix_fmt nv12 ');
  });

  it.each(CODECS.flatMap((codec) => ENCODERS.map((encoder) => ({ codec, encoder }))))(
    'would catch a quality that $codec by $encoder does not know, or better ones that are told as worse',
    ({ codec, encoder }) => {
      const quality = (crf: number): number => {
        const line = argumentsOf(codec, encoder, crf);
        return Number(/ -(?:crf|cq|global_quality|qp_p|q:v) (\d+) /.exec(line)?.[1]);
      };
      const best = Math.max(...([0, 51].map(quality) as [number, number]));
      expect(best).toBeLessThanOrEqual(codec === 'av1' ? 255 : encoder === 'videotoolbox' ? 100 : 51);
      for (const [better, worse] of [
        [0, 18],
        [18, 23],
        [23, 30],
      ] as const) {
        const [a, b] = [quality(better), quality(worse)];
        expect(encoder === 'videotoolbox' ? a > b : a < b).toBe(true);
      }
    },
  );

  it('would catch a preset that an encoder does not have', () => {
    for (const preset of PRESETS) {
      for (const codec of CODECS) {
        for (const encoder of ENCODERS) {
          const { encoder: told } = encodingOf({ preset, crf: 23, codec, encoder }, 30);
          expect(told.every((word) => typeof word === 'string' && !word.includes('undefined'))).toBe(true);
        }
      }
    }
  });
});
