/** The command lines of ffmpeg for what is written beside a film. Pure: data in, arguments out. */
import {
  localFile,
  NO_INPUT,
  QUIET,
  REPEATABLE,
  resampled,
  samplesFromInput,
  SOUND_FORMATS,
  type SoundArguments,
} from './arguments.ts';

export interface NarrationArguments extends Pick<SoundArguments, 'inputRate' | 'outputRate' | 'outputSamples'> {
  readonly format: 'wav' | 'mp3';
  readonly title: string;
  readonly output: string;
}

/** Raw mono samples from standard input to a sound file. */
export function encodeNarration({ format, title, output, ...sound }: NarrationArguments): string[] {
  return [
    ...[...QUIET, ...samplesFromInput(sound.inputRate), '-af', resampled(sound), '-metadata', `title=${title}`],
    ...[...SOUND_FORMATS[format], ...REPEATABLE, localFile(output)],
  ];
}

export interface TeaserArguments {
  readonly film: string;
  /** Stretches of the film, in seconds, one after the other. */
  readonly clips: readonly { readonly start: number; readonly seconds: number }[];
  readonly width: number;
  readonly height: number;
  readonly fps: number;
}

/** Stretches of a film as raw RGB frames on standard output. */
export function teaserFrames(teaser: TeaserArguments): string[] {
  return [
    ...[...clipInputs(teaser), '-filter_complex', `${joinedClips(teaser)}[teaser]`],
    ...['-map', '[teaser]', '-pix_fmt', 'rgb24', '-f', 'rawvideo', 'pipe:1'],
  ];
}

/** Stretches of a film as a GIF that plays for ever, with a palette made for them. */
export function teaserGif(teaser: TeaserArguments & { readonly output: string }): string[] {
  // What moves counts for the palette; an ordered pattern does not crawl from frame to frame, and packs well.
  const palette =
    'split[a][b];[a]palettegen=stats_mode=diff[palette];[b][palette]paletteuse=dither=bayer:bayer_scale=4';
  return [
    ...[...clipInputs(teaser), '-filter_complex', `${joinedClips(teaser)},${palette}:diff_mode=rectangle[teaser]`],
    ...['-map', '[teaser]', '-loop', '0', ...REPEATABLE, '-f', 'gif', localFile(teaser.output)],
  ];
}

function clipInputs({ film, clips }: TeaserArguments): string[] {
  const inputs = clips.flatMap(({ start, seconds }) => [
    ...['-ss', start.toFixed(3), '-t', seconds.toFixed(3), '-i', localFile(film)],
  ]);
  return [...QUIET, ...NO_INPUT, ...inputs];
}

function joinedClips({ clips, width, height, fps }: TeaserArguments): string {
  const scale = `scale=${String(width)}:${String(height)}:flags=lanczos`;
  const each = clips.map((_, index) => `[${String(index)}:v:0]fps=${String(fps)},${scale},setsar=1[c${String(index)}]`);
  const all = clips.map((_, index) => `[c${String(index)}]`).join('');
  return [...each, `${all}concat=n=${String(clips.length)}:v=1:a=0`].join(';');
}
