/** The command lines of ffmpeg that films need. Pure: data in, arguments out. */
import { type BurnedCaptions, burnInFilter } from './burn-in.ts';
import type { EncoderSettings } from './encoders/settings.ts';
import { encodingOf } from './encoders/table.ts';

export interface FrameSize {
  readonly width: number;
  readonly height: number;
}

/**
 * Ticks a second of every segment's clock: a whole number of them for a frame at 24, 25, 30 and 60 a second, and the same
 * in all segments, so that they join without rounding.
 */
export const CLOCK = 90_000;
/** 192 kbit/s AAC. The fast coder makes the same at this rate in a third of the time. */
export const AAC = ['-c:a', 'aac', '-aac_coder', 'fast', '-b:a', '192k'];
/** Nothing in a file that tells when or by which version it was made. */
export const REPEATABLE = ['-fflags', '+bitexact', '-flags', '+bitexact'];
export const QUIET = ['-hide_banner', '-v', 'warning', '-y'];
/** For programs that read their input from a file: the terminal stays ours. */
export const NO_INPUT = ['-nostdin'];
/** HD colour; chroma lies level with the left of two luma samples, between the rows (src/core/motion/sampler.ts). */
const COLOUR = ['-color_range', 'tv', '-colorspace', 'bt709', '-color_primaries', 'bt709', '-color_trc', 'bt709'];

/** One still picture of any format as raw yuv420p of that size, on standard output. Damage is an error. */
export function decodePicture(file: string, size: FrameSize): string[] {
  const scale = [
    `w=${String(size.width)}:h=${String(size.height)}`,
    'flags=lanczos+accurate_rnd+full_chroma_int',
    'out_color_matrix=bt709:out_range=tv:out_h_chr_pos=0:out_v_chr_pos=128',
  ].join(':');
  return [
    ...['-hide_banner', '-v', 'warning', ...NO_INPUT, '-xerror', '-err_detect', '+crccheck+explode'],
    ...['-i', localFile(file), '-frames:v', '1', '-vf', `scale=${scale},format=yuv420p`, '-f', 'rawvideo', 'pipe:1'],
  ];
}

export interface SegmentArguments extends EncoderSettings {
  readonly size: FrameSize;
  readonly fps: number;
  readonly frames: number;
  readonly output: string;
  readonly captions?: BurnedCaptions | undefined;
}

/**
 * Raw yuv420p frames from standard input to a segment of a film, which begins with a key frame and refers to nothing
 * outside itself.
 */
export function encodeSegment({ size, fps, frames, output, captions, ...settings }: SegmentArguments): string[] {
  const { device, filters, encoder, delay } = encodingOf(settings, fps);
  // Words before the frames go to the graphics card.
  const pictured = [...(captions ? [burnInFilter(captions)] : []), ...filters];
  return [
    ...[...QUIET, ...device],
    ...['-f', 'rawvideo', '-pixel_format', 'yuv420p', '-video_size', `${String(size.width)}x${String(size.height)}`],
    ...['-framerate', String(fps), '-i', 'pipe:0', '-frames:v', String(frames)],
    ...(pictured.length > 0 ? ['-vf', pictured.join(',')] : []),
    ...[...encoder, ...COLOUR, '-chroma_sample_location', 'left'],
    // As if more had come: without it a segment as short as this would be decoded later than its neighbours, and not join.
    ...(frames <= delay ? ['-bsf:v', `setts=dts=DTS-${String(delay)}`] : []),
    ...['-video_track_timescale', String(CLOCK), '-fflags', '+bitexact', '-f', 'mp4', localFile(output)],
  ];
}

export interface SoundArguments {
  /** Of the raw mono 16-bit samples on standard input. */
  readonly inputRate: number;
  readonly outputRate: number;
  /** Exactly so many samples come out. */
  readonly outputSamples: number;
  /** Uncompressed, for whoever wants to edit it. */
  readonly wave: string;
  /** AAC for the film. */
  readonly compressed: string;
}

/** Raw mono samples from standard input to the film's sound, in both forms at once. */
export function encodeSound(sound: SoundArguments): string[] {
  return [
    ...QUIET,
    ...samplesFromInput(sound.inputRate),
    ...['-filter_complex', `[0:a]${resampled(sound)},asplit[wave][compressed]`],
    ...['-map', '[wave]', '-c:a', 'pcm_s16le', ...REPEATABLE, '-f', 'wav', localFile(sound.wave)],
    ...['-map', '[compressed]', ...AAC, ...bandOf(sound), ...REPEATABLE, '-f', 'ipod', localFile(sound.compressed)],
  ];
}

/** Nothing is above half the rate that the sound came with: not looked at there, it takes a quarter of the time less. */
function bandOf({ inputRate }: SoundArguments): string[] {
  return ['-cutoff', String(Math.min(20_000, inputRate / 2))];
}

export interface PreviewArguments extends Pick<SoundArguments, 'inputRate' | 'outputRate' | 'outputSamples'> {
  /** One scene's segment, which is taken over as it is. */
  readonly segment: string;
  readonly output: string;
}

