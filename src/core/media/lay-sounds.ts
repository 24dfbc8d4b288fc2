/** Music and ambience, laid on their places under a film: faded, repeated, at their loudness. */
import { open, type FileHandle } from 'node:fs/promises';
import { ErrorCode, StudioError } from '../../shared/errors.ts';
import { MIX_RATE } from './sound-arguments.ts';
import { readWaveInfo, type WaveInfo } from './wave.ts';

/** A sound file (stereo, 16 bit, 48 kHz) under a part of the film. Seconds. */
export interface LaidSound {
  readonly path: string;
  readonly start: number;
  readonly end: number;
  readonly fadeIn: number;
  readonly fadeOut: number;
  /** How long its end and its next beginning are heard together where it is repeated; 0 for a loop without a seam. */
  readonly seam: number;
  /** Of its samples. */
  readonly gain: number;
}

/** So many samples of each side are laid at a time. */
const PIECE = MIX_RATE;

/**
 * What lies under the narration, piece by piece: four channels of 16 bit, music left and right, ambience left and right.
 * Exactly `samples` of each.
 * @throws StudioError `corrupt` for a file that is not what it should be
 */
export async function* layUnder(
  { music, ambience }: { readonly music: readonly LaidSound[]; readonly ambience: readonly LaidSound[] },
  samples: number,
): AsyncGenerator<Int16Array> {
  const files = new Map<string, OpenSound>();
  const opened = async (path: string): Promise<OpenSound> => {
    const known = files.get(path) ?? (await openSound(path));
    files.set(path, known);
    return known;
  };
  try {
    for (let from = 0; from < samples; from += PIECE) {
      const length = Math.min(PIECE, samples - from);
      const piece = new Float32Array(length * 4);
      for (const [sounds, channel] of [[music, 0] as const, [ambience, 2] as const]) {
        for (const sound of sounds) {
          if (sound.gain > 0) await lay(piece, channel, from, sound, opened);
        }
      }
      yield rounded(piece);
    }
  } finally {
    for (const { file } of files.values()) await file.close();
  }
}

function rounded(piece: Float32Array): Int16Array {
  const samples = new Int16Array(piece.length);
  for (let index = 0; index < piece.length; index += 1) {
    const sample = Math.round(piece[index]!);
    samples[index] = sample > 32_767 ? 32_767 : sample < -32_768 ? -32_768 : sample;
  }
  return samples;
}

interface OpenSound {
  readonly file: FileHandle;
  readonly info: WaveInfo;
}

async function openSound(path: string): Promise<OpenSound> {
  const info = await readWaveInfo(path);
  if (info.channels !== 2 || info.bitsPerSample !== 16 || info.sampleRate !== MIX_RATE) {
    throw new StudioError(ErrorCode.corrupt, `${path} is not music as it was made: stereo, 16 bit, 48 kHz.`, {
      hint: 'Run `storyloom cache verify`, then try again: what is damaged is made anew.',
      data: { path, ...info },
    });
  }
  return { file: await open(path), info };
}

/** Adds what of a sound falls into a piece that begins at the film's sample `from`. */
async function lay(
  piece: Float32Array,
  channel: number,
  from: number,
  sound: LaidSound,
  opened: (path: string) => Promise<OpenSound>,
): Promise<void> {
  const [begins, ends] = [sound.start, sound.end].map((seconds) => Math.round(seconds * MIX_RATE)) as [number, number];
  const first = Math.max(from, begins);
  const last = Math.min(from + piece.length / 4, ends);
  if (first >= last) return;
  const source = await opened(sound.path);
  const whole = source.info.samples;
  // What is shorter than two seams is repeated with a shorter one.
  const seam = Math.min(Math.round(sound.seam * MIX_RATE), Math.floor(whole / 3));
  const step = whole - seam;
  const fades = { in: Math.round(sound.fadeIn * MIX_RATE), out: Math.round(sound.fadeOut * MIX_RATE) };
  for (let copy = Math.max(0, Math.floor((first - begins - seam) / step)); begins + copy * step < last; copy += 1) {
    const starts = begins + copy * step;
    const [low, high] = [Math.max(first, starts), Math.min(last, starts + whole)];
    if (low >= high) continue;
    const samples = await readSamples(source, low - starts, high - low);
    const gainAt = (index: number): number =>
      ramp(index - begins, fades.in) *
      ramp(ends - 1 - index, fades.out) *
      (copy === 0 ? 1 : ramp(index - starts, seam)) *
      // The last copy has no next one to go over into, but then it does not reach its end either.
      ramp(starts + whole - 1 - index, seam);
    // Each of the four is flat in its middle: what is whole at both ends of a piece is whole within.
    const isFlat = gainAt(low) === 1 && gainAt(high - 1) === 1;
    let target = (low - from) * 4 + channel;
    for (let at = 0; at < samples.length; at += 2) {
      const gain = isFlat ? sound.gain : sound.gain * gainAt(low + at / 2);
      piece[target]! += samples[at]! * gain;
      piece[target + 1]! += samples[at + 1]! * gain;
      target += 4;
    }
  }
}

/** From silence at 0 to all of it after `length`: two that cross are together as loud as one. */
function ramp(place: number, length: number): number {
  return place >= length ? 1 : Math.sin((Math.PI / 2) * ((place + 0.5) / length));
}

async function readSamples({ file, info }: OpenSound, first: number, count: number): Promise<Int16Array> {
  const samples = new Int16Array(count * 2);
  await file.read(Buffer.from(samples.buffer), 0, samples.byteLength, info.dataOffset + first * 4);
  return samples;
}
