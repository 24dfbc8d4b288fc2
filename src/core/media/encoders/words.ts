import type { Codec, Encoder } from '../../../shared/film.ts';

const CODECS: Readonly<Record<Codec, string>> = { h264: 'H.264', h265: 'H.265', av1: 'AV1' };

const ENCODERS: Readonly<Record<Encoder, string>> = {
  software: 'software',
  nvenc: 'NVENC',
  qsv: 'Quick Sync',
  amf: 'AMF',
  videotoolbox: 'VideoToolbox',
  vaapi: 'VA-API',
};

/** As people call it: 'H.265'. */
export function codecWord(codec: Codec): string {
  return CODECS[codec];
}

/** As people call it: 'NVENC'. */
export function encoderWord(encoder: Encoder): string {
  return ENCODERS[encoder];
}

/** 'H.265 by NVENC'. */
export function encoderWords({ codec, encoder }: { readonly codec: Codec; readonly encoder: Encoder }): string {
  return `${CODECS[codec]} by ${ENCODERS[encoder]}`;
}