/** Raw mono samples from standard input as the sound of one segment, with the index in front. */
export function addSound({ segment, output, ...sound }: PreviewArguments): string[] {
  return [
    ...QUIET,
    ...['-i', localFile(segment), ...samplesFromInput(sound.inputRate)],
    ...['-filter_complex', `[1:a]${resampled(sound)}[sound]`, '-map', '0:v', '-c:v', 'copy', '-map', '[sound]', ...AAC],
    ...['-video_track_timescale', String(CLOCK), '-movflags', '+faststart', ...REPEATABLE],
    ...['-f', 'mp4', localFile(output)],
  ];
}

export function samplesFromInput(rate: number): string[] {
  return ['-f', 's16le', '-ar', String(rate), '-ch_layout', 'mono', '-i', 'pipe:0'];
}

/** A long filter: nothing above the voice's own band is let through as an echo of it. */
export function resampled({ outputRate, outputSamples }: Pick<SoundArguments, 'outputRate' | 'outputSamples'>): string {
  const resample = `aresample=${String(outputRate)}:filter_size=64:phase_shift=10:cutoff=0.97:osf=s16`;
  return `${resample},apad=whole_len=${String(outputSamples)},atrim=end_sample=${String(outputSamples)}`;
}

export interface JoinArguments {
  /** A list for the concat demuxer (concatList). */
  readonly list: string;
  readonly sound: string;
  /** Title and chapters (filmMetadata). */
  readonly metadata: string;
  /** ISO 639-2, of the narration. */
  readonly language: string;
  /** A SubRip file with captions that players can turn on. */
  readonly subtitles?: string;
  /** A JPEG that players and folders show the film by. */
  readonly cover?: string;
  readonly output: string;
}

/** Segments and sound to a film, nothing encoded again, with its index in front. */
export function joinFilm({ list, sound, metadata, language, subtitles, cover, output }: JoinArguments): string[] {
  const coverInput = subtitles === undefined ? 3 : 4;
  return [
    ...QUIET,
    // A segment that cannot be read is the end, not a film without it.
    ...[...NO_INPUT, '-xerror'],
    ...['-f', 'concat', '-safe', '0', '-i', list, '-i', localFile(sound), '-f', 'ffmetadata', '-i', metadata],
    ...(subtitles === undefined ? [] : ['-f', 'srt', '-i', localFile(subtitles)]),
    ...(cover === undefined ? [] : ['-f', 'mjpeg', '-i', localFile(cover)]),
    ...['-map', '0:v', '-map', '1:a', '-map_metadata', '2', '-map_chapters', '2', '-c', 'copy'],
    ...(subtitles === undefined ? [] : ['-map', '3:s', '-c:s', 'mov_text', '-metadata:s:s:0', `language=${language}`]),
    // After the film's own pictures, or a player would take it for them.
    ...(cover === undefined ? [] : ['-map', `${String(coverInput)}:v`, '-disposition:v:1', 'attached_pic']),
    ...['-metadata:s:a:0', `language=${language}`, '-video_track_timescale', String(CLOCK), '-movflags', '+faststart'],
    ...[...REPEATABLE, '-f', 'mp4', localFile(output)],
  ];
}

/** Kinds of file that narration can be saved as, by their ending, and what ffmpeg calls them. */
export const SOUND_FORMATS = {
  wav: ['-c:a', 'pcm_s16le', '-f', 'wav'],
  mp3: ['-c:a', 'libmp3lame', '-b:a', '192k', '-f', 'mp3'],
  m4a: [...AAC, '-movflags', '+faststart', '-f', 'ipod'],
  flac: ['-c:a', 'flac', '-f', 'flac'],
  ogg: ['-c:a', 'libvorbis', '-q:a', '6', '-f', 'ogg'],
} as const satisfies Record<string, readonly string[]>;
export type SoundFormat = keyof typeof SOUND_FORMATS;

export function isSoundFormat(ending: string): ending is SoundFormat {
  return Object.hasOwn(SOUND_FORMATS, ending);
}

export const SOUND_ENDINGS = Object.keys(SOUND_FORMATS) as readonly SoundFormat[];

/** The encoder that a format needs; not every ffmpeg has all of them. */
export function encoderOf(format: SoundFormat): string {
  return SOUND_FORMATS[format][1];
}

/** A WAV file from standard input to another kind of sound file. */
export function convertSound(format: SoundFormat, output: string, title: string | undefined): string[] {
  return [
    ...[...QUIET, '-f', 'wav', '-i', 'pipe:0', '-map_metadata', '-1'],
    ...(title === undefined ? [] : ['-metadata', `title=${title}`]),
    ...[...SOUND_FORMATS[format], ...REPEATABLE, localFile(output)],
  ];
}

/** Opens a file, decodes nothing: ffmpeg describes it on standard error, and fails if it cannot. */
export function describeFile(file: string): string[] {
  const open = ['-hide_banner', '-v', 'info', ...NO_INPUT, '-i', localFile(file)];
  return [...open, ...['-map', '0', '-c', 'copy', '-t', '0', '-f', 'null', '-']];
}

/** What ffprobe is asked. */
export function probeFile(file: string): string[] {
  return ['-v', 'error', '-show_format', '-show_streams', '-show_chapters', '-of', 'json', localFile(file)];
}

/** So that a name like 'a:b.mp4' or '-x.mp4' is not taken for a protocol or an option. */
export function localFile(path: string): string {
  return `file:${path}`;
}
