/** The command lines of ffmpeg that music, ambience and loudness need. Pure: data in, arguments out. */
import { AAC, CLOCK, localFile, NO_INPUT, QUIET, REPEATABLE, resampled, samplesFromInput } from './arguments.ts';

/** As talkative as a measurement is, without a line every half second. */
const MEASURE = ['-hide_banner', '-nostats', '-v', 'info', '-y'];

/** Samples a second of everything that is mixed. */
export const MIX_RATE = 48_000;

/** A sound file's loudness, on standard error (parseLoudness); true peaks take three times as long as the rest. */
export function measureSound(file: string, what: { readonly truePeak?: boolean } = {}): string[] {
  return [...MEASURE, ...NO_INPUT, '-i', localFile(file), '-map', '0:a:0', '-af', meter(what), '-f', 'null', '-'];
}

/** ebur128's measuring alone, with no line for each tenth of a second. */
function meter({ truePeak = false }: { readonly truePeak?: boolean } = {}): string {
  return `ebur128=framelog=quiet${truePeak ? ':peak=true' : ''}`;
}

/**
 * The sound of any file as what is mixed: stereo, 16 bit, 48 kHz, at most so many seconds of it. Its loudness is told on
 * standard error.
 */
export function decodeMusic(file: string, seconds: number, wave: string): string[] {
  return [
    ...[...MEASURE, ...NO_INPUT, '-i', localFile(file), '-map', '0:a:0', '-t', String(seconds)],
    ...['-af', `aresample=${String(MIX_RATE)}:osf=s16,aformat=channel_layouts=stereo,${meter()}`],
    ...['-c:a', 'pcm_s16le', ...REPEATABLE, '-map_metadata', '-1', '-f', 'wav', localFile(wave)],
  ];
}

/** The first sound of any file as raw mono float samples on standard output; what is damaged is told on standard error. */
export function decodeSpeech(file: string, rate: number): string[] {
  return [
    ...['-hide_banner', '-nostats', '-v', 'error', ...NO_INPUT, '-i', localFile(file), '-map', '0:a:0'],
    ...['-ac', '1', '-ar', String(rate), '-c:a', 'pcm_f32le', '-f', 'f32le', 'pipe:1'],
  ];
}

/** The first sound of any file as it is, nothing encoded again. */
export function keepMusic(file: string, output: string): string[] {
  return [
    ...[...QUIET, ...NO_INPUT, '-i', localFile(file), '-map', '0:a:0', '-c', 'copy', '-map_metadata', '-1'],
    ...['-map_chapters', '-1', ...REPEATABLE, '-f', 'matroska', localFile(output)],
  ];
}

/** Raw narration from standard input as a WAV file, and its loudness on standard error. */
export function encodeNarration({ inputRate, outputSamples, wave }: NarrationArguments): string[] {
  const sound = resampled({ outputRate: MIX_RATE, outputSamples });
  return [
    ...[...MEASURE, ...samplesFromInput(inputRate), '-af', `${sound},${meter()}`],
    ...['-c:a', 'pcm_s16le', ...REPEATABLE, '-f', 'wav', localFile(wave)],
  ];
}

export interface NarrationArguments {
  /** Of the raw mono 16-bit samples on standard input. */
  readonly inputRate: number;
  /** Exactly so many samples come out. */
  readonly outputSamples: number;
  readonly wave: string;
}

/** What is mixed before it is known how loud that is. */
const RAW = ['-f', 'f32le', '-ar', String(MIX_RATE), '-ch_layout', 'stereo'];
/** The four channels of layUnder. */
const UNDER = ['-f', 's16le', '-ar', String(MIX_RATE), '-ch_layout', 'quad'];

/**
 * How music and ambience give way to the voice. What decides is only whether somebody speaks, not how loud: the voice is made
 * so loud for it that it clips. Before a word the music has gone, and it comes back after a breath.
 */
const DUCKING = {
  /** Decibels that the voice's loudest sample is made louder beyond full scale. */
  drive: 24,
  /** Seconds that the music goes before the voice begins. */
  ahead: 0.2,
  /** Milliseconds. */
  attack: 120,
  release: 1600,
  threshold: 0.1,
  /** Ratios above the threshold, which is 20 dB down: 11 dB less of the music, 5 dB less of the ambience. */
  music: 2.25,
  ambience: 1.35,
} as const;

