import { crc32 } from 'node:zlib';

/** The eight bytes that every PNG begins with, and its first chunk, IHDR: length, name, 13 bytes, checksum. */
const HEAD_BYTES = 8 + 4 + 4 + 13 + 4;

/**
 * A PNG with texts in it, by keyword, after its header: as tEXt where Latin-1 has all of the text's characters, else as iTXt
 * (PNG, third edition, 11.3.3). Keywords are Latin-1, 1 to 79 characters.
 */
export function withPngTexts(png: Uint8Array, texts: Readonly<Record<string, string>>): Buffer {
  const chunks = Object.entries(texts).map(([keyword, text]) => textChunk(keyword, text));
  return Buffer.concat([png.subarray(0, HEAD_BYTES), ...chunks, png.subarray(HEAD_BYTES)]);
}

function textChunk(keyword: string, text: string): Buffer {
  const name = Buffer.from(`${keyword}\0`, 'latin1');
  // A text holds no zero.
  if (/^[\u0001-\u00ff]*$/u.test(text)) return chunk('tEXt', Buffer.concat([name, Buffer.from(text, 'latin1')]));
  // Neither compressed nor in a named language, and without a translated keyword.
  const plain = Buffer.from([0, 0, 0, 0]);
  return chunk('iTXt', Buffer.concat([name, plain, Buffer.from(text.replaceAll('\0', ''), 'utf8')]));
}

function chunk(type: 'tEXt' | 'iTXt', data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, checksum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  checksum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, checksum]);
}
