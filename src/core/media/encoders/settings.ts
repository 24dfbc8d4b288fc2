import type { Codec, Encoder, FilmOptions } from '../../../shared/film.ts';

/** How a segment is encoded: everything that can change its bytes, apart from ffmpeg itself. */
export interface EncoderSettings {
  readonly preset: FilmOptions['preset'];
  /** x264's scale: 0..51, smaller is better and larger; 23 is its own middle. */
  readonly crf: number;
  /** Absent: H.264 by software. */
  readonly codec?: Codec;
  readonly encoder?: Encoder;
  /** The graphics card and its driver, as far as ffmpeg tells: another one gives other bytes. */
  readonly device?: string;
}

export type EncoderOptions = Pick<FilmOptions, 'preset' | 'crf' | 'codec' | 'encoder'>;

/** H.264 by software is told by its absence: films of before other encoders came keep their keys. */
export function encoderSettings(
  { preset, crf, codec, encoder }: EncoderOptions,
  device: string | undefined,
): EncoderSettings {
  if (codec === 'h264' && encoder === 'software') return { preset, crf };
  return { preset, crf, codec, encoder, ...(encoder !== 'software' && device !== undefined ? { device } : {}) };
}
