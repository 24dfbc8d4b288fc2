import type { Readable } from 'node:stream';
import { ErrorCode, isStudioError, StudioError } from '../../shared/errors.ts';
import { decodeSpeech } from '../media/sound-arguments.ts';
import type { MediaTools } from '../media/tools.ts';
import { LISTEN_RATE } from '../runtime/listen/tasks.ts';

export interface Decoded {
  readonly samples: number;
  /** What the program complained about: parts of the file are damaged. */
  readonly complaints: readonly string[];
}

/**
 * The first sound of any file ffmpeg reads, piece by piece: mono, LISTEN_RATE samples a second. The program waits while a piece is
 * taken.
 * @param length samples of a piece; the last is shorter
 * @throws StudioError `corrupt` when nothing can be read of it; what `take` throws; CancelledError
 */
export async function decodeRecording(
  tools: MediaTools,
  { path, name, length }: { readonly path: string; readonly name: string; readonly length: number },
  { signal, take }: { readonly signal: AbortSignal; readonly take: (samples: Float32Array) => Promise<void> },
): Promise<Decoded> {
  let samples = 0;
  const damaged = (cause?: unknown) =>
    new StudioError(ErrorCode.corrupt, `${name} cannot be played: it is damaged.`, {
      hint: 'Take another copy of it, or save it anew as WAV or MP3 with the program that made it.',
      data: { path },
      cause,
    });
  const read = async (output: Readable) => {
    for await (const piece of inPieces(output, length)) {
      samples += piece.length;
      await take(piece);
    }
  };
  try {
    const { stderr } = await tools.run(decodeSpeech(path, LISTEN_RATE), { signal, read });
    if (samples === 0) throw damaged();
    return { samples, complaints: complaintsOf(stderr) };
  } catch (error) {
    if (!isStudioError(error) || error.code !== ErrorCode.tool) throw error;
    // What could be read before the damage is worth being heard.
    if (samples < LISTEN_RATE) throw damaged(error);
    return { samples, complaints: complaintsOf(String(error.message)) };
  }
}

function complaintsOf(stderr: string): string[] {
  return stderr.split('\n').filter((line) => line.trim() !== '');
}

/** Bytes come as they come: numbers may be cut in two, and pieces are of one length. */
async function* inPieces(output: Readable, length: number): AsyncGenerator<Float32Array> {
  let bytes = Buffer.alloc(length * Float32Array.BYTES_PER_ELEMENT);
  let filled = 0;
  for await (const chunk of output as AsyncIterable<Buffer>) {
    for (let place = 0; place < chunk.length;) {
      const count = chunk.copy(bytes, filled, place);
      filled += count;
      place += count;
      if (filled < bytes.length) continue;
      yield toFloats(bytes);
      bytes = Buffer.alloc(bytes.length);
      filled = 0;
    }
  }
  const whole = filled - (filled % Float32Array.BYTES_PER_ELEMENT);
  if (whole > 0) yield toFloats(bytes.subarray(0, whole));
}

/** A damaged file may decode to what is no number at all. */
function toFloats(bytes: Buffer): Float32Array {
  const samples = new Float32Array(bytes.buffer, bytes.byteOffset, bytes.length / Float32Array.BYTES_PER_ELEMENT);
  for (let index = 0; index < samples.length; index += 1) {
    const value = samples[index]!;
    if (!(value >= -1 && value <= 1)) samples[index] = value > 1 ? 1 : value < -1 ? -1 : 0;
  }
  return samples;
}
