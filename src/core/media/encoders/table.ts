/** Every encoder of pictures that a film may be made with, as ffmpeg calls it, and what it is told. Pure: data in, arguments out. */
import type { Codec, Encoder } from '../../../shared/film.ts';
import type { EncoderSettings } from './settings.ts';

/** Not every ffmpeg has all of them, and nobody has the last of VideoToolbox yet. */
const NAMES = {
  software: { h264: 'libx264', h265: 'libx265', av1: 'libsvtav1' },
  nvenc: { h264: 'h264_nvenc', h265: 'hevc_nvenc', av1: 'av1_nvenc' },
  qsv: { h264: 'h264_qsv', h265: 'hevc_qsv', av1: 'av1_qsv' },
  amf: { h264: 'h264_amf', h265: 'hevc_amf', av1: 'av1_amf' },
  videotoolbox: { h264: 'h264_videotoolbox', h265: 'hevc_videotoolbox', av1: 'av1_videotoolbox' },
  vaapi: { h264: 'h264_vaapi', h265: 'hevc_vaapi', av1: 'av1_vaapi' },
} as const satisfies Record<Encoder, Record<Codec, string>>;

/** ffmpeg's name of it. */
export function encoderName(codec: Codec, encoder: Encoder): string {
  return NAMES[encoder][codec];
}

/** What ffmpeg is told of an encoder. */
export interface Encoding {
  /** In front of the input. */
  readonly device: readonly string[];
  /** The last that happens to a frame before it is encoded. */
  readonly filters: readonly string[];
  readonly encoder: readonly string[];
  /** Frames that are decoded before the first is shown. */
  readonly delay: number;
}

/** Seconds from one key frame to the next within a segment: how far a player has to look back when it jumps. */
const KEY_FRAME_SECONDS = 5;

interface Wanted extends EncoderSettings {
  readonly codec: Codec;
  /** Frames from a key frame to the next. */
  readonly distance: number;
}

/**
 * Groups of pictures are closed and begin where the key frames are due, nothing is written that tells of a version, and
 * all segments of a film get the same parameter sets: so they join as they are.
 */
export function encodingOf(
  { codec = 'h264', encoder = 'software', ...settings }: EncoderSettings,
  fps: number,
): Encoding {
  const wanted = { ...settings, codec, distance: fps * KEY_FRAME_SECONDS };
  const { device = [], filters = [], pixels, told } = FAMILIES[encoder](wanted);
  return {
    device,
    filters,
    encoder: [
      ...['-c:v', encoderName(codec, encoder), ...told],
      ...(pixels === undefined ? [] : ['-pix_fmt', pixels]),
      // Players of Apple's know H.265 by this name alone.
      ...(codec === 'h265' ? ['-tag:v', 'hvc1'] : []),
    ],
    // B-frames are shown before what they refer to; AV1 hides such frames within others.
    delay: encoder === 'software' && codec !== 'av1' ? 2 : 0,
  };
}

interface Family {
  readonly device?: readonly string[];
  readonly filters?: readonly string[];
  /** As the encoder takes them; absent where a filter sees to it. */
  readonly pixels?: 'yuv420p' | 'nv12';
  readonly told: readonly string[];
}

/**
 * Hardware goes without B-frames: not every card has them, and who asks for them gets no film. All are told a quality and
 * no bit rate.
 */
const FAMILIES: Readonly<Record<Encoder, (wanted: Wanted) => Family>> = {
  software: (wanted) => ({ pixels: 'yuv420p', told: SOFTWARE[wanted.codec](wanted) }),
  nvenc: (wanted) => ({
    pixels: 'yuv420p',
    told: [
      ...['-preset', { ultrafast: 'p1', veryfast: 'p3', faster: 'p4', medium: 'p6' }[wanted.preset], '-tune', 'hq'],
      // 0 would leave the choice to the driver.
      ...['-rc', 'vbr', '-cq', String(Math.max(1, wanted.crf)), '-b:v', '0'],
      ...closedGroups(wanted),
    ],
  }),
  qsv: (wanted) => ({
    pixels: 'nv12',
    told: [
      ...['-preset', { ultrafast: 'veryfast', veryfast: 'faster', faster: 'fast', medium: 'medium' }[wanted.preset]],
      ...['-global_quality', String(Math.max(1, wanted.crf))],
      ...closedGroups(wanted),
    ],
  }),
  amf: (wanted) => ({
    pixels: 'nv12',
    told: [
      ...['-usage', 'transcoding'],
      ...['-quality', { ultrafast: 'speed', veryfast: 'speed', faster: 'balanced', medium: 'quality' }[wanted.preset]],
      ...['-rc', 'cqp', '-qp_i', quantizer(wanted), '-qp_p', quantizer(wanted)],
      ...closedGroups(wanted),
    ],
  }),
  // A share of the best; Macs with an Intel chip cannot be told one, and are not offered it.
  videotoolbox: (wanted) => ({
    pixels: 'nv12',
    told: ['-q:v', String(Math.round(100 - 1.75 * wanted.crf)), ...closedGroups(wanted)],
  }),
  vaapi: (wanted) => ({
    device: ['-init_hw_device', 'vaapi=card', '-filter_hw_device', 'card'],
    filters: ['format=nv12', 'hwupload'],
    told: ['-rc_mode', 'CQP', '-global_quality', quantizer(wanted), ...closedGroups(wanted)],
  }),
};

function closedGroups({ distance }: Wanted): string[] {
  return ['-bf', '0', '-g', String(distance), '-flags', '+cgop+bitexact'];
}

/** H.264 and H.265 share a scale of 0..51; AV1's goes to 255. */
function quantizer({ codec, crf }: Wanted): string {
  return String(codec === 'av1' ? crf * 5 : crf);
}

const SOFTWARE: Readonly<Record<Codec, (wanted: Wanted) => readonly string[]>> = {
  h264: ({ preset, crf, distance }) => [
    ...['-preset', preset, '-crf', String(crf), '-threads', '0'],
    // ultrafast alone goes without B-frames; with them it is as fast here, and the file 0.4 of the size.
    ...['-bf', '3', '-g', String(distance), '-sc_threshold', '0', '-flags', '+cgop+bitexact'],
    // A part of the frame a thread, not a frame a thread: a tenth less work when frames are as quick as this.
    ...(preset === 'ultrafast' ? ['-x264-params', 'sliced-threads=1'] : []),
  ],
  // Measured on our pictures (docs/decisions/0015): one preset slower than x264's, and the same crf looks the same.
  h265: ({ preset, crf, distance }) => [
    ...['-preset', { ultrafast: 'veryfast', veryfast: 'faster', faster: 'fast', medium: 'medium' }[preset]],
    ...['-crf', String(crf), '-g', String(distance), '-flags', '+cgop+bitexact'],
    ...['-x265-params', `open-gop=0:scenecut=0:info=0:log-level=error${crf === 0 ? ':lossless=1' : ''}`],
  ],
  // The same; three steps of AV1's crf, which goes to 63, look like one of x264's.
  av1: ({ preset, crf, distance }) => [
    ...['-preset', { ultrafast: '12', veryfast: '10', faster: '8', medium: '6' }[preset]],
    ...['-crf', String(Math.min(63, Math.max(1, 35 + 3 * (crf - 23))))],
    ...['-g', String(distance), '-flags', '+cgop+bitexact'],
  ],
};
