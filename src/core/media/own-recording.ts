/** A teller's recording, unpacked and cleaned: once for a film, whatever is cut from it. */
import { open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ErrorCode, isStudioError, StudioError } from '../../shared/errors.ts';
import { findHum, floorOf, HUM_SECONDS, levelOf, LEVEL_SECONDS, type Hum } from './noise.ts';
import { CLEANING_FILTERS, unpackRecording, withoutHiss, withoutHum } from './recording-arguments.ts';
import type { MediaTools } from './tools.ts';
import { readWaveInfo } from './wave.ts';

export interface UnpackedRecording {
  /** Of the WAV file: mono, 16 bit. */
  readonly samples: number;
  readonly sampleRate: number;
  /** What cleaning did: dBFS where nobody speaks, before and after, and the mains' Hz where they hummed. */
  readonly cleaned?: { readonly before: number; readonly after: number; readonly hum?: Hum['base'] };
}

export interface RecordingRequest {
  readonly path: string;
  /** The file's own, for people. */
  readonly name: string;
  readonly clean: boolean;
  readonly wave: string;
  /** For what lies there in between. */
  readonly folder: string;
}

/**
 * To a WAV file, sample by sample where the recording has it. The recording itself is only read.
 * @throws StudioError `corrupt` when it cannot be decoded, `missing` when this ffmpeg cannot clean
 */
export async function unpackAndClean(
  tools: MediaTools,
  { path, name, clean, wave, folder }: RecordingRequest,
  { signal }: { readonly signal?: AbortSignal | undefined } = {},
): Promise<UnpackedRecording> {
  if (clean) checkCleaning(tools);
  await tools.run(unpackRecording(path, wave), { signal }).catch((cause: unknown) => {
    if (!isStudioError(cause) || cause.code !== ErrorCode.tool) throw cause;
    throw new StudioError(ErrorCode.corrupt, `${name} cannot be played to its end: it is damaged.`, {
      hint: 'Take another copy of the recording.',
      cause,
    });
  });
  const { samples, sampleRate } = await readWaveInfo(wave);
  if (!clean) return { samples, sampleRate };
  const before = await listenTo(wave);
  const [humless, hissless] = [join(folder, 'humless.wav'), join(folder, 'hissless.wav')];
  await tools.run(withoutHum(wave, before.hum?.frequencies ?? [], humless), { signal });
  await tools.run(withoutHiss(humless, (await listenTo(humless)).floor, hissless), { signal });
  await rm(humless);
  await rename(hissless, wave);
  const { floor: after } = await listenTo(wave);
  const whole = await readWaveInfo(wave);
  if (whole.samples !== samples) {
    throw new StudioError(ErrorCode.internal, 'The cleaned recording has another length.', {
      data: { samples, cleaned: whole.samples },
    });
  }
  const hum = before.hum?.base;
  return { samples, sampleRate, cleaned: { before: before.floor, after, ...(hum === undefined ? {} : { hum }) } };
}

function checkCleaning({ capabilities, ffmpeg }: MediaTools): void {
  const missing = CLEANING_FILTERS.find((filter) => !capabilities.filters.has(filter));
  if (missing === undefined) return;
  throw new StudioError(ErrorCode.missing, `This ffmpeg (${ffmpeg.path}) cannot clean a recording: no ${missing}.`, {
    hint: 'Leave the recording as it is, or set another ffmpeg.',
    data: { missing },
  });
}

/** The softest pieces in which hum is looked for. */
const MOST_PIECES = 20;
const SOFTEST = 0.2;

/** Reads it piece by piece: three hours take no more memory than a minute. */
async function listenTo(wave: string): Promise<{ readonly floor: number; readonly hum: Hum | undefined }> {
  const { samples, sampleRate, dataOffset } = await readWaveInfo(wave);
  const size = Math.round(HUM_SECONDS * sampleRate);
  const step = Math.round(LEVEL_SECONDS * sampleRate);
  const file = await open(wave);
  try {
    const read = async (piece: number): Promise<Int16Array> => {
      const values = new Int16Array(size);
      await file.read(Buffer.from(values.buffer), 0, size * 2, dataOffset + piece * size * 2);
      return values;
    };
    const levels: number[] = [];
    const pieces: { readonly piece: number; readonly level: number }[] = [];
    for (let piece = 0; (piece + 1) * size <= samples; piece += 1) {
      const values = await read(piece);
      pieces.push({ piece, level: levelOf(values) });
      for (let at = 0; at + step <= size; at += step) levels.push(levelOf(values.subarray(at, at + step)));
    }
    const softest = pieces
      .toSorted((one, two) => one.level - two.level)
      .slice(0, Math.min(MOST_PIECES, Math.ceil(pieces.length * SOFTEST)));
    return {
      floor: floorOf(levels),
      hum: findHum(await Promise.all(softest.map(({ piece }) => read(piece))), sampleRate),
    };
  } finally {
    await file.close();
  }
}
