/**
 * The only importer of sharp (libvips): pictures to and from files. One thread per call, because whoever calls runs in
 * a pool that has already shared the cores out.
 */
import sharp, { type OverlayOptions, type Sharp } from 'sharp';

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

/** sharp's and libvips's versions: for the keys of what they have scaled. */
export const RASTER_VERSION = `sharp ${sharp.versions.sharp}, vips ${sharp.versions.vips}`;

/** A place in a picture, in parts of its width and height, 0..1. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * A picture file cut to the shape of `width` x `height` and scaled to it; what draws the eye most stays (faces, colours,
 * edges: libvips's attention).
 * @returns RGB, and where the eye is drawn to
 */
export async function cropToFill(
  file: string,
  width: number,
  height: number,
): Promise<{ readonly picture: RawPicture; readonly eye: Point }> {
  const picture = await rawRgb(
    sharp(file).autoOrient().flatten({ background: '#ffffff' }).resize(width, height, { position: 'attention' }),
  );
  return { picture, eye: await eyeOf(picture) };
}

/**
 * A whole picture file scaled into `inner`, in the middle of a picture of `width` x `height` that a blurred, darker copy
 * of it fills.
 * @returns RGB, and the size of the whole picture within it
 */
export async function frameInBlur(
  file: string,
  { width, height }: { readonly width: number; readonly height: number },
  inner: { readonly width: number; readonly height: number },
): Promise<{ readonly picture: RawPicture; readonly width: number; readonly height: number }> {
  const opaque = () => sharp(file).autoOrient().flatten({ background: '#ffffff' });
  const whole = await rawRgb(opaque().resize(inner.width, inner.height, { fit: 'inside' }));
  // Blurred small: at a quarter of the size nothing else is left of it, and it takes a sixteenth of the time.
  const [quarterWidth, quarterHeight] = [Math.ceil(width / 4), Math.ceil(height / 4)];
  const blurred = await rawRgb(
    opaque()
      .resize(quarterWidth, quarterHeight, { fit: 'cover' })
      .blur(quarterHeight / 16)
      .modulate({ brightness: 0.72, saturation: 0.9 }),
  );
  const background = toSharp(blurred).resize(width, height, { fit: 'fill', kernel: 'cubic' });
  const picture = await rawRgb(
    background.composite([
      { input: Buffer.from(whole.pixels), raw: { width: whole.width, height: whole.height, channels: 3 } },
    ]),
  );
  return { picture, width: whole.width, height: whole.height };
}

/** A picture file as a WebP no wider than `width`; `quality` 1..100. */
export async function shrinkToWebp(
  file: string,
  width: number,
  quality: number,
): Promise<{ readonly bytes: Buffer; readonly width: number; readonly height: number }> {
  const { data, info } = await sharp(file)
    .resize({ width, withoutEnlargement: true })
    .webp({ quality, effort: 2 })
    .toBuffer({ resolveWithObject: true });
  return { bytes: data, width: info.width, height: info.height };
}

