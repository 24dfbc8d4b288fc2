import { open } from 'node:fs/promises';
import { ErrorCode, StudioError } from '../../shared/errors.ts';

export interface WaveInfo {
  readonly sampleRate: number;
  readonly channels: number;
  readonly bitsPerSample: number;
  /** Samples of one channel. */
  readonly samples: number;
  /** Where the samples begin in the file, in bytes. */
  readonly dataOffset: number;
}

const PCM = 1;
const HEADER_BYTES = 4096;

/**
 * Reads the header of a WAV file (RIFF, "Multimedia Programming Interface and Data Specifications 1.0", 1991).
 * @throws StudioError `corrupt` when it is not one, is cut short, or does not hold plain integer samples.
 */
export async function readWaveInfo(path: string): Promise<WaveInfo> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEADER_BYTES), 0, HEADER_BYTES, 0);
    return parseWaveHeader(buffer.subarray(0, bytesRead), size, path);
  } finally {
    await file.close();
  }
}

/** `size` is the whole file's, in bytes. */
export function parseWaveHeader(header: Buffer, size: number, path: string): WaveInfo {
  if (header.toString('latin1', 0, 4) !== 'RIFF' || header.toString('latin1', 8, 12) !== 'WAVE') {
    throw damaged(path, 'it does not begin like one');
  }
  let format: Pick<WaveInfo, 'sampleRate' | 'channels' | 'bitsPerSample'> | undefined;
  for (let at = 12; at + 8 <= header.length;) {
    const name = header.toString('latin1', at, at + 4);
    const bytes = header.readUInt32LE(at + 4);
    const start = at + 8;
    if (name === 'fmt ' && start + 16 <= header.length) {
      if (header.readUInt16LE(start) !== PCM) throw damaged(path, 'it does not hold plain integer samples');
      format = {
        channels: header.readUInt16LE(start + 2),
        sampleRate: header.readUInt32LE(start + 4),
        bitsPerSample: header.readUInt16LE(start + 14),
      };
    }
    if (name === 'data' && format) {
      if (start + bytes > size) throw damaged(path, 'it is cut short');
      const samples = bytes / (format.channels * (format.bitsPerSample / 8));
      if (!Number.isInteger(samples)) throw damaged(path, 'its last sample is cut');
      return { ...format, samples, dataOffset: start };
    }
    // Chunks begin at even places.
    at = start + bytes + (bytes % 2);
  }
  throw damaged(path, 'it has no samples');
}

/** The 44 bytes before so many mono 16-bit samples; the same format as above. */
export function waveHeader(samples: number, sampleRate: number): Buffer {
  const header = Buffer.alloc(44);
  const bytes = samples * 2;
  header.write('RIFF', 0, 'latin1');
  header.writeUInt32LE(36 + bytes, 4);
  header.write('WAVEfmt ', 8, 'latin1');
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(PCM, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(sampleRate, 24);
  header.writeUInt32LE(sampleRate * 2, 28);
  header.writeUInt16LE(2, 32);
  header.writeUInt16LE(16, 34);
  header.write('data', 36, 'latin1');
  header.writeUInt32LE(bytes, 40);
  return header;
}

function damaged(path: string, how: string): StudioError {
  return new StudioError(ErrorCode.corrupt, `${path} is not a WAV file that can be used: ${how}.`, {
    hint: 'Run `storyloom cache verify`, then try again: what is damaged is made anew.',
    data: { path },
  });
}
