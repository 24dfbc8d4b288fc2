/** The command lines of ffmpeg that music, ambience and loudness need. Pure: data in, arguments out. */
import { localFile, NO_INPUT, QUIET, REPEATABLE } from './arguments.ts';

/** As talkative as a measurement is, without a line every half second. */
const MEASURE = ['-hide_banner', '-nostats', '-v', 'info', '-y'];

/** Samples a second of everything that is mixed. */
export const MIX_RATE = 48_000;

/** A sound file's loudness, on standard error (parseLoudness). */
export function measureSound(file: string): string[] {
  return [...MEASURE, ...NO_INPUT, '-i', localFile(file), '-map', '0:a:0', '-af', meter(), '-f', 'null', '-'];
}

/** ebur128's measuring alone, with no line for each tenth of a second. True peaks take three times as long as the rest. */
export function meter({ truePeak = false }: { readonly truePeak?: boolean } = {}): string {
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

/** The first sound of any file as it is, nothing encoded again. */
export function keepMusic(file: string, output: string): string[] {
  return [
    ...[...QUIET, ...NO_INPUT, '-i', localFile(file), '-map', '0:a:0', '-c', 'copy', '-map_metadata', '-1'],
    ...['-map_chapters', '-1', ...REPEATABLE, '-f', 'matroska', localFile(output)],
  ];
}
