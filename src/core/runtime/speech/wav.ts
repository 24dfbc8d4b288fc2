/** RIFF/WAVE, PCM 16-bit mono: what narration is stored as (Multimedia Programming Interface 1.0, IBM and Microsoft). */
import { ErrorCode, StudioError } from '../../../shared/errors.ts';

export interface Sound {
  /** Mono. */
  readonly samples: Int16Array;
  readonly sampleRate: number;
}

const HEADER_BYTES = 44;
const PCM = 1;

export function encodeWav({ samples, sampleRate }: Sound): Uint8Array {
  const bytes = new Uint8Array(HEADER_BYTES + samples.length * 2);
  const view = new DataView(bytes.buffer);
  const tag = (offset: number, text: string) => {
    for (let index = 0; index < 4; index += 1) view.setUint8(offset + index, text.charCodeAt(index));
  };
  tag(0, 'RIFF');
  view.setUint32(4, bytes.length - 8, true);
  tag(8, 'WAVE');
  tag(12, 'fmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, PCM, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, sampleRate, true);
  view.setUint32(28, sampleRate * 2, true);
  view.setUint16(32, 2, true);
  view.setUint16(34, 16, true);
  tag(36, 'data');
  view.setUint32(40, samples.length * 2, true);
  samples.forEach((sample, index) => {
    view.setInt16(HEADER_BYTES + index * 2, sample, true);
  });
  return bytes;
}

/**
 * Reads mono 16-bit PCM; chunks other than `fmt ` and `data` are passed over.
 * @throws StudioError `corrupt` for anything else, and for a file that ends too early.
 */
export function decodeWav(bytes: Uint8Array): Sound {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tag = (offset: number) => String.fromCharCode(...bytes.subarray(offset, offset + 4));
  if (bytes.length < 12 || tag(0) !== 'RIFF' || tag(8) !== 'WAVE') throw notWav('it has no RIFF/WAVE header');
  let sampleRate: number | undefined;
  for (let offset = 12; offset + 8 <= bytes.length;) {
    const size = view.getUint32(offset + 4, true);
    const start = offset + 8;
    if (start + size > bytes.length) throw notWav('it ends too early');
    if (tag(offset) === 'fmt ') {
      if (size < 16) throw notWav('its format chunk is too short');
      const format = [view.getUint16(start, true), view.getUint16(start + 2, true), view.getUint16(start + 14, true)];
      if (format.join() !== [PCM, 1, 16].join()) throw notWav('it is not mono 16-bit PCM');
      sampleRate = view.getUint32(start + 4, true);
    } else if (tag(offset) === 'data') {
      if (sampleRate === undefined) throw notWav('its format comes after its data');
      return { samples: readSamples(view, start, size >> 1), sampleRate };
    }
    offset = start + size + (size % 2);
  }
  throw notWav('it has no samples');
}

function readSamples(view: DataView, start: number, count: number): Int16Array {
  const samples = new Int16Array(count);
  for (let index = 0; index < count; index += 1) samples[index] = view.getInt16(start + index * 2, true);
  return samples;
}

function notWav(why: string): StudioError {
  return new StudioError(ErrorCode.corrupt, `A WAV file cannot be read: ${why}.`, {
    hint: 'If it came from the cache, run `storyloom cache verify`; else save it as mono 16-bit PCM.',
  });
}
