import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import type { FileHandle } from 'node:fs/promises';
import { contentType } from './content-type.ts';
import { refuse } from './failure.ts';
import { parseRange } from './range.ts';

export interface FileToSend {
  /** Absolute, and known to be one that may be read. */
  readonly path: string;
  /** For the type, and to be saved as. */
  readonly name: string;
  /** The bytes behind the address never change. */
  readonly isImmutable: boolean;
  /** To be saved rather than shown. */
  readonly isAttachment?: boolean;
}

/** A year, the most that HTTP has a meaning for. */
const FOR_EVER = 'private, max-age=31536000, immutable';

/**
 * Answers GET and HEAD for a file: whole, a range of it (206, 416), or not at all when the client has it (304). The file is
 * open for as long as its bytes flow, and closed when they end or the client goes away.
 * @throws the system's own error when it cannot be opened
 */
export async function sendFile(
  request: Request,
  { path, name, isImmutable, isAttachment }: FileToSend,
): Promise<Response> {
  const file = await open(path, 'r');
  let isHandedOver = false;
  try {
    const facts = await file.stat();
    const { size, mtimeMs } = facts;
    if (!facts.isFile()) throw Object.assign(new Error(`${path} is not a file`), { code: 'ENOENT' });
    const tag = `"${size.toString(36)}-${Math.trunc(mtimeMs).toString(36)}"`;
    const headers = new Headers({
      'content-type': contentType(name),
      'accept-ranges': 'bytes',
      'cache-control': isImmutable ? FOR_EVER : 'private, no-cache',
      etag: tag,
    });
    if (isAttachment) headers.set('content-disposition', attachment(name));
    if (hasTag(request.headers.get('if-none-match'), tag)) return new Response(null, { status: 304, headers });

    // A range of another version of the file would be put together with bytes of this one.
    const condition = request.headers.get('if-range');
    const isSame = condition === null || condition === tag;
    const range = isSame ? parseRange(request.headers.get('range'), size) : undefined;
    if (range === 'unsatisfiable') {
      const refusal = { code: 'range', message: `The file has ${String(size)} bytes.`, hint: 'Ask for a part of it.' };
      return refuse(416, refusal, { 'content-range': `bytes */${String(size)}` });
    }
    const { first, last } = range ?? { first: 0, last: size - 1 };
    headers.set('content-length', String(last - first + 1));
    if (range) headers.set('content-range', `bytes ${String(first)}-${String(last)}/${String(size)}`);
    const status = range ? 206 : 200;
    if (request.method === 'HEAD' || last < first) return new Response(null, { status, headers });
    isHandedOver = true;
    return new Response(streamOf(file, first, last), { status, headers });
  } finally {
    if (!isHandedOver) await file.close();
  }
}

function streamOf(file: FileHandle, start: number, end: number): ReadableStream<Uint8Array> {
  // Closes the file at its end and when it is cancelled.
  return Readable.toWeb(file.createReadStream({ start, end, highWaterMark: 1 << 18 })) as ReadableStream<Uint8Array>;
}

function hasTag(header: string | null, tag: string): boolean {
  if (header === null) return false;
  return header.split(',').some((each) => ['*', tag, `W/${tag}`].includes(each.trim()));
}

/** RFC 6266: plain letters for old clients, the true name for the others. */
function attachment(name: string): string {
  const plain = name.replaceAll(/[^\w. -]/g, '_');
  return `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name).replaceAll("'", '%27')}`;
}
