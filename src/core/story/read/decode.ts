/** Bytes to text: which encoding a story file has, and whether it is text at all. */
import { ErrorCode, StudioError } from '../../../shared/errors.ts';

export interface DecodedText {
  readonly text: string;
  readonly notices: readonly string[];
}

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** How much of the file is looked at to tell binary data and UTF-16 apart. */
const SAMPLE_BYTES = 64 * 1024;

/**
 * Decodes UTF-8 and UTF-16 with or without a byte order mark, else Windows-1252 (the usual encoding of old text files).
 * Throws `input` when the file is empty or holds no text.
 */
export function decodeText(bytes: Uint8Array, fileName: string): DecodedText {
  if (bytes.length === 0) throw emptyFile(fileName);
  const encoding = byteOrderMark(bytes) ?? guessUtf16(bytes);
  if (encoding) return checked(new TextDecoder(encoding).decode(bytes), [], fileName);
  refuseBinary(bytes, fileName);
  try {
    return checked(utf8.decode(bytes), [], fileName);
  } catch {
    return checked(...decodeDamaged(bytes), fileName);
  }
}

export function emptyFile(fileName: string): StudioError {
  return new StudioError(ErrorCode.input, `${fileName} has no text in it.`, {
    hint: 'Write the story into the file, save it, and try again.',
    data: { fileName },
  });
}

function byteOrderMark(bytes: Uint8Array): Encoding | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  return undefined;
}

/** Without a mark, UTF-16 of a Western text shows as a zero in nearly every second byte, and always on the same side. */
function guessUtf16(bytes: Uint8Array): Encoding | undefined {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  if (sample.length < 4) return undefined;
  const zeros = [0, 0];
  sample.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = zeros[index % 2]! + 1;
  });
  const half = sample.length / 2;
  if (zeros[1]! > half * 0.7 && zeros[0]! < half * 0.02) return 'utf-16le';
  if (zeros[0]! > half * 0.7 && zeros[1]! < half * 0.02) return 'utf-16be';
  return undefined;
}

/** No text encoding but UTF-16 has zero bytes; and text is not full of control characters. */
function refuseBinary(bytes: Uint8Array, fileName: string): void {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  const zeros = sample.reduce((sum, byte) => sum + (byte === 0 ? 1 : 0), 0);
  const controls = sample.reduce((sum, byte) => sum + (isControl(byte) ? 1 : 0), 0);
  if (zeros / sample.length > 0.002 || controls / sample.length > 0.05) {
    throw new StudioError(ErrorCode.input, `${fileName} is not a text file${describe(bytes)}.`, {
      hint: 'Give a story as a .txt, .md or .json file; from a word processor, save it as plain text first.',
      data: { fileName },
    });
  }
}

function isControl(byte: number): boolean {
  return byte < 32 && !(byte >= 9 && byte <= 13) && byte !== 26 && byte !== 27;
}

const SIGNATURES: readonly (readonly [string, string])[] = [
  ['\x89PNG', 'a PNG picture'],
  ['\xff\xd8\xff', 'a JPEG picture'],
  ['GIF8', 'a GIF picture'],
  ['%PDF', 'a PDF document'],
  ['PK\x03\x04', 'a ZIP archive or an office document'],
  ['\xd0\xcf\x11\xe0', 'an old Word document'],
  ['RIFF', 'a sound or video file'],
  ['ID3', 'an MP3 sound file'],
  ['OggS', 'an Ogg sound file'],
  ['fLaC', 'a FLAC sound file'],
];

function describe(bytes: Uint8Array): string {
  const start = String.fromCharCode(...bytes.subarray(0, 8));
  const known = SIGNATURES.find(([signature]) => start.startsWith(signature));
  return known ? `: it is ${known[1]}` : '';
}

/** Not valid UTF-8: either an 8-bit encoding, or UTF-8 in which a few bytes were damaged. */
function decodeDamaged(bytes: Uint8Array): [string, string[]] {
  const lenient = new TextDecoder('utf-8').decode(bytes);
  const damaged = lenient.split('\ufffd').length - 1;
  const wellFormed = (lenient.match(/[\u0080-\ufffc\u{10000}-\u{10ffff}]/gu) ?? []).length;
  if (wellFormed > damaged * 4) {
    return [lenient, [`The file is UTF-8, but ${String(damaged)} characters in it are damaged.`]];
  }
  return [
    new TextDecoder('windows-1252').decode(bytes),
    ['The file is not UTF-8; it was read as Windows-1252. Save it as UTF-8 if letters look wrong.'],
  ];
}

function checked(text: string, notices: readonly string[], fileName: string): DecodedText {
  const clean = text
    .normalize('NFC')
    .replace(/\ufeff/g, '')
    .replace(/\r\n?|[\u000b\u000c\u0085\u2028\u2029]/g, '\n')
    .replace(/[\u0000-\u0008\u000e-\u001f\u007f-\u009f]/g, ' ');
  if (!/[\p{L}\p{N}]/u.test(clean)) throw emptyFile(fileName);
  return { text: clean, notices };
}
