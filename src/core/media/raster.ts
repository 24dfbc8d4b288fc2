/**
 * The only importer of sharp (libvips): pictures to and from files. One thread per call, because whoever calls runs in
 * a pool that has already shared the cores out.
 */
import sharp, { type Sharp } from 'sharp';

sharp.concurrency(1);
sharp.cache(false);

export interface RawPicture {
  readonly width: number;
  readonly height: number;
  /** 3: RGB, 4: RGBA with straight alpha. */
  readonly channels: 3 | 4;
  readonly pixels: Uint8Array;
}

function toSharp(picture: RawPicture): Sharp {
  const { width, height, channels, pixels } = picture;
  return sharp(pixels, { raw: { width, height, channels } });
}

/** Fast and lossless: these files live in the cache, so speed counts for more than the last tenth of their size. */
export async function encodePng(picture: RawPicture): Promise<Buffer> {
  return await toSharp(picture).png({ compressionLevel: 1, adaptiveFiltering: false, progressive: false }).toBuffer();
}

/** `quality` 1..100. */
export async function encodeWebp(picture: RawPicture, quality: number): Promise<Buffer> {
  return await toSharp(picture).webp({ quality, effort: 2 }).toBuffer();
}

/** Any picture file as raw pixels: RGB when it is opaque, else RGBA. */
export async function decodePicture(file: string | Uint8Array): Promise<RawPicture> {
  const { data, info } = await sharp(file).toColourspace('srgb').raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, channels: info.channels === 4 ? 4 : 3, pixels: data };
}

/** Scaled to exactly `width` x `height` (Lanczos). */
export async function resizePicture(picture: RawPicture, width: number, height: number): Promise<RawPicture> {
  const pixels = await toSharp(picture).resize(width, height, { fit: 'fill' }).raw().toBuffer();
  return { width, height, channels: picture.channels, pixels };
}
