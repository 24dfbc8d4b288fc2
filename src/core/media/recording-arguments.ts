/** The command lines of ffmpeg that a teller's recording needs. Pure: data in, arguments out. */
import { localFile, NO_INPUT, QUIET, REPEATABLE } from './arguments.ts';

/** Samples a second of what tells a film: all that narrators give. */
const RECORDING_RATE = 24_000;

const WAVE = ['-c:a', 'pcm_s16le', ...REPEATABLE, '-map_metadata', '-1', '-f', 'wav'];

/** The first sound of any file as a WAV file: mono, 16 bit, every sample from its beginning on. */
export function unpackRecording(file: string, wave: string): string[] {
  return [
    ...[...QUIET, ...NO_INPUT, '-i', localFile(file), '-map', '0:a:0'],
    ...['-af', `aresample=${String(RECORDING_RATE)}:osf=s16`, '-ac', '1', ...WAVE, localFile(wave)],
  ];
}

/** Hz: below that there is no voice, only steps, wind and hum. */
const RUMBLE = 70;
/** Hz on both sides of a hum together. */
const NOTCH = 4;

/** Takes out rumble, and hum where there is some. @param hum Hz */
export function withoutHum(input: string, hum: readonly number[], wave: string): string[] {
  const notches = hum.map((frequency) => `bandreject=f=${String(frequency)}:width_type=h:w=${String(NOTCH)}`);
  return filtered(input, [`highpass=f=${String(RUMBLE)}`, ...notches], wave);
}

/** dB by which hiss is made softer; more begins to sound like water. */
const REDUCTION = 15;
/** dB: the estimate of the hiss is of its softest part. */
const ABOVE_FLOOR = 4;
/** What afftdn takes. */
const FLOORS = [-80, -20] as const;
/** afftdn gives its sound so much later than it takes it: one of its steps, a 40th of a second. */
const DELAY = RECORDING_RATE / 40;

/** Takes out hiss. @param floor dBFS of what is heard where nobody speaks */
export function withoutHiss(input: string, floor: number, wave: string): string[] {
  const [least, most] = FLOORS;
  const level = Math.min(most, Math.max(least, floor + ABOVE_FLOOR));
  return filtered(
    input,
    [
      `apad=pad_len=${String(DELAY)}`,
      `afftdn=nr=${String(REDUCTION)}:nf=${level.toFixed(1)}`,
      `atrim=start_sample=${String(DELAY)}`,
      'asetpts=PTS-STARTPTS',
    ],
    wave,
  );
}

/** What `withoutHum` and `withoutHiss` are made of; an ffmpeg of one's own may lack one. */
export const CLEANING_FILTERS = ['highpass', 'bandreject', 'afftdn', 'asetpts'] as const;

function filtered(input: string, filters: readonly string[], wave: string): string[] {
  return [...QUIET, ...NO_INPUT, '-i', localFile(input), '-af', filters.join(','), ...WAVE, localFile(wave)];
}
