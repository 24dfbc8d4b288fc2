/**
 * resources/drawings/fluent.pack: 'SLDP', the index's length (uint32, little endian), the index (brotli of JSON
 * {name: [offset, bytes]}), then each drawing's SVG body (brotli), offsets counted from the first. Every body lies in a
 * box of 32 x 32. Made by tools/make-drawings.ts from Fluent Emoji (MIT, see THIRD_PARTY.md).
 */
import { createHash } from 'node:crypto';
import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import { StudioError } from '../../../shared/errors.ts';
import { resourcePath } from '../../paths.ts';

interface Pack {
  readonly file: number;
  readonly start: number;
  readonly index: ReadonlyMap<string, readonly [offset: number, bytes: number]>;
}

let opened: Pack | undefined;

function readAt(file: number, offset: number, bytes: number): Buffer {
  const buffer = Buffer.alloc(bytes);
  let done = 0;
  while (done < bytes) {
    const count = readSync(file, buffer, done, bytes - done, offset + done);
    if (count === 0)
      throw new StudioError('corrupt', 'The drawings are cut short.', { hint: 'Install Storyloom again.' });
    done += count;
  }
  return buffer;
}

function packPath(): string {
  return resourcePath('drawings', 'fluent.pack');
}

function open(): Pack {
  if (opened) return opened;
  const path = packPath();
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch (cause) {
    throw new StudioError('missing', `The drawings are not there: ${path}`, {
      hint: 'Install Storyloom again.',
      cause,
    });
  }
  const head = readAt(file, 0, 8);
  if (head.toString('latin1', 0, 4) !== 'SLDP') {
    closeSync(file);
    throw new StudioError('corrupt', `${path} is not a pack of drawings.`, { hint: 'Install Storyloom again.' });
  }
  const bytes = head.readUInt32LE(4);
  const index = JSON.parse(brotliDecompressSync(readAt(file, 8, bytes)).toString()) as Record<string, [number, number]>;
  opened = { file, start: 8 + bytes, index: new Map(Object.entries(index)) };
  return opened;
}

/** Changes whenever any drawing does: for keys. */
export function packFingerprint(): string {
  fingerprint ??= createHash('sha256').update(readFileSync(packPath())).digest('hex');
  return fingerprint;
}

let fingerprint: string | undefined;

export function hasPacked(name: string): boolean {
  return open().index.has(name);
}

export function packedNames(): readonly string[] {
  return [...open().index.keys()];
}

/** The SVG body of a drawing, in a box of 32 x 32; undefined when there is none of that name. */
export function packedBody(name: string): string | undefined {
  const pack = open();
  const entry = pack.index.get(name);
  if (!entry) return undefined;
  return brotliDecompressSync(readAt(pack.file, pack.start + entry[0], entry[1])).toString();
}