/** A picture file as a JPEG no wider than `width`; `quality` 1..100. */
export async function shrinkToJpeg(file: string, width: number, quality: number): Promise<Buffer> {
  return await sharp(file)
    .resize({ width, withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .jpeg({ quality })
    .toBuffer();
}

export interface Sheet {
  readonly width: number;
  readonly height: number;
  /** #rrggbb */
  readonly background: string;
  /** Picture files, each cut to the shape of its place. */
  readonly pictures: readonly {
    readonly file: string;
    readonly left: number;
    readonly top: number;
    readonly width: number;
    readonly height: number;
  }[];
  /** A picture with alpha that is laid over all of it. */
  readonly over: Uint8Array;
  /** Hears how many pictures are in their places. */
  readonly onPicture?: (done: number) => void;
}

/** Pictures on one sheet, as PNG. */
export async function composeSheet({ width, height, background, pictures, over, onPicture }: Sheet): Promise<Buffer> {
  const pieces: OverlayOptions[] = [];
  for (const place of pictures) {
    const picture = await rawRgb(
      sharp(place.file).flatten({ background: '#ffffff' }).resize(place.width, place.height, { fit: 'cover' }),
    );
    const raw = { width: picture.width, height: picture.height, channels: 3 as const };
    pieces.push({ input: Buffer.from(picture.pixels), raw, left: place.left, top: place.top });
    onPicture?.(pieces.length);
  }
  return await sharp({ create: { width, height, channels: 3, background } })
    .composite([...pieces, { input: Buffer.from(over) }])
    .png({ compressionLevel: 9, adaptiveFiltering: true })
    .toBuffer();
}

/**
 * An animation that plays for ever, as WebP; `quality` 1..100.
 * @param frames one below the other in `pixels`, each `width` x `height`
 */
export async function encodeAnimation(frames: RawPicture, fps: number, quality: number): Promise<Buffer> {
  const { width, height, channels, pixels } = frames;
  const count = pixels.length / (width * height * channels);
  // Whole milliseconds that add up: no frame is so late that it would be seen.
  const delay = Array.from({ length: count }, (_, index) => {
    return Math.round(((index + 1) * 1000) / fps) - Math.round((index * 1000) / fps);
  });
  return await sharp(pixels, { raw: { width, height: height * count, channels, pageHeight: height } })
    .webp({ quality, effort: 4, loop: 0, delay })
    .toBuffer();
}

/** The length of the side of the small copy that the eye is looked for in. */
const EYE_HEIGHT = 270;

/** Where a picture draws the eye to: faces, colours, edges (libvips's attention). */
export async function eyeOf(picture: RawPicture): Promise<Point> {
  const width = Math.max(EYE_HEIGHT + 2, Math.round((picture.width / picture.height) * EYE_HEIGHT));
  const small = await resizePicture(picture, width, EYE_HEIGHT);
  // Cut, not scaled: only then are sharp's coordinates those of what it was given.
  const { info } = await toSharp(small)
    .resize(EYE_HEIGHT, EYE_HEIGHT, { position: 'attention' })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { x: (info.attentionX ?? width / 2) / width, y: (info.attentionY ?? EYE_HEIGHT / 2) / EYE_HEIGHT };
}

async function rawRgb(image: Sharp): Promise<RawPicture> {
  const { data, info } = await image.toColourspace('srgb').removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, channels: 3, pixels: data };
}

export interface PictureFacts {
  /** sharp's name of the file format: 'jpeg', 'png', 'heif', ... */
  readonly format: string;
  /** Pixels as they lie in the file, before it is turned upright. */
  readonly width: number;
  readonly height: number;
  /** Of an animation; 1 for any other picture. */
  readonly frames: number;
  readonly hasAlpha: boolean;
}

/** What a picture file says about itself, without decoding it. Throws sharp's error for what is no picture. */
export async function describePicture(file: string): Promise<PictureFacts> {
  const { format, width, height, pages = 1, hasAlpha } = await sharp(file).metadata();
  return { format, width, height, frames: pages, hasAlpha };
}

/** Pixels of a picture file once it is turned upright, as its EXIF says. Throws sharp's error for what is no picture. */
export async function uprightSize(file: string): Promise<{ readonly width: number; readonly height: number }> {
  return (await sharp(file).metadata()).autoOrient;
}

/** The texts that a PNG carries, by keyword; none in other files. Throws sharp's error for what is no picture. */
export async function pictureTexts(file: string): Promise<Readonly<Record<string, string>>> {
  const { comments = [] } = await sharp(file).metadata();
  return Object.fromEntries(comments.map(({ keyword, text }) => [keyword, text]));
}

/**
 * A picture file made again: turned upright as its EXIF says, at most `longSide` pixels long, in sRGB, opaque (on white) and
 * without metadata; an animation's first frame. Throws sharp's error for a damaged file and for more than `mostPixels`.
 */
export async function remakePicture(
  file: string,
  {
    format,
    longSide,
    mostPixels,
  }: { readonly format: 'jpeg' | 'webp'; readonly longSide: number; readonly mostPixels: number },
): Promise<{ readonly bytes: Buffer; readonly width: number; readonly height: number }> {
  const picture = sharp(file, { failOn: 'error', limitInputPixels: mostPixels })
    .autoOrient()
    .resize({ width: longSide, height: longSide, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb');
  const encoded =
    format === 'jpeg'
      ? picture.jpeg({ quality: 92, chromaSubsampling: '4:4:4' })
      : picture.webp({ quality: 95, effort: 2, smartSubsample: true });
  const { data, info } = await encoded.toBuffer({ resolveWithObject: true });
  return { bytes: data, width: info.width, height: info.height };
}