export interface MixArguments {
  /** Mono WAV file, 48 kHz. */
  readonly narration: string;
  /** Its loudest sample, 0..1; 0 is silence, to which nothing gives way. */
  readonly peak: number;
  /** Of the narration. */
  readonly volume: number;
  /** Music and ambience come on standard input. */
  readonly under: boolean;
  /** Raw stereo samples, 32 bit floating point. */
  readonly output: string;
}

/** The voice over what gives way to it; the loudness of both together on standard error. */
export function mixSounds({ narration, peak, volume, under, output }: MixArguments): string[] {
  const voice = `volume=${number(volume)},aformat=sample_fmts=flt,pan=stereo|c0=c0|c1=c0`;
  const write = ['-map', '[mix]', '-c:a', 'pcm_f32le', '-f', 'f32le', localFile(output)];
  const read = [...MEASURE, '-i', localFile(narration)];
  if (!under) return [...read, '-filter_complex', `[0:a]${voice},${meter()}[mix]`, ...write];
  const beds =
    '[1:a]asplit[four][more];[four]pan=stereo|c0=c0|c1=c1,apad[music];[more]pan=stereo|c0=c2|c1=c3,apad[place]';
  const ducked = peak > 0 ? duck(peak) : ';[music]anull[low];[place]anull[around]';
  const graph = `[0:a]asplit[said][key];[said]${voice}[voice];${beds}${peak > 0 ? '' : ';[key]anullsink'}${ducked}`;
  const all = `[voice][low][around]amix=inputs=3:duration=first:normalize=0,${meter()}[mix]`;
  return [...read, ...UNDER, '-i', 'pipe:0', '-filter_complex', `${graph};${all}`, ...write];
}

/**
 * Neither input of a sidechain ends before the voice does (`apad` has no end): ffmpeg's compressor ends as soon as one of them has,
 * whatever it holds of the other, so a slow start of the narration's file would cut the music's end off.
 */
function duck(peak: number): string {
  const { drive, ahead, attack, release, threshold, music, ambience } = DUCKING;
  const gain = 10 ** (drive / 20) / peak;
  const times = `threshold=${String(threshold)}:attack=${String(attack)}:release=${String(release)}`;
  return [
    `;[key]volume=${number(gain)},aformat=sample_fmts=s16,atrim=start=${String(ahead)},asetpts=N/SR/TB`,
    `,apad,aformat=sample_fmts=dbl,pan=stereo|c0=c0|c1=c0,asplit[heard][also]`,
    `;[music][heard]sidechaincompress=ratio=${String(music)}:${times}[low]`,
    `;[place][also]sidechaincompress=ratio=${String(ambience)}:${times}[around]`,
  ].join('');
}

export interface Level {
  /** Decibels, for all of it. */
  readonly gain: number;
  /** dBFS: single samples above it are turned down, with what is around them. */
  readonly ceiling: number;
}

/** What was mixed, at its final loudness, as AAC. */
export function levelSound(input: string, level: Level, compressed: string): string[] {
  return [
    ...[...QUIET, ...NO_INPUT, ...RAW, '-i', localFile(input), '-af', levelled(level)],
    ...[...AAC, ...REPEATABLE, '-f', 'ipod', localFile(compressed)],
  ];
}

/** The same as the sound of one segment, which is taken over as it is; with the index in front. */
export function levelPreview(input: string, level: Level, segment: string, output: string): string[] {
  return [
    ...[...QUIET, ...NO_INPUT, '-i', localFile(segment), ...RAW, '-i', localFile(input)],
    ...['-filter_complex', `[1:a]${levelled(level)}[sound]`, '-map', '0:v', '-c:v', 'copy', '-map', '[sound]', ...AAC],
    ...['-video_track_timescale', String(CLOCK), '-movflags', '+faststart', ...REPEATABLE],
    ...['-f', 'mp4', localFile(output)],
  ];
}

function levelled({ gain, ceiling }: Level): string {
  const limit = `limit=${number(10 ** (ceiling / 20))}:attack=5:release=80:level=false:latency=true`;
  return `volume=${number(gain)}dB,alimiter=${limit}`;
}

/** Without an exponent, which filters do not read. */
function number(value: number): string {
  return value.toFixed(6);
}
