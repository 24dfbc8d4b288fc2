/** The author's own pictures: checked, and made again in the one form that the film uses. */
import { createHash } from 'node:crypto';
import { open, stat } from 'node:fs/promises';
import { ErrorCode, StudioError } from '../../shared/errors.ts';
import { describePicture, remakePicture, type PictureFacts } from '../media/raster.ts';

/** Twice the film's width: the camera comes no closer. */
const LONGEST_SIDE = 3840;
const MOST_PIXELS = 100e6;
const LEAST_SIDE = 16;

/** By sharp's name. Drawings made of shapes (SVG, PDF) may ask for other files, and are left out. */
const TAKEN: ReadonlySet<string> = new Set(['jpeg', 'png', 'webp', 'heif', 'gif', 'tiff']);
/** Whose pixels were never rounded off by a camera's JPEG: they keep their edges. */
const CLEAN: ReadonlySet<string> = new Set(['png', 'gif']);
const KINDS = 'JPEG, PNG, WebP, AVIF, GIF or TIFF';

export interface OwnPicture {
  /** SHA-256 of the bytes and their ending: the file's name in the project's assets. */
  readonly asset: string;
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
  readonly notices: readonly string[];
}

/**
 * Reads a picture file of the author's, which stays as it is: upright, at most 3840 pixels long, opaque, without metadata.
 * @param name the file's own, for people
 * @throws StudioError `input` with the reason why it cannot be used
 */
export async function readOwnPicture(path: string, name: string): Promise<OwnPicture> {
  const facts = await describe(path, name);
  const format = facts.hasAlpha || CLEAN.has(facts.format) ? 'webp' : 'jpeg';
  const { bytes, width, height } = await remakePicture(path, {
    format,
    longSide: LONGEST_SIDE,
    mostPixels: MOST_PIXELS,
  }).catch(async (cause: unknown) => {
    throw await unreadable(path, name, cause);
  });
  const sum = createHash('sha256').update(bytes).digest('hex');
  const notices = facts.frames > 1 ? [`${name} is an animation: its first picture is used.`] : [];
  return { asset: `${sum}.${format === 'jpeg' ? 'jpg' : 'webp'}`, bytes, width, height, notices };
}

/**
 * Looks at a picture without decoding it. @throws StudioError `input` for no picture, one of a kind that is not taken, and one
 * too large or too small
 */
export async function describe(path: string, name: string): Promise<PictureFacts> {
  if ((await stat(path)).size === 0) throw refusal(`${name} is empty.`, 'Choose a file with a picture in it.');
  const facts = await describePicture(path).catch(async (cause: unknown) => {
    throw await unreadable(path, name, cause);
  });
  const { format, width, height } = facts;
  if (!TAKEN.has(format)) {
    throw refusal(`${name} is a picture of a kind that is not taken (${format}).`, `Save it as ${KINDS}.`);
  }
  const size = `${String(width)} × ${String(height)} pixels`;
  if (width * height > MOST_PIXELS) {
    throw refusal(`${name} is too large: ${size}.`, 'Make it smaller: the film shows 1920 pixels of its width.');
  }
  if (Math.min(width, height) < LEAST_SIDE) {
    throw refusal(`${name} is too small to be seen: ${size}.`, 'Choose a larger picture.');
  }
  return facts;
}

async function unreadable(path: string, name: string, cause: unknown): Promise<StudioError> {
  const start = await firstBytes(path);
  if (/^....ftyp(?:hei|hev|mif1|msf1)/su.test(start)) {
    return refusal(`${name} is a HEIC picture, which cannot be read here.`, 'Save or share it as JPEG.', cause);
  }
  const isPicture = /^(?:\xff\xd8\xff|\x89PNG|RIFF....WEBP|GIF8|II\*\0|MM\0\*|....ftypavif)/su.test(start);
  if (isPicture)
    return refusal(`${name} is damaged: not all of the picture is there.`, 'Take another copy of it.', cause);
  return refusal(`${name} is not a picture.`, `Choose a ${KINDS} file.`, cause);
}

async function firstBytes(path: string): Promise<string> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(16), 0, 16, 0);
    return buffer.subarray(0, bytesRead).toString('latin1');
  } finally {
    await file.close();
  }
}

function refusal(message: string, hint: string, cause?: unknown): StudioError {
  return new StudioError(ErrorCode.input, message, cause === undefined ? { hint } : { hint, cause });
}
