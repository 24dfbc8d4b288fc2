import { open } from 'node:fs/promises';
import { ErrorCode, StudioError, throwIfCancelled } from '../../shared/errors.ts';
import { readWaveInfo } from './wave.ts';

/** A spoken piece: a WAV file of mono 16-bit samples, and where it begins in the film. */
export interface PlacedChunk {
  readonly path: string;
  readonly startSample: number;
}

export interface Placement {
  readonly chunks: readonly PlacedChunk[];
  /** Of all chunks and of the result. */
  readonly sampleRate: number;
  readonly totalSamples: number;
}

/** Faded in and out over so long at each end, so that a piece that does not end in silence does not click. */
const FADE_SECONDS = 0.003;
const BYTES = Int16Array.BYTES_PER_ELEMENT;
/** Silence is written in pieces of so many samples. */
const PIECE = 65_536;

/** The largest sample of all chunks, 0..1. */
export async function findPeak({ chunks, sampleRate }: Placement, signal?: AbortSignal): Promise<number> {
  let peak = 0;
  for (const chunk of chunks) {
    if (signal) throwIfCancelled(signal);
    for (const sample of await readSamples(chunk.path, sampleRate)) peak = Math.max(peak, Math.abs(sample));
  }
  return peak / 32_768;
}

/**
 * The narration of a whole film, piece by piece: exactly `totalSamples` 16-bit samples, every chunk on its own sample.
 * @throws StudioError `corrupt` for a chunk that is no mono WAV file of that rate, `internal` for chunks that overlap.
 */
export async function* layNarration(
  { chunks, sampleRate, totalSamples }: Placement,
  gain: number,
): AsyncGenerator<Int16Array> {
  let position = 0;
  for (const chunk of chunks) {
    const samples = await readSamples(chunk.path, sampleRate);
    const end = chunk.startSample + samples.length;
    if (chunk.startSample < position || end > totalSamples) {
      throw new StudioError(ErrorCode.internal, 'The spoken pieces do not fit the timeline.', {
        data: { ...chunk, end, position, totalSamples },
      });
    }
    yield* silence(chunk.startSample - position);
    yield shape(samples, gain, Math.round(FADE_SECONDS * sampleRate));
    position = end;
  }
  yield* silence(totalSamples - position);
}

function* silence(samples: number): Generator<Int16Array> {
  for (let left = samples; left > 0; left -= PIECE) yield new Int16Array(Math.min(left, PIECE));
}

/** Louder or softer by the gain, and faded at both ends; in place. */
function shape(samples: Int16Array, gain: number, fade: number): Int16Array {
  const length = samples.length;
  if (gain !== 1) for (let index = 0; index < length; index += 1) samples[index] = Math.round(samples[index]! * gain);
  const ramp = Math.min(fade, Math.floor(length / 2));
  for (let index = 0; index < ramp; index += 1) {
    const part = (index + 0.5) / ramp;
    samples[index] = Math.round(samples[index]! * part);
    samples[length - 1 - index] = Math.round(samples[length - 1 - index]! * part);
  }
  return samples;
}

async function readSamples(path: string, sampleRate: number): Promise<Int16Array> {
  const info = await readWaveInfo(path);
  if (info.channels !== 1 || info.bitsPerSample !== 16 || info.sampleRate !== sampleRate) {
    throw new StudioError(
      ErrorCode.corrupt,
      `${path} is not speech as it was made: mono, 16 bit, ${String(sampleRate)} Hz.`,
      {
        hint: 'Run `storyloom cache verify`, then try again: what is damaged is made anew.',
        data: { path, ...info },
      },
    );
  }
  const samples = new Int16Array(info.samples);
  const file = await open(path);
  try {
    await file.read(Buffer.from(samples.buffer), 0, samples.length * BYTES, info.dataOffset);
  } finally {
    await file.close();
  }
  return samples;
}
